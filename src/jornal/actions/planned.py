"""The hours planned for workers: by the timetable of the workshop, else by that of her contract."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jornal.actions import adopt
from jornal.actions.office import Office
from jornal.facts.organisation import Timetable
from jornal.reads.people import Enrolment, Stay
from jornal.reads.work import contracts_held
from jornal.rules.hours import break_minutes
from jornal.terms.agreed import joined
from jornal.terms.contracts import Contract, Enterprise
from jornal.terms.holidays import holidays
from jornal.terms.hours import Break
from jornal.terms.shapes import read_clock
from jornal.units.clock import MINUTES_OF_DAY
from jornal.units.periods import WEEKDAYS, Period

Breaks = list[tuple[Break, str]]


def adopted_terms(site: str) -> Enterprise | None:
    """The enterprise of a site as its adopted terms have it; None where none were adopted yet."""
    fact = adopt.adopted_for(site)
    return None if fact is None else adopt.terms_of(fact)[0]


def public_holidays(site: str, period: Period) -> frozenset[date]:
    """The public holidays of a period where the site is, by the adopted terms; none where none were adopted."""
    fact = adopt.adopted_for(site)
    if fact is None:
        return frozenset()
    terms, packs = adopt.terms_of(fact)
    here = next((one.jurisdiction for one in terms.site if one.id == site), "")
    return holidays(packs[here].holiday, period.start, period.end) if here else frozenset()


@dataclass(frozen=True)
class Hours:
    """A planned day: `minutes` of work from `starts` to `ends` (minutes after midnight) with an unpaid break in it.

    None is what nobody has said. Past midnight `ends` is 1440 and more.
    """

    minutes: int | None
    starts: int | None = None
    ends: int | None = None
    pause: int | None = None

    def columns(self) -> dict[str, int | None]:
        """The columns of a row that says she worked as planned: the minutes.

        Past midnight start, end and break instead, because the hours of a night are paid by the clock.
        """
        if self.starts is None or self.ends is None or self.ends <= MINUTES_OF_DAY:
            return {"minutes": self.minutes}
        return {"start": self.starts, "end": self.ends % MINUTES_OF_DAY, "pause": self.pause or 0}


class Planned:
    """What is planned for the workers of a site in a period: made once, then asked for each worker and day."""

    def __init__(self, office: Office, period: Period, workers: Collection[str]) -> None:
        self._workshops: dict[str, list[tuple[date, dict[str, int], str]]] = {}
        rows = Timetable.objects.current().filter(site=office.site, since__lt=period.end).order_by("since")
        for workshop, since, week, starts in rows.values_list("workshop", "since", "week", "starts"):
            self._workshops.setdefault(workshop, []).append((since, week, starts))
        contracts, self._pauses = _contracts(office.site)
        held = contracts_held(office.site, period, workers=workers) if contracts else {}
        self._held = held
        # The hours of a day are those of a workshop and a contract; hundreds share them.
        self._minutes: dict[tuple[str, str, date], int | None] = {}
        self._hours: dict[tuple[str, str, date], Hours] = {}
        self._contracts = {worker: contracts.get(contract) for worker, contract in held.items()}

    def shared(self, stay: Enrolment | Stay) -> tuple[str, str]:
        """What the hours of a stay hang on: all stays of one workshop and contract have the same."""
        return stay.workshop, self._held.get(stay.worker, "")

    def minutes(self, stay: Enrolment | Stay, day: date) -> int | None:
        """The minutes planned for a worker where she is enrolled on a day; None where no timetable says it."""
        key = stay.workshop, self._held.get(stay.worker, ""), day
        if key not in self._minutes:
            self._minutes[key] = self._minutes_of(stay, day)
        return self._minutes[key]

    def _minutes_of(self, stay: Enrolment | Stay, day: date) -> int | None:
        weeks = [week for since, week, _ in self._workshops.get(stay.workshop, ()) if since <= day]
        if weeks:
            return int(weeks[-1][WEEKDAYS[day.weekday()]])
        agreed = self.contract(stay.worker)
        return agreed.timetable.minutes(day.weekday()) if agreed and agreed.timetable else None

    def hours(self, stay: Enrolment | Stay, day: date) -> Hours:
        """The same with start, end and the break that her contract's rule takes from a shift of that length."""
        key = stay.workshop, self._held.get(stay.worker, ""), day
        if key not in self._hours:
            self._hours[key] = self._hours_of(stay, day)
        return self._hours[key]

    def _hours_of(self, stay: Enrolment | Stay, day: date) -> Hours:
        minutes, breaks, pause = self.minutes(stay, day), self.breaks(stay.worker), None
        if minutes is not None and breaks is not None:
            pause = break_minutes(minutes + break_minutes(minutes, day, breaks), day, breaks)
        said = [starts for since, _, starts in self._workshops.get(stay.workshop, ()) if since <= day]
        if not minutes or not said or not said[-1]:
            return Hours(minutes, pause=pause)
        starts = read_clock(said[-1])
        return Hours(minutes, starts, starts + minutes + (pause or 0), pause)

    def contract(self, worker: str) -> Contract | None:
        """The contract she works under, as the adopted terms have it; None where there is none."""
        return self._contracts.get(worker)

    def breaks(self, worker: str) -> Breaks | None:
        """The rules of breaks that her contract uses; None where no contract is known."""
        contract = self.contract(worker)
        return None if contract is None else self._pauses[contract.id]


def _contracts(site: str) -> tuple[dict[str, Contract], dict[str, Breaks]]:
    """By id, the contracts of the adopted terms, and the rules of breaks that each of them uses."""
    fact = adopt.adopted_for(site)
    if fact is None:
        return {}, {}
    terms, packs = adopt.terms_of(fact)
    here = next((one.jurisdiction for one in terms.site if one.id == site), "")
    rules = joined(packs[here].rules, terms.rules).pause if here else terms.rules.pause
    named = {row.id: row for row in rules}
    pauses: dict[str, Breaks] = {
        one.id: [(named[use.rule], use.layer) for use in one.uses if use.rule in named]
        for one in terms.contract
    }
    return {one.id: one for one in terms.contract}, pauses
