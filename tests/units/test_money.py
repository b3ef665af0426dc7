"""Currencies, and amounts as text."""

import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.units.faults import NotWhole
from jornal.units.money import (
    LARGEST,
    AmountTooLarge,
    Money,
    NoMinorUnit,
    NotAnAmount,
    NotText,
    TooManyDecimals,
    UnknownCurrency,
    exponent,
    major,
    minor,
)

CURRENCIES = st.sampled_from(["JPY", "CLP", "PEN", "THB", "MXN", "GBP", "BHD", "TND", "CLF", "UYW"])


@pytest.mark.parametrize(
    ("decimals", "currencies"),
    [
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (2, "BRL CHF COP DKK EUR GBP INR MXN PEN PHP THB USD UYU MRU MGA VED SLE XCG ZWG"),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
    ],
)
def test_a_currency_has_the_decimals_iso_4217_gives_it(decimals: int, currencies: str):
    assert {exponent(currency) for currency in currencies.split()} == {decimals}


def test_months_in_a_currency_since_withdrawn_can_still_be_read():
    assert {exponent(currency) for currency in "ANG BGN CUC HRK SLL ZWL".split()} == {2}


def test_a_misspelt_currency_is_answered_with_the_one_meant():
    with pytest.raises(
        UnknownCurrency, match=r"'PEM' is not a currency\. Near: PEN\. Write its ISO 4217 code"
    ):
        exponent("PEM")
    with pytest.raises(UnknownCurrency, match="Near: THB"):
        exponent("thb")


@pytest.mark.parametrize("code", ["", "S/", "XYZ", "PEN ", "ＰＥＮ", None, 604, ["PEN"]])
def test_what_is_no_currency_is_refused(code: object):
    with pytest.raises(UnknownCurrency):
        exponent(code)  # type: ignore[arg-type]


@pytest.mark.parametrize("code", ["XAU", "XDR", "XTS", "XXX"])
def test_nobody_is_paid_in_gold_or_test_money(code: str):
    with pytest.raises(NoMinorUnit, match="no minor unit"):
        exponent(code)


@pytest.mark.parametrize(
    ("text", "currency", "amount"),
    [
        ("1130.00", "PEN", 113000),
        ("1130", "PEN", 113000),
        ("-12.5", "PEN", -1250),
        ("0.05", "MXN", 5),
        ("-0.00", "GBP", 0),
        ("007.50", "THB", 750),
        ("1130", "JPY", 1130),
        ("1.234", "KWD", 1234),
        ("1.2", "CLF", 12000),
        ("90071992547409.92", "USD", LARGEST),
    ],
)
def test_an_amount_is_read_to_the_last_minor_unit(text: str, currency: str, amount: int):
    assert minor(text, currency) == amount


@pytest.mark.parametrize(
    "text",
    "|1,130.00|1.130,00|1 130.00|1'130|12.|.5|--5|+5|5-|1e3|1E-2|NaN|Infinity|-inf|0x10|1_000|S/ 5|5 PEN"
    "|%|½| 5|5\n|٣|๑๒|１２|−5|1.2.3|5\x00".split("|"),
)
def test_text_that_could_be_read_two_ways_is_not_an_amount(text: str):
    with pytest.raises(NotAnAmount, match=r"is not an amount\. Write plain digits"):
        minor(text, "PEN")


@pytest.mark.parametrize("value", [12.5, 12, Decimal("12.5"), True, None, b"12.50"])
def test_a_number_is_not_taken_for_the_text_that_was_written(value: object):
    with pytest.raises(NotText, match="Write the amount in quotes"):
        minor(value, "PEN")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "currency"), [("1.005", "PEN"), ("1.000", "PEN"), ("1.0", "JPY"), ("1.0005", "BHD")]
)
def test_more_decimals_than_the_currency_has_are_not_rounded_away(text: str, currency: str):
    with pytest.raises(TooManyDecimals, match=f"too many decimals: {currency} has"):
        minor(text, currency)


@pytest.mark.parametrize("text", ["90071992547409.93", "-90071992547409.93", "9" * 17, "9" * 100_000])
def test_an_absurd_amount_is_refused(text: str):
    with pytest.raises(AmountTooLarge, match="Check for digits typed or pasted twice"):
        minor(text, "PEN")
    with pytest.raises(AmountTooLarge):
        major(LARGEST + 1, "PEN")


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (113000, "PEN", "1130.00"),
        (-1250, "PEN", "-12.50"),
        (5, "PEN", "0.05"),
        (-5, "BHD", "-0.005"),
        (0, "THB", "0.00"),
        (-7, "JPY", "-7"),
        (1, "CLF", "0.0001"),
    ],
)
def test_an_amount_is_written_with_every_decimal(amount: int, currency: str, text: str):
    assert major(amount, currency) == text


@pytest.mark.parametrize("amount", [1.0, Decimal(1), True, "1", None])
def test_only_whole_minor_units_are_written(amount: object):
    with pytest.raises(NotWhole):
        major(amount, "PEN")  # type: ignore[arg-type]


@given(st.integers(-LARGEST, LARGEST), CURRENCIES)
def test_what_is_written_is_read_back_and_means_the_same_to_decimal(amount: int, currency: str):
    text = major(amount, currency)
    assert minor(text, currency) == amount
    assert Decimal(text).scaleb(exponent(currency)) == amount


def test_a_sum_in_a_sentence_reads_as_money_and_keeps_its_figures():
    said = Money(-123450, "PEN")
    assert (f"{said}", said.amount, said.currency) == ("-1234.50 PEN", -123450, "PEN")
    again = pickle.loads(pickle.dumps(said))
    assert (again, again.amount, again.currency) == (said, -123450, "PEN")
