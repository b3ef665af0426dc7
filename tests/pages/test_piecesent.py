"""What was typed into the cells of a sheet."""

import pytest

from jornal.pages.piecesent import Typed, number, typed


def test_fields_are_read_by_the_place_of_their_operation():
    post = {
        "g0.QC01": " 12 ",
        "r0.QC01": "1",
        "g1.A.B": "3",
        "g9.QC01": "4",
        "gx.QC01": "5",
        "good": "6",
        "g1.": "7",
    }
    assert typed(post, ["sole", "lace"]) == {("QC01", "sole"): Typed("12", "1"), ("A.B", "lace"): Typed("3")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12", 12),
        ("0", 0),
        ("๑๒", 12),
        ("١٢", 12),
        ("1.5", None),
        ("-1", None),
        ("", None),
        ("²", None),
        ("9" * 10, None),
    ],
)
def test_a_number_is_digits_of_any_script(text, found):
    assert number(text) == found
