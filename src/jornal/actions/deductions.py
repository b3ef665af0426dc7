"""What pay has to know before it takes anything: what she owes, what she asks for, where her own is paid."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from jornal.actions import adopt
from jornal.actions.amounts import MinorOrUnknown
from jornal.actions.given import Code, known_here, on
from jornal.actions.office import Office
from jornal.actions.typedaccounts import doubt
from jornal.actions.verb import Row, Verb
from jornal.facts.work import Account, Balance, Request, RestDayAuthorised
from jornal.journal.canon import canonical
from jornal.journal.fact import Fact
from jornal.journal.record import corrected
from jornal.units.faults import near
from jornal.units.parts import listed
from jornal.units.said import Said

MANAGER = ("site_manager",)


class NoSuchStep(Said):
    """A deduction that the adopted terms do not have."""

    def __init__(self, step: str, known: Iterable[str]) -> None:
        names = sorted(known)
        super().__init__(
            'The adopted terms have no deduction "{step}".{near} There are {known}.',
            step=step,
            near=near(step, names),
            known=listed(names),
        )


class NotRequested(Said):
    """A request that ends and was never made."""

    def __init__(self, worker: str, step: str) -> None:
        super().__init__(
            "{worker} has not asked for {step}, or not until then. Look at its name and day.",
            worker=worker,
            step=step,
        )


Step = Annotated[str, Field(min_length=1, max_length=60)]


class Owing(Row):
    """What she owes of a deduction on a day, as its paper says, in minor units or "unknown"; no more is taken.

    What pay takes later is reckoned off. `paper` is the paper's number or digest.
    """

    worker: Code
    step: Step
    amount: MinorOrUnknown
    day: date | None = None
    paper: Annotated[str, Field(max_length=64)] = ""


class Asking(Row):
    """A deduction that she asked for herself, from a day on; again with `until` it has a last day."""

    worker: Code
    step: Step
    since: date | None = None
    until: date | None = None


class Ending(Row):
    """The last day of a deduction that she had asked for."""

    worker: Code
    step: Step
    until: date | None = None


class Paid(Row):
    """Whether an account may be opened for her, and where what is hers is paid; the account is sealed."""

    worker: Code
    allowed: Literal["yes", "no", "unknown"]
    since: date | None = None
    account: Annotated[str, Field(max_length=60)] = ""
    bank: Annotated[str, Field(max_length=80)] = ""


class Authorised(Row):
    """A rest day on which the authority let her work, and the day off for it."""

    worker: Code
    day: date
    substitute_on: date | None = None


def owe(office: Office, rows: Sequence[Owing]) -> list[Fact]:
    """What is owed, as recorded. Raises NoSuchStep, NotKnownHere, NotYet."""
    known_here(office, [row.worker for row in rows])
    _check_steps(office, [row.step for row in rows])
    return office.put(Balance(**row.model_dump(exclude={"day"}), day=on(office, row.day)) for row in rows)


def request(office: Office, rows: Sequence[Asking]) -> list[Fact]:
    """What she asks for, as recorded. Raises NoSuchStep, NotKnownHere."""
    known_here(office, [row.worker for row in rows])
    _check_steps(office, [row.step for row in rows])
    return office.put(
        Request(**row.model_dump(exclude={"since"}), since=row.since or office.day) for row in rows
    )


def end_request(office: Office, rows: Sequence[Ending]) -> list[Fact]:
    """Her requests with their last day; one that ends then already stays as it is. Raises NotRequested."""
    found: list[Fact] = []
    changed: list[Fact] = []
    for row in rows:
        last = row.until or office.day
        made = Request.objects.current().filter(worker=row.worker, step=row.step, since__lte=last)
        tip = made.order_by("since").last()
        if tip is None or (tip.until is not None and tip.until < last):
            raise NotRequested(row.worker, row.step)
        if tip.until != last:
            tip = corrected(tip, "she ended it", until=last)
            changed.append(tip)
        found.append(tip)
    office.put(changed)
    return found


def set_account(office: Office, rows: Sequence[Paid]) -> list[Fact]:
    """Whether and where, as recorded. Raises NotKnownHere, NotYet, Locked where an account is given."""
    known_here(office, [row.worker for row in rows])
    texts = [
        (row.worker, "told", canonical({"account": row.account, "bank": row.bank}))
        for row in rows
        if row.account or row.bank
    ]
    sealed = iter(office.opened().seal_many(texts) if texts else [])
    return office.put(
        Account(
            worker=row.worker, since=on(office, row.since), allowed=row.allowed,
            told=next(sealed) if row.account or row.bank else "",
        )
        for row in rows
    )  # fmt: skip


def authorise(office: Office, rows: Sequence[Authorised]) -> list[Fact]:
    """The rest days, as recorded. Raises NotKnownHere."""
    known_here(office, [row.worker for row in rows])
    return office.put(RestDayAuthorised(**row.model_dump()) for row in rows)


GATES = "gating_debt"
"""What a credit rule asks for beside deductions."""


def _check_steps(office: Office, steps: Iterable[str]) -> None:
    """Raises NoSuchStep for one that neither the law of the site nor the enterprise has, where terms were adopted."""
    fact = adopt.adopted_for(office.site)
    if fact is None:
        return
    enterprise, packs = adopt.terms_of(fact)
    laws = [packs[site.jurisdiction].rules.step for site in enterprise.site if site.id == office.site]
    known = {step.id for some in (*laws, enterprise.rules.step) for step in some} | {GATES}
    for step in steps:
        if step not in known:
            raise NoSuchStep(step, known)


VERBS: dict[str, Verb] = {
    "owe": Verb(
        Owing, owe, (*MANAGER, "hq_finance"), "Record what a worker owes of a deduction, as its paper says."
    ),
    "request-deduction": Verb(Asking, request, MANAGER, "Record a deduction that a worker asks for herself."),
    "end-request": Verb(Ending, end_request, MANAGER, "End a deduction that a worker had asked for."),
    "set-account": Verb(
        Paid, set_account, MANAGER, "Record whether and where her pay may go to an account.", doubt
    ),
    "authorise-rest-day": Verb(
        Authorised, authorise, MANAGER, "Record a rest day on which the authority let her work."
    ),
}
