"""What the tables of money from others and back take, and what no hand and no program gets into them."""

from datetime import date

import pytest

from jornal.facts.funding import (
    HEADS,
    Advance,
    AdvanceReturned,
    Budget,
    BudgetHead,
    Cost,
    ExchangeRate,
    FundSpent,
    Grant,
    MoneyReceived,
    ProfitPromised,
    SetAside,
    YearStated,
)
from jornal.journal.canon import NotCanonical
from jornal.journal.record import AlreadyRecorded, NotCorrectable, record, voided
from offices import office

DAY = date(2026, 9, 1)
pytestmark = pytest.mark.usefixtures("sqlite")
EVERY = [
    Grant(
        grant="g1", funder="A trust", amount=1, currency="GBP", purpose="x", heads=[], since=DAY, until=DAY
    ),
    Budget(budget="b1", authority="a", site="cusco", currency="PEN", since=DAY, until=DAY),
    BudgetHead(budget="b1", head="machines", planned=2, promised=1),
    MoneyReceived(received="r1", of="gift", giver="A trust", day=DAY, amount=1, currency="GBP"),
    Cost(cost="c1", day=DAY, head="tools", label="x", amount=1, currency="PEN", paid_from="own"),
    Advance(advance="a1", staff="S1", day=DAY, amount=1, currency="PEN", purpose="wool"),
    AdvanceReturned(advance="a1", number=1, day=DAY, amount=1),
    ProfitPromised(since=DAY, of_10000=10000, purposes=["training"], says="All of it."),
    SetAside(year=2026, number=1, day=DAY, amount=1, currency="PEN"),
    FundSpent(spending="f1", day=DAY, purpose="training", label="x", amount=1, currency="PEN", heard=[]),
    ExchangeRate(base="PEN", quote="USD", day=DAY, rate="0.27", source="a bank"),
    YearStated(year=2026, number=1, day=DAY, cursor={}, lines=[], digest="0" * 64),
]


def copy_of(fact, **more):
    return type(fact)(**{**{one.name: getattr(fact, one.name) for one in fact.content()}, **more})


@pytest.mark.parametrize("fact", EVERY, ids=lambda fact: fact.KIND)
def test_one_stands_under_its_key_and_no_second(fact):
    hand = office().hand
    record([copy_of(fact)], "hq", hand)
    with pytest.raises(AlreadyRecorded):
        record([copy_of(fact)], "hq", hand)


@pytest.mark.parametrize(
    ("fact", "column", "value"),
    [
        (EVERY[4], "head", "wages"),
        (EVERY[4], "paid_from", "fund"),
        (EVERY[3], "of", "sale"),
        (EVERY[9], "purpose", "wages"),
        (EVERY[4], "amount", "12.50"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_what_is_no_answer_is_not_recorded(fact, column: str, value: object):
    with pytest.raises(NotCanonical):
        record([copy_of(fact, **{column: value})], "hq", office().hand)


def test_a_statement_that_was_given_out_is_never_taken_back():
    (kept,) = record([copy_of(EVERY[-1])], "hq", office().hand)
    with pytest.raises(NotCorrectable):
        record([voided(kept, "we would rather say something else")], "hq", office().hand)


def test_wages_are_no_head_of_spending():
    assert "wages" not in HEADS
