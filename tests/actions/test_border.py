"""Goods are asked about once for each way they could have come."""

import pytest

import stocked
from jornal.actions import border
from jornal.actions.border import Border
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


def test_each_question_is_asked_once(code, monkeypatch):

    monkeypatch.setattr(border, "answered", lambda *_: pytest.fail("asked twice"))
    here = Border(stocked.hq())
    here._answers["sweater", code, "DK"] = None
    assert here.refusal("sweater", code, "DK") is None
    assert (here.code("New York"), here.sites("sweater"), here.sites("sweater", code)) == (
        "US-NY",
        ["cusco"],
        ["cusco"],
    )
    with pytest.raises(NoSuchPlace):
        here.code("Atlantis")
