"""A worker's history at a site: every fact about her with who recorded it and when, the newest first."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count

from jornal.facts import afterwards, attendance, courses, pay, people, pieces, release, skills, work
from jornal.journal.fact import Fact
from jornal.reads.pay import final

OF_WORK: tuple[tuple[Any, str], ...] = (
    (people.Worker, ""),
    (people.MarkChosen, "day"),
    (people.Offer, "day"),
    (people.Consent, "given_on"),
    (people.Enrolled, "since"),
    (people.Dependants, "day"),
    (people.Custody, "since"),
    (people.Ratio, "since"),
    (release.ReleaseExpected, "told_on"),
    (release.ReleasePlan, "day"),
    (release.ReleasePapers, "day"),
    (people.Left, "day"),
    (people.WorksFromHome, "since"),
    (afterwards.AskedAfter, "day"),
    (people.CarriedOver, "day"),
    (people.OpeningBalance, "day"),
    (work.ContractVersion, "since"),
    (skills.Assessed, "day"),
    (courses.CourseFinished, "day"),
    (courses.Certificate, "day"),
    (work.Graded, "since"),
    (work.RestDayAuthorised, "day"),
    (attendance.OvertimeAsked, "day"),
    (attendance.DaysConfirmed, "until"),
)
"""Kinds about a worker that tell of her work, with the column of their day."""

OF_PAY: tuple[tuple[Any, str], ...] = (
    (work.Account, "since"),
    (work.Beneficiary, ""),
    (work.Instruction, "since"),
    (work.Balance, "day"),
    (work.Request, "since"),
    (pay.Adjustment, "day"),
    (pay.PayQuery, "day"),
)
"""Kinds about a worker that tell of her money."""

DAYS: tuple[tuple[Any, str], ...] = ((attendance.Shift, "day"), (pieces.Pieces, "day"))
"""Kinds of which only what was corrected is told: the days themselves stand on the day's sheet."""

AFTER: tuple[tuple[Any, str, str], ...] = (
    (people.OfferAnswered, "offer", "offer"),
    (people.ConsentWithdrawn, "consent", "consent"),
    (attendance.OvertimeAnswered, "asked", "overtime_asked"),
)
"""Kinds that answer one of those above: the column that names it, and its kind."""


NOT_TOLD = ("lines", "totals", "comparison", "faults", "carry", "credit")
"""What a slip holds beside its sums."""


HERS = ("in_hand", "instruction")
"""Payments that tell of her: what takers of deductions got stands on the page of the month."""


class Event(NamedTuple):
    """One thing that happened: on which day, the fact, whether it is new, a correction or taken back, and of what."""

    day: date
    at: datetime
    fact: Fact
    was: str
    of: Fact | None = None

    @property
    def kind(self) -> str:
        """The name of the fact's kind."""
        return self.fact.KIND


def timeline(site: str, worker: str, *, money: bool) -> list[Event]:
    """What the books of a site say of a worker, the newest first; with `money` what was paid and instructed too."""
    books = [site, f"hq.{site}", "hq"]
    found = [
        _event(one, column)
        for kind, column in (*OF_WORK, *(OF_PAY if money else ()))
        for one in kind.objects.filter(worker=worker, book__in=books)
    ]
    found += [
        _event(one, column)
        for kind, column in DAYS
        for one in kind.objects.filter(worker=worker, book=site, corrects__isnull=False)
    ]
    found += _answers(found)
    found += _trained(site, worker)
    if money:
        found += _paid(site, worker) + list(_replies(found))
    return sorted(found, key=lambda event: (event.day, event.at, event.fact.seq), reverse=True)


def absences(site: str, worker: str, since: date, until: date) -> dict[str, int]:
    """How many rows of each kind of time a worker has from one day to another, both counted; time worked too."""
    rows = attendance.Shift.objects.current().filter(site=site, worker=worker, day__gte=since, day__lte=until)
    return dict(rows.values_list("what").annotate(Count("id")).order_by("what"))


def _event(fact: Any, column: str, of: Fact | None = None) -> Event:
    was = "new" if fact.corrects is None else "void" if fact.void else "corrected"
    day = getattr(fact, column) if column and was == "new" else None
    return Event(day or fact.recorded_at.date(), fact.recorded_at, fact, was, of)


def _answers(found: Iterable[Event]) -> list[Event]:
    """What answers one of the facts found, by the kind it answers."""
    events = []
    roots: dict[str, dict[UUID, Fact]] = {}
    for event in found:
        roots.setdefault(event.kind, {}).setdefault(event.fact.root, event.fact)
    for kind, column, to in AFTER:
        of = roots.get(to, {})
        if of:
            rows = kind.objects.filter(**{f"{column}__in": list(of)})
            events += [_event(one, "day", of[getattr(one, column)]) for one in rows]
    return events


def _trained(site: str, worker: str) -> list[Event]:
    """Training in which she takes part; its list is one column, which no query reads."""
    rows = work.TrainingPlanned.objects.filter(site=site)
    return [_event(one, "day") for one in rows if worker in one.workers]


def _paid(site: str, worker: str) -> list[Event]:
    """Her slips of issued months, and what became of each: handed over, answered, paid, arrived, come back."""
    issued = dict(final(pay.RunIssued).filter(book=site).values_list("run", "recorded_at"))
    runs: Mapping[UUID, pay.Run] = {one.root: one for one in final(pay.Run).filter(root__in=list(issued))}
    slips = {
        one.root: one for one in final(pay.Slip).filter(worker=worker, run__in=list(runs)).defer(*NOT_TOLD)
    }
    events = [
        Event(issued[one.run].date(), issued[one.run], one, "new", runs[one.run]) for one in slips.values()
    ]
    months = {root: runs[one.run] for root, one in slips.items()}
    for kind in (pay.SlipHanded, pay.SlipAnswered):
        events += [_event(one, "day", months[one.slip]) for one in final(kind).filter(slip__in=list(slips))]
    paid = final(pay.Payment).filter(slip__in=list(slips), part__in=HERS)
    payments = {one.root: one for one in paid}
    events += [_event(one, "day", months[one.slip]) for one in payments.values()]
    for after in (pay.PaymentReceived, pay.PaymentReturned):
        rows = final(after).filter(payment__in=list(payments))
        events += [_event(one, "day", payments[one.payment]) for one in rows]
    return events


def _replies(found: Iterable[Event]) -> Iterator[Event]:
    """Answers to her questions about pay."""
    asked = {event.fact.root: event.fact for event in found if event.kind == "pay_query"}
    for one in pay.PayAnswer.objects.filter(query__in=list(asked)) if asked else ():
        yield _event(one, "day", asked[one.query])
