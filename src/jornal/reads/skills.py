"""What workers have learned: how far each is with which technique, what comes next, which grade it gives."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from jornal.facts.skills import LEVELS, Assessed, GradeNeeds, Technique
from jornal.reads.people import AT_ONCE, Enrolment, enrolled
from jornal.units.periods import Period

ONE_DAY = timedelta(days=1)
REACHED = ("alone", "can_teach")
"""From here on a technique is hers; before, somebody shows it to her."""


@dataclass(frozen=True)
class Reached:
    """How far somebody is with one technique: the furthest that a piece showed, since when, and when judged last."""

    level: str
    since: date
    last: date

    @property
    def hers(self) -> bool:
        """Whether she does it without anybody beside her."""
        return self.level in REACHED


@dataclass(frozen=True)
class Line:
    """One worker in the rotation: her techniques, the day she last did something new, what comes next for her.

    `new_on` is the last day on which a piece took her further in any technique, her first day where none did. `idle`
    counts the days since. `next` is the first technique in the order that is not hers yet, None where all are.
    """

    worker: str
    since: date
    new_on: date
    idle: int
    next: Technique | None
    cells: tuple[Reached | None, ...]


@dataclass(frozen=True)
class Matrix:
    """A site's workers by techniques, on a day; whoever did nothing new for the longest time stands first."""

    day: date
    techniques: tuple[Technique, ...]
    lines: tuple[Line, ...] = field(default=())


def catalogue(trades: Collection[str] = ()) -> list[Technique]:
    """The techniques of the enterprise in their order; with `trades` those of them and those of every trade."""
    found = Technique.objects.current().order_by("number", "technique")
    return list(found.filter(trade__in=["", *trades]) if trades else found)


def reached(workers: Collection[str], day: date) -> dict[str, dict[str, Reached]]:
    """By worker and technique, how far she was by a day, wherever it was judged; what nobody judged is not there.

    A later piece that shows less takes nothing away: it is told in her history.
    """
    rows = Assessed.objects.current().filter(day__lte=day)
    if len(workers) <= AT_ONCE:
        rows = rows.filter(worker__in=list(workers))
    found: dict[str, dict[str, Reached]] = {}
    in_order = rows.order_by("day", "recorded_at").values_list("worker", "technique", "reached", "day")
    for worker, technique, level, on in in_order:
        mine = found.setdefault(worker, {})
        before = mine.get(technique)
        further = before is None or LEVELS.index(level) > LEVELS.index(before.level)
        mine[technique] = (
            Reached(level, on, on) if before is None or further else Reached(before.level, before.since, on)
        )
    return found


def matrix(site: str, day: date, trades: Collection[str] = ()) -> Matrix:
    """Everybody at work at a site on a day, by every technique of the enterprise, or of the trades of the site."""
    stays = enrolled(site, Period(day, day + ONE_DAY))
    techniques = catalogue(trades)
    found = reached([stay.worker for stay in stays], day)
    lines = [line(stay, techniques, found.get(stay.worker, {}), day) for stay in stays]
    return Matrix(day, tuple(techniques), tuple(sorted(lines, key=lambda one: (-one.idle, one.worker))))


def line(stay: Enrolment, techniques: Sequence[Technique], has: Mapping[str, Reached], day: date) -> Line:
    """One worker's line of the rotation."""
    cells = tuple(has.get(one.technique) for one in techniques)
    new_on = max((one.since for one in has.values() if one.level != "not_yet"), default=stay.since)
    new_on = max(new_on, stay.since)
    ahead = next((one for one, cell in zip(techniques, cells, strict=True) if not (cell and cell.hers)), None)
    return Line(stay.worker, stay.since, new_on, (day - new_on).days, ahead, cells)


def ladder(trade: str) -> list[GradeNeeds]:
    """What the grades of a trade ask for, the lowest first; empty where grades rest on no pieces there."""
    return list(GradeNeeds.objects.current().filter(trade=trade).order_by("number", "grade"))


def earned(rungs: Sequence[GradeNeeds], has: Mapping[str, Reached]) -> GradeNeeds | None:
    """The highest grade whose needs, and those of all below it, are met by judged pieces; None where none is."""
    found = None
    for rung in rungs:
        if lacking(rung, has):
            break
        found = rung
    return found


def lacking(rung: GradeNeeds, has: Mapping[str, Reached]) -> list[str]:
    """The techniques that a grade asks for and that no piece of hers shows so far."""
    least = LEVELS.index(rung.least)
    return [one for one in rung.techniques if one not in has or LEVELS.index(has[one].level) < least]
