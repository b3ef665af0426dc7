"""The minutes planned for workers: by the timetable of the workshop, else by that of her contract."""

from collections.abc import Collection
from datetime import date

from jornal.actions import adopt
from jornal.actions.office import Office
from jornal.facts.organisation import Timetable
from jornal.reads.people import Enrolment
from jornal.reads.work import contracts_in_force
from jornal.terms.contracts import Enterprise
from jornal.terms.contracts import Timetable as Agreed
from jornal.units.periods import WEEKDAYS, Period


def adopted_terms(site: str) -> Enterprise | None:
    """The enterprise of a site as its adopted terms have it; None where none were adopted yet."""
    fact = adopt.adopted_for(site)
    return None if fact is None else adopt.terms_of(fact)[0]


class Planned:
    """What is planned for the workers of a site in a period: made once, then asked for each worker and day."""

    def __init__(self, office: Office, period: Period, workers: Collection[str]) -> None:
        self._workshops: dict[str, list[tuple[date, dict[str, int]]]] = {}
        rows = Timetable.objects.current().filter(site=office.site, since__lt=period.end).order_by("since")
        for workshop, since, week in rows.values_list("workshop", "since", "week"):
            self._workshops.setdefault(workshop, []).append((since, week))
        terms = adopted_terms(office.site)
        tables = {one.id: one.timetable for one in terms.contract} if terms else {}
        contracts = contracts_in_force(office.site, period, workers=workers) if tables else {}
        self._contracts = {worker: tables.get(contract) for worker, (contract, _) in contracts.items()}

    def minutes(self, stay: Enrolment, day: date) -> int | None:
        """The minutes planned for a worker where she is enrolled on a day; None where no timetable says it."""
        weeks = [week for since, week in self._workshops.get(stay.workshop, ()) if since <= day]
        if weeks:
            return int(weeks[-1][WEEKDAYS[day.weekday()]])
        agreed: Agreed | None = self._contracts.get(stay.worker)
        return None if agreed is None else agreed.minutes(day.weekday())
