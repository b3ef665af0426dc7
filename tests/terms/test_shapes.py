import subprocess
import sys
from fractions import Fraction

import pytest

from jornal.terms.shapes import or_unknown, read_amount, read_clock, read_price, read_ratio


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("10 %", Fraction(1, 10)),
        ("10%", Fraction(1, 10)),
        ("12.5 %", Fraction(1, 8)),
        ("1/3", Fraction(1, 3)),
        ("1.25", Fraction(5, 4)),
        ("48/7", Fraction(48, 7)),
        (240, Fraction(240)),
        ("0 %", Fraction(0)),
    ],
)
def test_a_share_is_read_exactly(text: object, share: Fraction):
    assert read_ratio(text) == share


@pytest.mark.parametrize(
    "text",
    [0.1, True, None, "", "%", "ten", "1/0", "1/00", "-1", "1e9", "1_0", "1/2/3", "٣ %", "9" * 99, 2**99],
)
def test_a_share_that_is_none_is_refused(text: object):
    with pytest.raises(ValueError, match=r"share|number"):
        read_ratio(text)


@pytest.mark.parametrize(
    ("text", "amount"), [("1130.00", 1130), (" 12.50 ", Fraction(25, 2)), ("0", 0), ("-3", -3)]
)
def test_an_amount_is_read_exactly(text: str, amount: Fraction):
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    "text", [1130, 11.5, True, None, "", "1,130", "1130.", ".5", "1e3", "--1", "1 130", "١١٣٠", "9" * 13]
)
def test_an_amount_that_is_none_is_refused(text: object):
    with pytest.raises(ValueError, match=r"amount|number"):
        read_amount(text)


def test_what_law_sets_is_never_below_zero():
    with pytest.raises(ValueError, match="below zero"):
        read_price("-3.00")


@pytest.mark.parametrize(("text", "minutes"), [("00:00", 0), ("22:00", 1320), ("6:05", 365), ("24:00", 1440)])
def test_a_time_of_day_is_minutes_after_midnight(text: str, minutes: int):
    assert read_clock(text) == minutes


@pytest.mark.parametrize("text", ["25:00", "24:01", "12:60", "12", "", "noon", 1200, None, "²2:00", "-1:00"])
def test_twenty_five_o_clock_is_refused(text: object):
    with pytest.raises(ValueError, match="time of day"):
        read_clock(text)


def test_unknown_passes_as_none():
    assert or_unknown(read_price)("unknown") is None
    assert or_unknown(read_price)("1.00") == 1


def test_the_shapes_need_nothing_but_the_standard_library():
    modules = (
        "shapes",
        "dated",
        "floors",
        "hours",
        "deductions",
        "credit",
        "contracts",
        "packs",
        "agreed",
        "holidays",
    )
    program = (
        f"import sys; import {', '.join(f'jornal.terms.{name}' for name in modules)};"
        "print(sorted(name for name in sys.modules if name.startswith('pydantic')))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (run.stdout.strip(), run.stderr) == ("[]", "")
