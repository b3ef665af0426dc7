"""Money out, recorded: to workers, to who takes deductions, to families; received or come back; never after its day."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Literal
from uuid import UUID

from jornal.actions.alone import alone
from jornal.actions.approving import approval_of, found
from jornal.actions.families import followed
from jornal.actions.latepay import unapproved
from jornal.actions.office import Book, Office
from jornal.actions.verb import Row, Verb
from jornal.facts.pay import Approval, Payment, PaymentReceived, PaymentReturned, Run
from jornal.journal import place
from jornal.journal.fact import Fact
from jornal.reads.money import Owed, owed
from jornal.reads.pay import final
from jornal.units.money import Money
from jornal.units.parts import Part
from jornal.units.said import Said

ROLES = ("site_manager", "hq_finance")

Way = Literal["cash", "bank", "prison_account", "mobile", "savings"]


class NotApproved(Said):
    """Money that may not leave yet."""

    def __init__(self, run: Run, part: str) -> None:
        says = (
            "The run of {month} is not approved. Ask headquarters finance for it; or pay her own part against a "
            "signed cash list from {day}, the day it is due."
            if part == "in_hand"
            else "The run of {month} is not approved. Ask headquarters finance for it; deductions and family shares "
            "wait for it; what is hers in hand does not, from the day it is due."
        )
        super().__init__(says, month=run.month, day=run.due_on)


class OnlyByCashList(Said):
    """Pay that goes out without approval by another way than cash."""

    def __init__(self) -> None:
        super().__init__(
            "Without approval, pay that is due goes out in cash against a signed list. Record it "
            "as cash with its paper (way=cash)."
        )


class MoreThanOwed(Said):
    """A payment of more than is open."""

    def __init__(self, one: Owed | None, amount: int, currency: str) -> None:
        says = "{amount} would be paid, and {open} is open for {worker}. Look at `jornal owed`."
        if one is None:
            says = "{amount} would be paid, and nothing is owed there. Look at `jornal owed`."
        still = one and Money(one.open, currency)
        super().__init__(says, amount=Money(amount, currency), open=still, worker=one and one.worker)


class NoSuchPayment(Said):
    """A payment that was not made."""

    def __init__(self, row: "Arrived") -> None:
        super().__init__(
            "There is no payment of {part} to {worker} for {month} that is under way. Look at `jornal owed`.",
            part=Part(row.part), worker=row.worker or Part("anybody"), month=row.month,
        )  # fmt: skip


class ForWhom(Said):
    """An amount without the one it is for."""

    def __init__(self, amount: Money) -> None:
        says = "{amount} would be paid to several at once. Say to whom: worker=, and payee= of a deduction."
        super().__init__(says, amount=amount)


class NotYetOut(Said):
    """Money that is to leave later."""

    def __init__(self, day: date, today: date) -> None:
        super().__init__(
            "{day} is after today, {today}. Record money when it has left, with the day on which it did.",
            day=day, today=today,
        )  # fmt: skip


class Out(Row):
    """Money that left, of a month: to one worker or ("") to everybody who is owed.

    All that is open unless an amount is given, in minor units. `paper` is the list or receipt it is proved with.
    """

    month: str
    day: date
    way: Way
    worker: str = ""
    part: Literal["in_hand", "deduction", "instruction"] = "in_hand"
    payee: str = ""
    amount: int | None = None
    paper: str = ""


class Arrived(Row):
    """A payment that arrived (`proof`: the signed list, the receipt) or came back; without a worker, everybody's."""

    month: str
    day: date
    worker: str = ""
    part: Literal["in_hand", "deduction", "instruction"] = "in_hand"
    payee: str = ""
    proof: str = ""
    reason: Literal["account_closed", "wrong_account", "not_collected", "refused", "other"] = "other"


@alone("site")
def pay_out(office: Office, rows: Sequence[Out]) -> list[Payment]:
    """The payments as recorded; what is paid already is not paid again.

    Where no approval is there on the day pay is due, her own part goes out all the same, in cash against a signed list,
    marked late, with a finding on headquarters. A dispute, a question or a finding that is open holds nothing back. An
    amount that was recorded with this day, way and paper is not recorded twice: a second one has its own paper.
    Raises NothingToApprove, NotApproved, OnlyByCashList, NotYetOut, MoreThanOwed, ForWhom.
    """
    made: list[Fact] = []
    again: list[Payment] = []
    late: dict[str, Run] = {}
    for month, some in _by_month(rows).items():
        run, _ = found(office.site, month)
        approval = approval_of(run)
        sums = owed(run)
        standing = [(one, payment) for one in sums for payment in one.payments]
        for row in some:
            if row.day > office.day:
                raise NotYetOut(row.day, office.day)
            if approval is None:
                _check_unapproved(run, row)
                late[month] = run
            before = _recorded(standing, row)
            again += before
            made += [] if before else _paid(run, row, sums, approval)
    if late:
        made += unapproved(office, late.values())
    recorded = office.put(made, _book(office)) if made else []
    return again + [fact for fact in recorded if isinstance(fact, Payment)]


def _by_month(rows: Sequence[Out]) -> dict[str, list[Out]]:
    found: dict[str, list[Out]] = {}
    for row in rows:
        found.setdefault(row.month, []).append(row)
    return found


