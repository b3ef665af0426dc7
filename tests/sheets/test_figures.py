from fractions import Fraction

import pytest

from jornal.sheets import figures, says
from jornal.sheets.listed import Unreadable
from jornal.sheets.workbooks import Typed


@pytest.mark.parametrize(
    ("written", "minor"),
    [
        ("1,130.50", 113050),
        ("1.130,50", 113050),
        ("1 130,50", 113050),
        ("1\u202f130,50", 113050),
        ("1'130.50", 113050),
        ("S/ 1,130.00", 113000),
        ("S/. 12", 1200),
        ("12.5 PEN", 1250),
        ("๑๒,๕", 1250),
        ("12.50000", 1250),
        (".5", 50),
        ("0", 0),
    ],
)
def test_money_is_read_however_it_is_written(written: str, minor: int):
    assert figures.amount(written, "PEN") == minor


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("USD 5", says.OTHER_CURRENCY),
        ("฿5", says.OTHER_CURRENCY),
        ("-5", says.NEGATIVE_SUM),
        ("(5.00)", says.NEGATIVE_SUM),
        ("0.125", says.DECIMALS),
        ("99999999999999", says.TOO_MUCH),
        ("five", says.NOT_A_NUMBER),
        ("1.2.3", says.NOT_A_NUMBER),
        ("1,23,4", says.NOT_A_NUMBER),
        ("1e9", says.NOT_A_NUMBER),
        ("NaN", says.NOT_A_NUMBER),
        ("..", says.NOT_A_NUMBER),
        ("9" * 3000, says.TOO_MUCH),
    ],
)
def test_what_is_not_an_amount_is_refused_with_a_reason(written: str, key: str):
    with pytest.raises(Unreadable) as fault:
        figures.amount(written, "PEN")
    assert fault.value.key == key


def test_a_lone_separator_before_three_digits_is_decided_by_the_rest_of_the_column():
    assert figures.decimal_sign(["1.130", "12,5"]) == ","
    assert figures.decimal_sign(["1,130", "1,130.20"]) == "."
    assert figures.decimal_sign(["1.130.000"]) == ","
    assert figures.decimal_sign(["1.130", "1,5", "1.5"]) == ""
    assert figures.amount("1.130", "PEN", ",") == 113000
    assert figures.rate("1.125", "PEN", ".") == Fraction(9, 8)
    assert figures.rate("1.125", "PEN", ",") == 1125


def test_a_rate_that_may_be_a_thousand_times_more_is_asked_about():
    with pytest.raises(Unreadable) as fault:
        figures.rate("1.125", "PEN")
    assert fault.value.key == says.UNCLEAR_NUMBER
    assert figures.rate(Typed("1.125"), "PEN") == Fraction(9, 8)
    assert figures.rate("0.125", "PEN") == Fraction(1, 8)


def test_a_currency_of_three_decimals_does_not_guess_thousands():
    with pytest.raises(Unreadable):
        figures.amount("1.125", "KWD")
    assert figures.amount("1.125", "KWD", ".") == 1125


def test_a_count_has_no_decimals_and_no_absurd_size():
    assert [figures.count(cell) for cell in ("12", "1.234", "1,234", "๑๒", "5.0")] == [12, 1234, 1234, 12, 5]
    for cell, key in (
        ("1,5", says.NOT_WHOLE),
        ("-1", says.NEGATIVE),
        ("1000000", says.TOO_MUCH),
        ("²", says.NOT_A_NUMBER),
    ):
        with pytest.raises(Unreadable) as fault:
            figures.count(cell)
        assert fault.value.key == key


def test_an_absurd_rate_is_refused():
    with pytest.raises(Unreadable) as fault:
        figures.rate("99999999", "PEN")
    assert fault.value.key == says.TOO_MUCH


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("50 %", Fraction(1, 2)),
        ("50", Fraction(1, 2)),
        ("1/3", Fraction(1, 3)),
        ("33,3%", Fraction(333, 1000)),
        ("0", 0),
    ],
)
def test_a_share_is_percent_or_a_fraction(written: str, part: Fraction):
    assert figures.share(written) == part


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("0.5", says.UNCLEAR_SHARE),
        ("1", says.UNCLEAR_SHARE),
        ("110", says.NOT_A_SHARE),
        ("1/0", says.NOT_A_NUMBER),
    ],
)
def test_a_share_that_may_be_something_else_is_refused(written: str, key: str):
    with pytest.raises(Unreadable) as fault:
        figures.share(written)
    assert fault.value.key == key
