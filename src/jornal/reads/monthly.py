"""A month of many sites at once, as its report counts it: who was there, hours, slips, stops, pieces, and the rest."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import OuterRef, Subquery, Sum

from jornal.facts.attendance import Shift
from jornal.facts.courses import Certificate
from jornal.facts.kits import ToolCount
from jornal.facts.lots import Lot, LotFinished, LotJudged
from jornal.facts.pay import Finding, Payment, PaymentReturned, Run, RunIssued, Slip
from jornal.facts.people import Enrolled, Left
from jornal.facts.pieces import Pieces, Rejected
from jornal.facts.work import TrainingPlanned
from jornal.reads.pay import final
from jornal.terms.kinds import load
from jornal.units.periods import Period

DAY_MINUTES = 24 * 60
PAID = ("ready", "on_account")


class Stay(NamedTuple):
    """A worker's time at a site; `left_on` is her last day, None while she is there."""

    site: str
    worker: str
    since: date
    left_on: date | None


class Marked(NamedTuple):
    """The rows of a site's days: minutes worked by worker, and days of each kind of absence by kind and worker."""

    minutes: Counter[str]
    absent: defaultdict[str, Counter[str]]


class Paid(NamedTuple):
    """A paid slip of an issued month, as sums are made of it; amounts in minor units."""

    site: str
    worker: str
    currency: str
    gross: int
    deductions: int
    top_up: int
    comparison: dict[str, Any]
    days: int


class Trained(NamedTuple):
    """A session of a course that was held, and who was there."""

    site: str
    course: str
    minutes: int
    workers: tuple[str, ...]


def stays() -> list[Stay]:
    """Every stay at every site, the longest there first."""
    left = Left.objects.current().filter(enrolled=OuterRef("root")).values("day")[:1]
    rows = Enrolled.objects.current().annotate(left_on=Subquery(left)).order_by("since", "worker")
    return [Stay(*row) for row in rows.values_list("site", "worker", "since", "left_on")]


def marked(sites: Collection[str], period: Period) -> dict[str, Marked]:
    """What was marked at each site in a period."""
    found = {site: Marked(Counter(), defaultdict(Counter)) for site in sites}
    kinds = {kind.id: kind.group for kind in load().all}
    columns = ("site", "worker", "what", "minutes", "start", "end", "pause")
    rows = Shift.objects.current().filter(site__in=list(sites), day__gte=period.start, day__lt=period.end)
    for site, worker, what, minutes, start, end, pause in rows.values_list(*columns).iterator(2000):
        if kinds.get(what) != "worked":
            found[site].absent[what][worker] += 1
        elif minutes is None and start is not None and end is not None:
            found[site].minutes[worker] += (end - start) % DAY_MINUTES - (pause or 0)
        else:
            found[site].minutes[worker] += minutes or 0
    return found


def runs(sites: Collection[str], month: str) -> list[Run]:
    """The issued runs of a month."""
    whole = final(RunIssued).values("run")
    return list(final(Run).filter(site__in=list(sites), month=month, root__in=whole))


def paid(of: Iterable[Run]) -> list[Paid]:
    """The slips of these runs that pay something or could."""
    by_root = {one.root: one for one in of}
    rows = final(Slip).filter(run__in=list(by_root), status__in=PAID)
    columns = ("run", "worker", "gross", "deductions", "totals", "comparison")
    found = []
    for run, worker, gross, deductions, totals, comparison in rows.values_list(*columns).iterator(500):
        one = by_root[run]
        days = (one.until - one.since).days + 1
        top_up = int(totals.get("top_up", 0))
        found.append(Paid(one.site, worker, one.currency, gross, deductions, top_up, comparison or {}, days))
    return found


