"""What is said of an order before it is promised; nothing is recorded."""

import pytest

import making
from jornal.actions.quoting import Empty, NoBecause, NoSuchOrder, NotAdmitted, OpinionFirst, quoted
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
        ({"country": "GB"}, "2026-11-09", None),  # counsel decides before it is promised: see below
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


@pytest.mark.parametrize(
    ("country", "opinion", "first"),
    [
        ("DK", {}, False),
        ("GB", {}, True),
        ("JP", {}, True),  # nothing is known of its law
        ("GB", {"place": "GB", "ends_on": "2026-11-15"}, False),
        ("GB", {"place": "GB", "ends_on": "2026-11-14"}, True),  # the week ends on the 15th
        ("GB", {"place": "NZ", "ends_on": "2027-12-31"}, True),
        ("GB", {"place": "GB", "ends_on": "2027-12-31", "product": "scarf"}, True),
        ("GB", {"place": "GB", "ends_on": "2027-12-31", "product": "sweater"}, False),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_quote_says_which_opinion_has_to_be_there_before_its_week_is_promised(country, opinion, first):
    hq = placed(country=country)
    if opinion:
        do(hq, "file-opinion", {"opinion": "a", "counsel": "C", "given_on": "2026-10-01", **opinion})
    found = quoted(hq, "o1")
    assert (f"{found.week}", found.no, isinstance(found.first, OpinionFirst)) == ("2026-11-09", None, first)
