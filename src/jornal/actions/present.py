"""Who is at a site on a day: rows of work are of workers enrolled there."""

from collections.abc import Iterable
from datetime import date, timedelta

from jornal.actions.office import Office
from jornal.reads.people import Enrolment, enrolled
from jornal.units.parts import AND_MORE, Part, Several
from jornal.units.periods import Period
from jornal.units.said import Said

ONE_DAY = timedelta(days=1)


class NotPresent(Said):
    """Rows of workers who are not enrolled at a site on their days."""

    def __init__(self, site: str, pairs: Iterable[tuple[str, date]]) -> None:
        rows = [Part("{worker} on {day}", worker=worker, day=day) for worker, day in sorted(set(pairs))]
        super().__init__(
            "Not enrolled at {site}: {rows}. Nothing was recorded. Correct the code or the day, or "
            "enrol her first, since that day, with `jornal do enrol`.",
            site=site,
            rows=Several(rows, between="; ", more=AND_MORE),
        )


def present(office: Office, pairs: Iterable[tuple[str, date]]) -> dict[tuple[str, date], Enrolment]:
    """For each worker and day, her enrolment at the site. Raises NotPresent naming everybody who is not there."""
    wanted = set(pairs)
    if not wanted:
        return {}
    days = [day for _, day in wanted]
    span = Period(min(days), max(days) + ONE_DAY)
    stays: dict[str, list[Enrolment]] = {}
    for stay in enrolled(office.site, span, workers={worker for worker, _ in wanted}):
        stays.setdefault(stay.worker, []).append(stay)
    found = {}
    for worker, day in wanted:
        for stay in stays.get(worker, ()):
            if stay.since <= day and (stay.left_on is None or day <= stay.left_on):
                found[worker, day] = stay
    missing = wanted - found.keys()
    if missing:
        raise NotPresent(office.site, missing)
    return found
