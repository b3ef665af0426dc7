"""The tally of sentence credit: which days count under the authority's rule, what they give, what is carried."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jornal.rules.plan import Plan
from jornal.rules.rows import WORKED_KINDS, CreditCarry, Month, Shift, Worker
from jornal.terms.credit import Credit
from jornal.units.rounding import rounded

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


class Tally(NamedTuple):
    """One rule's tally over a period.

    `credited` in this period, `credited_before` brought forward. `days_carried` are days (× num where num is above one)
    that gave nothing yet. `status`: counted, none, unknown or gated, with `why` as a key.
    """

    code: str
    rule: Credit | None
    days: int = 0
    minutes: int = 0
    credited: int = 0
    credited_before: int = 0
    days_carried: int = 0
    minutes_carried: int = 0
    status: str = "counted"
    why: str = ""
    left_out: tuple[Left, ...] = ()

    @property
    def segment(self) -> str:
        """The code and the date of its row: each dated row carries its own remainder."""
        return f"{self.code}@{self.rule.since}" if self.rule else self.code


def tallies(month: Month, plan: Plan) -> list[Tally]:
    """One tally per code and dated row in force in the period, each segment with its own remainder.

    Codes come from the authority's paper (several are separated by spaces), else from the site's agreement.
    """
    codes = month.worker.ratio_code.split() or plan.agreed.site.credit.split()
    if not codes:
        return [Tally("", None, status="unknown", why="no_code", minutes=_all_minutes(month))]
    found: list[Tally] = []
    work_dates: frozenset[date] = frozenset()
    for code in codes:
        rows = [row for row in plan.agreed.credit.get(code, ()) if _in_period(row, month)]
        if not rows:
            found.append(Tally(code, None, status="unknown", why="no_rule", minutes=_all_minutes(month)))
        for row in sorted(rows, key=lambda one: one.since) if len(rows) > 1 else rows:
            one, dates = _tally(row, month, plan, work_dates)
            found.append(one)
            if len(codes) > 1 and row.of in ("work", "public_work"):
                work_dates |= dates
    return found


def _in_period(row: Credit, month: Month) -> bool:
    return row.since < month.period.end and (row.until is None or row.until >= month.period.start)


def _all_minutes(month: Month) -> int:
    return sum(shift.minutes for shift in month.shifts if shift.kind in WORKED_KINDS)


def _tally(
    rule: Credit, month: Month, plan: Plan, work_dates: frozenset[date]
) -> tuple[Tally, frozenset[date]]:
    shifts: Sequence[Shift] = month.shifts
    if rule.since > month.period.start or rule.until is not None:
        until = rule.until or date.max
        shifts = [shift for shift in shifts if rule.since <= shift.day <= until]
    carry = CreditCarry(rule.code)
    for one in month.carry.credit:
        if one.code in (rule.code, f"{rule.code}@{rule.since}"):
            carry = one
    taken = work_dates if rule.of == "study" and rule.stacking == "exclusive" else frozenset()
    days = counted(shifts, rule, plan, month.worker, carried_minutes=carry.minutes, taken=taken)
    status, why = _status(rule, month.worker)
    months = _months(month) if rule.form in ("per_month", "per_semester", "tiers") else 0
    if rule.form in ("per_month", "tiers") and status == "counted":
        status, why = _month_status(rule, month.worker)
    credited, rest = 0, carry.days
    if status in ("counted", "gated"):
        credited, rest = reckoned(
            rule,
            days=days.days,
            minutes=days.minutes,
            months=months,
            carried=carry.days,
            conduct_class=month.worker.conduct_class,
            months_served=(month.worker.months_served or 0) + months,
        )
    if rule.most_days is not None:
        credited = max(0, min(credited, rule.most_days - carry.credited))
    minutes_carried = days.minutes_carried if status in ("counted", "gated") else carry.minutes
    found = Tally(
        rule.code, rule, days.days, days.minutes, credited, carry.credited, rest, minutes_carried, status, why,
        days.left_out,
    )  # fmt: skip
    return found, days.dates


def _months(month: Month) -> int:
    """1 when the period is a whole calendar month that she was there for, else 0."""
    period, worker = month.period, month.worker
    whole = period.start.day == 1 and period.end.day == 1 and (period.end - period.start).days <= 31
    there = (worker.since is None or worker.since <= period.start) and worker.left_on is None
    return int(whole and there)


def _status(rule: Credit, worker: Worker) -> tuple[str, str]:
    if rule.confidence == "K-low" or rule.form == "undefined":
        return "unknown", "rule_undefined"
    if rule.form == "none":
        return "none", "no_credit_rule"
    if rule.custody_excluded and not worker.custody:
        return "unknown", "custody_unknown"
    if worker.custody in rule.custody_excluded:
        return "none", "custody_excluded"
    if rule.gated_by:
        if worker.gating_debt is None:
            return "unknown", "debt_unknown"
        if worker.gating_debt > 0:
            return "gated", "debt_unpaid"
    return "counted", ""


def _month_status(rule: Credit, worker: Worker) -> tuple[str, str]:
    if rule.form == "per_month" and worker.conduct_class not in {one.named for one in rule.classes}:
        return "unknown", "class_unknown"
    if rule.form == "tiers" and worker.months_served is None:
        return "unknown", "months_served_unknown"
    return "counted", ""


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
    return _days(by_day, rule, carried_minutes, left)


def _rest_days(plan: Plan) -> frozenset[date]:
    """Sundays and holidays of a plan; kept with it."""
    if "rest_days" not in plan.cache:
        days = [day for day in plan.days if day.weekday() == 6 or day in plan.holidays]
        plan.cache["rest_days"] = frozenset(days)
    return plan.cache["rest_days"]  # type: ignore[return-value]


def _days(by_day: dict[date, int], rule: Credit, carried: int, left: list[Left]) -> Counted:
    """Minutes by day as days that count: the most of a day, the least of a day, then pooling."""
    most, least = rule.day_most_minutes or 24 * 60, rule.day_least_minutes
    total, short, full = 0, 0, []
    for day, minutes in by_day.items():
        counted_minutes = min(minutes, most)
        total += counted_minutes
        if minutes and counted_minutes >= least:
            full.append(day)
        else:
            short += counted_minutes
    if rule.unit == "hours":
        per = rule.den * 60
        return Counted(len(full), (total + carried) % per, total + carried, tuple(left), frozenset(full))
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


def reckoned(
    rule: Credit,
    *,
    days: int = 0,
    minutes: int = 0,
    months: int = 0,
    carried: int = 0,
    conduct_class: str = "",
    months_served: int = 0,
) -> tuple[int, int]:
    """(days credited, what is carried) for so many days, minutes or months under a rule.

    `ratio`: floor of days × num / den, the rest in days × num; `batch`: num for each full den days. `months` are
    counted months, `months_served` where they end (for tiers).
    """
    if rule.form == "ratio" and rule.unit == "days":
        return divmod(days * rule.num + carried, rule.den)
    if rule.form in ("ratio", "batch") and rule.unit == "hours":
        return minutes // (rule.den * 60) * rule.num, 0
    if rule.form in ("ratio", "batch"):
        full, rest = divmod((months if rule.unit == "months" else days) + carried, rule.den)
        return full * rule.num, rest
    if rule.form == "per_semester":
        full, rest = divmod(months + carried, rule.den)
        return full * rule.num, rest
    if rule.form == "per_month":
        return months * next((one.days for one in rule.classes if one.named == conduct_class), 0), 0
    if rule.form == "tiers":
        first = months_served - months + 1
        return sum(_tier_days(rule, number) for number in range(first, months_served + 1)), 0
    return 0, carried


def _tier_days(rule: Credit, month_number: int) -> int:
    """Days for one month, by how many months were served when it ends."""
    fitting = [tier for tier in rule.tiers if tier.from_month <= month_number]
    return max(fitting, key=lambda tier: tier.from_month).days if fitting else 0


def forfeited(credited: int, rule: Credit) -> int:
    """The most that an authority may take of what was credited, in whole days, rounded down; 0 without such a rule."""
    return 0 if rule.forfeit_at_most is None else rounded(rule.forfeit_at_most * credited, "down")
