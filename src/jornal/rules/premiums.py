"""Premiums on top of ordinary pay: overtime by day or week, night, Sunday, rest day, holiday; and pay for rest days."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from jornal.rules.classes import DAY, cut
from jornal.rules.earnings import Earned, minute_rate
from jornal.rules.exact import Exact, shown
from jornal.rules.heads import Head
from jornal.rules.plan import Plan
from jornal.rules.rows import WORKED_KINDS, Month, Shift
from jornal.terms.dated import in_force
from jornal.terms.hours import Night, NightValue, Overtime, OvertimeValue, Premium, PremiumValue

ONE_DAY = timedelta(days=1)


class Stretch(NamedTuple):
    """Overtime minutes of one day in one tier."""

    day: date
    minutes: int
    tier: int
    value: OvertimeValue


def premium_heads(month: Month, plan: Plan, earned: Earned) -> list[Head]:
    """All premium heads of the period, in the order of docs/pay.md section 2."""
    agreed = plan.agreed
    if not (agreed.overtime or agreed.night or agreed.premium):
        return []
    heads = list(_overtime(month, plan, earned)) if agreed.overtime else []
    for rule, layer in agreed.night:
        heads += _night(month, plan, rule, layer, earned)
    for rule, layer in agreed.premium:
        heads += _day_premium(month, plan, rule, layer, earned)
    return heads


def minute_on(month: Month, plan: Plan, earned: Earned, day: date) -> Exact | None:
    """The price of an ordinary minute on a day: her rate, or on pieces her average of that week."""
    rate = minute_rate(plan, month.worker.grade, day) if plan.agreed.contract.pays != "piece" else None
    if rate is not None:
        return rate
    week = plan.week[day]
    minutes = sum(
        shift.minutes for shift in (*month.carry.shifts, *month.shifts) if shift.kind == "work" and plan.week[shift.day] == week
    )
    pieces = sum(exact for on, exact in earned.pieces_base.items() if plan.week[on] == week)
    return Fraction(pieces) / minutes if minutes and pieces else None


def _days_class(plan: Plan, day: date) -> str:
    if day in plan.holidays:
        return "holiday"
    return "rest_day" if plan.is_rest_day(day) else "ordinary"


def _overtime(month: Month, plan: Plan, earned: Earned) -> Iterator[Head]:
    """Premium heads of overtime; where a rest-day or holiday row has taken minutes of a day, no other row does."""
    rows = plan.agreed.overtime
    special: set[date] = set()
    for on in ("holiday", "rest_day"):
        for rule, layer in rows:
            if rule.on == on:
                stretches = [one for one in _stretches(month, plan, rule, earned) if _days_class(plan, one.day) == on]
                special |= {one.day for one in stretches}
                yield from _priced(month, plan, earned, rule, layer, stretches)
    for rule, layer in rows:
        if rule.on in ("any", "ordinary"):
            stretches = [
                one
                for one in _stretches(month, plan, rule, earned)
                if one.day not in special and (rule.on == "any" or _days_class(plan, one.day) == "ordinary")
            ]
            yield from _priced(month, plan, earned, rule, layer, stretches)


def _stretches(month: Month, plan: Plan, rule: Overtime, earned: Earned) -> Iterator[Stretch]:
    """Overtime minutes in time order, put into tiers. A week's overtime is found in the period in which it ends."""
    if not _may_pass(rule, plan, earned):
        return
    by_week: dict[int, list[date]] = {}
    for day in sorted(earned.worked):
        if rule.on == "ordinary" and _days_class(plan, day) != "ordinary":
            continue
        by_week.setdefault(plan.week[day], []).append(day)
    for week, days in by_week.items():
        value = in_force(rule.value, days[-1])
        if value is None:
            continue
        by_week_rule = value.over_week_minutes is not None or value.tiers_per == "week"
        if by_week_rule and not plan.week_is_tested(week, month.worker.left_on):
            continue
        ordinary, used = 0, 0
        for day in days:
            value = in_force(rule.value, day) or value
            minutes = earned.worked[day]
            over = max(0, minutes - value.over_day_minutes) if value.over_day_minutes is not None else 0
            if value.over_week_minutes is not None:
                plain = minutes - over
                room = max(0, value.over_week_minutes - ordinary)
                over += max(0, plain - room)
                ordinary += plain
            if value.tiers_per == "day":
                used = 0
            if over and (by_week_rule or day >= month.period.start):
                yield from _into_tiers(day, over, used, value)
            used += over


