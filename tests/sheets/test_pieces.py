from datetime import date
from pathlib import Path

import pytest

from jornal.sheets import pieces, says
from jornal.sheets.listed import SheetFault, to_mend
from made import reading, sheet_of, why

HEADER = "código;fecha;operación;buenas;rechazadas;causa;escuchada;vale\n"


def read(folder: Path, rows: str):
    return pieces.read(sheet_of(folder, HEADER + rows, "pieces.csv"), reading())


def test_pieces_good_and_rejected(tmp_path: Path):
    sheet = read(tmp_path, "Q01;5/10/2026;Gorro;1.234;2;máquina;;\n")
    worker, piece = sheet.rows[0]
    assert (worker, piece.id, piece.day, piece.operation) == (
        "Q01",
        "pieces.csv!2",
        date(2026, 10, 5),
        "Gorro",
    )
    assert (piece.good, piece.rejected_paid, piece.rejected_unpaid) == (1234, 2, 0)


def test_rejected_pieces_are_unpaid_only_where_she_caused_it_and_was_heard(tmp_path: Path):
    sheet = read(
        tmp_path,
        "Q01;5/10/2026;a;5;2;trabajadora;sí;\nQ01;5/10/2026;b;5;2;trabajadora;no;\nQ01;5/10/2026;c;5;2;trabajadora;;\n",
    )
    assert [(row.piece.rejected_paid, row.piece.rejected_unpaid) for row in sheet.rows] == [
        (0, 2),
        (2, 0),
        (2, 0),
    ]


def test_rejected_pieces_can_stand_in_two_columns(tmp_path: Path):
    path = sheet_of(
        tmp_path, "code,date,operation,good,rejected paid,rejected unpaid\nQ01,5/10/2026,cap,5,1,2\n"
    )
    piece = pieces.read(path, reading()).rows[0].piece
    assert (piece.rejected_paid, piece.rejected_unpaid) == (1, 2)


def test_identical_rows_count_once_and_hold_the_worker(tmp_path: Path):
    sheet = read(tmp_path, "Q01;5/10/2026;Gorro;12;;;;\nQ01;5/10/2026;Gorro;12;;;;\n")
    assert (len(sheet.rows), sheet.count) == (1, 2)
    assert (sheet.listed[0].worker, sheet.listed[0].key) == ("Q01", says.PIECE_TWICE)


def test_a_tally_tells_identical_rows_apart(tmp_path: Path):
    sheet = read(tmp_path, "Q01;5/10/2026;Gorro;12;;;;1\nQ01;5/10/2026;Gorro;12;;;;2\n")
    assert (len(sheet.rows), sheet.listed) == (2, ())


def test_rows_of_another_month_are_kept_apart(tmp_path: Path):
    sheet = read(tmp_path, "Q01;30/9/2026;Gorro;12;;;;\nQ01;1/10/2026;Gorro;12;;;;\n")
    assert [row.piece.day.month for row in sheet.rows + sheet.outside] == [10, 9]
    assert sheet.count == sheet.used == 2


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("Q01;5/10/2026;Gorro;;;;;", says.NO_PIECES),
        ("Q01;5/10/2026;Gorro;5;2;;;", says.CAUSE_MISSING),
        ("Q01;5/10/2026;Gorro;5;2;el clima;;", says.NOT_A_CHOICE),
        ("Q01;5/10/2026;Gorro;-5;;;;", says.NEGATIVE),
        ("Q01;5/10/2026;Gorro;5000000;;;;", says.TOO_MUCH),
        ("Q01;5/10/2026;Gorro;2,5;;;;", says.NOT_WHOLE),
        ("Q01;5/10/2026;;5;;;;", says.MISSING),
        ("Q01;;Gorro;5;;;;", says.MISSING),
        ("Q01;31/9/2026;Gorro;5;;;;", says.NO_SUCH_DAY),
        (";5/10/2026;Gorro;5;;;;", says.NO_WORKER),
    ],
)
def test_a_row_that_cannot_be_used_is_listed_with_why(tmp_path: Path, row: str, key: str):
    sheet = read(tmp_path, f"{row}\nQ02;5/10/2026;Gorro;1;;;;\n")
    assert [bad.key for bad in sheet.listed] == [key]
    assert len(sheet.rows) == 1


def test_a_month_first_file_is_refused_whole(tmp_path: Path):
    with pytest.raises(SheetFault) as fault:
        read(tmp_path, "Q01;10/05/2026;Gorro;5;;;;\nQ01;10/14/2026;Gorro;5;;;;\n")
    assert fault.value.key == says.MONTH_FIRST


def test_listed_rows_read_in_again_once_they_are_mended(tmp_path: Path):
    bad = read(tmp_path, "Q01;5/10/2026;Gorro;x;;;;\nQ99;5/10/2026;Gorro;7;;;;\n")
    text = to_mend(bad.listed).replace(",x,", ",5,").replace("Q99,", "Q02,")
    again = pieces.read(sheet_of(tmp_path, text, "to-mend-pieces.csv"), reading())
    assert why(again) == []
    assert [(row.worker, row.piece.good) for row in again.rows] == [("Q01", 5), ("Q02", 7)]
    assert again.mends == {"pieces.csv!2", "pieces.csv!3"}
