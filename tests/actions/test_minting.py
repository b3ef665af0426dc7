"""Codes are given in order, never twice, each with its check letter."""

from itertools import islice

import pytest

from jornal.actions.minting import new_codes
from jornal.units.identifiers import is_whole


@pytest.mark.parametrize(
    ("taken", "numbers"),
    [
        ([], ["001", "002"]),
        (["QC001A", "QC014X"], ["015", "016"]),
        (["QC14"], ["015", "016"]),
        (["QCX001A", "Q900A", "QL300B", "nonsense"], ["001", "002"]),
        (["QC999A"], ["1000", "1001"]),
    ],
)
def test_numbers_go_on_after_the_highest_of_these_letters(taken, numbers):
    assert [code[2:-1] for code in islice(new_codes("QC", taken), 2)] == numbers


def test_every_code_has_its_check_letter():
    assert all(is_whole(code) for code in islice(new_codes("QC", []), 40))