def late(of: Iterable[Run], day: date) -> dict[str, set[str]]:
    """By site, whose own money of these runs was not all out on the day it was due."""
    past = {one.root: one for one in of if one.due_on < day}
    slips = final(Slip).filter(run__in=list(past), in_hand__gt=0)
    back = PaymentReturned.objects.current().values("payment")
    out = (
        Payment.objects.current().filter(part="in_hand", slip__in=slips.values("root")).exclude(root__in=back)
    )
    left: defaultdict[UUID, Counter[date]] = defaultdict(Counter)
    for slip, on, amount in out.values_list("slip", "day", "amount"):
        left[slip][on] += amount
    found: defaultdict[str, set[str]] = defaultdict(set)
    for root, run, worker, due in slips.values_list("root", "run", "worker", "in_hand"):
        if sum(amount for on, amount in left[root].items() if on <= past[run].due_on) < due:
            found[past[run].site].add(worker)
    return found


def counted(sites: Collection[str], period: Period) -> dict[str, dict[str, dict[str, tuple[int, int]]]]:
    """By site and operation, the good pieces and those to be done again of each worker."""
    found: dict[str, dict[str, dict[str, tuple[int, int]]]] = {site: defaultdict(dict) for site in sites}
    rows = Pieces.objects.current().filter(site__in=list(sites), day__gte=period.start, day__lt=period.end)
    sums = rows.order_by().values_list("site", "operation", "worker").annotate(Sum("good"), Sum("rework"))
    for site, operation, worker, good, rework in sums:
        found[site][operation][worker] = (good, rework)
    return found


def rejected(sites: Collection[str], period: Period) -> dict[str, dict[str, Counter[str]]]:
    """By site and operation, how many pieces of each worker were rejected, whatever the cause."""
    found: dict[str, dict[str, Counter[str]]] = {site: defaultdict(Counter) for site in sites}
    first = Pieces.objects.filter(id=OuterRef("pieces"))
    names = ("site", "operation", "worker", "day")
    of: dict[str, Any] = {f"of_{name}": Subquery(first.values(name)) for name in names}
    rows: Any = Rejected.objects.current().annotate(**of)
    rows = rows.filter(of_site__in=list(sites), of_day__gte=period.start, of_day__lt=period.end)
    for site, operation, worker, count in rows.values_list("of_site", "of_operation", "of_worker", "count"):
        found[site][operation][worker] += count
    return found


def trained(sites: Collection[str], period: Period) -> list[Trained]:
    """The sessions that were held."""
    rows = TrainingPlanned.objects.current().filter(
        site__in=list(sites), day__gte=period.start, day__lt=period.end, state="held"
    )
    columns = ("site", "course", "minutes", "workers")
    return [
        Trained(site, course, minutes, tuple(who))
        for site, course, minutes, who in rows.values_list(*columns)
    ]


def certified(sites: Collection[str], period: Period) -> list[tuple[str, str]]:
    """Worker and course of each certificate that was given."""
    rows = Certificate.objects.current().filter(
        site__in=list(sites), day__gte=period.start, day__lt=period.end
    )
    return list(rows.values_list("worker", "course"))


class Events(NamedTuple):
    """What nobody's figures are: findings opened, closed and open at the end; lots opened, finished, judged; tools."""

    found: int
    closed: int
    open: int
    open_lots: int
    finished: int
    judged: int
    tool_counts: int
    tools_missing: int


def events(sites: Collection[str], period: Period) -> Events:
    """What of it came about in a period; `tools_missing` is of the last count of each workshop in it."""
    here = {"site__in": list(sites)}
    within = {"day__gte": period.start, "day__lt": period.end}
    findings = Finding.objects.current().filter(**here)
    lots = Lot.objects.current().filter(**here)
    judged = LotJudged.objects.current().filter(**within, lot__in=lots.values("root"))
    tools = list(
        ToolCount.objects.current().filter(**here, **within).order_by("day", "number")
        .values_list("site", "workshop", "missing")
    )  # fmt: skip
    return Events(
        found=findings.filter(**within).count(),
        closed=findings.filter(closed_on__gte=period.start, closed_on__lt=period.end).count(),
        open=findings.filter(day__lt=period.end).exclude(closed_on__lt=period.end).count(),
        open_lots=lots.filter(opened_on__gte=period.start, opened_on__lt=period.end).count(),
        finished=LotFinished.objects.current().filter(**within, lot__in=lots.values("root")).count(),
        judged=judged.values("lot").distinct().count(),
        tool_counts=len(tools),
        tools_missing=sum({(site, room): missing for site, room, missing in tools}.values()),
    )
