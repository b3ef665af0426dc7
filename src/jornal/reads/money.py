"""What is owed and what was paid: each part of each slip beside the payments made for it, in both books."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from django.db.models import Exists, OuterRef

from jornal.facts.pay import Payment, PaymentReceived, PaymentReturned, Run, Slip
from jornal.journal.fact import Cursor
from jornal.reads.pay import AT_ONCE, final

Key = tuple[uuid.UUID, str, str]


@dataclass(slots=True)
class Owed:
    """One sum that leaves for a slip: to the worker (`in_hand`), to who takes a deduction, or to whom she named.

    Amounts in minor units. `received` has arrived, `in_transit` left and has not yet been shown to have arrived;
    what came back is in neither, and its payment is named in `returned`. `due` is below nought where a correction
    takes back what a payee got too much; `known` is false where no slip owes it.
    """

    slip: uuid.UUID
    worker: str
    part: str
    payee: str
    due: int
    known: bool = True
    received: int = 0
    in_transit: int = 0
    payments: list[Payment] = field(default_factory=list)
    returned: set[uuid.UUID] = field(default_factory=set)

    @property
    def open(self) -> int:
        """What has not left yet; below nought where too much did."""
        return self.due - self.received - self.in_transit

    @property
    def key(self) -> Key:
        """The slip, the part and the payee."""
        return self.slip, self.part, self.payee


@dataclass(frozen=True)
class Together:
    """Several sums as one, in minor units, and of how many workers they are; what is over in one lessens no other."""

    people: int
    due: int
    received: int
    in_transit: int
    open: int
    waiting: int

    @property
    def left(self) -> int:
        """What left and did not come back."""
        return self.received + self.in_transit


def together(sums: Iterable[Owed]) -> Together:
    """What several sums come to; `waiting` is what has not left, without what left too much elsewhere."""
    workers, due, received, in_transit, waiting = set(), 0, 0, 0, 0
    for one in sums:
        workers.add(one.worker)
        due += one.due
        received += one.received
        in_transit += one.in_transit
        left = one.due - one.received - one.in_transit
        if left > 0:
            waiting += left
    return Together(len(workers), due, received, in_transit, due - received - in_transit, waiting)


def owed(run: Run, workers: Collection[str] | None = None, upto: Cursor | None = None) -> list[Owed]:
    """Every sum that leaves for a run, by worker, beside what was paid of it."""
    found: dict[Key, Owed] = {}
    of_slip: dict[uuid.UUID, str] = {}
    columns = ("root", "worker", "in_hand", "lines")
    slips = final(Slip).filter(run=run.root)
    if workers is not None:
        slips = slips.filter(worker__in=list(workers))
    for root, worker, in_hand, lines in slips.order_by("worker").values_list(*columns).iterator(AT_ONCE):
        of_slip[root] = worker
        found.update((one.key, one) for one in _of_slip(root, worker, in_hand, lines["lines"]))
    payments = Payment.objects.current(upto).filter(slip__in=slips.values("root"))
    received = _named(PaymentReceived, payments, upto)
    returned = _named(PaymentReturned, payments, upto)
    for payment in payments.order_by("seq"):
        if payment.slip not in of_slip:
            continue
        key = (payment.slip, payment.part, payment.payee)
        if key not in found:
            found[key] = Owed(key[0], of_slip[key[0]], *key[1:], 0, known=False)
        one = found[key]
        one.payments.append(payment)
        if payment.root in returned:
            one.returned.add(payment.root)
        elif payment.root in received:
            one.received += payment.amount
        else:
            one.in_transit += payment.amount
    return list(found.values())


OfSlip = tuple[uuid.UUID, str, list[Owed]]
"""A slip, whose it is, and the sums that leave for it."""


def beside_payments(slips: Iterable[OfSlip]) -> list[Owed]:
    """The sums of a run's slips as `owed` gives them, but naming no payment: of everybody, no slip read."""
    known = {slip: (worker, sums) for slip, worker, sums in slips}
    if not known:
        return []
    # The slips of a run were made one after another, so their names lie side by side; where not, nothing is missed.
    payments = final(Payment).filter(slip__range=(min(known, key=_order), max(known, key=_order)))
    rows = payments.annotate(
        back=Exists(final(PaymentReturned).filter(payment=OuterRef("root"))),
        here=Exists(final(PaymentReceived).filter(payment=OuterRef("root"))),
    ).values_list("slip", "part", "payee", "amount", "back", "here")
    for slip, part, payee, amount, back, here in rows.iterator(AT_ONCE):
        if slip not in known:
            continue
        worker, sums = known[slip]
        for one in sums:
            if one.part == part and one.payee == payee:
                break
        else:
            one = Owed(slip, worker, part, payee, 0, known=False)
            sums.append(one)
        if back:
            continue
        if here:
            one.received += amount
        else:
            one.in_transit += amount
    return [one for _, sums in known.values() for one in sums]


_order = attrgetter("int")  # a UUID compares itself in Python; thousands do so by their number


def _named(kind: Any, payments: Any, upto: Cursor | None) -> set[uuid.UUID]:
    return set(
        kind.objects.current(upto)
        .filter(payment__in=payments.values("root"))
        .values_list("payment", flat=True)
    )


def _of_slip(root: uuid.UUID, worker: str, in_hand: int, lines: list[dict[str, Any]]) -> list[Owed]:
    """The sums of one slip: hers first, then each payee of deductions and instructions; nothing of nought."""
    sums: dict[tuple[str, str], int] = {("in_hand", ""): in_hand}
    for line in lines:
        part, amount = line["part"], line.get("amount", 0)
        if part in ("deduction", "instruction"):
            key = (part, line.get("payee", "") or line.get("code", ""))
            sums[key] = sums.get(key, 0) + amount
    return [Owed(root, worker, part, payee, amount) for (part, payee), amount in sums.items() if amount]
