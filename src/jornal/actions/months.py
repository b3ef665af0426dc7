"""Where each month of a site's pay stands: what was promised, what was done, on which day; and which month is open."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db.models import Max, Min, OuterRef, Q, Subquery, Sum

from jornal.actions.approving import approval_of
from jornal.facts.attendance import Shift
from jornal.facts.pay import (
    Approval,
    MonthClosed,
    Payment,
    PaymentReceived,
    PaymentReturned,
    Run,
    RunIssued,
    Slip,
)
from jornal.facts.pieces import Pieces
from jornal.reads import pay
from jornal.reads.pay import final
from jornal.rules.subtracted import apart
from jornal.units.periods import month as period_of

State = Literal["cut off", "issued", "approved", "paid", "received", "closed"]

FEWEST = 5
"""Sums about people are shown for so many at least, to who may not see each one."""


@dataclass(frozen=True)
class Month:
    """One month that was begun: its run, what made it whole, its approval, its money in minor units, its close.

    `left` went out and did not come back; `received` of it arrived. `left_on` is the day of the last payment.
    """

    run: Run
    whole: RunIssued | None
    approval: Approval | None = None
    closed: MonthClosed | None = None
    left: int = 0
    received: int = 0
    left_on: date | None = None

    @property
    def state(self) -> State:
        """How far it is."""
        if self.whole is None:
            return "cut off"
        if self.closed is not None:
            return "closed"
        if self.left >= self.whole.total:
            return "received" if self.received >= self.whole.total else "paid"
        return "approved" if self.approval is not None else "issued"

    @property
    def issued_at(self) -> datetime | None:
        """When it became whole."""
        return self.whole.recorded_at if self.whole else None

    @property
    def shown(self) -> RunIssued | None:
        """Its sums, where they are of so many people that nobody's own can be told from them."""
        return self.whole if self.whole is not None and self.whole.slips >= FEWEST else None


@dataclass(frozen=True)
class _Money:
    left: int = 0
    received: int = 0
    left_on: date | None = None


def months(site: str) -> list[Month]:
    """Every month of a site that was begun, the latest first; as many queries for many workers as for few.

    Whose approval let a closed month out is not looked up: that costs a slow digest for each.
    """
    return _months(list(final(Run).filter(site=site).order_by("-month", "-number")), of_closed=False)


def beside(found: list[Month]) -> set[str]:
    """Those of a site's months whose sums may stand beside one another for who may not see each one's.

    From no two of them, one taken from the other, the pay of fewer than five people can be read; the earlier stays.
    """
    slips: dict[UUID, set[str]] = {}
    rows = final(Slip).filter(run__in=[one.run.root for one in found if one.shown])
    for run, worker in rows.values_list("run", "worker"):
        slips.setdefault(run, set()).add(worker)
    told: dict[str, frozenset[str]] = {}
    for one in sorted(found, key=lambda one: (one.run.month, one.run.number)):
        people = frozenset(slips.get(one.run.root, ()))
        if people and all(apart(people, other) for other in told.values()):
            told[one.run.month] = people
    return set(told)


def of(site: str, month: str) -> Month | None:
    """One month of a site; None where it was not begun."""
    run = pay.begun(site, month)
    return _months([run], of_closed=True)[0] if run else None


def unapproved() -> list[Month]:
    """The months of all sites that are issued, open, and approved by nobody, those due first at the front."""
    issued = final(RunIssued).values("run")
    closed = final(MonthClosed).values("run")
    runs = final(Run).filter(root__in=issued).exclude(root__in=closed).order_by("due_on", "site")
    return [one for one in _months(list(runs), of_closed=False) if one.approval is None]


def _months(runs: list[Run], *, of_closed: bool) -> list[Month]:
    roots = [run.root for run in runs]
    whole = {one.run: one for one in final(RunIssued).filter(run__in=roots)}
    closed = {one.run: one for one in final(MonthClosed).filter(run__in=roots)}
    money = _money(roots)
    found = []
    for run in runs:
        approval = approval_of(run) if of_closed or run.root not in closed else None
        there = money.get(run.root, _Money())
        found.append(
            Month(
                run, whole.get(run.root), approval, closed.get(run.root), there.left, there.received, there.left_on
            )
        )  # fmt: skip
    return found


def _money(runs: list[UUID]) -> dict[UUID, _Money]:
    """By run, what left and was received of it, counted by the database."""
    # A slip is never corrected, so that its root is its id; by the root each payment would look through all slips.
    run = Subquery(Slip.objects.filter(id=OuterRef("slip")).values("run")[:1])
    back = final(PaymentReturned).values("payment")
    here = Q(root__in=final(PaymentReceived).values("payment"))
    slips = final(Slip).filter(run__in=runs).values("id")
    paid = final(Payment).filter(
        slip__in=slips
    )  # by the slips of these runs: no other month's payment is read
    out = paid.exclude(root__in=back).annotate(of=run).values("of")
    rows = out.annotate(sum=Sum("amount"), here=Sum("amount", filter=here), last=Max("day"))
    return {
        one: _Money(int(left), int(arrived or 0), last)
        for one, left, arrived, last in rows.values_list("of", "sum", "here", "last")
    }


def open_month(site: str, today: date) -> str:
    """The month that is to be issued next: the one cut off, the one after the last, else the first with a record."""
    begun = pay.unfinished(site)
    if begun:
        return str(begun[0].month)
    runs = pay.runs_of(site)
    if runs:
        return f"{period_of(runs[-1].month).end:%Y-%m}"
    return f"{min([_first(site, Shift, today), _first(site, Pieces, today)]):%Y-%m}"


def _first(site: str, kind: type[Shift] | type[Pieces], today: date) -> date:
    first = kind.objects.current().filter(site=site).aggregate(first=Min("day"))["first"]
    return first or today
