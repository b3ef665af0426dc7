"""Where goods may go, case by case; and that no opinion, no way of sending and no added rule opens what is refused."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jornal.rules.markets import Opinion, Stop, Trip, decided
from jornal.terms.marketfiles import packaged
from jornal.terms.markets import Market

CASES = tomllib.loads(Path(__file__).with_name("markets.toml").read_text(encoding="utf-8"))["case"]
DAY = date(2026, 11, 13)
KNOWN = packaged()


def trip(case: dict[str, Any]) -> Trip:
    code = KNOWN.code
    ways = tuple(code(one) for one in case.get("transit", ()))
    return Trip(
        code(case["origin"]), code(case["destination"]), case.get("day", DAY), ways, case.get("product", "")
    )


def stops(case: dict[str, Any]) -> tuple[Stop, ...]:
    said = [Opinion(counsel="A. Counsel", **case["opinion"])] if "opinion" in case else []
    return decided(trip(case), KNOWN.market, KNOWN.reach, said, case.get("open", ()))


def law(stop: Stop) -> str:
    return stop.rule.law if stop.rule else ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_goods_go_where_they_may(case: dict[str, Any]):
    found, expect = stops(case), case["expect"]
    assert [one.decision for one in found] == expect["decisions"]
    assert all(one.goes for one in found) == expect["goes"]
    assert expect.get("law", "") in law(found[0])
    assert list(found[0].still_open) == expect.get("open", [])


some = settings(max_examples=80, deadline=None, derandomize=True)
PLACES = st.sampled_from(["US", "US-NY", "CA", "PR", "GB", "DK", "NZ", "JP", "PE", "MX"])
REFUSING = ("US", "US-NY", "CA", "PR")


@some
@given(
    origin=st.sampled_from(["PE", "TH", "MX", "GB"]),
    places=st.lists(PLACES, min_size=1, max_size=4),
    opinions=st.lists(PLACES, max_size=4),
    added=st.lists(PLACES, max_size=3),
    day=st.dates(date(1999, 1, 1), date(2040, 1, 1)),
)
def test_a_way_that_touches_a_market_that_refuses_is_never_open(origin, places, opinions, added, day):
    said = [Opinion(one, "A. Counsel", date.min, date.max) for one in opinions]
    rows = (
        *KNOWN.market,
        *(
            Market(
                id=one, where=one, decision="clear", law="mine", since=date.min, source="mine", confidence="V"
            )
            for one in added
        ),
    )
    found = decided(Trip(origin, places[0], day, tuple(places[1:])), rows, KNOWN.reach, said, ())
    refused = [one for one in found if one.place in REFUSING]
    assert {one.decision for one in refused} <= {"refuse"}
    assert not [one for one in refused if one.goes]


@some
@given(place=st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2))
def test_a_place_without_a_rule_is_never_clear(place: str):
    (stop,) = decided(Trip("PE", place, DAY), (), KNOWN.reach, (), ())
    assert (stop.decision, stop.goes, stop.rule) == ("counsel", False, None)


def test_of_two_rules_that_reach_a_place_the_strictest_holds():
    base = next(row for row in KNOWN.market if row.id == "eu-before")
    mine = replace(base, id="mine", where="DK", decision="refuse", law="a law of mine", unless_open=())
    (stop,) = decided(Trip("PE", "DK", DAY), (mine, *KNOWN.market), KNOWN.reach, (), ())
    assert (stop.decision, law(stop)) == ("refuse", "a law of mine")
