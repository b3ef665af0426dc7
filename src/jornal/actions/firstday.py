"""Where one person of the list stands on the first day kept here: what her last run leaves, else what the list says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jornal.actions import lastrun
from jornal.actions.office import Office
from jornal.facts.pay import Slip
from jornal.facts.people import OpeningBalance
from jornal.journal.canon import canonical
from jornal.journal.record import corrected, record
from jornal.rules.rows import Carry
from jornal.sheets.people import Person


@dataclass(frozen=True)
class Opening:
    """One person on the first day: her row of the list, and what her last run leaves (None where she is in none).

    `leave` is what all runs tell of her leave.
    """

    office: Office
    person: Person
    day: date
    carried: Carry | None
    source: str
    leave: lastrun.Row

    @property
    def code(self) -> str:
        """Her code."""
        return self.person.worker.code

    def sealed(self, field: str, text: str, owner: str = "") -> str:
        """Text under her key, or under that of whoever else owns it. Raises Locked."""
        return self.office.opened().seal(owner or self.code, field, text)


def added(at: Opening) -> list[OpeningBalance]:
    """What a run leaves to somebody whom the register has without one: as a correction, or as her first balance."""
    if at.carried is None or is_refused(at):
        return []
    told, tip = balance(at), _standing(at)
    if tip is None:
        return at.office.put([told])
    if tip.week:  # it was read already
        return []
    names = ("year_to_date", "credit", "source", "owed_back", "week")
    now = corrected(tip, f"{at.source} was read", **{name: getattr(told, name) for name in names})
    return record([now], at.office.site, at.office.hand)


def is_refused(at: Opening) -> bool:
    """Whether what a run leaves her is not for this register, which knows where she stood or has paid her."""
    if at.carried is None or _standing(at) is not None:
        return False
    here = {"worker": at.code, "book": at.office.site}
    return Slip.objects.filter(**here).exists() or OpeningBalance.objects.filter(**here).exists()


def settled(site: str) -> set[str]:
    """Everybody of a site who needs no run any more: one was read for her, or she was paid here."""
    read = OpeningBalance.objects.current().filter(book=site).exclude(week={})
    return {*read.values_list("worker", flat=True), *_paid(site)}


def _paid(site: str) -> Iterable[str]:
    return Slip.objects.filter(book=site).values_list("worker", flat=True).distinct()


def _standing(at: Opening) -> OpeningBalance | None:
    here = {"worker": at.code, "book": at.office.site, "day": at.day}
    return OpeningBalance.objects.current().filter(**here).first()


def balance(at: Opening) -> OpeningBalance:
    """Her opening balance, not recorded: what her last run leaves, else the year so far and the tally of the list."""
    carry = at.carried or at.person.opening
    year = carry.year_to_date if at.carried is None or carry.year == at.day.year else {}
    credit = [one._asdict() for one in carry.credit]
    return OpeningBalance(
        worker=at.code, day=at.day, site=at.office.site, year_to_date=dict(year), savings=at.person.savings,
        credit=at.sealed("credit", canonical({"carry": credit})) if credit else "", source=at.source,
        owed_back=carry.owed_back,
        week={} if at.carried is None else {**lastrun.week(carry), "leave": at.leave},
    )  # fmt: skip
