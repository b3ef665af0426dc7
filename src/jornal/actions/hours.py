"""Hours as rows give them: a kind of time, minutes or wall times, and whether they fit among what is recorded."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from jornal.actions.office import Office
from jornal.actions.present import ONE_DAY
from jornal.facts.attendance import Shift
from jornal.facts.organisation import Site
from jornal.reads import attendance
from jornal.rules.hours import shifts_of
from jornal.rules.lines import Fault
from jornal.rules.rows import WORKED_KINDS, Entry
from jornal.terms.kinds import load
from jornal.terms.shapes import read_clock
from jornal.units.clock import MINUTES_OF_DAY
from jornal.units.faults import near
from jornal.units.parts import Part, Several
from jornal.units.periods import Period
from jornal.units.said import Said


class DoNotFit(Said):
    """Hours that overlap others, pass a day, or that no clock showed. `rows` are the faults of the rows themselves."""

    def __init__(self, rows: Sequence[Fault]) -> None:
        told = [
            Part("{worker}, {says}", worker=one.worker, says=Part(one.key, **dict(one.says))) for one in rows
        ]
        super().__init__(
            "Nothing was recorded. {faults}",
            faults=Several(told, between=" ", more=" And {number} more."),
        )
        self.rows = list(rows)


def _kind(text: str) -> str:
    known = [kind.id for kind in load().all]
    if text not in known:
        raise Said(
            "{text} is not a kind of time.{near} Write {known}",
            text=repr(text[:40]),
            near=near(text, known),
            known=", ".join(known),
        )
    return text


def _absence(text: str) -> str:
    if load().is_worked(_kind(text)):
        raise Said(
            "{text} is time worked; a stoppage is lockdown, no_material, order_gap or the like", text=text
        )
    return text


KindOfTime = Annotated[str, AfterValidator(_kind)]
"""A kind of time by its id in terms/kinds.toml."""

KindOfAbsence = Annotated[str, AfterValidator(_absence)]
"""A kind of time that is not worked."""

WallTime = Annotated[int, BeforeValidator(read_clock)]
"""Minutes after midnight from a time of day, such as 08:00."""

Minutes = Annotated[int, Field(ge=0, le=MINUTES_OF_DAY)]
"""Minutes of a day."""


def wall_time(minute: int) -> str:
    """Minutes after midnight as a clock on the wall shows them: 480 is 08:00, 1800 is 06:00 of the next day."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def zone_of(site: str) -> str:
    """The time zone of a site; UTC where the site is not recorded."""
    found = Site.objects.current().filter(site=site).values_list("zone", flat=True).first()
    return str(found or "UTC")


def fit(office: Office, new: Sequence[Shift]) -> dict[tuple[str, date], int]:
    """The minutes worked by each worker on each day of these rows, what was recorded before included.

    Raises DoNotFit for rows that overlap others, pass 24 hours, or give times that the clock of the place never showed.
    """
    if not new:
        return {}
    days = [one.day for one in new]
    workers = {one.worker for one in new}
    span = Period(min(days) - ONE_DAY, max(days) + 2 * ONE_DAY)
    every = {
        worker: {one.id: one for one in rows}
        for worker, rows in attendance.entries(office.site, span, workers=workers).items()
    }
    for one in new:
        entry = entry_of(one)
        every.setdefault(one.worker, {})[entry.id] = entry
    zone, ours = zone_of(office.site), {(one.worker, entry_of(one).id) for one in new}
    worked: dict[tuple[str, date], int] = {}
    faults: list[Fault] = []
    for worker, rows in sorted(every.items()):
        shifts, wrong = shifts_of(list(rows.values()), zone)
        faults += [fault for fault in wrong if (worker, fault.row) in ours]
        for shift in shifts:
            if shift.kind in WORKED_KINDS:
                worked[worker, shift.day] = worked.get((worker, shift.day), 0) + shift.minutes
    if faults:
        raise DoNotFit(faults)
    return {key: worked.get(key, 0) for key in _keys(new)}


def _keys(rows: Iterable[Shift]) -> list[tuple[str, date]]:
    return list(dict.fromkeys((one.worker, one.day) for one in rows))


def entry_of(one: Any) -> Entry:
    """A recorded row as the rules read it; its id is like "shift 2026-10-01 1"."""
    return Entry(
        f"shift {one.day} {one.number}", one.worker, one.day, one.what, one.minutes, one.start, one.end, one.pause,
        one.place, one.trade, one.substitute,
    )  # fmt: skip
