from pathlib import Path

from jornal.sheets import paid, says
from made import reading, sheet_of, why


def test_what_was_paid_and_the_gross_where_it_is_there(tmp_path: Path):
    sheet = paid.read(sheet_of(tmp_path, "código;neto;bruto\nQ01;812,40;1.130,00\nQ02;0;\n"), reading())
    assert [row[1:] for row in sheet.rows] == [("Q01", 81240, 113000), ("Q02", 0, None)]


def test_a_worker_who_is_there_twice_is_compared_with_neither(tmp_path: Path):
    sheet = paid.read(sheet_of(tmp_path, "code,paid\nQ01,5\nQ01,6\nQ02,7\n"), reading())
    assert [row.worker for row in sheet.rows] == ["Q02"]
    assert [row.key for row in sheet.listed] == [says.WORKER_TWICE] * 2
    assert sheet.count == 3


def test_an_amount_in_another_currency_is_listed(tmp_path: Path):
    sheet = paid.read(sheet_of(tmp_path, "code,paid\nQ01,THB 500\n"), reading())
    assert why(sheet) == ['"THB 500" is not in PEN. Write the amount in PEN.']
