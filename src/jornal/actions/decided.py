"""Sums decided by a person: bonuses, refunds, advances, repayments, each with reason, payer and approver."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from jornal.actions.amounts import at_site
from jornal.actions.brought import OWED_BACK
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.pay import Adjustment, Run, Slip
from jornal.reads.openings import openings
from jornal.reads.pay import final, issued
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.periods import OPEN_END, Period
from jornal.units.said import Said

SETTLED = ("refund", "advance", "repayment")
"""Sums that are settled with the slip of their month: a correction of an issued month does not bring them again."""
ALWAYS = Period(date(1900, 1, 1), OPEN_END)
FIXED = ("given", "discretion")
"""Figures of a deduction, which may be nought."""


class OwnApproval(Said):
    """A sum that somebody decides and approves alone."""

    def __init__(self, approver: str) -> None:
        super().__init__(
            "{approver} records this sum and cannot approve it too. Name who approved it.", approver=approver
        )


class NotASum(Said):
    """An amount that is nought or below."""

    def __init__(self, what: str, amount: int) -> None:
        super().__init__(
            "A {what} of {amount} is none: give an amount above nought. What she has to give back is "
            "a repayment, with the day on which she agreed to it.",
            what=Part(what),
            amount=amount,
        )


class MonthIssued(Said):
    """A sum for a month that is issued."""

    def __init__(self, what: str, day: date, month: str) -> None:
        super().__init__(
            "The month of {day} is issued, and a {what} of it would be on no slip. Record it with a "
            "day after {month}; it is on the next slip.",
            day=day,
            what=Part(what),
            month=month,
        )


class MoreThanOwedBack(Said):
    """A repayment of more than is shown as owed back."""

    def __init__(self, worker: str, amount: str, shown: str) -> None:
        super().__init__(
            "{amount} would be taken from {worker}, and {shown} is shown as owed back on her last slip. "
            "Take no more than that.",
            amount=amount,
            worker=worker,
            shown=shown,
        )


class Decided(Row):
    """A sum for a worker, in minor units; a repayment needs the day on which she agreed to it.

    A repayment of what her slip shows as owed back has step=owed_back; any other is of an advance.
    """

    worker: str
    day: date
    what: Literal["bonus", "refund", "advance", "repayment", "given", "discretion"]
    amount: int
    label: str
    reason: str
    payer: str
    approver: str
    number: int = 1
    step: str = ""
    agreed_on: date | None = None


class Sum(NamedTuple):
    """What decides whether a sum may be recorded."""

    worker: str
    site: str
    day: date
    what: str
    amount: int
    approver: str
    step: str
    label: str
    reason: str


def decide(office: Office, rows: Sequence[Decided]) -> list[Adjustment]:
    """The sums as recorded; each is its own line of the next slip.

    Raises OwnApproval, NotASum, MonthIssued, MoreThanOwedBack, and ListedTerm for what is never kept of a person.
    """
    facts = [Adjustment(site=office.site, **row.model_dump()) for row in rows]
    for fact in facts:
        check_sum(office, Sum(*(getattr(fact, name) for name in Sum._fields)))
    return office.put(facts)


def check_sum(office: Office, one: Sum) -> None:
    """Raises as `decide` does where a sum may not be recorded like this."""
    if one.approver == office.hand.by:
        raise OwnApproval(one.approver)
    if one.amount < (0 if one.what in FIXED else 1):
        raise NotASum(one.what, one.amount)
    refuse(one.label, Part("The label"))
    refuse(one.reason, Part("The reason"))
    check_open(one.site, one.what, one.day)
    if one.what == "repayment" and one.step == OWED_BACK:
        shown = _owed_back(one.worker, one.site)
        if one.amount > shown:
            raise MoreThanOwedBack(one.worker, at_site(one.site, one.amount), at_site(one.site, shown))


def check_open(site: str, what: str, day: date) -> None:
    """Raises MonthIssued for a sum that is settled with its slip, where the run of its month has read its facts."""
    last: Run | None = final(Run).filter(site=site).order_by("month").last()
    if what in SETTLED and last is not None and day <= last.until:
        raise MonthIssued(what, day, last.month)


def _owed_back(worker: str, site: str) -> int:
    """What her last issued slip of a site shows as owed back, else where she stood before it, in minor units."""
    for run in final(Run).filter(site=site).order_by("-month"):
        slip: Slip | None = final(Slip).filter(run=run.root, worker=worker).first()
        if slip is not None and issued(run) is not None:
            shown: int = slip.totals["owed_back"]
            return shown
    before = openings(workers=[worker], at=(site, ALWAYS)).get(worker)
    return before.owed_back if before else 0


VERBS: dict[str, Verb] = {
    "decide-sum": Verb(
        Decided,
        decide,
        ("site_manager", "hq_finance"),
        "Record a bonus, refund, advance or repayment, with its reason.",
    ),
}