def _may_pass(rule: Overtime, plan: Plan, earned: Earned) -> bool:
    """Whether any day or week could have overtime at all: the common month has none."""
    if not earned.worked:
        return False
    day_limits = [value.over_day_minutes for value in rule.value if value.over_day_minutes is not None]
    if day_limits and max(earned.worked.values()) > min(day_limits):
        return True
    week_limits = [value.over_week_minutes for value in rule.value if value.over_week_minutes is not None]
    if not week_limits:
        return False
    weeks = [0] * len(plan.ends)
    for day, minutes in earned.worked.items():
        weeks[plan.week[day]] += minutes
    return max(weeks) > min(week_limits)


def _into_tiers(day: date, minutes: int, used: int, value: OvertimeValue) -> Iterator[Stretch]:
    """A day's overtime minutes over the tiers, `used` minutes of which are taken already."""
    for number, tier in enumerate(value.tiers):
        if tier.minutes is None:
            yield Stretch(day, minutes, number, value)
            return
        room = max(0, tier.minutes - used)
        taken = min(room, minutes)
        if taken:
            yield Stretch(day, taken, number, value)
        used = max(0, used - tier.minutes)
        minutes -= taken
        if not minutes:
            return


def _priced(month: Month, plan: Plan, earned: Earned, rule: Overtime, layer: str, stretches: list[Stretch]) -> Iterator[Head]:
    """One head per tier and price of the minute."""
    sums: dict[tuple[int, Exact, OvertimeValue], list[Stretch]] = {}
    for one in stretches:
        minute = minute_on(month, plan, earned, one.day)
        if minute is not None and one.value.tiers[one.tier].premium is not None:
            sums.setdefault((one.tier, minute, one.value), []).append(one)
    for (tier, minute, value), found in sums.items():
        premium = value.tiers[tier].premium or Fraction(0)
        minutes = sum(one.minutes for one in found)
        yield Head(
            "overtime", rule.id, minutes, "min", shown(minute * premium * 60, plan.parts), minute * premium * minutes,
            layer, rule.id, value.source, rule.label, value.since, value.confidence,
            (("premium", str(premium)),), _rows(month, {one.day for one in found}),
        )


def _rows(month: Month, days: set[date]) -> tuple[str, ...]:
    return tuple(
        shift.id for shift in (*month.carry.shifts, *month.shifts) if shift.day in days and shift.kind in WORKED_KINDS
    )


def night_minutes(month: Month, plan: Plan, works_as: str) -> dict[date, int]:
    """Night minutes by day, under the night rules of a kind, over the straddling week and the period."""
    found: dict[date, int] = {}
    for rule, _ in plan.agreed.night:
        for shift in (*month.carry.shifts, *month.shifts):
            value = in_force(rule.value, shift.day)
            if shift.kind in WORKED_KINDS and value is not None and value.works_as == works_as:
                parts = cut(shift, (value.start, value.end))
                if parts.first_night + parts.second_night:
                    found[shift.day] = found.get(shift.day, 0) + parts.first_night + parts.second_night
    return found


