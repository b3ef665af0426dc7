from datetime import date

import pytest

from jornal.terms.rowname import row_name, says

RAW = {"contract": [{"id": "c", "rate": [{"per": "hour", "value": [{"since": date(2025, 1, 1)}]}]}]}


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"id": "a"}, 'floor "a"'),
        ({"since": date(2025, 1, 1)}, "floor since 2025-01-01"),
        ({}, "floor number 2"),
        (3, "floor number 2"),
        ({"id": 3}, "floor id 3"),
        ({"id": ""}, "floor number 2"),
        ({"from_month": 25}, "floor from_month 25"),
    ],
)
def test_a_row_is_named_by_what_it_calls_itself(row: object, name: str):
    assert row_name("floor", row, 1) == name


def test_a_place_is_a_path_a_person_can_follow():
    place = ("contract", 0, "rate", 0, "value", 0, "amount")
    assert says("e.toml", place, RAW, "wrong.") == (
        'e.toml, contract "c", rate number 1, value since 2025-01-01, amount: wrong.'
    )


def test_a_place_that_is_not_there_is_named_all_the_same():
    assert says("e.toml", ("site", 4, "id"), RAW, "wrong.") == "e.toml, site number 5, id: wrong."
    assert says("e.toml", (), RAW, "wrong.") == "e.toml: wrong."
