"""Shifts written out minute by minute: each knows its calendar day and whether it lies in the night."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from oracle.files import World, clock, in_force, row_days

WORKED = ("work", "training", "induction", "waiting", "rework", "sample", "cleaning", "meeting", "rep_duty")


@dataclass
class Shift:
    """One row on one day. `worked` holds every paid minute: its calendar day, and whether it is a night's."""

    row: str
    day: date
    kind: str
    place: str = ""
    substitute: bool = False
    worked: list[tuple[date, bool]] = field(default_factory=list)
    span: tuple[datetime, datetime] | None = None
    hours_written: bool = True

    @property
    def minutes(self) -> int:
        return len(self.worked)

    @property
    def is_work(self) -> bool:
        return self.kind in WORKED


def night_row(world: World, day: date) -> dict | None:
    """The night's row in force on a day, if the contract uses one."""
    rows = [in_force(rule["value"], day) for rule in world.used("night")]
    return next((row for row in rows if row), None)


def night_minutes(night: dict | None) -> set[int]:
    """The minutes of the local day that lie in the night."""
    if night is None:
        return set()
    start, end = clock(night["start"]), clock(night["end"])
    return {
        minute
        for minute in range(1440)
        if (start <= minute < end if start < end else minute >= start or minute < end)
    }


def shifts(world: World, rows: list[dict]) -> list[Shift]:
    """Every row of attendance as shifts in order of time; overlapping ones are faults and left out."""
    found = [shift(world, row, number, day) for number, row in enumerate(rows) for day in row_days(row)]
    clashing = set()
    timed = [one for one in found if one.span]
    for one in timed:
        for other in timed:
            if one is not other and one.span[0] < other.span[1] and other.span[0] < one.span[1]:
                clashing.add(one.row)
    if clashing:
        world.faults.add("pay")
    kept = [one for one in found if one.row not in clashing]
    return sorted(kept, key=lambda one: (one.day, one.span[0].timestamp() if one.span else 0))


def shift(world: World, row: dict, number: int, day: date) -> Shift:
    """One row on one day, its break taken out."""
    found = Shift(
        f"{number}:{day}", day, row.get("kind", "work"), row.get("place", ""), row.get("substitute", False)
    )
    if "start" in row:
        timed(world, row, found)
    elif "hours" in row:
        hours, _, minutes = str(row["hours"]).partition(":")
        found.worked = [(day, False)] * (int(hours) * 60 + int(minutes or 0))
    else:
        found.hours_written = False
        if not found.is_work:
            found.worked = [(day, False)] * world.planned(day)
    return found


def timed(world: World, row: dict, found: Shift) -> None:
    """The minutes that passed in the world between two wall times, with their local day, less the break."""
    start, end = clock(row["start"]), clock(row["end"])
    over = 0 if end > start else 1
    midnight = datetime(found.day.year, found.day.month, found.day.day, tzinfo=world.zone)
    begins = at(midnight, start).astimezone(UTC)
    ends = at(midnight + timedelta(days=over), end).astimezone(UTC)
    found.span = (begins, ends)
    night, zone = night_minutes(night_row(world, found.day)), world.zone
    passed = int((ends - begins).total_seconds()) // 60
    every = []
    for place in range(passed):
        wall = (begins + timedelta(minutes=place)).astimezone(zone)
        every.append((wall.date(), wall.hour * 60 + wall.minute in night))
    pause = row["pause"] if "pause" in row else break_of(world, found.day, passed)
    if pause >= passed:
        world.faults.add("pay")
        pause = passed
    outside = [place for place, (_, dark) in enumerate(every) if not dark]
    inside = [place for place, (_, dark) in enumerate(every) if dark]
    taken = set((outside + inside)[:pause])
    found.worked = [minute for place, minute in enumerate(every) if place not in taken]


def at(midnight: datetime, minutes: int) -> datetime:
    """A wall time of a day, whatever the clock did before it."""
    return midnight.replace(hour=minutes // 60 % 24, minute=minutes % 60) + timedelta(days=minutes // 1440)


def break_of(world: World, day: date, span: int) -> int:
    """Minutes of the break rule with the longest span that this one exceeds; a paid break is left in."""
    rows = [in_force(rule["value"], day) for rule in world.used("pause")]
    fit = [row for row in rows if row and span > row["over_minutes"]]
    if not fit:
        return 0
    row = max(fit, key=lambda one: one["over_minutes"])
    return 0 if row.get("paid") else row["minutes"]
