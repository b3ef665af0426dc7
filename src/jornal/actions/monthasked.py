"""A month's report made up for one reader: figures, what was told by consent, outcomes, and a site's timetable."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from jornal.actions.monthreport import MonthReport, month_report
from jornal.actions.monthwords import Asked, Reader
from jornal.actions.office import Office
from jornal.facts.organisation import Timetable, Workshop
from jornal.journal.vaultlog import Reader as Opening
from jornal.reads.bands import DEPENDANTS, Told, groups, wellbeing
from jornal.reads.outcomes import baseline, outcomes
from jornal.reads.told import quarter_of
from jornal.units.periods import WEEKDAYS, Period, month
from jornal.words.catalogue import Words
from jornal.words.dates import weekday_name
from jornal.words.numbers import Figures

A_MONDAY = date(2026, 1, 5)
A_DAY = timedelta(days=1)


def asked_for(office: Office, of: str, reader: Reader, words: Words) -> Asked:
    """The report of a month at the office's site, or at every site; what is sealed is counted where names are open.

    Whoever funds or oversees is told nothing of groups, but a funder of how many somebody depends on; the authority is
    told neither that nor how work was. Raises NotAMonth.
    """
    report = month_report(office, of, [office.site] if office.site else [])
    period = month(of)
    asked = Asked(report, reader, words, not office.site, quarter=last_quarter(period, office.day))
    if reader == "authority":
        return replace(asked, timetable=_timetable(report, words, period))
    if reader == "funder":
        asked = replace(asked, outcomes=outcomes(office.day), beside=baseline())
    if office.keys is None:
        return asked
    opening = Opening(office.hand.by, "month report", office.hand.now())
    here = [office.site] if office.site else []
    asked = replace(asked, wellbeing=wellbeing(office.keys, opening, asked.quarter, here))
    if not office.site:  # of the whole enterprise alone, so that no site is told by taking the others off
        told = groups(office.keys, opening, office.day)
        depends = Told(told.people, {DEPENDANTS: told.shares.get(DEPENDANTS, ())})
        asked = replace(asked, groups=told if reader == "hq" else None, dependants=depends)
    return asked


def last_quarter(period: Period, day: date) -> str:
    """The last whole quarter that ended by the end of a period and before a day."""
    end = min(period.end, day + A_DAY)
    first = date(end.year, (end.month - 1) // 3 * 3 + 1, 1)
    return quarter_of(first - A_DAY)


def _timetable(report: MonthReport, words: Words, period: Period) -> list[Sequence[str]]:
    """The week of each workshop of a single site, its head first; nothing for several sites."""
    if not report.single:
        return []
    site = report.sites[0][0].site if report.sites else report.small[0].site
    labels = dict(Workshop.objects.current().filter(site=site).values_list("workshop", "label"))
    rows = Timetable.objects.current().filter(site=site, since__lt=period.end).order_by("since")
    last = {one.workshop: one for one in rows}
    names = [weekday_name(A_MONDAY + timedelta(days=number), words.language) for number in range(7)]
    time = Figures(words, "EUR", 2).time
    found: list[Sequence[str]] = [[words.say("Workshop"), words.say("Begins"), *names]]
    for name, one in sorted(last.items()):
        week = [int(one.week.get(day, 0)) for day in WEEKDAYS]
        found.append(
            [
                words.say(labels.get(name, name)),
                one.starts or "–",
                *(time(minutes) if minutes else "–" for minutes in week),
            ]
        )
    return found if last else []
