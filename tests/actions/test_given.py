"""What rows of many verbs give alike."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from jornal.actions.given import (
    Clauses,
    Code,
    Language,
    Languages,
    Listed,
    NotKnownHere,
    NotYet,
    Printed,
    Token,
    known_here,
    on,
    on_the_staff,
    year_on,
)
from offices import DAY, office
from peopled import names, offered, opened


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (Code, "qc-014 x", "QC014X"),
        (Token, "cusco-2", "cusco-2"),
        (Language, "es", "es"),
        (Languages, "es, qu", ["es", "qu"]),
        (Languages, ["es"], ["es"]),
        (Listed, "Foundation A; Ministry B;", ["Foundation A", "Ministry B"]),
        (Clauses, "none: nothing changes", [{"name": "none", "says": "nothing changes"}]),
    ],
)
def test_a_cell_is_kept_in_one_form(kind, typed, kept):
    assert TypeAdapter(kind).validate_python(typed) == kept


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Code, "../QC"),
        (Code, ""),
        (Code, "Q" * 21),
        (Token, "hq"),
        (Token, "hq.cusco"),
        (Token, "Cusco"),
        (Token, "../etc"),
        (Language, "Spanish"),
        (Languages, "es Quechua"),
        (Clauses, "nothing changes"),
        (Clauses, "none:"),
    ],
)
def test_a_cell_that_is_not_one_is_refused(kind, typed):
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(typed)


@pytest.mark.parametrize("name", ["Chompa 😀", "Bolso\ue000", "毛衣", "Poncho\x07"])
def test_a_name_that_no_label_could_print_is_refused_where_it_is_given(name: str):
    with pytest.raises(ValidationError, match=r"U\+[0-9A-F]{4}"):
        TypeAdapter(Printed).validate_python(name)


def test_names_in_our_four_languages_are_printed():
    for name in ("Chompa “Ñahui”", "กระเป๋าผ้า", "Trøje æøå", "Shawl – 2½ m"):
        assert TypeAdapter(Printed).validate_python(name) == name


@pytest.mark.usefixtures("sqlite")
def test_a_day_that_has_not_come_is_not_recorded():
    assert (on(office(), None), on(office(), date(2026, 9, 30))) == (DAY, date(2026, 9, 30))
    with pytest.raises(NotYet, match="has not come yet"):
        on(office(), date(2026, 10, 2))


def test_a_year_after_the_29th_of_february_is_the_28th():
    assert [year_on(date(2028, 2, 29), years) for years in (1, 4)] == [date(2029, 2, 28), date(2032, 2, 29)]


@pytest.mark.usefixtures("sqlite")
def test_a_worker_is_known_where_she_was_offered_work_and_nowhere_else(tmp_path):
    opened()
    opened("lima", "QL")
    worker = offered(names(tmp_path))
    known_here(office(), [worker])
    with pytest.raises(NotKnownHere, match="not known at lima"):
        known_here(office(site="lima"), [worker])


@pytest.mark.usefixtures("sqlite")
def test_staff_are_told_apart_by_whose_they_are():
    opened()
    assert on_the_staff(["T1", "G1", "X1"]) == {"T1", "G1"}
    assert on_the_staff(["T1", "G1", "X1"], ["prison"]) == {"G1"}
