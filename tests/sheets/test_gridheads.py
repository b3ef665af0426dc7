from datetime import date

import pytest

from jornal.sheets import gridheads, says
from jornal.sheets.listed import SheetFault
from jornal.sheets.tables import from_text
from jornal.units.periods import Period
from made import reading


def days(header: str, of: str = "2026-10", languages: tuple[str, ...] = ("es", "en")) -> list[date | None]:
    found = gridheads.find(from_text("a.csv", f"{header}\nQ01;5\n"), reading(of, languages=languages))
    assert found is not None
    return list(found.days.values())


FIRST_TWO = [date(2026, 10, 1), date(2026, 10, 2)]


@pytest.mark.parametrize(
    "header",
    [
        "código;1;2",
        "código;01;02",
        "código;jue 1;vie 2",
        "código;J1;V2",
        "code;1 Thu;2 Fri",
        "kode;to 1.;fr 2.",
        "รหัส;พฤ 1;ศ 2",
        "รหัส;๑;๒",
        "código;1/10;2/10",
        "code;2026-10-01;2026-10-02",
        "código;1-oct;2-oct",
        "รหัส;1/10/2569;2/10/2569",
    ],
)
def test_the_days_of_the_month_in_every_way_they_head_a_column(header: str):
    assert days(header) == FIRST_TWO


def test_a_period_that_is_not_a_month_finds_its_days():
    found = gridheads.find(
        from_text("a.csv", "code,16,31,1,15\n"),
        reading().__class__(Period(date(2026, 10, 16), date(2026, 11, 16)), ("en",)),
    )
    assert found is not None
    assert [day and day.isoformat() for day in found.days.values()] == [
        "2026-10-16",
        "2026-10-31",
        "2026-11-01",
        "2026-11-15",
    ]


def test_a_number_the_month_does_not_have_is_no_day():
    assert days("code;30;31", "2026-11") == [date(2026, 11, 30), None]


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("código;lun 1;mar 2", says.WRONG_MONTH),
        ("código;1;1", says.DAYS_TWICE),
        ("código;31/9;30/9", says.HEADER_NOT_A_DAY),
        ("código;10/13/2026;10/14/2026", says.MONTH_FIRST),
        ("código;1;2;víctima", says.ASKS_TOO_MUCH),
    ],
)
def test_days_that_cannot_be_right_refuse_the_file(header: str, key: str):
    with pytest.raises(SheetFault) as fault:
        days(header)
    assert fault.value.key == key


def test_a_number_that_two_days_have_refuses_the_file():
    long = reading().__class__(Period(date(2026, 10, 1), date(2026, 11, 16)), ("en",))
    with pytest.raises(SheetFault) as fault:
        gridheads.find(from_text("a.csv", "code,1,2\n"), long)
    assert fault.value.key == says.DAYS_UNCLEAR


def test_a_weekday_is_understood_in_each_language_that_has_it():
    assert days("code;ma 6;on 7", languages=("da",)) == [date(2026, 10, 6), date(2026, 10, 7)]


def test_headers_may_stand_in_two_rows():
    for text in ("Código;J;V\n;1;2\n", ";1;2\nCódigo;J;V\n", "Código;J;V\nNombre;1;2\n"):
        found = gridheads.find(from_text("a.csv", text), reading())
        assert found is not None
        assert (found.head.at, list(found.days.values())) == (1, FIRST_TWO)


def test_weekdays_in_a_row_of_their_own_show_another_months_sheet():
    for text in ("Código;L;M\n;1;2\n", "código;1;2\n;L;M\n"):
        with pytest.raises(SheetFault) as fault:
            gridheads.find(from_text("a.csv", text), reading())
        assert fault.value.key == says.WRONG_MONTH


def test_a_table_without_days_or_workers_is_no_grid():
    for header in (
        "code,day,hours",
        "x,1,2,3",
        "1,2,3",
        "code,hours,break\n,5,30",
        "code,day,hours\nQ01,5,5",
    ):
        assert gridheads.find(from_text("a.csv", f"{header}\n"), reading()) is None


def test_a_line_of_weekdays_is_told_from_a_worker():
    assert gridheads.is_weekday_row(["", "J", "V", "sáb"])
    assert not gridheads.is_weekday_row(["5", "V"])
    assert not gridheads.is_weekday_row([])