def _book(office: Office) -> Book:
    """The site's book where this computer writes it, else headquarters' for the site."""
    ours = place.found(office.book("site")).public_key == office.hand.node.public
    return "site" if ours else "hq_site"


def _recorded(standing: Iterable[tuple[Owed, Payment]], row: Out) -> list[Payment]:
    """The payment of just this amount that stands already: the same form sent twice."""
    if row.amount is None or not row.worker:
        return []
    said = (row.worker, row.part, row.day, row.way, row.paper, row.amount)
    return [
        payment
        for one, payment in standing
        if (one.worker, one.part, payment.day, payment.way, payment.paper, payment.amount) == said
        and row.payee in ("", one.payee)
        and payment.root not in one.returned
    ][:1]


def _paid(run: Run, row: Out, sums: Sequence[Owed], approval: Approval | None) -> list[Payment]:
    """The payments of one row, counted in at once, so that a later row of the same set finds them made."""
    made = []
    meant = _meant(row, sums, run.currency)
    if row.amount is not None and len(meant) > 1:
        raise ForWhom(Money(row.amount, run.currency))
    for one in meant:
        amount = one.open if row.amount is None else row.amount
        if amount <= 0 or amount > one.open:
            raise MoreThanOwed(one, amount, run.currency)
        payment = Payment(
            slip=one.slip, part=one.part, payee=one.payee, number=len(one.payments) + 1, amount=amount,
            day=row.day, way=row.way, paper=row.paper, approval=approval.root if approval else None,
            late=approval is None or row.day > run.due_on,
        )  # fmt: skip
        one.payments.append(payment)
        one.in_transit += amount
        made.append(payment)
    return made


def _check_unapproved(run: Run, row: Out) -> None:
    if row.part != "in_hand" or row.day < run.due_on:
        raise NotApproved(run, row.part)
    if row.way != "cash" or not row.paper:
        raise OnlyByCashList


def _meant(row: Out, sums: Sequence[Owed], currency: str) -> list[Owed]:
    """The sums a row means: of one worker or all, of one payee or all, that are still open."""
    meant = [
        one
        for one in sums
        if one.part == row.part and row.payee in ("", one.payee) and row.worker in ("", one.worker)
    ]
    if not meant:
        raise MoreThanOwed(None, row.amount or 0, currency)
    return [one for one in meant if one.open > 0 or (row.worker and row.amount is not None)]


@alone("site")
def arrived(office: Office, rows: Sequence[Arrived]) -> list[PaymentReceived]:
    """Payments that are shown to have arrived; sent twice, nothing more is recorded. Raises NoSuchPayment."""
    facts = [
        PaymentReceived(payment=payment.root, day=row.day, proof=row.proof)
        for row in rows
        for payment in _under_way(office, row, PaymentReceived)
    ]
    recorded = office.put(facts, _book(office))
    followed(office, [row.month for row in rows if row.part == "instruction"], _book(office))
    return recorded


@alone("site")
def came_back(office: Office, rows: Sequence[Arrived]) -> list[PaymentReturned]:
    """Payments that came back, which are owed again; sent twice, nothing more is recorded. Raises NoSuchPayment."""
    facts = [
        PaymentReturned(payment=payment.root, day=row.day, reason=row.reason)
        for row in rows
        for payment in _under_way(office, row, PaymentReturned)
    ]
    recorded = office.put(facts, _book(office))
    followed(office, [row.month for row in rows if row.part == "instruction"], _book(office))
    return recorded


def _under_way(office: Office, row: Arrived, kind: type[Fact]) -> list[Payment]:
    """The payments that a row means and that nothing was said of yet; none where all of them were told so already.

    One worker's payment may come back although it was shown to have arrived: whoever signed for all was wrong.
    """
    run, _ = found(office.site, row.month)
    if row.day > office.day:
        raise NotYetOut(row.day, office.day)
    some = {
        payment.root: payment
        for one in owed(run, [row.worker] if row.worker else None)
        if one.part == row.part and row.payee in ("", one.payee)
        for payment in one.payments
    }
    here, back = _told(PaymentReceived, some), _told(PaymentReturned, some)
    left = [payment for root, payment in some.items() if root not in here | back]
    if not left and kind is PaymentReturned and row.worker and not _same_day(back, row):
        left = [payment for root, payment in some.items() if root in here - back][-1:]
    if not left and not (back if kind is PaymentReturned else here):
        raise NoSuchPayment(row)
    return left


def _same_day(back: Collection[UUID], row: Arrived) -> bool:
    """Whether one came back on this day for this reason: then the form was sent twice."""
    those = final(PaymentReturned).filter(payment__in=list(back), day=row.day, reason=row.reason)
    found: bool = those.exists()
    return found


def _told(kind: type[Fact], payments: Collection[UUID]) -> set[UUID]:
    return set(final(kind).filter(payment__in=list(payments)).values_list("payment", flat=True))


VERBS: dict[str, Verb] = {
    "pay": Verb(Out, pay_out, ROLES, "Record money that left, to one worker or to everybody who is owed."),
    "arrived": Verb(Arrived, arrived, ROLES, "Record that payments arrived: the signed list, the receipt."),
    "came-back": Verb(Arrived, came_back, ROLES, "Record payments that came back; they are owed again."),
}
