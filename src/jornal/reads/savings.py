"""What workers have saved: every movement from pay, interest and her own wish, and what that comes to on a day."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import OuterRef, Subquery

from jornal.facts.family import SavingsMoved, TrustBalance
from jornal.facts.pay import Payment, PaymentReceived, PaymentReturned, Run, Slip
from jornal.facts.people import CarriedOver, OpeningBalance
from jornal.facts.work import Beneficiary
from jornal.journal.fact import Cursor
from jornal.reads.pay import final


class Move(NamedTuple):
    """A movement of her savings: on which day, what, how much (below nought: out), proved by what; minor units.

    `under_way` left for the trust account and is not shown to have arrived by the day that was asked for.
    """

    worker: str
    day: date
    what: str
    amount: int
    paper: str
    under_way: bool = False


class Standing(NamedTuple):
    """What all workers of a site have saved on a day, and how much of it is under way to the account; minor units."""

    ledger: int
    under_way: int


class Flow(NamedTuple):
    """A movement with what became of it: when it arrived in the account, and when it came back, None where it did not.

    Minor units; below nought it went out.
    """

    worker: str
    day: date
    amount: int
    paper: str
    arrived_on: date | None
    back_on: date | None = None

    def saved(self, day: date) -> int:
        """What of it is saved by the end of a day."""
        return self.amount if self.day <= day and (self.back_on is None or self.back_on > day) else 0

    def under_way(self, day: date) -> int:
        """What of it has left for the account and is not shown to have arrived by the end of a day."""
        return self.saved(day) if self.arrived_on is None or self.arrived_on > day else 0


def moves(
    site: str, until: date, workers: Collection[str] | None = None, upto: Cursor | None = None
) -> list[Move]:
    """Every movement of savings at a site until a day, by worker and day; as many queries for many as for few.

    Savings are the instructions that name nobody: what she saves with somebody she named is a family's transfer.
    """
    found = [
        *_brought(site, until, workers, upto), *_from_pay(site, until, workers, upto),
        *_moved(site, until, workers, upto),
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.worker, one.day, -one.amount))


def flows(site: str, until: date, upto: Cursor | None = None) -> list[Flow]:
    """Every movement of savings at a site until a day, by day, each with what became of it by then.

    As `moves` tells them on any day until this one; as many queries for many bank days as for one.
    """
    there = [*_brought(site, until, None, upto), *_moved(site, until, None, upto)]
    found = [Flow(one.worker, one.day, one.amount, one.paper, one.day) for one in there]
    back, here = _days(PaymentReturned, until, upto), _days(PaymentReceived, until, upto)
    found += [
        Flow(worker, day, amount, paper, here.get(root), back.get(root))
        for root, worker, day, amount, paper in _payments(site, until, None, upto)
    ]
    return sorted(found, key=lambda one: (one.day, one.worker, one.amount))


def balances(found: Iterable[Move]) -> dict[str, int]:
    """What each worker has, in minor units."""
    sums: dict[str, int] = {}
    for one in found:
        sums[one.worker] = sums.get(one.worker, 0) + one.amount
    return sums


def standing(site: str, day: date, upto: Cursor | None = None) -> Standing:
    """What the ledger of a site comes to on a day."""
    found = moves(site, day, None, upto)
    return Standing(sum(one.amount for one in found), sum(one.amount for one in found if one.under_way))


def trust_balances(site: str) -> list[TrustBalance]:
    """What the bank said, the last number of each day, the latest day first."""
    rows = final(TrustBalance).filter(site=site).order_by("day", "number")
    return sorted({one.day: one for one in rows}.values(), key=lambda one: one.day, reverse=True)


class Between(NamedTuple):
    """What moved on a day by one paper since the bank day before, in minor units, and what of it is under way."""

    day: date
    paper: str
    amount: int
    under_way: int


def since_before(of: TrustBalance) -> list[Between]:
    """What a bank day has to be looked at for, by day and paper: what moved since the one before, what is under way."""
    last = [one.day for one in trust_balances(of.site) if one.day < of.day]
    since = last[0] if last else date.min
    sums: dict[tuple[date, str], tuple[int, int]] = {}
    for one in flows(of.site, of.day):
        amount, under_way = one.saved(of.day), one.under_way(of.day)
        if amount and (one.day > since or under_way):
            before = sums.get((one.day, one.paper), (0, 0))
            sums[one.day, one.paper] = before[0] + amount, before[1] + under_way
    return [Between(*key, *amounts) for key, amounts in sorted(sums.items())]


def unexplained(of: TrustBalance) -> int:
    """What the bank has less (above nought) or more (below) than ledger and what is under way allow; minor units."""
    off: int = of.ledger - of.amount
    return off if off < 0 else max(0, off - of.under_way)


_OPENED = ("worker", "day", "savings", "source")


def _only(rows: Any, workers: Collection[str] | None) -> Any:
    return rows if workers is None else rows.filter(worker__in=list(workers))


def _brought(site: str, until: date, workers: Collection[str] | None, upto: Cursor | None) -> list[Move]:
    """What she had before the first month here, and what was carried in from another site or out to it."""
    opened = OpeningBalance.objects.current(upto).filter(site=site, day__lte=until).exclude(savings=None)
    found = [
        Move(worker, day, "before", amount, source)
        for worker, day, amount, source in _only(opened, workers).values_list(*_OPENED)
        if amount
    ]
    for side, sign, what in (("into_site", 1, "carried in"), ("from_site", -1, "carried out")):
        rows = CarriedOver.objects.current(upto).filter(**{side: site}, day__lte=until).exclude(savings=None)
        columns = ("worker", "from_site", "into_site", "day", "savings")
        before: dict[tuple[str, str, str], int] = {}
        for worker, left, into, day, amount in _only(rows, workers).order_by("day").values_list(*columns):
            more = amount - before.get(
                (worker, left, into), 0
            )  # carried again, it takes the place of what was
            before[worker, left, into] = amount
            found += [Move(worker, day, what, sign * more, "")] if more else []
    return found


def _from_pay(site: str, until: date, workers: Collection[str] | None, upto: Cursor | None) -> list[Move]:
    back, here = _days(PaymentReturned, until, upto), _days(PaymentReceived, until, upto)
    return [
        Move(worker, day, "from pay", amount, paper, root not in here)
        for root, worker, day, amount, paper in _payments(site, until, workers, upto)
        if root not in back
    ]


def _payments(site: str, until: date, workers: Collection[str] | None, upto: Cursor | None) -> Any:
    """What left pay for savings: root, worker, day, amount and paper."""
    of = Subquery(Slip.objects.filter(root=OuterRef("slip"), corrects=None).values("worker")[:1])
    slips = final(Slip).filter(run__in=final(Run).filter(site=site).values("root"))
    if workers is not None:
        slips = slips.filter(worker__in=list(workers))
    payments = Payment.objects.current(upto).filter(
        part="instruction", day__lte=until, slip__in=slips.values("root")
    )
    payments = payments.exclude(payee__in=Beneficiary.objects.filter(corrects=None).values("beneficiary"))
    return payments.annotate(worker=of).values_list("root", "worker", "day", "amount", "paper")


def _days(
    kind: type[PaymentReceived] | type[PaymentReturned], until: date, upto: Cursor | None
) -> dict[UUID, date]:
    """By payment, the day on which it arrived or came back."""
    part = final(Payment).filter(part="instruction").values("root")
    rows = kind.objects.current(upto).filter(day__lte=until, payment__in=part)
    return dict(rows.values_list("payment", "day"))


def _moved(site: str, until: date, workers: Collection[str] | None, upto: Cursor | None) -> list[Move]:
    rows = SavingsMoved.objects.current(upto).filter(site=site, day__lte=until)
    columns = ("worker", "day", "what", "amount", "paper")
    return [
        Move(worker, day, what.replace("_", " "), -amount if what == "paid_out" else amount, paper)
        for worker, day, what, amount, paper in _only(rows, workers).values_list(*columns)
    ]
