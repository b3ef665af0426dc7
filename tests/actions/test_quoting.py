"""What is said of an order before it is promised; nothing is recorded."""

import pytest

import making
from jornal.actions.quoting import Empty, NoBecause, NoSuchOrder, NotAdmitted, quoted
from jornal.facts.orders import OrderConfirmed
from peopled import do

ORDER = {
    "order": "o1", "customer": "A shop", "wanted_on": "2026-12-31", "cutoff_on": "2026-11-06", "currency": "PEN",
    "country": "DK",
}  # fmt: skip
LINE = {"order": "o1", "line": "1", "product": "sweater", "at": "cusco", "quantity": "5", "price": "20000"}


def placed(**more: str):
    making.at_three_quarters(making.begun())
    hq = making.headquarters()
    do(hq, "set-cost", making.COST)
    do(hq, "place-order", {**ORDER, **more})
    do(hq, "add-line", LINE)
    return hq


@pytest.mark.parametrize(
    ("more", "week", "no"),
    [
        ({}, "2026-11-09", None),
        ({"wanted_on": "2026-11-14"}, None, NoBecause),
        ({"country": "US"}, None, NotAdmitted),
        ({"country": "CA"}, None, NotAdmitted),
        ({"country": "GB"}, "2026-11-09", None),  # counsel decides; asked before it leaves
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_quote_says_the_week_or_why_there_is_none_and_promises_nothing(more, week, no):
    found = quoted(placed(**more), "o1")
    assert (found.week and str(found.week), type(found.no) if found.no else None) == (week, no)
    assert (list(found.of), OrderConfirmed.objects.exists()) == (["cusco"], False)


@pytest.mark.usefixtures("sqlite")
def test_an_order_without_lines_or_that_is_not_there_has_no_quote():
    making.begun()
    hq = making.headquarters()
    with pytest.raises(NoSuchOrder):
        quoted(hq, "o1")
    do(hq, "place-order", ORDER)
    with pytest.raises(Empty):
        quoted(hq, "o1")