def _night(month: Month, plan: Plan, rule: Night, layer: str, earned: Earned) -> Iterator[Head]:
    """Night minutes × premium × the ordinary minute, and what a reduced night hour adds."""
    sums: dict[tuple[Exact, NightValue], list[int | set[date]]] = {}
    for day, minutes in night_minutes(month, plan, "premium").items():
        value = in_force(rule.value, day)
        minute = minute_on(month, plan, earned, day)
        if value is None or value.premium is None or minute is None:
            continue
        if value.hour_minutes:
            earned.reduced[day] = earned.reduced.get(day, 0) + _reduced(minute, minutes, value)
            earned.base[day] = earned.base.get(day, 0) + _reduced(minute, minutes, value)
        if day < month.period.start:
            continue
        held = sums.setdefault((minute, value), [0, set()])
        held[0] += minutes  # type: ignore[operator]
        held[1].add(day)  # type: ignore[union-attr]
    for (minute, value), (minutes, days) in sums.items():
        premium = value.premium or Fraction(0)
        about = (layer, rule.id, value.source, rule.label, value.since, value.confidence)
        rows = _rows(month, days)  # type: ignore[arg-type]
        counted = 60 / (value.hour_minutes or Fraction(60))
        yield Head("night", rule.id, minutes, "min", shown(minute * premium * counted * 60, plan.parts),  # type: ignore[arg-type]
                   minute * premium * counted * minutes, *about, (("premium", str(premium)),), rows)  # type: ignore[arg-type,operator]
        if value.hour_minutes:
            exact = _reduced(minute, minutes, value)  # type: ignore[arg-type]
            yield Head("night_hour", rule.id, minutes, "min", shown(exact / Fraction(minutes) * 60, plan.parts),  # type: ignore[arg-type]
                       exact, *about, (("hour_minutes", str(value.hour_minutes)),), rows)


def _reduced(minute: Exact, minutes: int, value: NightValue) -> Exact:
    """What a night hour shorter than 60 minutes adds: so many more hours at the full rate."""
    return minute * minutes * (60 / (value.hour_minutes or Fraction(60)) - 1)


def class_minutes(shift: Shift, plan: Plan, on: str) -> Iterator[tuple[date, int]]:
    """A shift's minutes on days of a class (sunday, rest_day, holiday), cut at midnight."""
    if shift.end is None or shift.end <= DAY:
        if _is(plan, shift.day, on):
            yield shift.day, shift.minutes
        return
    parts = cut(shift, _window(plan, shift.day))
    of_day = ((shift.day, parts.first + parts.first_night), (shift.day + ONE_DAY, parts.second + parts.second_night))
    for day, minutes in of_day:
        if minutes and _is(plan, day, on):
            yield day, minutes


def _window(plan: Plan, day: date) -> tuple[int, int] | None:
    """The night on a day, outside which a break is taken first; None where no night rule is in force."""
    values = [value for rule, _ in plan.agreed.night if (value := in_force(rule.value, day)) is not None]
    return (values[0].start, values[0].end) if values else None


def _days_of(plan: Plan, on: str) -> frozenset[date]:
    """The plan's days of a class, and the days before them, whose shifts may reach into them; kept with the plan."""
    key = ("class", on)
    if key not in plan.cache:
        days = {day for day in (*plan.days, plan.days[-1] + ONE_DAY) if _is(plan, day, on)}
        plan.cache[key] = frozenset(days | {day - ONE_DAY for day in days})
    return plan.cache[key]  # type: ignore[return-value]


def _is(plan: Plan, day: date, on: str) -> bool:
    if on == "sunday":
        return day.weekday() == 6
    return plan.is_rest_day(day) if on == "rest_day" else day in plan.holidays


def _day_premium(month: Month, plan: Plan, rule: Premium, layer: str, earned: Earned) -> Iterator[Head]:
    """The premium of a kind of day, and the paid day itself where the law pays it worked or not."""
    by_day: dict[date, int] = {}
    near = _days_of(plan, rule.on)
    for shift in month.shifts:
        if shift.day in near and shift.kind in WORKED_KINDS and not (rule.unless_substitute and shift.substitute):
            for day, minutes in class_minutes(shift, plan, rule.on):
                by_day[day] = by_day.get(day, 0) + minutes
    sums: dict[tuple[Exact, PremiumValue], list[int | set[date]]] = {}
    for day, minutes in by_day.items():
        value = in_force(rule.value, day)
        priced = day if day in plan.week else max(plan.week)
        minute = minute_on(month, plan, earned, priced)
        if value is None or value.premium is None or minute is None:
            continue
        if value.counts == "day":
            minutes = plan.planned.get(day, 0) or minutes
        held = sums.setdefault((minute, value), [0, set()])
        held[0] += minutes  # type: ignore[operator]
        held[1].add(day)  # type: ignore[union-attr]
    for (minute, value), (minutes, days) in sums.items():
        premium = value.premium or Fraction(0)
        yield Head(rule.on, rule.id, minutes, "min", shown(minute * premium * 60, plan.parts), minute * premium * minutes,  # type: ignore[arg-type,operator]
                   layer, rule.id, value.source, rule.label, value.since, value.confidence,
                   (("premium", str(premium)), ("days", len(days))), _rows(month, days))  # type: ignore[arg-type]
    yield from _paid_days(month, plan, rule, layer, earned)


