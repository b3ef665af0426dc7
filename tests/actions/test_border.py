"""Goods are asked about once for each way they could have come."""

import pytest

import stocked
from jornal.actions import border
from jornal.actions.border import Border
from jornal.facts.pay import Finding
from jornal.journal.record import record
from jornal.terms.markets import NoSuchPlace


@pytest.fixture
def code(sqlite):
    return stocked.begun()


def test_a_market_that_refuses_is_told_with_its_law_and_one_that_does_not_is_nothing(code):
    here = Border(stocked.hq())
    assert "19 U.S.C. 1307" in str(here.refusal("sweater", code, "US-NY"))
    assert here.refusal("sweater", code, "DK") is None
    assert here.refusal("sweater", "", "PE") is None


def test_goods_nobody_made_here_may_be_of_any_site(code):
    assert "19 U.S.C. 1307" in str(Border(stocked.hq()).refusal("candle", "", "US"))


def test_goods_stopped_by_a_critical_finding_are_told_so_and_not_that_they_may_go(code):
    here = stocked.hq()
    row = {"about": "m", "day": here.day, "lies_with": "site", "says": "x", "facts": {}, "closed_on": None}
    record([Finding(site="cusco", control="OHS-04", **row)], "cusco", here.hand)
    said = str(Border(here).refusal("sweater", code, "DK"))
    assert ("a critical finding is open: OHS-04" in said, "may go" in said) == (True, False)


def test_goods_without_a_name_are_called_so(code):
    assert str(Border(stocked.hq()).refusal("", "", "US")).startswith(
        "Goods that nobody named do not go there."
    )


def test_each_question_is_asked_once(code, monkeypatch):

    monkeypatch.setattr(border, "answered", lambda *_: pytest.fail("asked twice"))
    here = Border(stocked.hq())
    here._answers["sweater", code, "DK", ()] = None
    assert here.refusal("sweater", code, "DK") is None
    assert (here.code("New York"), here.sites("sweater"), here.sites("sweater", code)) == (
        "US-NY",
        ["cusco"],
        ["cusco"],
    )
    with pytest.raises(NoSuchPlace):
        here.code("Atlantis")
