"""No correction is a way round what selling and moving refuse."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

import crew
import databases
import hands
import stocked
from actions import test_deliveries
from jornal.actions.correcting import correct, take_back
from jornal.actions.goods import NotThatMany
from jornal.actions.rights import RightsFirst
from jornal.actions.sales import BeforeTheSale, MoreThanSold
from jornal.facts.pay import Finding
from jornal.facts.sales import Refund, Sale
from jornal.facts.stock import Movement
from jornal.journal.record import NotCorrectable, StillNeeded, record
from jornal.reads.stock import goods
from jornal.units.said import Said
from peopled import do

SALE = {"channel": "till", "order": "1", "line": "1"}
WHY = "it was typed wrongly"


def there() -> int:
    return sum(one.quantity for one in goods(["shop"]))


@pytest.fixture
def code(sqlite):
    found = stocked.begun()
    stocked.moved(found, movement="MV900")
    stocked.sold({"lot": found, "quantity": "2"})
    return found


def test_a_sale_is_corrected_while_goods_are_there_and_taken_back(code):
    correct(stocked.hq(), "sale", {**SALE, "quantity": "5"}, WHY)
    assert there() == 0
    with pytest.raises(NotThatMany):
        correct(stocked.hq(), "sale", {**SALE, "quantity": "6"}, WHY)
    take_back(stocked.hq(), "sale", SALE, WHY)
    assert there() == 5
    correct(stocked.hq(), "sale", {**SALE, "quantity": "4"}, WHY)
    assert there() == 1


@pytest.mark.parametrize(("channel", "stands"), [("till", False), ("shopify", True)])
def test_a_sale_taken_back_does_not_stand_again_past_a_finding_that_is_open(code, channel, stands):
    stocked.sold({"place": "store", "lot": code, "channel": channel, "order": "7"})
    key = {**SALE, "channel": channel, "order": "7"}
    take_back(stocked.hq(), "sale", key, WHY)
    found = Finding(
        site="cusco", control="PAY-01", about="m", day=crew.TODAY, lies_with="site", says="", facts={}
    )
    record([found], "cusco", hands.hand("S1", "site_manager"))
    if stands:  # a shop sold it before it came here; that it is told stops nothing
        assert correct(stocked.hq(), "sale", {**key, "fee": "0"}, WHY).void is False
    else:
        with pytest.raises(RightsFirst):
            correct(stocked.hq(), "sale", {**key, "fee": "0"}, WHY)


@pytest.mark.parametrize(
    "changed", [{"country": "US"}, {"place": "store"}, {"lot": ""}, {"currency": "USD"}], ids=str
)
def test_a_sale_does_not_go_elsewhere_by_a_correction(code, changed):
    with pytest.raises(NotCorrectable):
        correct(stocked.hq(), "sale", {**SALE, **changed}, WHY)


def test_a_sale_is_not_less_than_what_was_given_back(code):
    do(stocked.seller(), "refund", {**SALE, "amount": "30000", "quantity": "1"})
    with pytest.raises(MoreThanSold):
        correct(stocked.hq(), "sale", {**SALE, "price": "10000"}, WHY)
    with pytest.raises(StillNeeded):
        take_back(stocked.hq(), "sale", SALE, WHY)


def test_a_sale_is_not_moved_to_a_day_after_its_goods_came_back(code):
    back = {"amount": "20000", "quantity": "1", "goods_back": "1", "day": "2026-10-22"}
    do(stocked.seller(), "refund", {**SALE, **back})
    with pytest.raises(BeforeTheSale):
        correct(stocked.hq(), "sale", {**SALE, "day": "2026-10-25"}, WHY)
    correct(stocked.hq(), "sale", {**SALE, "day": "2026-10-22"}, WHY)
    assert there() == 4


def test_a_refund_taken_back_twice_takes_its_goods_once(code):
    do(
        stocked.seller(),
        "refund",
        {**SALE, "amount": "20000", "quantity": "1", "goods_back": "1", "reference": "r-1"},
    )
    (refund,) = Refund.objects.all()
    key = {"sale": str(refund.sale), "reference": "r-1"}
    take_back(stocked.hq(), "refund", key, WHY)
    with pytest.raises(NotCorrectable):
        take_back(stocked.hq(), "refund", key, WHY)
    assert there() == 3


def test_a_movement_is_taken_back_only_while_its_goods_are_there(code):
    with pytest.raises(NotThatMany):
        take_back(stocked.hq(), "movement", {"movement": "MV900"}, WHY)
    with pytest.raises(NotCorrectable):
        correct(stocked.hq(), "movement", {"movement": "MV900", "quantity": "9"}, WHY)
    take_back(stocked.hq(), "sale", SALE, WHY)
    take_back(stocked.hq(), "movement", {"movement": "MV900"}, WHY)
    assert there() == 0


def test_goods_that_came_back_and_were_sold_again_came_back(code):
    row = {**SALE, "amount": "1", "quantity": "2", "goods_back": "2", "reference": "r"}
    (found,) = do(stocked.seller(), "refund", row)
    stocked.sold({"order": "2", "quantity": "5", "day": "2026-10-30"})
    with pytest.raises(NotThatMany):
        take_back(stocked.hq(), "refund", {"sale": str(found.sale), "reference": "r"}, WHY)


def test_a_count_and_a_place_stay_what_they_are(code):
    do(stocked.seller(), "count-stock", {"place": "shop", "product": "sweater", "found": "3"})
    key = {"place": "shop", "product": "sweater", "lot": "", "number": "1"}
    with pytest.raises(NotCorrectable):
        take_back(stocked.hq(), "stock_count", key, WHY)
    with pytest.raises(NotCorrectable):
        correct(stocked.hq(), "stock_place", {"place": "shop", "country": "US"}, WHY)
    assert correct(stocked.hq(), "stock_place", {"place": "shop", "label": "Corner"}, WHY).label == "Corner"


@pytest.mark.usefixtures("sqlite")
def test_what_stands_on_a_paper_is_not_corrected():
    test_deliveries.delivered(test_deliveries.ordered())
    with pytest.raises(NotCorrectable):
        take_back(stocked.hq(), "sale", {"channel": "wholesale", "order": "o-1", "line": "1"}, WHY)


@pytest.mark.parametrize(
    "change",
    [
        {"day": "2099-01-01"}, {"price": "-1"}, {"quantity": "0"}, {"discount": "900000"}, {"fee": "-1"},
        {"tax": "900000", "tax_included": "True"},
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.usefixtures("code")
def test_no_correction_makes_a_sale_that_could_not_have_been_sold(change):
    with pytest.raises(NotCorrectable, match="so it would be no sale"):
        correct(stocked.hq(), "sale", {**SALE, **change}, WHY)


DAYS = some.integers(min_value=0, max_value=8).map(lambda days: date(2026, 10, 12) + timedelta(days=days))
STEPS = some.lists(
    some.tuples(
        some.sampled_from(["moved", "sold", "sold", "back", "changed", "gone", "gone"]),
        some.integers(0, 9),
        some.integers(1, 6),
        DAYS,
    ),
    min_size=6,
    max_size=14,
)


def flows(code: str) -> dict[str, list[tuple[date, int]]]:
    """By place what came and went of a lot, from the rows themselves."""
    found: dict[str, list[tuple[date, int]]] = {}
    for one in Movement.objects.current().filter(lot=code):
        found.setdefault(one.to_place, []).append((one.day, one.quantity))
        found.setdefault(one.from_place, []).append((one.day, -one.quantity))
    sales = {one.root: one for one in Sale.objects.current().filter(lot=code)}
    for one in sales.values():
        found.setdefault(one.place, []).append((one.day, -one.quantity))
    for one in Refund.objects.current().filter(sale__in=sales):
        found.setdefault(one.place, []).append((one.day, one.goods_back))
    return {place: rows for place, rows in found.items() if place}


def tried(number: int, code: str, step: tuple) -> None:
    what, which, quantity, day = step
    facts = [*Movement.objects.exclude(what="finished"), *Sale.objects.all(), *Refund.objects.all()]
    if what == "moved":
        stocked.moved(code, quantity=str(quantity), day=f"{day}")
    elif what == "sold":
        stocked.sold({"lot": code, "order": f"o{number}", "quantity": str(quantity), "day": f"{day}"})
    elif not facts:
        return
    else:
        fact = facts[which % len(facts)]
        key = {name: str(getattr(fact, name)) for name in fact.KEY}
        if what == "gone":
            take_back(stocked.hq(), fact.KIND, key, WHY)
        elif isinstance(fact, Sale) and what == "back":
            row = {"quantity": str(quantity), "goods_back": str(quantity), "amount": "0", "day": f"{day}"}
            do(stocked.seller(), "refund", {**key, **row, "reference": f"r{number}"})
        else:
            correct(stocked.hq(), fact.KIND, {**key, "quantity": str(quantity), "day": f"{day}"}, WHY)


@settings(max_examples=8, deadline=None)
@given(steps=STEPS)
def test_whatever_is_corrected_or_taken_back_in_whatever_order_no_day_ends_with_less_than_nothing(steps):
    with tempfile.TemporaryDirectory() as folder, databases.fresh("sqlite", Path(folder) / "home"):
        code = stocked.begun()
        for number, step in enumerate(steps):
            try:
                tried(number, code, step)
            except Said:
                continue
            for rows in flows(code).values():
                assert all(sum(n for day, n in rows if day <= end) >= 0 for end, _ in rows)
