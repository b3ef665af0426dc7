"""What every fault has in common."""

import importlib
import inspect
import pickle
import pkgutil
from datetime import date
from fractions import Fraction

import pytest

import jornal.units
from jornal.units.clock import MissingHour
from jornal.units.faults import NotExact, NotWhole, UnitsFault, near, shortened

MODULES = [
    importlib.import_module(f"jornal.units.{module.name}")
    for module in pkgutil.iter_modules(jornal.units.__path__)
]
ERRORS = [
    kind
    for module in MODULES
    for kind in vars(module).values()
    if inspect.isclass(kind) and issubclass(kind, Exception) and kind.__module__ == module.__name__
]


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_every_fault_of_units_can_be_caught_by_its_ancestor(kind: type):
    assert issubclass(kind, UnitsFault)
    assert issubclass(kind, ValueError)


def test_a_fault_comes_back_whole_from_another_process():
    fault = MissingHour(date(2026, 3, 29), 90, "Europe/London")
    again = pickle.loads(pickle.dumps(fault))
    assert (type(again), str(again)) == (MissingHour, str(fault))
    assert (again.day, again.minute, again.zone) == (date(2026, 3, 29), 90, "Europe/London")


def test_a_fault_names_what_it_was_given_and_what_to_give():
    assert str(NotExact(0.5)) == (
        "0.5 (float): only whole numbers and fractions are exact. Give an int, or a Fraction made from text."
    )
    assert str(NotWhole(Fraction(1, 2))).startswith(
        "Fraction(1, 2) (Fraction): only whole numbers count here."
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("PEM", "'PEM'"),
        ("a\x00\x1b[2J", r"'a\x00\x1b[2J'"),
        ("x" * 1_000_000, "'" + "x" * 39 + "…"),
        (None, "None"),
    ],
)
def test_a_sentence_never_quotes_what_a_screen_cannot_show(value: object, shown: str):
    assert shortened(value) == shown


def test_a_number_too_long_to_read_is_quoted_by_its_length():
    assert shortened(1 << 20_000) == "a number of 20001 bits"


def test_a_misspelt_name_is_answered_with_its_neighbours_whatever_the_case():
    assert near("half-up", ["half_up", "ceiling"]) == " Near: half_up."
    assert near("MONDAI", ["monday", "sunday"]).startswith(" Near: monday")
    assert near("zzz", ["monday"]) == ""
