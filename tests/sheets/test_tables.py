import os
from pathlib import Path

import pytest

from jornal.sheets import says, tables
from jornal.sheets.listed import SheetFault
from made import sheet_of, workbook


def cells(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in tables.from_text("a.csv", text).rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_is_found(separator: str):
    text = "code,name,hours\nQ01,Ana,5\nQ02,Bea,6\n".replace(",", separator)
    assert cells(text) == [("code", "name", "hours"), ("Q01", "Ana", "5"), ("Q02", "Bea", "6")]


def test_decimal_commas_do_not_pass_for_separators():
    assert cells("code;hours\nQ01;5,5\nQ02;4,5\nQ03;5\n")[1] == ("Q01", "5,5")


def test_blank_rows_are_left_out_but_counted():
    table = tables.from_text("a.csv", "code,name\n\n ,\nQ01,Ana\n")
    assert [row.number for row in table.rows] == [1, 4]
    assert table.place(4) == "a.csv!4"
    assert table.place(4, 27) == "a.csv!AB4"


def test_quotes_and_line_breaks_in_cells():
    assert cells('code,name\nQ01,"Ana ""La"" Q, hija"\n')[1] == ("Q01", 'Ana "La" Q, hija')
    assert cells('code,name\r\nQ01,"Ana\r\nMaría"\r\nQ02,Bea')[1:] == [("Q01", "Ana\nMaría"), ("Q02", "Bea")]


def test_a_line_that_names_the_separator_is_taken_at_its_word():
    table = tables.from_text("a.csv", "sep=;\ncode;name\nQ01;Ana, Bea\n")
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, ("code", "name")),
        (3, ("Q01", "Ana, Bea")),
    ]


def test_the_apostrophe_before_a_formula_is_taken_off():
    assert cells("code,name\nQ01,'=1+1\nQ02,'Ana\n")[1:] == [("Q01", "=1+1"), ("Q02", "'Ana")]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('code,name\nQ01,"Ana\nQ02,Bea\n', says.OPEN_QUOTE),
        ('code,name\nQ01,"Ana" B\n', says.OPEN_QUOTE),
        ("code,name\nQ01," + "x" * 5000, says.CELL_TOO_LONG),
        ("code" + "," * 2000, says.TOO_WIDE),
    ],
)
def test_a_row_that_swallows_others_is_refused(text: str, key: str):
    with pytest.raises(SheetFault) as fault:
        tables.from_text("a.csv", text)
    assert fault.value.key == key


def test_rows_with_signs_nobody_sees_are_marked():
    assert tables.from_text("a.csv", "code,name\nQ01,A\u202ena\nQ02,B\x07ea\nQ03,Eva\n").spoiled == {2, 3}


def test_content_decides_and_not_the_name(tmp_path: Path):
    named_wrong = workbook(tmp_path, [["code"], ["Q01"]], name="people.csv")
    assert next(tables.tables(named_wrong)).sheet == "Hoja1"
    text = sheet_of(tmp_path, "code\nQ01\n", name="people.xlsx")
    assert next(tables.tables(text)).rows[1].cells == ("Q01",)


def test_a_file_of_two_gigabytes_is_not_read(tmp_path: Path):
    path = tmp_path / "huge.csv"
    path.touch()
    os.truncate(path, 2_000_000_000)
    with pytest.raises(SheetFault) as fault:
        tables.content(path)
    assert fault.value.key == says.TOO_LARGE


def test_a_pipe_without_end_is_not_read():
    with pytest.raises(SheetFault) as fault:
        tables.content(Path("/dev/zero"))
    assert fault.value.key == says.NOT_OPENED


def test_a_name_that_is_no_letters_can_still_be_said(tmp_path: Path):
    with pytest.raises(SheetFault) as fault:
        tables.content(tmp_path / "a\udcff.csv")
    assert str(fault.value).encode().startswith(b"a?.csv")


@pytest.mark.parametrize("name", ["missing.csv", ".", "", "a\x00b"])
def test_what_cannot_be_opened_is_one_sentence(tmp_path: Path, name: str):
    with pytest.raises(SheetFault) as fault:
        tables.content(tmp_path / name)
    assert fault.value.key == says.NOT_OPENED


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path):
    with pytest.raises(SheetFault) as fault:
        tables.content(sheet_of(tmp_path, " \n\n"))
    assert fault.value.key == says.EMPTY
