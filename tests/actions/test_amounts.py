"""A sum is written in minor units; one with a point was meant in major units and is refused."""

import pytest
from pydantic import TypeAdapter, ValidationError

from jornal.actions.amounts import Minor, MinorOrUnknown


@pytest.mark.parametrize(("text", "amount"), [("500000", 500_000), ("0", 0), (7, 7)])
def test_digits_are_minor_units(text, amount):
    assert TypeAdapter(Minor).validate_python(text) == amount


@pytest.mark.parametrize("text", ["5000.00", "5,000", "5 000", "-1", "", "1e3", "unknown", 2.5])
def test_anything_else_is_refused(text):
    with pytest.raises(ValidationError):
        TypeAdapter(Minor).validate_python(text)


def test_a_sum_may_be_unknown_where_a_paper_gives_none():
    unknown, known = (TypeAdapter(MinorOrUnknown).validate_python(text) for text in ("unknown", "12"))
    assert (unknown, known) == (None, 12)


def test_a_sum_with_a_point_says_how_it_is_written():
    with pytest.raises(ValidationError, match=r"write 500000 for 5000.00"):
        TypeAdapter(MinorOrUnknown).validate_python("5000.00")
