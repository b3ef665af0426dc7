"""An order in another currency than its cost sheet: held to the cost by a recorded rate, under corrections too."""

from datetime import date

import pytest

import making
from funded import finance, spent
from jornal.actions.abroad import OtherCurrency, PaysLess, lines_held
from jornal.actions.correcting import correct, take_back
from jornal.facts.orders import Order, OrderLine
from jornal.journal.record import NotCorrectable
from making import COST
from peopled import do

ORDER = {
    "order": "o1", "customer": "A shop", "wanted_on": "2026-12-31", "cutoff_on": "2026-11-06", "currency": "DKK",
    "country": "DK",
}  # fmt: skip
LINE = {"order": "o1", "line": "1", "product": "sweater", "at": "cusco", "quantity": "5", "price": "29571"}
RATE = {"base": "DKK", "quote": "PEN", "day": "2026-10-01", "rate": "0.5312", "source": "A bank's list"}
KEY = {name: RATE[name] for name in ("base", "quote", "day")}


def placed(*rates: dict[str, str]):
    making.begun()
    hq = making.headquarters()
    do(hq, "set-cost", COST)
    do(hq, "place-order", ORDER)
    for one in rates:
        spent("set-exchange-rate", one)
    return hq


@pytest.mark.usefixtures("database")
def test_a_price_in_another_currency_is_held_to_the_cost_by_the_rate_and_to_the_last_minor_unit():
    hq = placed(RATE)
    with pytest.raises(PaysLess) as refused:
        do(hq, "add-line", {**LINE, "price": "29570"})
    assert "costs 157.08 PEN, and 295.70 DKK is worth 157.07 PEN by" in str(refused.value)
    assert "by the rate of 2026-10-01: 1 DKK was 0.5312 PEN (A bank's list). Ask 295.71 DKK or more" in str(
        refused.value
    )
    for _ in range(2):
        do(hq, "add-line", LINE)
    (found,) = lines_held(Order.objects.get(), OrderLine.objects.current()).values()
    assert (found.price, found.worth, found.cost, found.rate.rate) == (29571, 15708, 15708, "0.5312")


@pytest.mark.usefixtures("sqlite")
def test_without_a_rate_it_is_refused_with_what_to_add():
    hq = placed({**RATE, "base": "SEK"})
    with pytest.raises(
        OtherCurrency, match=r"known in PEN, and order o1 pays in DKK.*set-exchange-rate base=DKK quote=PEN"
    ):
        do(hq, "add-line", LINE)
    assert not OrderLine.objects.exists()


@pytest.mark.usefixtures("sqlite")
def test_the_last_rate_counts_and_a_line_can_always_be_taken_out():
    hq = placed(RATE)
    do(hq, "add-line", LINE)
    spent("set-exchange-rate", {**RATE, "day": "2026-10-09", "rate": "0.5"})
    with pytest.raises(PaysLess, match=r"Ask 314\.16 DKK or more"):
        do(hq, "add-line", {**LINE, "quantity": "6"})
    do(hq, "add-line", {**LINE, "quantity": "0"})
    assert OrderLine.objects.current().get().quantity == 0


@pytest.mark.usefixtures("sqlite")
def test_a_correction_is_no_way_round_labour():
    hq = placed(RATE)
    do(hq, "add-line", LINE)
    with pytest.raises(PaysLess):
        correct(finance(), "exchange_rate", {**KEY, "rate": "0.53"}, "mistyped")
    with pytest.raises(NotCorrectable, match="Take them out first"):
        correct(hq, "order", {"order": "o1", "currency": "PEN"}, "mistyped")
    with pytest.raises(Exception, match="rest"):
        take_back(finance(), "exchange_rate", KEY, "mistyped")
    assert correct(finance(), "exchange_rate", {**KEY, "rate": "0.54"}, "mistyped").rate == "0.54"  # type: ignore[attr-defined]


@pytest.mark.usefixtures("sqlite")
def test_a_rate_of_a_later_day_is_not_yet_one():
    hq = placed({**RATE, "day": "2026-10-20"})
    with pytest.raises(OtherCurrency):
        do(making.headquarters(date(2026, 10, 19)), "add-line", LINE)
    assert hq.day < date(2026, 11, 6)
