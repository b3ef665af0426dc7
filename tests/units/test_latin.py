"""Names in the letters that banks take."""

import pytest

from jornal.units.latin import ALLOWED, WRITTEN, NotLatin, latin


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("María Ñahui Quispe", "Maria Nahui Quispe"),
        ("Bjørn Ågård Sørensen", "Bjorn Agard Sorensen"),
        ("Æbeltoft & Søn", "AEbeltoft + Son"),
        ("O’Brien–Núñez", "O'Brien-Nunez"),
        ("  Ana \u00a0 de la  Cruz ", "Ana de la Cruz"),
        ("n\u0303", "n"),
        ("/Ana//Paz/", "Ana/Paz"),
        ("Ana Paz / /", "Ana Paz"),
        ("STRAẞE", "STRASSE"),
        ("Łukasz Straße", "Lukasz Strasse"),
    ],
)
def test_other_latin_letters_are_written_by_a_table(text, written):
    assert latin(text) == written


@pytest.mark.parametrize(
    "text", ["สมศรี", "Ana 安", "Ana😀", "Ана", "a\u0e34", "Ana\x07", "\u0301", "Ana; Paz", "50%"]
)
def test_what_has_no_such_letter_is_refused_and_never_dropped(text):
    with pytest.raises(NotLatin, match="letters that the bank has"):
        latin(text)


def test_the_table_gives_letters_that_are_allowed():
    assert all(ALLOWED.fullmatch(plain) and plain for plain in WRITTEN.values())
