"""What a row of law must hold beyond its shape.

Dates without gaps, figures where they are due, sane limits.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from jornal.terms.accruals import accrual_faults
from jornal.terms.contracts import Rules
from jornal.terms.credit import Credit
from jornal.terms.dated import Flaw, HasDates, flaws
from jornal.terms.deductions import Step
from jornal.terms.floors import Floor
from jornal.terms.hours import Holiday, Overtime
from jornal.terms.rowname import Place
from jornal.units.clock import MINUTES_OF_DAY
from jornal.units.faults import shortened
from jornal.units.periods import FIRST_YEAR, LAST_YEAR

WEEK_MINUTES = 7 * MINUTES_OF_DAY


class Found(NamedTuple):
    """A fault at a place of the raw table."""

    place: Place
    says: str


def row_faults(rules: Rules, raw: Any) -> Iterator[Found]:
    """Everything wrong within single rows, kind by kind."""
    for kind in ("floor", "overtime", "night", "premium", "rest_pay", "pause", "limit", "accrual", "step"):
        for number, row in enumerate(getattr(rules, kind)):
            place: Place = (kind, number)
            yield from dated_faults(row.value, (*place, "value"))
            if not row.value and kind not in ("floor", "step"):
                yield Found(place, f"it has no value. Add a [[{kind}.value]] with its figures and `since`.")
    each: tuple[tuple[str, Callable[[Any, Place, Any], Iterator[Found]]], ...] = (
        ("floor", floor_faults),
        ("overtime", _overtime_faults),
        ("step", step_faults),
        ("credit", _credit_faults),
    )
    for kind, check in each:
        for number, row in enumerate(getattr(rules, kind)):
            yield from check(row, (kind, number), raw[kind][number])
    for number, row in enumerate(rules.accrual):
        for at, says in accrual_faults(row, raw["accrual"][number]):
            yield Found(("accrual", number, *at), says)
    yield from _credit_dates(rules.credit)
    yield from number_faults(raw)


def dated_faults(values: Sequence[HasDates], place: Place) -> Iterator[Found]:
    """Gaps, overlaps and spans that end before they start."""
    for flaw in flaws(values):
        yield Found(place, flaw_says(flaw))


def flaw_says(flaw: Flaw) -> str:
    """A gap or an overlap in words."""
    match flaw.kind:
        case "gap":
            return (
                f"nothing is in force from {flaw.first} to {flaw.last}. "
                "Add a value for these days or correct `until` of the one before."
            )
        case "backwards":
            return f"a value starts on {flaw.first} and ends on {flaw.last}. Correct `since` or `until`."
    return (
        f"two values are in force from {flaw.first} to {flaw.last}. End the first before the second starts."
    )


def floor_faults(floor: Floor, place: Place, raw: Any) -> Iterator[Found]:
    """A floor has amounts, or it is a share of another; never neither, never both."""
    if floor.share_of or floor.unit == "share":
        if not floor.share_of or floor.share is None:
            yield Found(
                place, "a floor that is a share needs both `share_of` and `share`. Add the missing one."
            )
        if floor.value:
            yield Found(place, "it is a share of another floor and has values too. Remove one of the two.")
        return
    if not floor.value:
        yield Found(place, "it has no value. Add a [[floor.value]] with `since` and `amount`.")
    for number, value in enumerate(floor.value):
        written = raw["value"][number]
        at: Place = (*place, "value", number)
        if "amount" not in written and not value.bands:
            yield Found(
                at, 'it has neither `amount` nor `bands`. Add one; write "unknown" if nobody knows it.'
            )
        ages = [band.age_from for band in value.bands]
        if len(set(ages)) < len(ages):
            yield Found((*at, "bands"), "two bands start at the same age. Keep one of them.")


def step_faults(step: Step, place: Place, raw: Any) -> Iterator[Found]:
    """A share says how it is rounded and how much it is; a remainder is what is left and has no figures."""
    if step.takes == "share" and step.rounding is None:
        yield Found(place, 'it takes a share and has no `rounding`. Add one, such as rounding = "half_up".')
    if step.takes == "share" and not step.value:
        yield Found(
            place, "it takes a share and has no value. Add a [[step.value]] with `since` and `share`."
        )
    for number, value in enumerate(step.value):
        at: Place = (*place, "value", number)
        if step.takes == "share" and "share" not in raw["value"][number]:
            yield Found(at, 'it has no `share`. Add it; write "unknown" if nobody knows it.')
        if value.share is not None and value.share > 1:
            yield Found((*at, "share"), "it is more than the whole. Write a share of at most 100 %.")
        if value.least is not None and value.most is not None and value.least > value.most:
            yield Found(at, "`least` is more than `most`. Swap or correct them.")
        if (value.least_base_share is None) != (not value.least_base_floor):
            yield Found(at, "`least_base_share` and `least_base_floor` belong together. Add the missing one.")


def _overtime_faults(rule: Overtime, place: Place, _raw: Any) -> Iterator[Found]:
    for number, value in enumerate(rule.value):
        at: Place = (*place, "value", number)
        if value.over_day_minutes is None and value.over_week_minutes is None:
            yield Found(
                at, "it does not say where overtime starts. Add `over_day_minutes` or `over_week_minutes`."
            )
        if not value.tiers:
            yield Found(at, "it has no tiers. Add at least one premium.")
        if any(tier.minutes is None for tier in value.tiers[:-1]):
            yield Found((*at, "tiers"), "a tier without `minutes` takes all that follows. Put it last.")


def _credit_faults(rule: Credit, place: Place, _raw: Any) -> Iterator[Found]:
    needs = {
        "ratio": rule.num > 0 and rule.den > 0,
        "batch": rule.num > 0 and rule.den > 0,
        "per_semester": rule.num > 0 and rule.den > 0,
        "per_month": bool(rule.classes) or rule.num > 0,
        "tiers": bool(rule.tiers),
    }
    if not needs.get(rule.form, True):
        figures = {"per_month": "`classes`", "tiers": "`tiers`"}.get(
            rule.form, "`num` and `den`, both above 0"
        )
        yield Found(place, f'the form "{rule.form}" needs {figures}. Add what the authority\'s paper says.')
    if rule.day_most_minutes is not None and rule.day_most_minutes < rule.day_least_minutes:
        yield Found(place, "`day_most_minutes` is less than `day_least_minutes`. Swap or correct them.")


def _credit_dates(rows: Sequence[Credit]) -> Iterator[Found]:
    for key in dict.fromkeys((row.code, row.of) for row in rows):
        numbers = [number for number, row in enumerate(rows) if (row.code, row.of) == key]
        yield from dated_faults([rows[number] for number in numbers], ("credit", numbers[-1]))


def holiday_faults(rows: Sequence[Holiday]) -> Iterator[Found]:
    """A holiday is found in exactly one way, on a day that exists."""
    for number, row in enumerate(rows):
        place: Place = ("holiday", number)
        ways = [row.day is not None, row.easter is not None, row.nth is not None, bool(row.dates)]
        if sum(ways) != 1:
            yield Found(
                place, "it needs one of: `month` and `day`; `easter`; `month`, `nth` and `weekday`; `dates`."
            )
        elif (row.day is not None or row.nth is not None) and not 1 <= (row.month or 0) <= 12:
            yield Found((*place, "month"), "the month is missing or not between 1 and 12. Correct it.")
        elif row.day is not None and not _is_a_day(row.month or 1, row.day):
            yield Found((*place, "day"), f"month {row.month} has no day {row.day}. Correct it.")
        elif row.nth is not None and (row.nth not in (1, 2, 3, 4, 5, -1) or row.weekday is None):
            yield Found(
                (*place, "nth"),
                "it needs a `weekday` and an `nth` of 1 to 5, or -1 for the last. Correct it.",
            )
        if row.every_years < 1 or (row.every_years > 1 and row.from_year is None):
            yield Found((*place, "every_years"), "it needs a number above 0 and `from_year`. Correct it.")
        if row.until is not None and row.until < row.since:
            yield Found(place, "it ends before it starts. Correct `since` or `until`.")
        if any(row.id == other.id and row.since == other.since for other in rows[:number]):
            yield Found(place, "the same holiday stands here twice. Remove one.")


def number_faults(raw: Any, place: Place = ()) -> Iterator[Found]:
    """Minutes no day or week has, numbers below zero, years nobody works in.

    At any depth of the raw table.
    """
    if isinstance(raw, dict):
        for key, value in raw.items():
            yield from number_faults(value, (*place, key))
    elif isinstance(raw, list):
        for number, value in enumerate(raw):
            yield from number_faults(value, (*place, number))
    elif type(raw) is date and not FIRST_YEAR <= raw.year <= LAST_YEAR:
        yield Found(
            place, f"the year {raw.year} is not between {FIRST_YEAR} and {LAST_YEAR}. Write the common year."
        )
    elif type(raw) is int:
        key = next((str(step) for step in reversed(place) if isinstance(step, str)), "")
        least, most = _span(key)
        if not least <= raw <= most:
            yield Found(
                place,
                f"{shortened(raw)} is not between {least} and {most}. Correct it.",
            )


def _span(key: str) -> tuple[int, int]:
    if key in ("easter", "nth"):
        return -200, 200
    if key.endswith("minutes") and "day" in key:
        return 0, MINUTES_OF_DAY
    if key.endswith("minutes"):
        return 0, WEEK_MINUTES
    if key in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"):
        return 0, MINUTES_OF_DAY
    return 0, 1_000_000


def _is_a_day(month: int, day: int) -> bool:
    try:
        date(2024, month, day)
    except ValueError:
        return False
    return True
