from fractions import Fraction

import pytest

from jornal.words.catalogue import Words
from jornal.words.numbers import Figures, fraction_text, number, per_cent

NO_BREAK = "\u00a0"


def figures(language: str, currency: str = "PEN", exponent: int = 2) -> Figures:
    return Figures(Words(language), currency, exponent)


@pytest.mark.parametrize(
    ("language", "currency", "shown"),
    [
        ("es", "PEN", "S/ 1,234.50"),
        ("es", "MXN", "$1,234.50"),
        ("da", "DKK", "1.234,50 kr."),
        ("da", "GBP", "1.234,50 £"),
        ("th", "THB", "฿1,234.50"),
        ("en", "GBP", "£1,234.50"),
        ("en", "MXN", "MXN 1,234.50"),
        ("en", "DKK", "DKK 1,234.50"),
        ("es", "CHF", "CHF 1,234.50"),
    ],
)
def test_money_is_written_as_at_home(language: str, currency: str, shown: str):
    assert figures(language, currency).amount(123450).replace(NO_BREAK, " ") == shown


def test_a_figure_and_its_symbol_stay_on_one_line():
    assert " " not in figures("es").amount(123450) + figures("da", "DKK").amount(5) + figures("th").time(61)


def test_less_than_nothing_bears_a_minus_before_its_symbol():
    assert figures("es").amount(-5).replace(NO_BREAK, " ") == "−S/ 0.05"


@pytest.mark.parametrize(("exponent", "shown"), [(0, "CLP 1,234"), (3, "CLP 1.234")])
def test_a_currency_has_the_decimals_it_has(exponent: int, shown: str):
    assert figures("en", "CLP", exponent).amount(1234).replace(NO_BREAK, " ") == shown


def test_an_amount_of_any_size_is_exact():
    assert figures("en", "GBP").amount(900719925474099301) == "£9,007,199,254,740,993.01"


@pytest.mark.parametrize(
    ("rate", "shown"),
    [("800", "S/ 8.00"), ("2500/3", "S/ 8.3333"), ("-11300/24", "−S/ 4.7083"), ("12.5", "S/ 0.1250")],
)
def test_a_rate_shows_four_decimals_where_coins_cannot_say_it(rate: str, shown: str):
    assert figures("es").rate(fraction_text(rate)).replace(NO_BREAK, " ") == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [("1/10", "10%"), ("12.5 %", "12.5%"), ("0.1275", "12.75%"), ("1/3", "1/3"), ("2", "200%")],
)
def test_a_share_is_a_percentage_where_two_decimals_can_say_it(share: str, shown: str):
    assert figures("en").share(share) == shown


def test_time_is_hours_and_minutes():
    shown = [figures(language).time(330).replace(NO_BREAK, " ") for language in ("en", "es", "da", "th")]
    assert shown == ["5 h 30 min", "5 h 30 min", "5 t 30 min", "5 ชม. 30 นาที"]


def test_halves_go_away_from_zero():
    assert [number(Fraction(n, 2), "en") for n in (1, 3, -1, -3)] == ["1", "2", "−1", "−2"]


def test_nothing_is_never_less_than_nothing():
    assert number(Fraction(-1, 1000), "en", 2) == "0.00"


def test_words_are_no_figure():
    with pytest.raises(ValueError, match="ten"):
        fraction_text("ten")


@pytest.mark.parametrize(
    ("share", "language", "reads"),
    [
        (Fraction(44, 100), "en", "44%"),
        (Fraction(8957, 10_000), "en", "89.6%"),
        (Fraction(8957, 10_000), "es", "89.6\u00a0%"),
        (Fraction(8957, 10_000), "da", "89,6\u00a0%"),
        (Fraction(2, 3), "th", "66.7%"),
        (Fraction(-1, 3), "en", "\u221233.3%"),
        (Fraction(0), "en", "0%"),
        (Fraction(1999, 2000), "en", "99.9%"),
        (Fraction(1, 10_000), "en", "0.1%"),
        (Fraction(-1, 10_000), "en", "\u22120.1%"),
        (Fraction(1), "en", "100%"),
        (Fraction(20_001, 20_000), "en", "100%"),
    ],
)
def test_a_measured_share_reads_the_same_wherever_it_stands(share, language, reads):
    assert per_cent(share, language) == reads
