"""What a month has earned so far: heads, and by day the worked minutes and the base that the floor is held against."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from jornal.rules.exact import Exact
from jornal.rules.heads import Head
from jornal.rules.lines import Fault
from jornal.rules.plan import Priced
from jornal.rules.rows import WORKED_KINDS, Month
from jornal.terms.shapes import Dated


@dataclass(slots=True)
class Earned:
    """A worker's month so far; by day, the straddling week's earlier days included.

    `worked` minutes of every worked kind; `base` and its `pieces_base`, exact; `reduced`: what reduced night hours add
    to the base; `plain`: all time is work in the site's own place; `trace`: rows are asked for;
    `paid_days`: pay of days without work (absences, holidays), outside the base; `out`: days with
    a rate that is not known, left out of the floor's test.
    """

    worked: dict[date, int] = field(default_factory=dict)
    base: dict[date, Exact] = field(default_factory=dict)
    pieces_base: dict[date, Exact] = field(default_factory=dict)
    reduced: dict[date, Exact] = field(default_factory=dict)
    paid_days: dict[date, Exact] = field(default_factory=dict)
    out: set[date] = field(default_factory=set)
    plain: bool = True
    trace: bool = False
    time: list[Head] = field(default_factory=list)
    pieces: list[Head] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def stop(self, worker: str, stops: str, key: str, *, row: str = "", says: dict[str, Any]) -> None:
        """Notes a fault, once for everything it stops."""
        if all(fault.stops != stops for fault in self.faults):
            self.faults.append(Fault(worker, key, tuple(says.items()), row, stops))


class Group:
    """Minutes, pieces or days at one price, with the days and rows they come from."""

    __slots__ = ("days", "exact", "quantity", "rows")

    def __init__(self) -> None:
        self.quantity = 0
        self.exact: Exact = 0
        self.days: set[date] = set()
        self.rows: list[str] = []

    def add(self, quantity: int, exact: Exact, day: date) -> None:
        """So much more of a day."""
        self.quantity += quantity
        self.exact += exact
        self.days.add(day)


class Rule(Protocol):
    """What every row of the hours law has."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...


def add(by_day: dict[date, Exact], day: date, exact: Exact) -> None:
    """More on a day."""
    by_day[day] = by_day.get(day, 0) + exact


def head_of_rate(kind: str, code: str, group: Group, unit: str, price: Priced) -> Head:
    """A head priced by a rate of the contract."""
    return Head(
        kind, code, group.quantity, unit, price.text, group.exact, price.layer, kind, price.source, price.label,
        price.since, price.confidence, (), tuple(group.rows),
    )  # fmt: skip


def head_of_rule(kind: str, group: Group, rate: str, used: tuple[Rule, str, Dated], **facts: Any) -> Head:
    """A head that a row of law or agreement asks for; `used` is the row, its layer here, and its dated value."""
    rule, layer, value = used
    unit = "day" if kind == "rest_pay" else "min"
    return Head(
        kind, rule.id, group.quantity, unit, rate, group.exact, layer, rule.id, value.source, rule.label,
        value.since, value.confidence, tuple(facts.items()), tuple(group.rows),
    )  # fmt: skip


def rows_of(month: Month, earned: Earned, days: Iterable[date]) -> list[str]:
    """The rows of work on some days; none without trace."""
    if not earned.trace:
        return []
    days = set(days)
    return [
        one.id for one in (*month.carry.shifts, *month.shifts) if one.day in days and one.kind in WORKED_KINDS
    ]


def by_since(groups: Iterable[tuple[Priced, Group]]) -> Sequence[tuple[Priced, Group]]:
    """Groups in the order of their rates' dates."""
    return sorted(groups, key=lambda pair: pair[0].since or date.min)
