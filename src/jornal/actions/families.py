"""Whether what families are sent left in time and is shown to have arrived; and whether savings came when she asked."""

from collections.abc import Iterable
from datetime import date, timedelta

from jornal.actions.approving import found
from jornal.actions.office import Book, Office
from jornal.facts.family import SavingsMoved
from jornal.facts.pay import Finding, Run
from jornal.facts.work import Beneficiary
from jornal.journal.record import corrected
from jornal.reads.money import Owed, owed

SENT, SAVED = "FAM-01", "FAM-04"
"""The controls of money that reaches families whole and soon, and of savings that are there when they are needed."""
DAYS_TO_SEND, DAYS_TO_ARRIVE, DAYS_TO_PAY_OUT = timedelta(10), timedelta(30), timedelta(14)
NOT_SENT = (
    "Of {month}, {late} sums for families had not left ten days after pay was due, and {unshown} left and are not "
    "shown to have arrived within thirty days. Send them, or ask the families."
)
PAID_LATE = "{worker} asked for savings on {asked} and was paid on {day}: more than fourteen days later."


def unsent(office: Office, run: Run, book: Book = "site") -> list[Finding]:
    """What is open of a month's money to families: a finding, opened again or closed as it stands today; none twice.

    One that stands in another book is left to whoever writes that one.
    """
    late, unshown = open_of(run, office.day)
    about = f"families {run.month}"
    tip = Finding.objects.current().filter(site=office.site, control=SENT, about=about).first()
    if tip is not None and tip.book != office.book(book):
        return []
    if not late and not unshown:
        if tip is None or tip.closed_on is not None:
            return []
        return [corrected(tip, "everything left and arrived", closed_on=office.day)]
    facts = {"month": run.month, "late": late, "unshown": unshown}
    if tip is None:
        return [
            Finding(
                site=office.site, control=SENT, about=about, day=office.day, lies_with="site", says=NOT_SENT,
                facts=facts,
            )
        ]  # fmt: skip
    same = tip.closed_on is None and tip.facts == facts
    return [] if same else [corrected(tip, "it stands otherwise now", closed_on=None, facts=facts)]


def followed(office: Office, months: Iterable[str], book: Book) -> None:
    """What families still wait for of these months, as a finding that is opened or closed. Raises NothingToApprove."""
    for month in dict.fromkeys(months):
        run, _ = found(office.site, month)
        office.put(unsent(office, run, book), book)


def open_of(run: Run, day: date) -> tuple[int, int]:
    """How many sums of a month for families have not left in time, and how many left and are not shown to be there."""
    named = set(Beneficiary.objects.current().values_list("beneficiary", flat=True))
    sums = [one for one in owed(run) if one.part == "instruction" and one.payee in named]
    late = sum(1 for one in sums if one.open > 0) if run.due_on + DAYS_TO_SEND < day else 0
    return late, sum(1 for one in sums if _unshown(one, day))


def paid_late(office: Office, facts: Iterable[SavingsMoved]) -> list[Finding]:
    """A finding for each payment out of savings that came later than fourteen days after she asked for it."""
    return [
        Finding(
            site=office.site, control=SAVED, about=f"{one.worker} savings {one.number}", day=one.day, lies_with="site",
            says=PAID_LATE,
            facts={"worker": one.worker, "asked": one.asked_on.isoformat(), "day": one.day.isoformat()},
        )
        for one in facts
        if one.what == "paid_out" and one.asked_on is not None and one.asked_on + DAYS_TO_PAY_OUT < one.day
    ]  # fmt: skip


def _unshown(one: Owed, day: date) -> bool:
    left = [each.day for each in one.payments if each.root not in one.returned]
    return one.in_transit > 0 and bool(left) and min(left) + DAYS_TO_ARRIVE < day
