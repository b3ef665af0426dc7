"""Lines are sorted before anything is recorded, whole orders at a time."""

from datetime import date

import pytest

import hands
import making
import stocked
from crew import TODAY
from jornal.actions.gate import NotToLeave
from jornal.actions.goods import NotThatMany
from jornal.actions.rights import RightsFirst
from jornal.actions.selling import DoesNotSum, Sold, sorted_out
from jornal.facts.pay import Finding
from jornal.facts.sales import Held, Sale
from jornal.journal.record import record
from offices import office
from peopled import do
from stocked import LINE


def row(**more: str) -> Sold:
    return Sold(**{name: value for name, value in {**LINE, **more}.items() if value})


@pytest.fixture
def code(sqlite):
    return stocked.in_the_shop()


def test_good_lines_are_parted_from_held_and_refused_ones(code):
    rows = [
        row(order="1"), row(order="2", product="", goods="mystery"), row(order="3", country="US"),
        row(order="4", quantity="9"), row(order="5", total="1"),
    ]  # fmt: skip
    found = sorted_out(stocked.seller(), rows)
    assert [one.order for one in found.sales] == ["1"]
    assert [one.order for one in found.held] == ["2"]
    assert {one.order: type(fault) for one, fault in found.refused if one.order != "3"} == {
        "4": NotThatMany, "5": DoesNotSum,
    }  # fmt: skip
    assert (Sale.objects.count(), Held.objects.count()) == (0, 0)


def test_an_order_is_refused_whole(code):
    rows = [row(order="1"), row(order="1", line="2", country="CA"), row(order="2", quantity="5")]
    found = sorted_out(stocked.seller(), rows)
    assert ([one.order for one in found.sales], len(found.refused)) == (["2"], 2)


def test_earlier_orders_are_served_first_and_the_order_of_lines_stays(code):
    rows = [row(order="late", quantity="4", day="2026-10-21"), row(order="early", quantity="3")]
    found = sorted_out(stocked.seller(), rows)
    assert [one.order for one in found.sales] == ["early"]
    rows = [row(order="late", day="2026-10-21"), row(order="early")]
    assert [one.order for one in sorted_out(stocked.seller(), rows).sales] == ["late", "early"]


def stopped(day: date = TODAY) -> None:
    """A critical finding is open at the site, found on a day."""
    one = Finding(
        site="cusco", control="PAY-01", about="m", day=day, lies_with="site", says="x", facts={}, closed_on=None,
    )  # fmt: skip
    record([one], "cusco", hands.hand("S1", "site_manager"))


def refused(**more: str) -> str:
    """Why a line is not sold; "" where it is."""
    return next((str(fault) for _, fault in sorted_out(stocked.seller(), [row(**more)]).refused), "")


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ({"place": "store"}, "a critical finding is open"),
        ({"place": "", "country": "PE"}, "a critical finding is open"),
        ({"place": "shop"}, ""),
    ],
    ids=str,
)
def test_what_lies_in_our_own_rooms_is_not_sold_past_a_critical_finding(code, where, says):
    assert refused(**where) == ""
    stopped()
    found = refused(**where, lot=code)
    assert (says in found, bool(found)) == (True, bool(says))


def test_goods_of_a_lot_that_was_judged_otherwise_since_are_not_sold_out_of_our_rooms(code):
    judged = {"lot": code, "good": "4", "rejected": "6", "cause": "material", "answers": "yes; no"}
    do(making.judge(), "judge-lot", judged)
    assert "Size as drawn: the answer was no" in refused(place="store", lot=code)
    with pytest.raises(NotToLeave):
        stocked.moved(code, quantity="1", day="2026-10-30")


@pytest.mark.parametrize(
    "where",
    [{"place": "store"}, {"place": "store", "country": "DK"}, {"place": "", "country": "DK"}],
    ids=str,
)
def test_a_lot_that_does_not_pass_its_gate_is_sold_nowhere_by_leaving_its_place_or_its_country(code, where):
    do(making.judge(), "judge-lot", {"lot": code, "good": "10", "answers": "yes; no"})
    assert "Size as drawn: the answer was no" in refused(**where, lot=code)


def test_a_lot_that_does_not_pass_its_gate_is_not_sold_or_moved_by_leaving_out_its_lot(code):
    assert refused(place="store") == ""
    do(making.judge(), "judge-lot", {"lot": code, "good": "10", "answers": "yes; no"})
    assert "Size as drawn: the answer was no" in refused(place="store")
    with pytest.raises(NotToLeave):
        stocked.moved("", quantity="1", product="sweater", day="2026-10-30")


def test_a_lot_that_nobody_judged_is_not_sold_as_goods_of_no_place(code):
    open_lot = making.opened(office("site_manager", "S1", day=TODAY))
    for country in ("PE", "DK"):
        assert "it is not finished" in refused(place="", country=country, lot=open_lot)


@pytest.mark.parametrize("country", ["US", "CA", "PR", "GU", "MP"])
def test_no_place_in_a_market_that_refuses_is_sold_from_however_goods_came_there(code, country):
    do(stocked.hq(), "name-place", {**stocked.SHOP, "place": "abroad", "country": country})
    assert "refuses goods made in prison" in refused(place="abroad")


def test_a_day_typed_for_today_is_no_way_round_a_finding_that_is_open(code):
    stopped(date(2026, 10, 1))
    early = office("hq_operations", "H1", site="", day=date(2026, 9, 30))
    with pytest.raises(RightsFirst):
        do(
            early,
            "move-goods",
            {"what": "sample", "lot": code, "quantity": "1", "from_place": "store", "country": "PE"},
        )
