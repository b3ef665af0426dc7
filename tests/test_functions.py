"""The page of stable functions says what the functions are, and its examples come out as printed."""

import doctest
import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest

PAGE = Path(__file__).parent.parent / "docs" / "functions.md"
TEXT = PAGE.read_text(encoding="utf-8")
ROOMS = ["clock", "identifiers", "money", "periods", "rounding", "splits"]
STABLE = {
    f"{room}.{name}": function
    for room in ROOMS
    for name, function in vars(import_module(f"jornal.units.{room}")).items()
    if inspect.isfunction(function)
    and not name.startswith("_")
    and function.__module__ == f"jornal.units.{room}"
}


def signature(name: str) -> str:
    """The signature as the page writes it: types by their bare names."""
    written = str(inspect.signature(STABLE[name])).replace("'", '"')
    return name + re.sub(r"\b(?:[a-z_]+\.)+([A-Za-z]+)", r"\1", written)


def test_every_example_of_the_page_comes_out_as_printed():
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert tried > 20
    assert not failed


@pytest.mark.parametrize("name", STABLE)
def test_every_function_of_units_is_on_the_page_with_its_signature(name: str):
    assert f"### `{signature(name)}`" in TEXT


def test_every_function_of_the_page_exists():
    assert set(re.findall(r"^### `([a-z]+\.[a-z_]+)\(", TEXT, re.MULTILINE)) == set(STABLE)


@pytest.mark.parametrize("room", ROOMS)
def test_every_fault_of_units_is_named_on_the_page(room: str):
    module = import_module(f"jornal.units.{room}")
    faults = [
        name
        for name, kind in vars(module).items()
        if inspect.isclass(kind) and issubclass(kind, ValueError) and kind.__module__ == module.__name__
    ]
    assert not [name for name in faults if f"`{name}`" not in TEXT]


def test_the_table_of_modes_is_what_rounding_does():
    rounding = import_module("jornal.units.rounding")
    rows = re.findall(r"^\| `(\w+)` \|[^|]*\|([-\d| ]+)\|$", TEXT, re.MULTILINE)
    assert [mode for mode, _ in rows] == list(rounding.MODES)
    for mode, figures in rows:
        tenths = [25, -25, 11, -11, 51]
        assert [int(figure) for figure in figures.split("|")] == [
            rounding.divided(value, 10, mode) for value in tenths
        ]
