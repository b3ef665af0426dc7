"""Goods moved: in from lots that may leave alone, never more out than there is, never to a market that refuses them."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

import databases
import making
import stocked
from jornal.actions import goods as goods_actions
from jornal.actions.border import NotToGoThere
from jornal.actions.gate import NotToLeave
from jornal.actions.goods import MoreThanGood, NotItsSite, NotThatMany
from jornal.actions.rights import RightsFirst
from jornal.actions.verb import BadRows
from jornal.facts.markets import ShipmentChecked
from jornal.facts.pay import Finding
from jornal.journal.record import AlreadyRecorded, record
from jornal.reads.stock import goods, ledgers
from jornal.units.said import Said
from offices import office
from peopled import do, opened
from stocked import SHOW, STORE, begun, finished, moved

ABROAD = {**STORE, "place": "aarhus", "label": "Aarhus", "sort": "shop", "country": "DK", "currency": "DKK"}
NEW_YORK = {**ABROAD, "place": "soho", "label": "Soho", "country": "US-NY", "currency": "USD"}
ON_THE_WAY = {**STORE, "place": "van", "label": "Van", "sort": "transit"}
GIFT = {"what": "gift", "from_place": "store", "quantity": "1", "day": "2026-10-13"}


def there(*places: str) -> list[tuple[str, int]]:
    return [(one.place, one.quantity) for one in goods(places or None)]


@pytest.mark.usefixtures("database")
def test_goods_go_from_their_lot_to_a_store_and_on_to_a_shop():
    code = begun()
    first, again = moved(code, movement="MV900"), moved(code, movement="MV900")
    assert (first.id, first.book) == (again.id, "hq")
    assert there() == [("shop", 5), ("store", 5)]
    assert [type(one.quantity) for one in goods()] == [int, int]


@pytest.mark.usefixtures("sqlite")
def test_a_movement_of_its_code_is_one_movement():
    code = begun()
    moved(code, movement="MV900")
    with pytest.raises(AlreadyRecorded):
        moved(code, quantity="1", movement="MV900")


@pytest.mark.usefixtures("sqlite")
def test_goods_come_from_a_lot_that_may_leave_and_no_more_than_are_good():
    code = begun()
    with pytest.raises(MoreThanGood, match="10 good pieces, and 11 would be"):
        finished(code, quantity="1")
    assert there() == [("store", 10)]


@pytest.mark.usefixtures("sqlite")
def test_a_lot_that_nobody_judged_is_not_put_into_stock():
    begun()
    here = office(day=date(2026, 10, 30))
    code = making.opened(here)
    with pytest.raises(NotToLeave, match="not finished"):
        finished(code, quantity="1")


@pytest.mark.usefixtures("sqlite")
def test_goods_enter_the_place_of_their_own_site():
    code = begun()
    row = {**STORE, "place": "room", "sort": "workshop", "at": "lima"}
    with pytest.raises(Said, match="open-site"):
        do(stocked.hq(), "name-place", row)
    opened("lima", "QL")
    do(stocked.hq(), "name-place", row)
    with pytest.raises(NotItsSite):
        finished(code, "room", "1")


@pytest.mark.parametrize(
    ("what", "says"),
    [
        (
            {"quantity": "11"},
            "store: of lot LQC001[A-Z] of sweater 10 are there on 2026-10-12, and 11 would leave",
        ),
        ({"day": "2026-10-09"}, "0 are there"),
        ({"from_place": "shop", "to_place": "store"}, "0 are there"),
        ({"from_place": "shed"}, "no place shed"),
        ({"lot": "LQC077A"}, "no lot"),
        ({"day": "2026-10-31"}, "has not come"),
    ],
)
@pytest.mark.usefixtures("sqlite")
def test_what_is_not_there_does_not_move(what, says):
    code = begun()
    with pytest.raises(Said, match=says):
        moved(
            **{"code": code, **{"to" if name == "to_place" else name: value for name, value in what.items()}}
        )
    assert there() == [("store", 10)]


@pytest.mark.usefixtures("sqlite")
def test_what_left_later_was_there_before():
    code = begun()
    moved(code, quantity="8", day="2026-10-20")
    with pytest.raises(NotThatMany, match="2 are there on 2026-10-20, and 3 would leave"):
        moved(code, quantity="3", day="2026-10-15")
    assert moved(code, quantity="2", day="2026-10-15").quantity == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": "moved", "to_place": ""},
        {"what": "gift", "to_place": "shop", "country": "PE"},
        {"what": "gift"},
        {"what": "lost", "country": "PE"},
        {"what": "finished"},
        {"what": "moved", "from_place": "shop", "to_place": "shop"},
        {"what": "lost", "lot": ""},
        {"what": "sold"},
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_movement_has_its_ends(wrong):
    code = begun()
    row = {"lot": code, "quantity": "1", "from_place": "store", **wrong}
    with pytest.raises(BadRows):
        do(stocked.hq(), "move-goods", row)


@pytest.mark.parametrize("what", ["gift", "sample"])
@pytest.mark.parametrize(("country", "law"), [("New York", "19 U.S.C. 1307"), ("CA", "9897")])
@pytest.mark.usefixtures("sqlite")
def test_no_sample_and_no_gift_goes_where_goods_are_refused(what, country, law):
    code = begun()
    with pytest.raises(NotToGoThere, match=law):
        do(stocked.hq(), "move-goods", {**GIFT, "what": what, "lot": code, "country": country})
    kept = ShipmentChecked.objects.get()
    assert (kept.goes, kept.consignment, there()) == (False, what, [("store", 10)])


@pytest.mark.usefixtures("sqlite")
def test_a_gift_that_may_go_leaves_with_its_check_on_file():
    code = begun()
    (gift,) = do(stocked.hq(), "move-goods", {**GIFT, "lot": code, "country": "denmark"})
    assert (gift.country, ShipmentChecked.objects.get().shipment) == ("DK", gift.shipment)
    assert there() == [("store", 9)]


@pytest.mark.usefixtures("sqlite")
def test_no_shop_is_stocked_where_goods_are_refused():
    code = begun(ABROAD, NEW_YORK)
    with pytest.raises(NotToGoThere, match=r"19 U\.S\.C\. 1307"):
        moved(code, "soho")
    moved(code, "aarhus")
    assert there() == [("aarhus", 5), ("store", 5)]


@pytest.fixture
def lot(sqlite):
    """A judged lot of ten that is not in stock yet, with the store and the shop named."""
    here = making.begun()
    do(stocked.hq(), "set-checklist", stocked.ASKS)
    do(stocked.hq(), "name-place", STORE, stocked.SHOP)
    return stocked.judged(here)


def test_rows_of_one_file_do_not_put_more_pieces_into_stock_than_were_good(lot):
    row = {"what": "finished", "lot": lot, "quantity": "6", "to_place": "store", "day": "2026-10-10"}
    with pytest.raises(MoreThanGood):
        do(stocked.hq(), "move-goods", row, row)
    assert there() == []


@pytest.fixture
def meanwhile(monkeypatch):
    """What somebody else does once while the border is asked, between looking and moving."""
    todo: list = []
    asked = goods_actions._over_the_border

    def over(office, fact):
        if todo:
            todo.pop()()
        asked(office, fact)

    monkeypatch.setattr(goods_actions, "_over_the_border", over)
    return todo.append


def test_two_who_put_a_lot_into_stock_at_once_do_not_double_it(lot, meanwhile):
    meanwhile(lambda: finished(lot, quantity="6"))
    with pytest.raises(MoreThanGood):
        finished(lot, quantity="6")
    assert there() == [("store", 6)]


def test_two_who_move_goods_alike_at_once_both_moved_them(lot, meanwhile):
    finished(lot)
    meanwhile(lambda: moved(lot, quantity="3"))
    moved(lot, quantity="3")
    assert there() == [("shop", 6), ("store", 4)]


@pytest.mark.usefixtures("sqlite")
def test_while_a_critical_finding_is_open_nothing_is_shipped_and_what_is_lent_comes_back():
    code = begun(SHOW)
    moved(code, "museum", "2")
    found = {"site": "cusco", "control": "PAY-04", "about": "x", "day": date(2026, 10, 15)}
    record([Finding(**found, lies_with="site", says="", facts={})], "hq", stocked.hq().hand)
    with pytest.raises(RightsFirst, match="PAY-04"):
        moved(code, quantity="1")
    back = {"what": "moved", "lot": code, "quantity": "2", "from_place": "museum", "to_place": "store"}
    do(stocked.hq(), "move-goods", {**back, "day": "2026-10-20"})
    assert there() == [("store", 10)]


@pytest.mark.usefixtures("sqlite")
def test_goods_on_their_way_are_not_sold():
    code = begun(ON_THE_WAY)
    moved(code, "van")
    with pytest.raises(Said, match="on their way"):
        stocked.sold({"place": "van"})


DAYS = some.integers(min_value=0, max_value=10).map(lambda days: date(2026, 10, 10) + timedelta(days=days))
PLACES = some.sampled_from(["store", "shop", "museum"])
STEPS = some.one_of(
    some.tuples(some.just("moved"), PLACES, PLACES, some.integers(1, 10), DAYS),
    some.tuples(some.sampled_from(["lost", "damaged"]), PLACES, some.just(""), some.integers(1, 10), DAYS),
    some.tuples(some.just("sold"), PLACES, some.booleans(), some.integers(1, 10), DAYS),
    some.tuples(some.just("counted"), PLACES, some.booleans(), some.integers(0, 12), DAYS),
)


def tried(number: int, code: str, step: tuple) -> None:
    what, place, other, quantity, day = step
    row = {"product": "sweater", "day": day.isoformat()}
    lot = {"lot": code} if other is True else {}
    if what == "sold":
        stocked.sold({**row, **lot, "order": f"o{number}", "place": place, "quantity": str(quantity)})
    elif what == "counted":
        do(stocked.hq(), "count-stock", {**row, **lot, "place": place, "found": str(quantity)})
    else:
        to = {"to_place": other} if other else {}
        row |= {"what": what, "lot": code, "quantity": str(quantity), "from_place": place, **to}
        do(stocked.hq(), "move-goods", row)


@settings(max_examples=8, deadline=None)
@given(steps=some.lists(STEPS, min_size=6, max_size=14))
def test_whatever_is_tried_in_whatever_order_no_day_ends_with_less_than_nothing(steps):
    with tempfile.TemporaryDirectory() as folder, databases.fresh("sqlite", Path(folder) / "home"):
        code = begun(SHOW)
        for number, step in enumerate(steps):
            try:
                tried(number, code, step)
            except Said:
                continue
        keys = [(place, "sweater") for place in ("store", "shop", "museum")]
        assert [one.short() for one in ledgers(keys).values()] == [None, None, None]
