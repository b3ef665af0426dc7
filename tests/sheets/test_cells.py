import pytest

from jornal.sheets import cells, says
from jornal.sheets.choices import choices
from jornal.sheets.listed import Unreadable


def test_names_of_any_script_are_kept_composed():
    assert cells.text("Nin\u0303a  Quispe") == "Niña Quispe"
    assert cells.text("สมหญิง") == "สมหญิง"
    assert cells.text("مريم") == "مريم"


def test_a_text_without_end_is_refused():
    with pytest.raises(Unreadable) as fault:
        cells.text("x" * 121, "name")
    assert str(fault.value) == "name is longer than 120 characters. Shorten it."


def test_codes_are_tidied():
    assert [cells.code(cell) for cell in ("q-01", " MX 001 ", "๐๑๒", "ก12")] == ["Q01", "MX001", "012", "ก12"]


@pytest.mark.parametrize("cell", ["", "=1", "Q01;DROP", "<b>", "x" * 40])
def test_what_is_no_code_is_refused(cell: str):
    with pytest.raises(Unreadable) as fault:
        cells.code(cell)
    assert fault.value.key == says.NOT_A_CODE


def test_yes_and_no_in_four_languages():
    assert all(cells.yes(cell, "x") for cell in ("Yes", "sí", "ใช่", "ja", "1", "TRUE"))
    assert not any(cells.yes(cell, "x") for cell in ("no", "NO", "ไม่", "nej", "0", "false"))
    with pytest.raises(Unreadable):
        cells.yes("maybe", "x")


def test_not_known_and_nothing_are_two_things():
    assert all(cells.is_unknown(cell) for cell in ("?", "unknown", "desconocido", "ไม่ทราบ", "ukendt"))
    assert all(cells.is_none(cell) for cell in ("none", "ninguna", "ไม่มี", "ingen"))
    assert not cells.is_unknown("none")


def test_a_choice_outside_the_list_names_the_list():
    assert cells.choice("Máquina", "cause", choices("cause")) == "machine"
    with pytest.raises(Unreadable, match="material, machine, design, worker, unknown"):
        cells.choice("weather", "cause", choices("cause"))


def test_a_cell_can_list_several():
    assert cells.items("4/10/2026; 11/10/2026,18/10/2026") == ("4/10/2026", "11/10/2026", "18/10/2026")


@pytest.mark.parametrize("written", ["../../Q01", "..", "/etc/Q01", ".Q01", "+Q01"])
def test_a_code_never_names_a_file_outside_the_run(written):
    with pytest.raises(Unreadable):
        cells.code(written)


def test_a_code_with_a_slash_is_kept_with_a_point():
    assert cells.code("123/2026") == "123.2026"
