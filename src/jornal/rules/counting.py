"""Which days of work or study count for sentence credit, and how many minutes wait to make one."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from jornal.rules.plan import Plan
from jornal.rules.rows import WORKED_KINDS, Shift, Worker
from jornal.terms.credit import Credit

STUDY_KINDS = frozenset({"training", "induction", "class"})


class Left(NamedTuple):
    """Minutes of a row or day that do not count, and the key of the reason."""

    row: str
    day: date
    why: str


class Counted(NamedTuple):
    """Days that count, short minutes that wait to make a day, all minutes looked at, and what was left out."""

    days: int
    minutes_carried: int
    minutes: int
    left_out: tuple[Left, ...]
    dates: frozenset[date] = frozenset()


def counted(
    shifts: Sequence[Shift],
    rule: Credit,
    plan: Plan,
    worker: Worker,
    *,
    carried_minutes: int = 0,
    taken: frozenset[date] = frozenset(),
) -> Counted:
    """The days that count: kind, place and calendar first, then the least and most minutes of a day, then pooling."""
    kinds = STUDY_KINDS if rule.of == "study" else WORKED_KINDS
    asks = bool(taken) or bool(_wrong_place(rule, plan.agreed.site.place))
    by_day: dict[date, int] = {}
    left: list[Left] = []
    rest_days = _rest_days(plan)
    for shift in shifts:
        if shift.kind not in kinds:
            continue
        day = shift.day
        if asks or shift.place or day in rest_days or shift.kind in rule.kinds_excluded:
            why = _why_not(shift, rule, plan, worker, taken)
            if why:
                left.append(Left(shift.id, day, why))
                continue
        by_day[day] = by_day.get(day, 0) + shift.minutes
    return as_days(by_day, rule, carried_minutes, left)


def plainly_counted(
    shifts: Sequence[Shift], worked: Mapping[date, int], rule: Credit, plan: Plan, worker: Worker
) -> tuple[Mapping[date, int], list[Left]] | None:
    """(minutes by day that count, what is left out) of plain work, looking only at Sundays and holidays.

    None where the rule counts other kinds or places than plain work in the site's own place.
    """
    if rule.of == "study" or "work" in rule.kinds_excluded or _wrong_place(rule, plan.agreed.site.place):
        return None
    if rule.rest_days_count == "yes" or _rest_days(plan).isdisjoint(worked):
        return worked, []
    allowed = worker.authorised_rest_days if rule.rest_days_count == "if_authorised" else frozenset()
    barred = (_rest_days(plan) & worked.keys()) - allowed
    left = [Left(one.id, one.day, "rest_day_not_authorised") for one in shifts if one.day in barred]
    return {day: minutes for day, minutes in worked.items() if day not in barred}, left


def _rest_days(plan: Plan) -> frozenset[date]:
    """Sundays and holidays of a plan; kept with it."""
    if "rest_days" not in plan.cache:
        days = [day for day in plan.days if day.weekday() == 6 or day in plan.holidays]
        plan.cache["rest_days"] = frozenset(days)
    return plan.cache["rest_days"]  # type: ignore[return-value]


def as_days(by_day: Mapping[date, int], rule: Credit, carried: int, left: list[Left]) -> Counted:
    """Minutes by day as days that count: the most of a day, the least of a day, then pooling."""
    most, least = rule.day_most_minutes or 24 * 60, rule.day_least_minutes
    longest, shortest = max(by_day.values(), default=0), min(by_day.values(), default=0)
    if rule.unit == "days" and rule.pooling != "hours" and max(least, 1) <= shortest and longest <= most:
        # the common month: every day is long enough to count by itself
        more, rest = divmod(carried, least) if least and rule.pooling == "short_days" else (0, 0)
        return Counted(len(by_day) + more, rest, sum(by_day.values()), tuple(left), frozenset(by_day))
    total, short, full = 0, 0, []
    for day, minutes in by_day.items():
        counted_minutes = min(minutes, most)
        total += counted_minutes
        if minutes and counted_minutes >= least:
            full.append(day)
        else:
            short += counted_minutes
    if rule.unit == "hours":
        minutes, num = total + carried, rule.num if rule.form == "ratio" else 1
        rest = -(
            -(minutes * num % (rule.den * 60)) // max(1, num)
        )  # what is carried is rounded in her favour
        return Counted(len(full), rest, minutes, tuple(left), frozenset(full))
    if rule.pooling != "none" and least:
        pooled, whole = (total, 0) if rule.pooling == "hours" else (short, len(full))
        days, rest = divmod(pooled + carried, least)
        return Counted(whole + days, rest, total, tuple(left), frozenset(by_day))
    if len(full) < len(by_day):
        left = left + [Left("", day, "short_day") for day in sorted(set(by_day) - set(full))]
    return Counted(len(full), 0, total, tuple(left), frozenset(full))


def _wrong_place(rule: Credit, place: str) -> str:
    """The key of the reason why work in a place does not count, or nothing."""
    if place in rule.places_excluded:
        return "place_excluded"
    return "place_not_counted" if rule.places_only and place not in rule.places_only else ""


def _why_not(shift: Shift, rule: Credit, plan: Plan, worker: Worker, taken: frozenset[date]) -> str:
    """The key of the reason why a shift does not count, or nothing."""
    wrong = _wrong_place(rule, shift.place or plan.agreed.site.place)
    if wrong:
        return wrong
    if shift.kind in rule.kinds_excluded:
        return "kind_excluded"
    if shift.day in taken:
        return "work_counted_that_day"
    rest = shift.day.weekday() == 6 or shift.day in plan.holidays
    if rest and (
        rule.rest_days_count == "no"
        or (rule.rest_days_count == "if_authorised" and shift.day not in worker.authorised_rest_days)
    ):
        return "rest_day_not_authorised"
    return ""
