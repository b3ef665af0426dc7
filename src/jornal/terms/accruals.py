"""What grows with the time somebody is employed and is owed when she leaves: paid leave, a year-end bonus."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from jornal.terms.shapes import Dated, Layer, Ratio, RatioOrUnknown, Shape


@dataclass(frozen=True, kw_only=True)
class YearDays(Shape):
    """The days of a year from a year of service on, 1 being the first."""

    from_year: int
    days: RatioOrUnknown


@dataclass(frozen=True, kw_only=True)
class AccrualValue(Dated):
    """How many days grow in a year; `years` says otherwise by year of service; `share` is what an unused day pays."""

    days: RatioOrUnknown = None
    years: tuple[YearDays, ...] = ()
    share: Ratio = Fraction(1)

    def of_year(self, number: int) -> Fraction | None:
        """The days of a year of service, 1 being the first; None where nobody knows them."""
        if not self.confirmed:
            return None
        fitting = [one for one in self.years if one.from_year <= number]
        return max(fitting, key=lambda one: one.from_year).days if fitting else self.days


@dataclass(frozen=True, kw_only=True)
class Accrual(Shape):
    """Days that grow with service, each as much as a `counts` of her ordinary week.

    `gives` leave: what she has not taken is paid on her last day. `gives` pay: what grew since 1 January, paid in the
    period with the day `pays_on` ("12-20"; empty: on her last day alone). Whoever was there for less than
    `after_months` has none.
    """

    id: str
    label: str
    layer: Layer
    gives: Literal["leave", "pay"] = "leave"
    counts: Literal["calendar_day", "work_day", "week"] = "work_day"
    after_months: int = 0
    pays_on: str = ""
    value: tuple[AccrualValue, ...]

    def pay_day(self, year: int) -> date | None:
        """The day of a year on which what grew is paid while she stays; None where it waits for her last day."""
        return date.fromisoformat(f"{year}-{self.pays_on}") if self.pays_on else None


def accrual_faults(row: Accrual, raw: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """A day that is none, leave with a pay day, and values that say no days, with their places in the row."""
    if row.pays_on and row.gives == "leave":
        yield (
            ("pays_on",),
            'leave is taken, or paid on her last day. Take `pays_on` out, or write gives = "pay".',
        )
    elif row.pays_on:
        try:
            row.pay_day(2025)
        except ValueError:
            yield (
                ("pays_on",),
                f'"{row.pays_on[:20]}" is not a day of every year. Write month and day, such as "12-20".',
            )
    for number, value in enumerate(row.value):
        written = raw["value"][number]
        if "days" not in written and all(one.from_year > 1 for one in value.years):
            yield (
                ("value", number),
                'it does not say how many `days` a year. Add them; write "unknown" if nobody knows.',
            )
