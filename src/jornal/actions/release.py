"""Towards release: when it is expected, the plan that is offered, what is owed that day, the papers she takes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from jornal.actions.given import Code, known_here, on, several
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.attendance import Shift
from jornal.facts.pay import PayAnswer, PayQuery, Run, RunIssued, Slip
from jornal.facts.release import ReleaseExpected, ReleasePapers, ReleasePlan
from jornal.journal.fact import Fact
from jornal.reads.kits import kits_out
from jornal.reads.money import owed
from jornal.reads.savings import balances, moves
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.said import Said

ROLES = ("site_manager", "trainer")
PAPERS = ("contract", "slips", "hours", "pay", "certificates", "plan", "savings")
"""What she takes with her, in the order in which it is gathered."""


class NoSuchPaper(Said):
    """A paper that is none of those given at release."""

    def __init__(self, name: str) -> None:
        super().__init__(
            '"{name}" is none of the papers. Write {known}.', name=name[:40], known=", ".join(PAPERS)
        )


def _month(text: str) -> str:
    if not re.fullmatch(r"2\d{3}-(0[1-9]|1[0-2])|", text):
        raise Said("{text} is not a month; write it as 2027-02", text=repr(text[:20]))
    return text


class Expected(Row):
    """The month in which her release is expected, as the authority or she herself told it; empty: no longer known."""

    worker: Code
    month: Annotated[str, AfterValidator(_month)] = ""
    source: Literal["authority", "herself"]
    told_on: date | None = None


class Offered(Row):
    """A plan that was offered: her answer, where she wants to work, and what she says of it, which is sealed."""

    worker: Code
    day: date | None = None
    answer: Literal["made", "declined", "later"]
    work: Literal["home", "elsewhere", "none", "not_known"] = "not_known"
    copy_given_on: date | None = None
    told: Annotated[str, Field(max_length=4000)] = ""


class Taken(Row):
    """The papers that she was given, by their names with spaces between."""

    worker: Code
    day: date | None = None
    papers: Annotated[list[str], BeforeValidator(several), Field(min_length=1)]


def expect(office: Office, rows: Sequence[Expected]) -> list[Fact]:
    """What is expected, as recorded. Raises NotKnownHere, NotYet."""
    known_here(office, [row.worker for row in rows])
    return office.put(
        ReleaseExpected(
            worker=row.worker,
            told_on=on(office, row.told_on),
            site=office.site,
            month=row.month,
            source=row.source,
        )
        for row in rows
    )


def offer(office: Office, rows: Sequence[Offered]) -> list[Fact]:
    """The plans as offered; no is an answer like any other. Raises NotKnownHere, NotYet, ListedTerm, Locked."""
    known_here(office, [row.worker for row in rows])
    told = [(row.worker, "told", refuse(row.told, Part("the plan"))) for row in rows if row.told]
    sealed = iter(office.opened().seal_many(told) if told else [])
    return office.put(
        ReleasePlan(
            worker=row.worker, day=on(office, row.day), site=office.site, answer=row.answer, work=row.work,
            copy_given_on=row.copy_given_on, told=next(sealed) if row.told else "",
        )
        for row in rows
    )  # fmt: skip


def give(office: Office, rows: Sequence[Taken]) -> list[Fact]:
    """The papers as given. Raises NoSuchPaper, NotKnownHere, NotYet."""
    known_here(office, [row.worker for row in rows])
    for row in rows:
        for name in row.papers:
            if name not in PAPERS:
                raise NoSuchPaper(name)
    return office.put(
        ReleasePapers(
            worker=row.worker, day=on(office, row.day), site=office.site,
            papers=[one for one in PAPERS if one in row.papers],
        )
        for row in rows
    )  # fmt: skip


@dataclass(frozen=True)
class Owing:
    """What is owed to her on a day: sums of issued months that have not left, days of work that no month has paid yet.

    Amounts in minor units; `savings` is what the ledger of the site comes to,
    None where it holds nothing of hers. `days` counts the days of work since the last issued month, and
    `since` is the first of them. `questions` are the days of her open questions about pay. `kits` are those that are
    out with her, by code and day: what she made of them is paid when they come back.
    """

    months: tuple[tuple[str, int], ...]
    in_transit: int
    savings: int | None
    days: int
    since: date | None
    questions: tuple[date, ...]
    kits: tuple[tuple[str, date], ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether she could leave with nothing open."""
        return not (
            self.months or self.in_transit or self.savings or self.days or self.questions or self.kits
        )


def owing(site: str, worker: str, day: date) -> Owing:
    """Everything that is owed to a worker of a site on a day."""
    issued = RunIssued.objects.values("run")
    slips = Slip.objects.filter(worker=worker).values("run")
    runs = list(Run.objects.filter(site=site, root__in=slips).filter(root__in=issued).order_by("month"))
    parts = {run.month: owed(run, [worker]) for run in runs}
    open_ = {of: sum(max(0, one.open) for one in some) for of, some in parts.items()}
    unpaid = Shift.objects.current().filter(site=site, worker=worker, day__lte=day)
    unpaid = unpaid.filter(day__gt=max(run.until for run in runs)) if runs else unpaid
    days = sorted(set(unpaid.values_list("day", flat=True)))
    answered = PayAnswer.objects.current().values("query")
    asked = PayQuery.objects.current().filter(site=site, worker=worker).exclude(root__in=answered)
    return Owing(
        months=tuple((of, amount) for of, amount in open_.items() if amount),
        in_transit=sum(one.in_transit for some in parts.values() for one in some),
        savings=balances(moves(site, day, [worker])).get(worker),
        days=len(days), since=days[0] if days else None,
        questions=tuple(asked.order_by("day").values_list("day", flat=True)),
        kits=tuple((one.code, one.day) for one in kits_out(site, worker=worker)),
    )  # fmt: skip


VERBS: dict[str, Verb] = {
    "expect-release": Verb(Expected, expect, ROLES, "Record in which month a release is expected, as told."),
    "offer-release-plan": Verb(Offered, offer, ROLES, "Record that a plan for after release was offered."),
    "give-release-papers": Verb(Taken, give, ROLES, "Record the papers that a worker was given at release."),
}
