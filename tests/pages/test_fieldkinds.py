"""What the kinds of fields make of what was typed."""

from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jornal.pages import fieldkinds
from jornal.units.said import Said


@pytest.mark.parametrize(
    ("kind", "typed", "taken"),
    [
        ("share", "44", "4400"),
        ("share", "12,5 %", "1250"),
        ("share", "0.07%", "7"),
        ("share", "100", "10000"),
        ("minutes", "5:30", "330"),
        ("minutes", "5 h 30 min", "330"),
        ("minutes", "8h", "480"),
        ("minutes", "330", "330"),
        ("minutes", "0", "0"),
        ("lines", "yes\n\n yes \nno", "yes; yes; no"),
        ("lines", "needles: 3; scissors: 1", "needles: 3; scissors: 1"),
        ("text", "5:30", "5:30"),
    ],
)
def test_what_was_typed_is_taken_in_the_unit_of_the_verb(kind, typed, taken):
    assert fieldkinds.taken(kind, typed) == taken


@pytest.mark.parametrize(
    ("kind", "typed", "says"),
    [
        ("share", "101", "is no share"),
        ("share", "1/2", "is no share"),
        ("share", "-5", "is no share"),
        ("minutes", "half an hour", "is no length of time"),
        ("minutes", "5:75", "is no length of time"),
        ("minutes", "-60", "is no length of time"),
    ],
)
def test_what_cannot_be_read_says_how_it_is_written(kind, typed, says):
    with pytest.raises(Said, match=says):
        fieldkinds.taken(kind, typed)


@pytest.mark.parametrize("typed", ["1", "5", "8", "14"])
def test_hours_typed_for_minutes_never_become_a_day_of_five_minutes(typed):
    with pytest.raises(Said, match=f"Write {typed}:00 for hours, or 0:{typed.zfill(2)} for minutes"):
        fieldkinds.taken("minutes", typed)


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("share", 4400, "44"),
        ("share", 1250, "12.5"),
        ("share", 1000, "10"),
        ("share", 7, "0.07"),
        ("share", 0, "0"),
        ("minutes", 330, "5:30"),
        ("minutes", 0, "0"),
        ("lines", ["a", "b"], "a\nb"),
        ("several", ["a", "b"], "a; b"),
        ("text", None, ""),
        ("number", 0, "0"),
    ],
)
def test_a_value_of_a_record_is_shown_as_it_is_typed(kind, value, shown):
    assert fieldkinds.shown(kind, value) == shown


@pytest.mark.parametrize(
    ("kind", "value"), [("share", 1), ("share", 9999), ("minutes", 15), ("minutes", 1439)]
)
def test_what_is_shown_is_taken_back_as_it_was(kind, value):
    assert fieldkinds.taken(kind, fieldkinds.shown(kind, value)) == str(value)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Puño rojo, 2", "puno-rojo-2"),
        ("  ", ""),
        ("ผ้าพันคอ", ""),
        ("a" * 60, "a" * 39),
        ("A" * 38 + " b", "a" * 38),
    ],
)
def test_a_short_name_is_made_of_a_name(name, short):
    assert fieldkinds.short(name) == short


def test_several_that_were_ticked_stand_together_each_once():
    assert fieldkinds.together(["QC01", "QC02; QC01"]) == "QC01; QC02"


@pytest.mark.parametrize(
    ("price", "decimals", "minor"), [("0.1731", 2, "17.31"), ("12", 2, "1200"), ("3.5", 0, "3.5")]
)
def test_a_price_keeps_all_its_decimals(price, decimals, minor):
    assert fieldkinds.in_minor(price, decimals) == minor


def test_of_a_paper_only_its_digest_is_taken():
    assert fieldkinds.digest(SimpleUploadedFile("a.pdf", b"paper")) == sha256(b"paper").hexdigest()
    assert fieldkinds.digest(None) == ""
