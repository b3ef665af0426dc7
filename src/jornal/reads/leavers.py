"""Who left, and whether a plan for release was offered to her ninety days ahead, by what was on record then."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from jornal.facts.people import Left, WorksFromHome
from jornal.facts.release import ReleaseExpected, ReleasePlan
from jornal.reads.release import AHEAD
from jornal.units.periods import Period, month

Stands = Literal["in_time", "late", "none", "later", "unknown", "not_due"]
OPEN: tuple[Stands, ...] = ("late", "none", "later")


class Gone(NamedTuple):
    """Somebody who left: how it stands with the plan, and when one was offered first.

    `unknown` is neither good nor bad: when she will be released was not told, and no plan was answered. A transfer, and
    whoever is released much later than she left, is `not_due`.
    """

    worker: str
    site: str
    day: date
    released: bool
    stands: Stands
    offered: date | None = None


class Going(NamedTuple):
    """A leaving that is looked at: `known_at` is when it was recorded first; None counts everything on record."""

    worker: str
    site: str
    day: date
    released: bool
    moved: bool = False
    known_at: datetime | None = None


def gone(sites: Collection[str], period: Period) -> list[Gone]:
    """Everybody who left these sites or was released to work from home in a period, once each, by day and worker."""
    within = {"site__in": list(sites), "day__gte": period.start, "day__lt": period.end}
    return _looked_at(Left.objects.current().filter(**within), _home(sites, period))


def gone_from(site: str, worker: str) -> Gone | None:
    """How it stood when a worker left a site last; None for somebody who has not."""
    left = Left.objects.current().filter(site=site, worker=worker)
    found = _looked_at(left, WorksFromHome.objects.current().filter(site=site, worker=worker))
    return found[-1] if found else None


def planned_for(going: Iterable[Going]) -> list[Gone]:
    """How it stands with the plan of each who leaves."""
    some = list(going)
    workers = [one.worker for one in some]
    plans: Any = ReleasePlan.objects.current().filter(worker__in=workers).order_by("day", "seq")
    told: Any = ReleaseExpected.objects.current().filter(worker__in=workers).order_by("told_on", "seq")
    first = _first_recorded([*plans, *told])
    found = []
    for one in some:
        known = [
            (kind, row)
            for kind, rows, on in (("plan", plans, "day"), ("told", told, "told_on"))
            for row in rows
            if row.worker == one.worker and getattr(row, on) <= one.day
            and (one.known_at is None or first[row.root] <= one.known_at)
        ]  # fmt: skip
        mine = [row for kind, row in known if kind == "plan"]
        months = [row.month for kind, row in known if kind == "told"]
        due = month(months[-1]).start - AHEAD if months and months[-1] else None
        offered = mine[0].day if mine else None
        stands = _stands(one, due, offered, mine[-1].answer if mine else "")
        found.append(Gone(one.worker, one.site, one.day, one.released, stands, offered))
    return found


def _stands(one: Going, due: date | None, offered: date | None, answer: str) -> Stands:
    if one.moved:
        return "not_due"
    if offered is None or answer == "later":
        if not one.released and (due is None or due > one.day):
            return "unknown" if due is None else "not_due"
        if offered is not None:
            return "later"
        return "none" if due is not None else "unknown"
    in_time = not one.released or offered <= one.day - AHEAD or (due is not None and offered <= due)
    return "in_time" if in_time else "late"


def _looked_at(left: Any, home: Any) -> list[Gone]:
    rows = [*left, *home]
    first = _first_recorded(rows)
    some: dict[tuple[str, str, date | None], Going] = {}  # who is released is released once
    for row in sorted(rows, key=lambda row: (_day(row), row.worker)):
        released = isinstance(row, WorksFromHome) or row.reason == "release"
        moved = isinstance(row, Left) and row.reason == "transfer"
        going = Going(row.worker, row.site, _day(row), released, moved, first[row.root])
        some.setdefault((row.worker, row.site, None if released else going.day), going)
    return sorted(planned_for(some.values()), key=lambda one: (one.day, one.worker))


def _home(sites: Collection[str], period: Period) -> Any:
    within = {"site__in": list(sites), "since__gte": period.start, "since__lt": period.end}
    return WorksFromHome.objects.current().filter(**within)


def _day(row: Left | WorksFromHome) -> date:
    day: date = row.day if isinstance(row, Left) else row.since
    return day


def _first_recorded(rows: Iterable[Any]) -> Mapping[Any, datetime]:
    """When each was recorded first, whatever was corrected since."""
    found: dict[Any, datetime] = {}
    by_kind: dict[type, list[Any]] = {}
    for row in rows:
        by_kind.setdefault(type(row), []).append(row.root)
    for kind, roots in by_kind.items():
        found.update(kind.objects.filter(id__in=roots).values_list("id", "recorded_at"))  # type: ignore[attr-defined]
    return found
