"""A month as it is reported on: of sites of five people or more, and never so that a subtraction tells of fewer."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from jornal.actions.monthfigures import Figures, OfSite, figures
from jornal.actions.office import Office
from jornal.actions.planned import Planned, public_holidays
from jornal.facts.organisation import Site, SiteClosed
from jornal.reads import monthly
from jornal.reads.leavers import OPEN, gone
from jornal.reads.monthly import Events, Stay, Trained
from jornal.reads.people import enrolled
from jornal.rules.published import LEAST_PEOPLE
from jornal.rules.subtracted import People, pooled, told_of
from jornal.units.periods import Period, month

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Learnt:
    """Courses of a month: sessions, minutes of all who came, and in whole fives who came and who got certificates."""

    sessions: int
    minutes: int | None
    people: int
    certificates: int


@dataclass(frozen=True)
class Parted:
    """Who left in the twelve months to a month's end, in whole fives: all, with a plan in time, without, not known.

    Who moved to another site has not left. `any` says whether there was anybody at all.
    """

    any: bool
    people: int
    in_time: int
    without: int
    unknown: int


@dataclass(frozen=True)
class MonthReport:
    """A month beside the month before: of all its sites together, and of each by its label.

    `small` names the sites of fewer than five people, of which nothing about people is told; `waiting` those whose
    month is not issued yet.
    """

    month: str
    before: str
    sites: tuple[tuple[Site, Figures, Figures], ...]
    whole: Figures
    whole_before: Figures
    small: tuple[Site, ...]
    waiting: tuple[Site, ...]
    events: Events
    events_before: Events
    learnt: Learnt
    learnt_before: Learnt
    parted: Parted
    parted_before: Parted

    @property
    def single(self) -> bool:
        """Whether it is about one site."""
        return len(self.sites) + len(self.small) == 1


def month_report(office: Office, of: str, sites: Sequence[str] = ()) -> MonthReport:
    """The report of a month such as "2026-10" on these sites, or on every open one; as it stands on the office's day.

    Raises NotAMonth.
    """
    period = month(of)
    before = month(f"{period.start - ONE_DAY:%Y-%m}")
    chosen = _sites(period, sites)
    stays = monthly.stays()
    planned = {one.site: _planned(replace(office, site=one.site), before, period) for one in chosen}
    then, now = (
        _gathered(office.day, chosen, stays, one, {site: plan[at] for site, plan in planned.items()})
        for at, one in enumerate((before, period))
    )
    tokens = [one.site for one in chosen]
    large = [(one, other) for one, other in zip(now, then, strict=True) if not one.small]
    return MonthReport(
        month=of, before=f"{before.start:%Y-%m}",
        sites=tuple((one.site, figures([one]), figures([other])) for one, other in large),
        whole=figures(now), whole_before=figures(then),
        small=tuple(one.site for one in now if one.small),
        waiting=tuple(one.site for one in now if not one.issued),
        events=monthly.events(tokens, period), events_before=monthly.events(tokens, before),
        learnt=_learnt(tokens, period), learnt_before=_learnt(tokens, before),
        parted=_parted(tokens, period), parted_before=_parted(tokens, before),
    )  # fmt: skip


def _learnt(sites: Sequence[str], period: Period) -> Learnt:
    sessions: list[Trained] = monthly.trained(sites, period)
    people = {who for one in sessions for who in one.workers}
    got = {who for who, _ in monthly.certified(sites, period)}
    parts = []
    for site in sites:
        here = [one for one in sessions if one.site == site]
        parts.append(
            (
                len({who for one in here for who in one.workers}),
                sum(one.minutes * len(one.workers) for one in here),
            )
        )
    return Learnt(len(sessions), pooled(parts), _fives(len(people)), _fives(len(got)))


def _parted(sites: Sequence[str], period: Period) -> Parted:
    year = Period(period.end.replace(year=period.end.year - 1), period.end)
    left = {one.worker: one.stands for one in gone(sites, year) if one.released or one.stands != "not_due"}
    count = Counter(left.values())
    without = sum(count[one] for one in OPEN)
    return Parted(
        bool(left), _fives(len(left)), _fives(count["in_time"]), _fives(without), _fives(count["unknown"])
    )


def _fives(people: int) -> int:
    return people // LEAST_PEOPLE * LEAST_PEOPLE


def _sites(period: Period, wanted: Sequence[str]) -> list[Site]:
    """The sites that are reported on, by label: those named, or all that were open."""
    closed = SiteClosed.objects.current().filter(day__lt=period.start).values("site")
    rows = Site.objects.current().filter(opened_on__lt=period.end).exclude(site__in=closed).order_by("label")
    return [one for one in rows if not wanted or one.site in wanted]


def _gathered(
    day: date,
    sites: Sequence[Site],
    stays: Sequence[Stay],
    period: Period,
    planned: Mapping[str, Counter[str]],
) -> list[OfSite]:
    """The month of each site."""
    tokens, of = [one.site for one in sites], f"{period.start:%Y-%m}"
    runs = monthly.runs(tokens, of)
    slips, late = monthly.paid(runs), monthly.late(runs, day)
    marked = monthly.marked(tokens, period)
    counted, rejected = monthly.counted(tokens, period), monthly.rejected(tokens, period)
    issued = {one.site for one in runs}
    found = []
    for site in sites:
        here = [one for one in stays if one.site == site.site]
        found.append(
            OfSite(
                site=site, there=_there(here, period), of=_of(here, period), tenure=_tenure(here, period),
                marked=marked[site.site], planned=planned[site.site],
                issued=site.site in issued, slips=[one for one in slips if one.site == site.site],
                late=late.get(site.site, set()), counted=counted[site.site], rejected=rejected[site.site],
            )
        )  # fmt: skip
    return found


def _there(stays: Iterable[Stay], period: Period) -> list[str]:
    """Who was there in a period, the longest there first."""
    here = (one for one in stays if _in(one, period))
    return list(dict.fromkeys(one.worker for one in here))


def _in(stay: Stay, period: Period) -> bool:
    return stay.since < period.end and (stay.left_on is None or stay.left_on >= period.start)


def _of(stays: Sequence[Stay], period: Period) -> People | None:
    """Of whom sums of the site's month are told, after all its months before."""
    if not stays or stays[0].since >= period.end:
        return None
    at, months = month(f"{stays[0].since:%Y-%m}"), []
    while at.start <= period.start:
        months.append(_there(stays, at))
        at = month(f"{at.end:%Y-%m}")
    return told_of(months)[-1]


