"""jornal and the oracle side by side: every case, then random months, cell by cell."""

import copy
import os
import pprint
import tomllib

import pytest

from jornal.actions.cases import run_case
from oracle.calculator import answer
from oracle.files import case_files
from oracle.months import month

HOW_MANY = int(os.environ.get("JORNAL_MONTHS", "2000"))
FIRST = int(os.environ.get("JORNAL_FIRST_MONTH", "1"))
PARTS = ("earning", "top_up", "bonus", "deduction", "own", "instruction")
TALLY = ("credited", "days_carried", "minutes_carried", "status")
BATCHES = 20


def cells_of_jornal(raw: dict) -> dict:
    found = run_case(copy.deepcopy(raw), raw["id"])
    tallies = {
        ("tally", str(place), "credited"): credited for place, (credited, _) in enumerate(found.tallies)
    }
    if "contract" not in raw:
        return tallies
    cells: dict = {}
    for line in found.lines:
        if line.part in PARTS:
            cells[line.part, line.kind, line.code] = (
                cells.get((line.part, line.kind, line.code), 0) + line.amount
            )
    cells |= {("total", name, ""): getattr(found, name) for name in ("gross", "own", "in_hand")}
    cells |= {("comparator", name, ""): amount for name, amount in found.comparators.items()}
    cells |= {("stops", stop, ""): 1 for stop in found.faults}
    for tally in found.credit if raw.get("shift") else ():
        cells |= {("credit", key, ""): tally.get(key) for key in TALLY}
    return {cell: amount for cell, amount in cells.items() if amount}


def cells_of_oracle(raw: dict) -> dict:
    found = answer(raw)
    tallies = {("tally", str(place), "credited"): one["credited"] for place, one in enumerate(found.tallies)}
    if "contract" not in raw:
        return tallies
    cells = {cell: amount for cell, amount in found.cells.items() if cell[0] in PARTS}
    cells |= {("total", name, ""): getattr(found, name) for name in ("gross", "own", "in_hand")}
    cells |= {("comparator", name, ""): amount for name, amount in found.comparators.items()}
    cells |= {("stops", stop, ""): 1 for stop in found.stops}
    if raw.get("shift"):
        cells |= {("credit", key, ""): found.credit.get(key) for key in TALLY}
    return {cell: amount for cell, amount in cells.items() if amount}


def differing(raw: dict) -> dict:
    """Cells that differ, as {cell: (jornal, oracle)}."""
    one, other = cells_of_jornal(raw), cells_of_oracle(raw)
    return {
        cell: (one.get(cell), other.get(cell))
        for cell in sorted({*one, *other})
        if one.get(cell) != other.get(cell)
    }


def still_differs(raw: dict, kind: tuple[str, str]) -> bool:
    """Whether a smaller month still shows a difference of the same kind; one that cannot be read does not."""
    try:
        return any(cell[:2] == kind for cell in differing(raw))
    except Exception:  # noqa: BLE001 - a month cut too far is of no use, whatever it breaks
        return False


def paths(table: dict, at: tuple = ()) -> list[tuple]:
    """Every key and every row of a month, from the outside in."""
    found = []
    for key, value in table.items() if isinstance(table, dict) else enumerate(table):
        found.append((*at, key))
        if isinstance(value, dict | list):
            found += paths(value, (*at, key))
    return found


def without(raw: dict, path: tuple) -> dict:
    """The month without one key or row."""
    smaller = copy.deepcopy(raw)
    place = smaller
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    return smaller


def in_order(cell: tuple) -> tuple:
    """Cells in the order in which pay is computed, so that the first one is the cause."""
    return PARTS.index(cell[0]) if cell[0] in PARTS else len(PARTS), cell


def smallest(raw: dict) -> dict:
    """The month with everything dropped that the difference does not need."""
    kind = min(differing(raw), key=in_order)[:2]
    again = True
    while again:
        again = False
        for path in reversed(paths(raw)):
            if path == ("contract",):
                continue
            try:
                smaller = without(raw, path)
            except (KeyError, IndexError):
                continue
            if still_differs(smaller, kind):
                raw, again = smaller, True
    return raw


def told(raw: dict) -> str:
    small = smallest(raw)
    shown = pprint.pformat(small, width=110)
    return f"{raw['id']}: (jornal, oracle) in {differing(small)}\nThe smallest month that differs:\n{shown}"


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_jornal_and_the_oracle_agree_on_every_case(path):
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    assert differing(raw) == {}


@pytest.mark.parametrize("batch", range(BATCHES))
def test_jornal_and_the_oracle_agree_on_random_months(batch):
    for seed in range(FIRST + batch, FIRST + HOW_MANY, BATCHES):
        raw = month(seed)
        if differing(raw):
            pytest.fail(told(raw), pytrace=False)


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(BATCHES))
def test_jornal_and_the_oracle_agree_on_twenty_thousand_months_more(batch):
    for seed in range(FIRST + HOW_MANY + batch, FIRST + HOW_MANY + 20_000, BATCHES):
        raw = month(seed)
        if differing(raw):
            pytest.fail(told(raw), pytrace=False)
