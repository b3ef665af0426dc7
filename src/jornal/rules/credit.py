"""The tally of sentence credit: which days count under the authority's rule, what they give, what is carried."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from jornal.rules.counting import Counted, Left, as_days, counted, plainly_counted
from jornal.rules.plan import Plan
from jornal.rules.rows import WORKED_KINDS, CreditCarry, Month, Shift, Worker
from jornal.terms.credit import Credit
from jornal.units.rounding import rounded


class Tally(NamedTuple):
    """One rule's tally over a period.

    `credited` in this period, `credited_before` brought forward. `days_carried` gave nothing yet: days × num under a
    ratio, else days or months as counted. `status`: counted, none, unknown or gated, with `why` as a key.
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


def tallies(month: Month, plan: Plan, worked: Mapping[date, int] | None = None) -> list[Tally]:
    """One tally per code and dated row in force in the period, each segment with its own remainder.

    `worked`: the period's minutes by day, where all time is work in the site's own place. Codes come from the
    authority's paper (several are separated by spaces), else from the site's agreement.
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
            one, dates = _tally(row, month, plan, work_dates, worked)
            found.append(one)
            if len(codes) > 1 and row.of in ("work", "public_work"):
                work_dates |= dates
    return found


def _in_period(row: Credit, month: Month) -> bool:
    return row.since < month.period.end and (row.until is None or row.until >= month.period.start)


def _all_minutes(month: Month) -> int:
    return sum(shift.minutes for shift in month.shifts if shift.kind in WORKED_KINDS)


def _tally(
    rule: Credit, month: Month, plan: Plan, work_dates: frozenset[date], worked: Mapping[date, int] | None
) -> tuple[Tally, frozenset[date]]:
    carry = CreditCarry(rule.code)
    for one in month.carry.credit:
        if one.code in (rule.code, f"{rule.code}@{rule.since}"):
            carry = one
    taken = work_dates if rule.of == "study" and rule.stacking == "exclusive" else frozenset()
    days = _counted(rule, month, plan, (carry.minutes, taken), worked)
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


def _counted(
    rule: Credit,
    month: Month,
    plan: Plan,
    before: tuple[int, frozenset[date]],
    worked: Mapping[date, int] | None,
) -> Counted:
    """The days of a segment that count; `before` are the minutes brought forward and the days work has taken."""
    carried, taken = before
    shifts: Sequence[Shift] = month.shifts
    if rule.since > month.period.start or rule.until is not None:
        until = rule.until or date.max
        shifts, worked = [shift for shift in shifts if rule.since <= shift.day <= until], None
    if worked is not None and not taken:
        plain = plainly_counted(shifts, worked, rule, plan, month.worker)
        if plain is not None:
            return as_days(plain[0], rule, carried, plain[1])
    return counted(shifts, rule, plan, month.worker, carried_minutes=carried, taken=taken)


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
        per = rule.den * 60
        return (minutes * rule.num // per if rule.form == "ratio" else minutes // per * rule.num), 0
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