def _tenure(stays: Iterable[Stay], period: Period) -> list[int]:
    """Since how many days each of them is there, at the end of the period."""
    first: dict[str, date] = {}
    for one in stays:
        if _in(one, period):
            first.setdefault(one.worker, one.since)
    return [(period.end - since).days for since in first.values()]


def _planned(office: Office, before: Period, period: Period) -> tuple[Counter[str], Counter[str]]:
    """The minutes that timetables and contracts plan for each worker in two months that follow one another.

    Public holidays count for nothing.
    """
    both = Period(before.start, period.end)
    stays = enrolled(office.site, both)
    planned = Planned(office, both, {one.worker for one in stays})
    off = public_holidays(office.site, both)
    found = Counter[str](), Counter[str]()
    # Hundreds share their hours and their days, and each day is looked up once for all of them.
    known: dict[Hashable, tuple[int, int]] = {}
    for stay in stays:
        key = planned.shared(stay), stay.since, stay.left_on
        if key not in known:
            sums = [0, 0]
            for day in both:
                if day not in off and day >= stay.since and (stay.left_on is None or day <= stay.left_on):
                    sums[day >= period.start] += planned.minutes(stay, day) or 0
            known[key] = sums[0], sums[1]
        for of, minutes in zip(found, known[key], strict=True):
            of[stay.worker] += minutes
    return found
