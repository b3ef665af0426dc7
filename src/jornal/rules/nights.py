"""Night minutes: a premium on pay, a shorter night hour, or a higher floor."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from jornal.rules.classes import cut
from jornal.rules.earned import Earned, Group, add, head_of_rule, rows_of
from jornal.rules.exact import Exact, shown
from jornal.rules.heads import Head
from jornal.rules.plan import Plan
from jornal.rules.rates import minute_on
from jornal.rules.rows import WORKED_KINDS, Month
from jornal.terms.dated import in_force
from jornal.terms.hours import NightValue


def window(plan: Plan, day: date) -> tuple[int, int] | None:
    """The night on a day, outside which a break is taken first; None where no night rule is in force."""
    values = [value for rule, _ in plan.agreed.night if (value := in_force(rule.value, day)) is not None]
    return (values[0].start, values[0].end) if values else None


def night_minutes(month: Month, plan: Plan, works_as: str) -> dict[date, int]:
    """Night minutes by day under the night rules of a kind, over the straddling week and the period."""
    found: dict[date, int] = {}
    for rule, _ in plan.agreed.night:
        for shift in (*month.carry.shifts, *month.shifts):
            value = in_force(rule.value, shift.day)
            if shift.start is None or shift.kind not in WORKED_KINDS or value is None:
                continue
            if value.works_as == works_as:
                parts = cut(shift, (value.start, value.end))
                minutes = parts.first_night + parts.second_night
                if minutes:
                    found[shift.day] = found.get(shift.day, 0) + minutes
    return found


def nights(month: Month, plan: Plan, earned: Earned) -> Iterator[Head]:
    """Night minutes × premium × the ordinary minute, and what a reduced night hour adds."""
    by_day = night_minutes(month, plan, "premium") if plan.agreed.night else {}
    for rule, layer in plan.agreed.night if by_day else ():
        groups: dict[tuple[Exact, int], tuple[NightValue, Group]] = {}
        for day, minutes in sorted(by_day.items()):
            value = in_force(rule.value, day)
            minute = minute_on(month, plan, earned, day)
            if value is None or value.premium is None or minute is None or value.works_as != "premium":
                continue
            added = minute * minutes * (_longer(value) - 1)
            if added:
                add(earned.reduced, day, added)
                add(earned.base, day, added)
            if day >= month.period.start:
                group = groups.setdefault((minute, id(value)), (value, Group()))[1]
                group.add(minutes, minute * minutes, day)
        for (minute, _), (value, group) in groups.items():
            group.rows = rows_of(month, earned, group.days)
            yield from _heads(plan, (rule, layer, value), group, minute)


def _longer(value: NightValue) -> Fraction:
    """How much a night minute counts: 60 over the minutes of a night hour."""
    return 60 / (value.hour_minutes or Fraction(60))


def _heads(plan: Plan, used: tuple, group: Group, minute: Exact) -> Iterator[Head]:  # type: ignore[type-arg]
    """The premium of the night, and the pay of the minutes that a shorter night hour adds."""
    value, plain = used[2], group.exact
    share = (value.premium or Fraction(0)) * _longer(value)
    group.exact = plain * share
    yield head_of_rule(
        "night", group, shown(minute * share * 60, plan.parts), used, premium=str(value.premium)
    )
    more = _longer(value) - 1
    if more:
        group.exact = plain * more
        rate = shown(minute * more * 60, plan.parts)
        yield head_of_rule("night_hour", group, rate, used, hour_minutes=str(value.hour_minutes))
