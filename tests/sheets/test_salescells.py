from datetime import date

import pytest

from jornal.sheets import says
from jornal.sheets.days import Days
from jornal.sheets.listed import SheetFault, Unreadable
from jornal.sheets.salescells import (
    amount,
    bare,
    currency_code,
    day,
    order_of_days,
    pieces,
    price,
    sign_of,
    words,
    wrong_letters,
)

DAYS = Days(date(2026, 1, 1), "month")


@pytest.mark.parametrize(
    ("cell", "currency", "minor"),
    [
        ("$1,234.56", "USD", 123456), ("($5.00)", "USD", -500), ("-$5.00", "USD", -500), ("$-5.00", "USD", -500),
        ("1.234,56 €", "EUR", 123456), ("S/ 12.50", "PEN", 1250), ("S/. 12.50", "PEN", 1250), ("kr. 99", "DKK", 9900),
        ("500.00", "JPY", 500), ("5000", "JPY", 5000), ("", "USD", 0), ("USD 7", "USD", 700),
        ("MX$1,200", "MXN", 120000),
        ("−3,50", "EUR", -350), ("৳2,999", "BDT", 299900), ("1'234.50", "CHF", 123450), ("0.000", "USD", 0),
    ],
)  # fmt: skip
def test_money_as_shops_write_it(cell: str, currency: str, minor: int):
    assert amount(cell, currency) == minor


@pytest.mark.parametrize(
    ("cell", "currency", "why"),
    [
        ("£5", "USD", says.NOT_THIS_CURRENCY), ("5 EUR", "USD", says.NOT_THIS_CURRENCY),
        ("free", "USD", says.NOT_MONEY),
        ("10.5", "JPY", says.TOO_FINE), ("1.2.3", "USD", says.NOT_MONEY),
    ],
)  # fmt: skip
def test_what_is_no_amount_of_this_currency(cell: str, currency: str, why: str):
    with pytest.raises(Unreadable) as fault:
        amount(cell, currency)
    assert fault.value.key == why


def test_a_point_before_three_digits_is_what_the_file_proves():
    read = [amount("1.234", "KWD", "."), amount("1.234", "EUR", ","), amount("1,234", "EUR", ".")]
    assert read == [1234, 123400, 123400]


def test_a_price_may_be_finer_than_the_currency():
    assert price("33.3333", "EUR", 3) == 10000


@pytest.mark.parametrize(("cell", "number"), [("2", 2), ("1.0", 1), ("-1.0", -1), ("", 1)])
def test_pieces_are_whole(cell: str, number: int):
    assert pieces(cell) == number


def test_half_a_piece_is_recorded_by_hand():
    with pytest.raises(Unreadable):
        pieces("0.5")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("2026-10-07 09:50:26 +0200", "2026-10-07"), ("2026-10-07T23:59:00Z", "2026-10-07"), ("10/7/26", "2026-10-07"),
        ("10/07/2026 2:30:00 PM", "2026-10-07"), ("Oct 7, 2026", "2026-10-07"), ("2026-10-07", "2026-10-07"),
        ("October 7, 2026 4:13 pm", "2026-10-07"),
    ],
)  # fmt: skip
def test_the_day_is_the_one_that_is_written(cell: str, found: str):
    assert day(cell, DAYS).isoformat() == found


def test_the_order_of_days_is_what_the_file_proves():
    assert order_of_days("f", [(2, "10/07/2026"), (3, "17/10/2026")], "month first") == "day first"
    assert order_of_days("f", [(2, "10/07/2026")], "month first") == "month first"
    with pytest.raises(SheetFault):
        order_of_days("f", [(2, "10/17/2026"), (3, "17/10/2026")], "month first")


def test_goods_in_words():
    assert words("Shawl &amp; cap&#8217;s\n<br>red", in_html=True) == "Shawl & cap’s red"
    assert words("A &amp; B") == "A &amp; B"
    assert (bare('="00123"'), bare("'00123"), bare("CAP")) == ("00123", "00123", "CAP")


@pytest.mark.parametrize(
    ("cell", "meant"), [("CamisÃ³n", "Camisón"), ("Camisón", ""), ("Cap", ""), ("ผ้าพันคอ", "")]
)
def test_letters_of_a_wrong_encoding(cell: str, meant: str):
    assert wrong_letters(cell) == meant


def test_a_sign_may_say_the_currency():
    assert (sign_of("£5"), sign_of("$5"), sign_of("5"), sign_of("9 €")) == ("GBP", "", "", "EUR")


def test_a_currency_is_one_that_is_known():
    assert currency_code("usd") == "USD"
    with pytest.raises(Unreadable):
        currency_code("dollars")


@pytest.mark.parametrize(
    ("cell", "day_"), [("46302.979166667", "2026-10-07"), ("46302", "2026-10-07"), ("36526", "2000-01-01")]
)
def test_a_day_that_a_spreadsheet_left_as_a_number_is_that_day(cell: str, day_: str):
    assert day(cell, Days(date(2026, 1, 1), "day")).isoformat() == day_
