"""A product is never part of itself."""

import pytest

from jornal.rules.parts import ring


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({}, []),
        ({"bag": ["strap", "lining"], "strap": ["buckle"]}, []),
        ({"bag": ["strap", "buckle"], "strap": ["buckle"]}, []),
        ({"bag": ["bag"]}, ["bag", "bag"]),
        (
            {"bag": ["lining", "strap"], "strap": ["buckle"], "buckle": ["bag"]},
            ["bag", "strap", "buckle", "bag"],
        ),
        ({"strap": ["buckle"], "buckle": ["strap"], "bag": ["strap"]}, []),
    ],
    ids=str,
)
def test_the_ring_is_named_part_by_part(parts, found):
    assert ring(parts, "bag") == found


def test_a_chain_of_thousands_has_no_ring():
    assert ring({str(one): [str(one + 1)] for one in range(5000)}, "0") == []
