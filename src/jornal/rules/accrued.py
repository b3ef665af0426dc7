"""What grew with her time here and is owed on her last day: leave she has not taken, her part of a year-end bonus."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from jornal.rules.earned import Earned
from jornal.rules.exact import Exact, shown, whole
from jornal.rules.floors import floor_minute
from jornal.rules.kinds import kind_rule
from jornal.rules.lines import Fault, Line
from jornal.rules.plan import Plan
from jornal.rules.rates import minute_rate
from jornal.rules.rows import Month
from jornal.terms.accruals import Accrual, AccrualValue
from jornal.terms.contracts import Timetable
from jornal.terms.dated import in_force, segments
from jornal.units.periods import Period

ONE_DAY = timedelta(days=1)
NO_RULE = (
    "Nothing here says whether she has a right to paid leave, so none is reckoned for her last day. Where the law, "
    "the authority or a promise gives any, add it to the terms as an accrual and name it in her contract."
)
NO_FIRST_DAY = "{what} is not reckoned: her first day is not known. Write it in."
NO_TIMETABLE = "{what} is not reckoned: her contract plans no hours. Give it a timetable."
NO_DAYS = (
    "{what} is not reckoned for {day} and after: how many days a year is not known. Add them to the terms."
)
NO_PRICE = (
    "{what} is not priced: no rate of hers is known on {day}. Add one to the contract or the rates sheet."
)
FROM_HERE = (
    "{what} is reckoned from {day} on; what is known of it here begins then. If any was left from before, record it as "
    "a sum of its own."
)


@dataclass
class _Reckoning:
    """One accrual of a month up to a day, and what could not be reckoned of it."""

    row: Accrual
    layer: str
    month: Month
    plan: Plan
    last: date
    faults: list[Fault]

    def fault(self, key: str, *, stops: bool = True, **says: date) -> None:
        """Notes what is missing, once."""
        told = (("what", self.row.label), *says.items())
        found = Fault(self.month.worker.code, key, told, "", f"accrued:{self.row.id}" if stops else "")
        if found not in self.faults:
            self.faults.append(found)


def accrued(month: Month, plan: Plan, earned: Earned) -> tuple[list[Line], list[Fault]]:
    """What is owed of every accrual that her contract names, each its own line outside the floor, with its faults.

    Leave on her last day; pay that grew on its day of the year, and on her last day. What was taken beyond what had
    grown is never taken back.
    """
    agreed, left = plan.agreed, month.worker.left_on
    leaves = left is not None and left in month.period
    lines: list[Line] = []
    faults: list[Fault] = []
    for row, layer in agreed.accruals:
        last = left if leaves else _pay_day(row, month)
        if last is not None:
            line = _line(_Reckoning(row, layer, month, plan, last, faults), earned)
            lines += [line] if line else []
    if leaves and not any(row.gives == "leave" for row, _ in agreed.accruals):
        faults.append(Fault(month.worker.code, NO_RULE))
    return lines, faults


def _pay_day(row: Accrual, month: Month) -> date | None:
    """Up to which day an accrual is paid to somebody who stays; None where its day is not in this period."""
    left = month.worker.left_on or date.max
    for year in (month.period.start.year, month.period.end.year):
        day = row.pay_day(year)
        if day is not None and day in month.period and left >= month.period.start:
            return min(date(year, 12, 31), left)
    return None


def _line(of: _Reckoning, earned: Earned) -> Line | None:
    """The line of one accrual; None where nothing is owed of it or it cannot be reckoned."""
    since, row = of.month.worker.since, of.row
    timetable = of.plan.agreed.contract.timetable
    if since is None:
        of.fault(NO_FIRST_DAY)
        return None
    if timetable is None or not any(timetable.week):
        of.fault(NO_TIMETABLE)
        return None
    if _whole_months(since, of.last) < row.after_months or _is_paid(of):
        return None
    first = _first_day(of, since)
    stretches = list(_grown(of, since, first))
    grown = sum((days for days, _ in stretches), Fraction(0)) * _minutes_of_one(row, timetable)
    taken = sum(_taken(of, timetable, first)) if row.gives == "leave" else 0
    minutes = ceil(grown - taken)
    if minutes <= 0 or not stretches:
        return None
    return _priced(of, earned, minutes, (grown, taken, stretches[-1][1]))


def _is_paid(of: _Reckoning) -> bool:
    """Whether this year's pay was paid up to the year's end before this period, on its day."""
    day = of.row.pay_day(of.last.year)
    since = of.month.worker.since
    return day is not None and since is not None and since <= day < of.month.period.start


def _first_day(of: _Reckoning, since: date) -> date:
    """From which day on it grew: her first, the law's first, the year's first, or where her days begin to be known."""
    begins = max(since, min((value.since for value in of.row.value), default=since))
    if of.row.gives == "pay":
        return max(begins, of.last.replace(month=1, day=1))
    known = max(begins, of.month.worker.known_since or begins)
    if known > since:
        of.fault(FROM_HERE, stops=False, day=known)
    return known


def _grown(of: _Reckoning, since: date, first: date) -> Iterator[tuple[Fraction, AccrualValue]]:
    """The days that grew in each year of service, or in this year, by the value in force on each of its days."""
    number = 0
    while (start := _anniversary(since, number)) <= of.last:
        number += 1
        end = _anniversary(since, number)
        if of.row.gives == "pay":  # the calendar's year, cut where a year of service ends
            whole = Period(date(of.last.year, 1, 1), date(of.last.year + 1, 1, 1))
        else:
            whole = Period(start, end)
        begin, stop = max(start, first), min(end, of.last + ONE_DAY)
        if begin >= stop:
            continue
        for stretch, value in segments(of.row.value, Period(begin, stop)):
            if value is None:
                continue
            days = value.of_year(number)
            if days is None:
                of.fault(NO_DAYS, day=stretch.start)
                continue
            yield days * (stretch.end - stretch.start).days / (whole.end - whole.start).days, value


def _taken(of: _Reckoning, timetable: Timetable, first: date) -> Iterator[int]:
    """The minutes of each day of paid leave since then; leave that is not paid takes nothing off."""
    month = of.month
    rows = [*month.worker.leave_before]
    rows += [(one.day, one.minutes) for one in month.shifts if one.kind == "leave"]
    rule = kind_rule(of.plan, "leave")
    for day, minutes in rows:
        value = in_force(rule.value, day) if rule and rule.of != "nothing" else None
        if value is not None and value.confirmed and value.share and first <= day <= of.last:
            yield minutes or timetable.minutes(day.weekday())


def _priced(
    of: _Reckoning, earned: Earned, minutes: int, told: tuple[Fraction, int, AccrualValue]
) -> Line | None:
    """So many minutes at her ordinary minute, as a line that says what had grown and what was taken."""
    row, plan, (grown, taken, value) = of.row, of.plan, told
    day = min(of.last, of.month.period.end - ONE_DAY)
    minute = _ordinary_minute(of, earned, day)
    if minute is None:
        of.fault(NO_PRICE, day=day)
        return None
    exact = minute * value.share
    leave = row.gives == "leave"
    facts = {"grown": ceil(grown), "taken": taken, "until": of.last.isoformat()}
    return Line(
        "earning", "unused_leave" if leave else "accrued_pay", row.id, minutes, "min", shown(exact * 60, plan.parts),
        whole(exact * minutes, plan.parts), of.layer, row.id, value.source, row.label, value.since, value.confidence,
        facts=tuple(facts.items()),
    )  # fmt: skip


def _ordinary_minute(of: _Reckoning, earned: Earned, day: date) -> Exact | None:
    """What a minute of her ordinary week pays on a day, with its paid rest; never less than her floor's minute."""
    month, plan = of.month, of.plan
    contract = plan.agreed.contract
    found: list[Exact | None] = []
    if contract.pays != "piece":
        rate = minute_rate(plan, month.worker.grade, day)
        found.append(None if rate is None else rate * _with_rest(of, day))
    if contract.pays in ("piece", "mixed"):
        start = month.period.start
        minutes = sum(worked for on, worked in earned.worked.items() if on >= start)
        base = sum(
            exact for on, exact in earned.base.items() if on >= start
        )  # with the paid rest of its weeks
        found.append(Fraction(base) / minutes if minutes else None)
    found.append(floor_minute(plan, month.worker.birth_year, day))
    return max((one for one in found if one is not None), default=None)