def _paid_days(month: Month, plan: Plan, rule: Premium, layer: str, earned: Earned) -> Iterator[Head]:
    """The day's own pay for each such day of the period while she is employed: planned minutes, else those worked."""
    sums: dict[tuple[Exact, PremiumValue], list[int]] = {}
    worker = month.worker
    for day, value in _paid_dates(plan, rule):
        if not ((worker.since is None or worker.since <= day) and (worker.left_on is None or day <= worker.left_on)):
            continue
        minutes = plan.planned[day] or earned.worked.get(day, 0)
        minute = minute_on(month, plan, earned, day)
        if minutes and minute is not None:
            if not earned.worked.get(day):
                earned.paid_days[day] = earned.paid_days.get(day, 0) + minute * minutes
            held = sums.setdefault((minute, value), [0, 0])
            held[0] += minutes
            held[1] += 1
    for (minute, value), (minutes, days) in sums.items():
        yield Head(f"{rule.on}_pay", rule.id, minutes, "min", shown(minute * 60, plan.parts), minute * minutes, layer, rule.id,
                   value.source, rule.label, value.since, value.confidence, (("days", days),))


def _paid_dates(plan: Plan, rule: Premium) -> list[tuple[date, PremiumValue]]:
    """The days of the period that a rule pays worked or not; kept with the plan."""
    key = ("paid_dates", rule.id)
    if key not in plan.cache:
        dated = [(day, in_force(rule.value, day)) for day in plan.days if day >= plan.period.start and _is(plan, day, rule.on)]
        plan.cache[key] = [(day, value) for day, value in dated if value is not None and value.paid_day]
    return plan.cache[key]  # type: ignore[return-value]


def rest_pay(month: Month, plan: Plan, earned: Earned) -> tuple[list[Head], list[Head]]:
    """Pay for the weekly rest day, for weeks that end in the period: heads of time, and heads of pieces.

    Days worked ÷ `per_days` of an average day's earnings of that week (LFT 69, 72; DS 012-92-TR art. 1).
    """
    of_time: list[Head] = []
    of_pieces: list[Head] = []
    for rule, layer in plan.agreed.rest_pay:
        for week, end in enumerate(plan.ends):
            if not plan.week_is_tested(week, month.worker.left_on):
                continue
            days = [day for day in earned.worked if plan.week[day] == week and earned.worked[day]]
            days += [day for day in earned.pieces_base if plan.week[day] == week and not earned.worked.get(day)]
            last = max(days, default=None)
            value = in_force(rule.value, last) if last else None
            if value is None or last is None:
                continue
            on_pieces = plan.agreed.contract.pays == "piece"
            if on_pieces and not value.on_pieces:
                continue
            source = earned.pieces_base if on_pieces else earned.base
            week_pay = sum(source.get(day, 0) for day in days)
            if not on_pieces:
                week_pay -= sum(earned.reduced.get(day, 0) for day in days)
                week_pay += sum(exact for day, exact in earned.paid_days.items() if plan.week[day] == week)
            part = 1 if value.part_weeks == "whole" else Fraction(len(days), value.per_days)
            exact = Fraction(week_pay) / len(days) * part if days else Fraction(0)
            if not exact:
                continue
            head = Head("rest_pay", rule.id, len(days), "day", shown(exact / len(days), plan.parts), exact, layer, rule.id,
                        value.source, rule.label, value.since, value.confidence,
                        (("week_ends", end), ("per_days", value.per_days)), _rows(month, set(days)))
            (of_pieces if on_pieces else of_time).append(head)
            earned.base[last] = earned.base.get(last, 0) + exact
    return of_time, of_pieces
