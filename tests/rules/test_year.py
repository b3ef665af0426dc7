"""A year's money: worked by hand, and what has to hold whatever the figures are."""

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.rules.year import (
    SIGNS,
    Figure,
    Rate,
    SiteWages,
    due,
    profits,
    put_by,
    share,
    together,
    told,
    total,
)
from jornal.units.money import exponent

CASES = tomllib.loads(Path(__file__).with_name("year.toml").read_text(encoding="utf-8"))
CURRENCIES = ("GBP", "MXN", "JPY")
amounts = st.integers(0, 10**9)
lines = st.lists(
    st.tuples(st.sampled_from(sorted(SIGNS)), amounts, st.sampled_from(CURRENCIES)).map(
        lambda row: Figure(row[0], "x", "", row[1], row[2], "")
    )
)


def cases(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", CASES[name], ids=lambda case: case["says"])


def site(name: str, people: int, gross: int, currency: str = "PEN") -> SiteWages:
    return SiteWages(name, currency, frozenset(f"{name}{one}" for one in range(people)), gross, 0, (name,))


@cases("put_by")
def test_restricted_money_is_put_by_until_it_is_spent(case: dict[str, Any]):
    assert put_by(case["received"], case["spent"], before=tuple(case["before"])) == case["expect"]


@cases("due")
def test_the_promised_share_of_the_profit_is_due(case: dict[str, Any]):
    assert due(case["profit"], case["of_10000"]) == case["expect"]


@cases("fold")
def test_no_wages_of_fewer_than_five_people_are_told(case: dict[str, Any]):
    shown, untold = told(site(name, *row) for name, row in case["sites"].items())
    assert {one.site: one.gross for one in shown} == case["expect"]
    assert untold == ([] if case["expect"] else ["PEN"])


@cases("convert")
def test_currencies_are_added_only_by_a_rate_with_its_day(case: dict[str, Any]):
    rates = [
        Rate(a, b, date.fromisoformat(day), Fraction(rate), "a bank") for a, b, day, rate in case["rates"]
    ]
    found = together(
        case["sums"], case["into"], rates, {one: exponent(one) for one in ("GBP", *case["sums"])}
    )
    assert found.amount == case.get("expect")
    assert list(found.missing) == case.get("missing", [])


@given(lines)
def test_the_parts_of_a_statement_sum_to_its_profit(figures: list[Figure]):
    for currency, profit in profits(figures).items():
        parts = {part: total(figures, part, currency) for part in SIGNS}
        assert profit == parts["income"] - parts["put_by"] - parts["wages"] - parts["cost"]


@given(st.lists(st.tuples(st.integers(1, 9), amounts), max_size=8))
def test_every_line_of_wages_is_of_five_people_or_more_and_none_is_lost(rows: list[tuple[int, int]]):
    sites = [site(f"s{number}", people, gross) for number, (people, gross) in enumerate(rows)]
    shown, untold = told(sites)
    assert all(len(one.people) >= 5 for one in shown)
    if not untold:
        assert sum(one.gross for one in shown) == sum(gross for _, gross in rows)
        assert sorted(run for one in shown for run in one.runs) == sorted(one.site for one in sites)
    else:
        assert sum(people for people, _ in rows) < 5


@given(st.lists(st.tuples(amounts, amounts), max_size=6))
def test_what_is_put_by_over_the_years_is_what_lies_there_in_the_end(years: list[tuple[int, int]]):
    received = spent = lies = 0
    for came, went in years:
        before = received, spent
        received, spent = received + came, spent + went
        lies += put_by(received, spent, before=before)
    assert lies == max(0, received - spent)


@given(st.integers(-(10**9), 10**9), st.integers(1, 10_000))
def test_what_is_due_is_never_less_than_promised_nor_a_unit_more(profit: int, of: int):
    exact = Fraction(max(profit, 0) * of, 10_000)
    assert exact <= due(profit, of) < exact + 1


def test_a_share_needs_a_whole():
    assert (share(1, 3), share(1, 0)) == (3333, None)
