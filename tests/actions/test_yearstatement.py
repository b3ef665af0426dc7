"""The statement of a year, worked by hand: every figure, and what is said where one is not known."""

from datetime import date
from typing import Any

import pytest

from funded import began, case, issued, recorded, sales, spent
from jornal.actions.yearstatement import NoYear, Statement, statement
from jornal.facts.funding import ExchangeRate
from jornal.rules.year import SIGNS, total
from peopled import opened

DAY = date(2027, 1, 31)
FUND = {"currency": "PEN", "day": "2026-06-01"}


def made(told: dict[str, Any]) -> Statement:
    recorded(told, told["day"])
    return statement(told["year"], told["day"], sales(told))


def says(of: Statement) -> str:
    return "\n".join(map(str, of.unknown))


@pytest.mark.parametrize("name", ["knitters", "twocountries"])
def test_a_year_comes_to_what_was_worked_by_hand(database, name: str):
    began()
    told = case(name)
    found, expect = made(told), told["expect"]
    lines: dict[str, int] = {}
    for one in found.figures:
        lines[one.code] = lines.get(one.code, 0) + one.amount
    assert {code: lines.get(code) for code in expect["lines"]} == expect["lines"]
    assert {one.label: one.amount for one in found.figures if one.part == "put_by"} == expect["put_by"]
    assert found.profits == expect["profits"]
    assert (found.owed, found.aside) == (expect["owed"], expect["aside"])
    assert [
        figure for one in found.funds for figure in (one.start, one.aside, sum(one.spent.values()), one.end)
    ] == (expect["fund"])
    assert {one.advance.advance: one.left for one in found.advances} == expect["left"]


def test_the_share_of_wages_stands_beside_what_it_is_a_share_of(sqlite):
    began()
    (share,) = made(case("knitters")).shares
    assert (share.wages, share.revenue, share.of_10000) == (120000, 300000, 4000)


def test_every_line_has_a_rule_and_what_it_rests_on(sqlite):
    began()
    found = made(case("knitters"))
    assert found.figures
    assert all(one.rule and one.rests_on for one in found.figures)
    for currency, profit in found.profits.items():
        assert profit == sum(sign * total(found.figures, part, currency) for part, sign in SIGNS.items())


def test_what_is_not_known_is_said_and_never_taken_for_nought(sqlite):
    began()
    found = says(statement(2026, DAY, []))
    assert "No sale of this year is recorded" in found
    assert "Cusco: no pay is issued for 2026-01, 2026-02" in found
    issued("cusco", "2026-03", [100] * 5, [])
    assert "What employers owe by law beside the wage is not recorded" in says(statement(2026, DAY, []))


def test_with_fewer_than_five_people_neither_wages_nor_the_profit_is_told(sqlite):
    began()
    told = case("knitters")
    told["pay"] = [{"site": "cusco", "month": "2026-05", "gross": [20000] * 4}]
    found = made(told)
    assert (found.profits, found.untold, found.whole.amount, found.owed) == ({}, ("PEN",), None, None)
    assert not [one for one in found.figures if one.part == "wages"]
    assert found.shares[0].of_10000 is None
    assert "Wages in PEN are not told, nor the profit" in says(found)


def test_a_small_site_is_folded_with_others(sqlite):
    began()
    for site, letters in (("lima", "QL"), ("puno", "QP")):
        opened(site, letters)
    for site, people in (("cusco", 6), ("lima", 5), ("puno", 4)):
        issued(site, "2026-05", [100] * people, [])
    lines = {one.label: one.amount for one in statement(2026, DAY, []).figures if one.code == "gross"}
    assert lines == {"cusco": 600, "": 900}


def test_what_two_people_were_topped_up_by_is_not_told(sqlite):
    began()
    found = made(case("twocountries"))
    assert found.top_ups == {"PEN": None}
    assert "What of the wages in PEN was top-ups is not told" in says(found)


def test_without_a_rate_there_is_no_sum_and_nothing_is_due_by_guessing(sqlite):
    began()
    told = case("twocountries")
    told["row"] = [one for one in told["row"] if one["verb"] != "set-exchange-rate"]
    found = made(told)
    assert (found.whole.amount, found.whole.missing, found.owed) == (None, ("DKK",), None)
    assert "no rate of DKK to PEN is recorded" in says(found)
    assert not ExchangeRate.objects.exists()


def test_more_spent_than_the_fund_holds_is_recorded_and_said(sqlite):
    began()
    promise = {"since": "2026-01-01", "of_10000": "10000", "purposes": "training", "says": "All of it."}
    spent("promise-profit", promise)
    spent("set-aside", {"year": "2025", "amount": "1000", **FUND})
    spent("spend-fund", {"spending": "f-1", "purpose": "shops", "label": "A shelf", "amount": "1500", **FUND})
    found = says(statement(2026, DAY, []))
    assert "5.00 PEN more was spent than the fund held." in found
    assert "15.00 PEN of the fund went to what the promise does not name" in found
    assert "No worker was heard on this spending from the fund: f-1." in found
    assert "No paper is on file for this spending from the fund: f-1." in found


def test_what_was_promised_and_not_set_aside_is_said_once_the_year_is_over(sqlite):
    began()
    told = case("knitters")
    found = made(told)
    assert found.over
    assert "145.00 PEN of what was promised for the year is not set aside yet." in says(found)
    assert "not set aside" not in says(statement(2026, date(2026, 12, 30), sales(told)))


def test_an_advance_that_stays_open_is_said(sqlite):
    began()
    assert "Of the advance a-1 of 2026-05-01 30.00 PEN is still open." in says(made(case("knitters")))


@pytest.mark.parametrize("year", [1200, 2028, 2569])
def test_a_year_that_has_not_begun_has_no_statement(sqlite, year: int):
    began()
    with pytest.raises(NoYear, match="Write a year that has begun, such as 2027"):
        statement(year, DAY, [])
