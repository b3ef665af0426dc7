from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from jornal.sheets import rates, says
from made import reading, sheet_of, why

HEADER = "per,operation,grade,amount,since,until,standard minutes,source\n"


def read(folder: Path, rows: str):
    return rates.read(sheet_of(folder, HEADER + rows, "rates.csv"), reading())


def test_rows_for_the_same_work_are_one_rate_through_time(tmp_path: Path):
    sheet = read(tmp_path, "hour,,maker,13.20,16/10/2026,,,\nhour,,maker,12.60,1/1/2025,,,card 2025\n")
    (rate,) = sheet.rows
    assert (rate.per, rate.grade, rate.layer) == ("hour", "maker", "contract")
    assert [(value.since, value.amount, value.source) for value in rate.value] == [
        (date(2025, 1, 1), Fraction("12.60"), "card 2025"),
        (date(2026, 10, 16), Fraction("13.20"), "rates.csv!2"),
    ]
    assert sheet.count == sheet.used == 2


def test_a_piece_has_its_operation_and_its_measured_time(tmp_path: Path):
    (rate,) = read(tmp_path, "pieza,cap,,3.755,1/1/2026,,12.5,\n".replace("3.755", "0.375")).rows
    assert (rate.operation, rate.value[0].amount, rate.standard_minutes) == (
        "cap",
        Fraction(3, 8),
        Fraction(25, 2),
    )


def test_a_rate_nobody_knows_is_kept_as_not_known(tmp_path: Path):
    assert read(tmp_path, "hour,,,unknown,1/1/2026,,,\n").rows[0].value[0].amount is None


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("piece,,,3.75,1/1/2026,,,", says.RATE_WITHOUT_OPERATION),
        ("hour,,,99999999,1/1/2026,,,", says.TOO_MUCH),
        ("hour,,,-1,1/1/2026,,,", says.NEGATIVE),
        ("hour,,,3.755,1/1/2026,,,", says.UNCLEAR_NUMBER),
        ("hour,,,5,2/1/2026,1/1/2026,,", says.ENDS_FIRST),
        ("fortnight,,,5,1/1/2026,,,", says.NOT_A_CHOICE),
        ("hour,,,5,,,,", says.MISSING),
    ],
)
def test_a_row_that_cannot_be_used_is_listed_with_why(tmp_path: Path, row: str, key: str):
    sheet = read(tmp_path, f"{row}\n")
    assert (sheet.rows, [bad.key for bad in sheet.listed]) == ((), [key])


def test_two_rates_from_the_same_day_are_not_guessed_at(tmp_path: Path):
    sheet = read(tmp_path, "hour,,,5,1/1/2026,,,\nhour,,,6,1/1/2026,,,\n")
    assert why(sheet) == [
        "Another rate for the same work starts on the same day, in rates.csv!2. Keep one of them."
    ]
