"""The terms of one contract at one site, gathered for the rules: every row it uses, found by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, TypeVar

from jornal.terms.accruals import Accrual
from jornal.terms.contracts import Contract, Enterprise, Rules, Site, UsedFloor
from jornal.terms.credit import Credit
from jornal.terms.deductions import Step, Waterfall
from jornal.terms.faults import NoSuchRow
from jornal.terms.floors import Floor
from jornal.terms.hours import Break, Holiday, Limit, Night, Overtime, Premium, RestPay
from jornal.terms.packs import Pack

Row = TypeVar("Row")


@dataclass(frozen=True)
class Agreed:
    """Everything the rules need to know of one contract; `scale` is minor units in one major unit.

    Each used row of hours law comes with the layer the contract gives it. `credit` holds the rows of a code
    by date.
    """

    enterprise: str
    model: str
    site: Site
    contract: Contract
    scale: int
    floors: tuple[tuple[UsedFloor, Floor], ...] = ()
    every_floor: dict[str, tuple[Floor, ...]] = field(default_factory=dict)
    overtime: tuple[tuple[Overtime, str], ...] = ()
    night: tuple[tuple[Night, str], ...] = ()
    premium: tuple[tuple[Premium, str], ...] = ()
    rest_pay: tuple[tuple[RestPay, str], ...] = ()
    breaks: tuple[tuple[Break, str], ...] = ()
    limits: tuple[tuple[Limit, str], ...] = ()
    accruals: tuple[tuple[Accrual, str], ...] = ()
    steps: tuple[Step, ...] = ()
    waterfall: Waterfall | None = None
    credit: dict[str, tuple[Credit, ...]] = field(default_factory=dict)
    holidays: tuple[Holiday, ...] = ()
    closed_days: frozenset[date] = frozenset()


def joined(first: Rules, second: Rules) -> Rules:
    """Both sets of rows.

    Where an id stands in both, the second's rows replace the first's (an agreement over a pack).
    """
    kept: dict[str, Any] = {}
    for kind in fields(Rules):
        own = getattr(second, kind.name)
        name = "code" if kind.name == "credit" else "id"
        replaced = {getattr(row, name) for row in own}
        kept[kind.name] = (
            *(row for row in getattr(first, kind.name) if getattr(row, name) not in replaced),
            *own,
        )
    return Rules(**kept)


def agreed(enterprise: Enterprise, site: Site, contract: Contract, pack: Pack, scale: int) -> Agreed:
    """The rows that one contract uses.

    A name that leads nowhere is a NoSuchRow saying which names there are.
    """
    rules = joined(pack.rules, enterprise.rules)
    who = f"Contract {contract.id}"
    floors: dict[str, tuple[Floor, ...]] = {}
    for row in rules.floor:
        floors[row.id] = (*floors.get(row.id, ()), row)
    used = [(use, row) for use in contract.floor for row in _named("floor", floors, use.floor, who)]
    waterfall, steps = _split(rules, contract, who)
    credit: dict[str, tuple[Credit, ...]] = {}
    for rule in rules.credit:
        credit[rule.code] = (*credit.get(rule.code, ()), rule)
    hours = _hours_rows(rules, contract, who)
    return Agreed(
        enterprise=enterprise.id,
        model=enterprise.model,
        site=site,
        contract=contract,
        scale=scale,
        floors=tuple(used),
        every_floor=floors,
        steps=steps,
        waterfall=waterfall,
        credit=credit,
        holidays=pack.holiday,
        **hours,
    )


def _named(kind: str, rows: Mapping[str, Row], name: str, used_by: str) -> Row:
    if name not in rows:
        raise NoSuchRow(kind, name, used_by, rows)
    return rows[name]


def _split(rules: Rules, contract: Contract, who: str) -> tuple[Waterfall | None, tuple[Step, ...]]:
    if not contract.waterfall:
        return None, ()
    waterfall = _named("waterfall", {row.id: row for row in rules.waterfall}, contract.waterfall, who)
    known = {row.id: row for row in rules.step}
    return waterfall, tuple(
        _named("step", known, name, f"Waterfall {waterfall.id}") for name in waterfall.steps
    )


HOURS_KINDS = {
    "overtime": "overtime",
    "night": "night",
    "premium": "premium",
    "rest_pay": "rest_pay",
    "pause": "breaks",
    "limit": "limits",
    "accrual": "accruals",
}
"""The kinds of hours law a contract can use: their key in a file, and where `Agreed` keeps them."""


def _hours_rows(rules: Rules, contract: Contract, who: str) -> dict[str, Any]:
    rows = {row.id: (into, row) for kind, into in HOURS_KINDS.items() for row in getattr(rules, kind)}
    found: dict[str, list[Any]] = {into: [] for into in HOURS_KINDS.values()}
    for use in contract.uses:
        into, row = _named("hours rule", rows, use.rule, who)
        found[into].append((row, use.layer))
    return {into: tuple(kept) for into, kept in found.items()}
