"""What a worker works under: her contract with the copy she was given, and her grade; both change with a pay month."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from django.db import transaction
from pydantic import Field

from jornal.actions import findings
from jornal.actions.agreedwith import Asked, in_turn, never_less
from jornal.actions.given import Code, Language
from jornal.actions.office import Office
from jornal.actions.planned import adopted_terms
from jornal.actions.present import present
from jornal.actions.skills import check_assessed
from jornal.actions.verb import Row, Verb
from jornal.facts.pay import Finding
from jornal.facts.work import ContractVersion, Graded
from jornal.journal.fact import Fact
from jornal.reads.people import Enrolment
from jornal.units.faults import near
from jornal.units.parts import Part, listed
from jornal.units.said import Said

CONTROL = "CON-01"
"""A complete written contract in the worker's language, copy in hand, before work."""


class MidMonth(Said):
    """A contract or a grade that changes within a pay month."""

    def __init__(self, what: str, worker: str, since: date) -> None:
        first = since.replace(day=1)
        after = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
        super().__init__(
            "{worker}: a {what} changes on the first day of a pay month, not on {since}. Give {first}"
            " or {after}; a rise for the days between is a sum decided with `jornal do decide-sum`.",
            worker=worker,
            what=what,
            since=since,
            first=first,
            after=after,
        )


class NoSuchContract(Said):
    """A contract that the adopted terms of a site do not have."""

    def __init__(self, contract: str, known: Sequence[str], site: str) -> None:
        says = (
            'The adopted terms have no contract "{contract}" at {site}.{near} There is {known}.'
            if len(known) == 1
            else 'The adopted terms have no contract "{contract}" at {site}.{near} There are {known}.'
        )
        super().__init__(says, contract=contract, site=site, near=near(contract, known), known=listed(known))


class Signed(Row):
    """A worker's contract from a day on, in her language, with the copy she was given before she began.

    Her first begins any day; a later one on the first day of a pay month. Without a grade her last grading counts.
    """

    worker: Code
    contract: Annotated[str, Field(min_length=1, max_length=60)]
    since: date
    grade: Annotated[str, Field(max_length=40)] = ""
    language: Language
    weekly_minutes: Annotated[int, Field(ge=0, le=10080)] | None = None
    notice_days: Annotated[int, Field(ge=0, le=366)] | None = None
    announced_on: date | None = None
    signed_on: date | None = None
    copy_given_on: date | None = None
    text_version: Annotated[str, Field(max_length=64)] = ""


class Grade(Row):
    """A worker's grade in a trade from a day on, and who assessed it; her first holds with her first contract."""

    worker: Code
    trade: Annotated[str, Field(max_length=60)] = ""
    since: date
    grade: Annotated[str, Field(min_length=1, max_length=40)]
    assessor: Annotated[str, Field(max_length=60)] = ""


def sign(office: Office, rows: Sequence[Signed]) -> list[Fact]:
    """The contracts, as recorded, and a finding where she had no copy, or one in no language of hers, before she began.

    A finding holds nothing back: without its contract her work could not be paid. Raises NotPresent, MidMonth,
    NoSuchContract, and what `never_less` raises for one that is worse than what she agreed to before.
    """
    stays = present(office, [(row.worker, row.since) for row in rows])
    known = _contracts(office.site)
    for row in rows:
        if known is not None and row.contract not in known:
            raise NoSuchContract(row.contract, known, office.site)
    _check_months(office, Part("contract"), rows)
    facts = [ContractVersion(**row.model_dump(), site=office.site) for row in rows]
    wrong = [
        Finding(
            site=office.site, control=CONTROL, about=f"{row.worker} contract", day=row.since, lies_with="site",
            says=why, facts=_facts(row, stays[row.worker, row.since]),
        )
        for row in rows
        if (why := _wrong(row, stays[row.worker, row.since]))
    ]  # fmt: skip
    with transaction.atomic():
        for turn in in_turn(facts):
            some = [Asked(one.worker, one.since, one.signed_on, one.announced_on) for one in turn]
            with never_less(office.site, some, office.latest):
                office.put(turn)
        return office.put([*facts, *findings.new(wrong)])


def grade(office: Office, rows: Sequence[Grade]) -> list[Fact]:
    """The grades, as recorded.

    Raises NotPresent, MidMonth, NotAssessed where a trade's grades ask for pieces, and what `never_less` raises.
    """
    present(office, [(row.worker, row.since) for row in rows])
    _check_months(office, Part("grade"), rows)
    check_assessed(office, ((row.worker, row.trade, row.grade, row.since) for row in rows))
    facts = [
        Graded(**row.model_dump(exclude={"assessor"}), assessor=row.assessor or office.hand.by)
        for row in rows
    ]
    with transaction.atomic():
        for turn in in_turn(facts):
            with never_less(office.site, [Asked(one.worker, one.since) for one in turn], office.latest):
                office.put(turn)
        return office.put(facts)


def _contracts(site: str) -> list[str] | None:
    """The contracts of a site in the adopted terms; None where nothing was adopted yet."""
    terms = adopted_terms(site)
    if terms is None:
        return None
    return [name for one in terms.site if one.id == site for name in one.contracts]


def _check_months(office: Office, what: str, rows: Sequence[Signed | Grade]) -> None:
    """Raises MidMonth for a change within a month of somebody who works under a contract here already."""
    within = [row for row in rows if row.since.day != 1]
    before = ContractVersion.objects.current().filter(
        site=office.site, worker__in={row.worker for row in within}
    )
    first: dict[str, date] = {}
    for worker, since in before.values_list("worker", "since") if within else ():
        first[worker] = min(since, first.get(worker, since))
    for row in within:
        if first.get(row.worker, row.since) < row.since:
            raise MidMonth(what, row.worker, row.since)


def _wrong(row: Signed, stay: Enrolment) -> str:
    """What is wrong with the paper she has; nothing where it is in her language and in her hand."""
    if row.copy_given_on is None:
        return NO_COPY
    if row.copy_given_on > row.since:
        return COPY_LATE
    if stay.languages and row.language not in stay.languages:
        return OTHER_LANGUAGE
    return ""


NO_COPY = "{worker}: no copy of her contract {contract} of {since} in her hand is recorded."
COPY_LATE = "{worker}: the copy of her contract {contract} of {since} was given on {given}, after she began."
OTHER_LANGUAGE = (
    "{worker}: her contract {contract} of {since} is in the language {language}, and she has {languages}."
)


def _facts(row: Signed, stay: Enrolment) -> dict[str, str]:
    return {
        "worker": row.worker,
        "contract": row.contract,
        "since": row.since.isoformat(),
        "given": row.copy_given_on.isoformat() if row.copy_given_on else "",
        "language": row.language,
        "languages": ", ".join(stay.languages),
    }


VERBS: dict[str, Verb] = {
    "sign-contract": Verb(
        Signed, sign, ("site_manager",), "Record a worker's contract, with the copy she was given."
    ),
    "grade": Verb(
        Grade, grade, ("site_manager", "trainer", "hq_operations"), "Record a worker's grade in a trade."
    ),
}
