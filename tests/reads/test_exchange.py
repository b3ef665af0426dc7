"""Rates of exchange as they are read: the last one up to a day, whichever way round."""

from datetime import date
from fractions import Fraction

import pytest

from funded import began, spent
from jornal.reads.exchange import in_terms_of, last_rate, rates_of

RATE = {"base": "DKK", "quote": "PEN", "source": "A bank"}


@pytest.mark.parametrize(
    ("until", "expect"),
    [("2026-09-30", None), ("2026-10-01", "0.5"), ("2026-10-31", "0.6"), ("2026-11-13", "2")],
)
def test_the_last_rate_up_to_a_day_is_found_either_way_round(sqlite, until: str, expect: str | None):
    began()
    spent("set-exchange-rate", {**RATE, "day": "2026-10-01", "rate": "0.5"})
    spent("set-exchange-rate", {**RATE, "day": "2026-10-05", "rate": "0.6"})
    spent("set-exchange-rate", {**RATE, "base": "PEN", "quote": "DKK", "day": "2026-11-01", "rate": "0.5"})
    spent("set-exchange-rate", {**RATE, "quote": "THB", "day": "2026-11-02", "rate": "4.8"})
    for base, other, turned in (("DKK", "PEN", 1), ("PEN", "DKK", -1)):
        found = last_rate(base, other, date.fromisoformat(until))
        value = None if found is None else in_terms_of(found, base)
        assert value == (None if expect is None else Fraction(expect) ** turned)
        assert found is None or rates_of([found.root]) == {found.root: found}
