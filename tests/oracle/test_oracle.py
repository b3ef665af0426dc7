"""The oracle against every case, and its independence of the code it judges."""

import ast
import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from oracle.calculator import Answer, answer
from oracle.files import case_files

SIDE_BY_SIDE = "test_months.py"
OWN_FILES = sorted(path for path in Path(__file__).parent.glob("*.py") if path.name != SIDE_BY_SIDE)


def amount(text: str, scale: int) -> int:
    exact = Fraction(text) * scale
    assert exact.denominator == 1, text
    return int(exact)


def named(found: Answer, name: str) -> int:
    """The sum of all lines of a kind or part, or of kind:code (a beneficiary's after the instruction's)."""
    kind, _, code = name.partition(":")
    return sum(
        value
        for (part, of, cell_code), value in found.cells.items()
        if kind in (part, of) and (not code or code in (cell_code, cell_code.partition(":")[2]))
    )


def differences(raw: dict, found: Answer) -> list[str]:
    """What differs from the case's own expectation."""
    want, told = raw.get("expect", {}), []
    pairs = [
        (key, getattr(found, name))
        for key, name in (("gross", "gross"), ("net", "own"), ("in_hand", "in_hand"))
    ]
    told += [
        f"{key}: {have}" for key, have in pairs if key in want and amount(want[key], found.scale) != have
    ]
    for name, text in want.get("lines", {}).items():
        if amount(text, found.scale) != named(found, name):
            told.append(f"{name}: {named(found, name)}, expected {text}")
    for name, text in want.get("comparators", {}).items():
        have = found.comparators.get(name)
        if (None if text == "unknown" else amount(text, found.scale)) != have:
            told.append(f"{name}: {have}, expected {text}")
    told += [
        f"credit {key}: {found.credit.get(key)}"
        for key, value in want.get("credit", {}).items()
        if found.credit.get(key) != value
    ]
    faults = want.get("faults", {})
    if faults.get("none") and found.stops:
        told.append(f"stops: {found.stops}")
    told += [
        f"does not stop {stop}: {found.stops}" for stop in faults.get("stops", []) if stop not in found.stops
    ]
    for row, have in zip(raw.get("tally", []), found.tallies, strict=True):
        told += [
            f"{row['code']} {key}: {have.get(key)}"
            for key, value in row["expect"].items()
            if have.get(key) != value
        ]
    return told


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_the_oracle_agrees_with_the_case(path):
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    assert differences(raw, answer(raw)) == []


def test_no_two_cases_have_the_same_id():
    ids = [tomllib.loads(path.read_text(encoding="utf-8"))["id"] for path in case_files()]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("path", OWN_FILES, ids=lambda path: path.name)
def test_the_oracle_imports_nothing_of_jornal(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert not any(alias.name.split(".")[0] == "jornal" for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] != "jornal"
