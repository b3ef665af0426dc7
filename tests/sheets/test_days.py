from datetime import date

import pytest

from jornal.sheets import says
from jornal.sheets.days import Days, days, is_written_as_day
from jornal.sheets.listed import SheetFault, Unreadable
from jornal.sheets.workbooks import Typed

OCTOBER = date(2026, 10, 1)


@pytest.mark.parametrize(
    "written",
    [
        "2026-10-05",
        "2026/10/5",
        "5/10/2026",
        "05.10.2026",
        "5-10-26",
        "5/10",
        "5 oct 2026",
        "5 de octubre de 2026",
        "5. oktober 2026",
        "October 5, 2026",
        "5th October",
        "5 ต.ค. 2569",
        "๕ ตุลาคม ๒๕๖๙",
        "5/10/2569",
        "2569-10-05",
        "2026-10-05 00:00:00",
        "05 OCT 26",
    ],
)
def test_the_fifth_of_october_in_every_way_it_is_written(written: str):
    assert Days(OCTOBER).day(written) == date(2026, 10, 5)


def test_two_digits_of_a_thai_file_are_the_year_nearest_the_period():
    assert Days(OCTOBER, thai=True).day("5/10/69") == date(2026, 10, 5)
    assert Days(OCTOBER, thai=True).day("5/10/26") == date(2026, 10, 5)
    assert Days(OCTOBER).day("5/10/69") == date(2069, 10, 5)


def test_a_day_without_a_year_lies_nearest_the_period():
    assert Days(date(2027, 1, 1)).day("28/12") == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("31/9/2026", says.NO_SUCH_DAY),
        ("0/10/2026", says.NO_SUCH_DAY),
        ("5/13", says.NO_SUCH_DAY),
        ("5/10/0026", says.YEAR_OUT),
        ("5/10/9999", says.YEAR_OUT),
        ("soon", says.NOT_A_DAY),
        ("46300", says.NOT_A_DAY),
        ("5/10/026", says.NOT_A_DAY),
        ("5 brumaire 2026", says.NOT_A_DAY),
        ("", says.NOT_A_DAY),
    ],
)
def test_what_is_no_day_is_refused(written: str, key: str):
    with pytest.raises(Unreadable) as fault:
        Days(OCTOBER).day(written)
    assert fault.value.key == key


def written(*cells: str) -> list[tuple[str, str]]:
    return [(f"a.csv!{row}", cell) for row, cell in enumerate(cells, start=2)]


def test_a_file_that_proves_month_first_is_refused_whole():
    with pytest.raises(SheetFault) as fault:
        days(OCTOBER, ("es",), written("10/05/2026", "10/14/2026"), "fecha")
    assert fault.value.key == says.MONTH_FIRST
    assert str(fault.value).startswith('a.csv writes the month first ("10/14/2026" in a.csv!3)')


def test_a_file_that_mixes_both_orders_is_refused_whole():
    with pytest.raises(SheetFault) as fault:
        days(OCTOBER, ("es",), written("14/10/2026", "10/15/2026"))
    assert fault.value.key == says.MIXED_DATES


def test_the_header_can_say_month_first():
    assert days(OCTOBER, ("en",), written("10/14/2026"), "date (mm/dd)").day("10/05/2026") == date(
        2026, 10, 5
    )
    with pytest.raises(SheetFault) as fault:
        days(OCTOBER, ("en",), written("14/10/2026"), "date (mm/dd)")
    assert fault.value.key == says.DAY_FIRST


def test_what_is_written_as_a_day_is_known_though_it_does_not_exist():
    assert all(is_written_as_day(cell) for cell in ("31/9", "2026-10-40", "31 sept", "5/10/2026"))
    assert not any(is_written_as_day(cell) for cell in ("5", "hours", "5 hours", "week 1"))


def test_iso_days_prove_nothing():
    assert days(OCTOBER, ("en",), written("2026-10-14", "5/10/2026")).day("5/10/2026") == date(2026, 10, 5)


def test_a_day_that_a_workbook_kept_as_its_number_is_that_day():
    dates = days(date(2026, 10, 1), ("es",))
    assert dates.day(Typed("46300")) == date(2026, 10, 5)


@pytest.mark.parametrize("cell", ["46300", Typed("44838"), Typed("20261005"), Typed("4630"), Typed("47850")])
def test_a_number_that_may_be_no_day_or_another_is_not_guessed(cell):
    dates = days(date(2026, 10, 1), ("es",))
    with pytest.raises(Unreadable):
        dates.day(cell)


def test_the_text_beside_a_number_of_a_workbook_is_not_taken_for_it():
    dates = days(date(2026, 10, 1), ("es",))
    dates.day(Typed("46300"))
    with pytest.raises(Unreadable):
        dates.day("46300")
