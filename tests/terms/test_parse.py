from datetime import date
from fractions import Fraction

import pytest

from jornal.terms.contracts import Enterprise, Rules
from jornal.terms.parse import keys_at, shaped
from terms.text import FLOOR, VALUE, faults_of, rows


def test_a_good_table_is_exact_and_frozen():
    (floor,) = rows(FLOOR).floor
    assert floor.value[0].amount == Fraction(1130)
    with pytest.raises(AttributeError):
        floor.unit = "day"  # type: ignore[misc]


def test_every_nested_shape_refuses_a_key_it_does_not_know():
    text = FLOOR.replace("plain_hours", 'where = { regoin = "x" }\nplain_hours')
    (fault,) = faults_of(text)
    assert fault.startswith('case.toml, floor "least", where, regoin: there is no such key. Near: region. ')


def test_a_key_like_no_other_lists_those_there_are():
    (fault,) = faults_of(FLOOR.replace("plain_hours", "qqq"))
    assert "Known: id, label, layer" in fault


def test_all_faults_of_a_table_come_at_once():
    text = FLOOR.replace('"law"', '"lwa"').replace("240\n", "1.5\n").replace('"1130.00"', "1130")
    assert [fault.split(": ")[0] for fault in faults_of(text)] == [
        'case.toml, floor "least", layer',
        'case.toml, floor "least", full_from_minutes',
        'case.toml, floor "least", value since 2025-01-01, amount',
    ]


@pytest.mark.parametrize("written", ["true", "3", "3.5", '["a"]', "2025-01-01T10:00:00Z", "{ a = 1 }"])
def test_nothing_is_turned_into_something_else(written: str):
    assert faults_of(FLOOR.replace("2025-01-01", written))
    assert faults_of(FLOOR.replace('"1130.00"', written))


def test_a_day_comes_through_as_a_day():
    assert rows(FLOOR).floor[0].value[0].since == date(2025, 1, 1)


def test_unknown_is_not_missing():
    assert rows(FLOOR.replace('"1130.00"', '"unknown"')).floor[0].value[0].amount is None
    assert "neither `amount` nor `bands`" in faults_of(FLOOR.replace('amount = "1130.00", ', ""))[0]


def test_the_keys_of_a_place_are_those_of_its_shape():
    assert keys_at(Rules, ("floor", 0, "value", 2)) == [
        "since",
        "until",
        "published",
        "source",
        "confidence",
        "checked",
        "note",
        "amount",
        "bands",
    ]
    assert "timetable" in keys_at(Enterprise, ("contract", 0))
    assert "monday" in keys_at(Enterprise, ("contract", 0, "timetable"))


def test_a_number_without_end_is_a_sentence():
    found, faults = shaped(Rules, {"floor": [{"id": 16**5000}]}, lambda _place: "x.toml")
    assert found is None
    assert faults == ["x.toml: it holds a number too large to read. Correct it and try again."]


def test_a_text_no_paper_can_print_is_refused():
    (fault,) = faults_of(FLOOR.replace("Least pay", "Least\\u0007pay"))
    assert fault.startswith('case.toml, floor "least", label: the text holds a sign')


def test_thai_and_accents_are_letters_like_any_other():
    label = "ค่าจ้างขั้นต่ำ – remuneración mínima"
    assert rows(FLOOR.replace("Least pay", label)).floor[0].label == label


def test_bands_and_values_are_named_by_what_tells_them_apart():
    text = FLOOR.replace('amount = "1130.00"', "bands = [{ age_from = 21, amount = 3 }]")
    assert faults_of(text)[0].startswith(
        'case.toml, floor "least", value since 2025-01-01, bands age_from 21, amount:'
    )
    assert VALUE in text.replace("DS 006", "law")