def _with_rest(of: _Reckoning, day: date) -> Fraction:
    """How much a week is worth with its paid rest day, where that is a line of its own."""
    agreed = of.plan.agreed
    days = sum(1 for minutes in (agreed.contract.timetable or Timetable()).week if minutes)
    share = Fraction(1)
    for rule, _ in agreed.rest_pay:
        value = in_force(rule.value, day)
        if value is not None:
            share += Fraction(1, days if value.part_weeks == "whole" else value.per_days)
    return share


def _minutes_of_one(row: Accrual, timetable: Timetable) -> Fraction:
    """The minutes of her ordinary week that one of its days, or weeks, is worth."""
    week = sum(timetable.week)
    days = sum(1 for minutes in timetable.week if minutes)
    return Fraction(week, {"calendar_day": 7, "work_day": days, "week": 1}[row.counts])


def _whole_months(since: date, last: date) -> int:
    """Whole months from her first day to the end of her last."""
    end = last + ONE_DAY
    return (end.year - since.year) * 12 + end.month - since.month - (end.day < since.day)


def _anniversary(since: date, years: int) -> date:
    """The day on which so many years of service are over; 29 February's is 1 March."""
    try:
        return since.replace(year=since.year + years)
    except ValueError:
        return date(since.year + years, 3, 1)
