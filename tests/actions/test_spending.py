"""Money spent: whose it was, on what paper, never twice; advances settled by receipts."""

import pytest

from funded import DAY, PAPER, began, spent
from jornal.actions.funding import NotInTheBudget, OtherCurrency
from jornal.actions.given import NotStaff, NotYet
from jornal.actions.organisation import NotThere
from jornal.actions.spending import (
    BeforeTheAdvance,
    NotWhatItIsFor,
    OutOfItsTime,
    PaperTwice,
    TooMuchBack,
    advance_of,
    open_of,
)
from jornal.actions.verb import BadRows
from jornal.facts.funding import Cost
from offices import office
from peopled import do

LASTS = {"currency": "PEN", "since": "2026-01-01", "until": "2026-10-31"}
GRANT = {"grant": "looms", "funder": "A trust", "amount": "100000", "purpose": "Looms", **LASTS}
COST = {
    "cost": "c-1", "head": "tools", "label": "A loom", "supplier": "A mill", "amount": "900", "currency": "PEN",
    "day": "2026-09-01",
}  # fmt: skip
OF_GRANT = {**COST, "paid_from": "grant", "source": "looms"}
ADVANCE = {
    "advance": "a-1", "staff": "S1", "at": "cusco", "amount": "1000", "currency": "PEN", "purpose": "Wool",
    "day": "2026-09-01",
}  # fmt: skip
RECEIPT = {
    "advance": "a-1", "cost": "c-9", "head": "materials", "label": "Wool", "supplier": "A mill", "amount": "600",
    "day": "2026-09-02", "paper": PAPER,
}  # fmt: skip


@pytest.fixture(autouse=True)
def here(sqlite):
    began()
    spent("record-grant", {**GRANT, "restricted": "yes", "heads": "tools"})
    spent("agree-budget", {"budget": "room", "authority": "inpe", "at": "cusco", **LASTS})
    spent("give-advance", ADVANCE)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({**OF_GRANT, "head": "shops"}, NotWhatItIsFor),
        ({**OF_GRANT, "currency": "USD"}, OtherCurrency),
        ({**OF_GRANT, "day": "2026-11-01"}, OutOfItsTime),
        ({**OF_GRANT, "source": "other"}, NotThere),
        ({**OF_GRANT, "paid_from": "budget", "source": "room"}, NotInTheBudget),
        ({**COST, "at": "lima"}, NotThere),
        ({**COST, "lot": "L9"}, NotThere),
        ({**COST, "day": "2027-09-01"}, NotYet),
        ({**COST, "amount": "0"}, BadRows),
        ({**COST, "amount": "-900"}, BadRows),
        ({**COST, "head": "wages"}, BadRows),
        ({**COST, "source": "looms"}, BadRows),
    ],
)
def test_money_is_not_spent_on_what_it_is_not_for(row: dict[str, str], fault: type[Exception]):
    with pytest.raises(fault):
        spent("record-cost", row)
    assert not Cost.objects.exists()


def test_restricted_money_is_spent_on_what_it_is_for():
    (kept,) = spent("record-cost", OF_GRANT)
    assert (kept.book, kept.source) == ("hq", "looms")


def test_a_paper_is_paid_once_and_shared_only_where_each_says_so():
    spent("record-cost", {**COST, "paper": PAPER})
    other = {**COST, "cost": "c-2", "head": "transport", "amount": "50", "paper": PAPER}
    with pytest.raises(PaperTwice, match="recorded already, as c-1"):
        spent("record-cost", other)
    spent("record-cost", {**other, "part": "yes"})
    with pytest.raises(PaperTwice):
        spent("record-cost", {**COST, "cost": "c-3", "paper": PAPER, "part": "yes"})


def test_a_receipt_given_twice_is_refused_also_in_one_go():
    with pytest.raises(PaperTwice):
        spent("hand-in-receipt", RECEIPT, {**RECEIPT, "cost": "c-8"})
    spent("hand-in-receipt", RECEIPT)
    with pytest.raises(PaperTwice):
        spent("record-cost", {**COST, "paper": PAPER})


def test_a_manager_hands_in_her_receipts_in_her_own_book():
    (kept,) = do(office(day=DAY), "hand-in-receipt", RECEIPT)
    assert (kept.book, kept.site, kept.currency, kept.paid_from) == ("cusco", "cusco", "PEN", "advance")
    assert open_of(advance_of("a-1")) == 400


def test_an_advance_is_settled_by_receipts_and_by_what_comes_back():
    spent("hand-in-receipt", RECEIPT)
    with pytest.raises(TooMuchBack, match=r"a-1 4\.00 PEN is open, and 5\.00 PEN would come back"):
        spent("bring-back-advance", {"advance": "a-1", "amount": "500"})
    back = {"advance": "a-1", "amount": "400"}
    assert spent("bring-back-advance", back)[0].id == spent("bring-back-advance", back)[0].id
    assert open_of(advance_of("a-1")) == 0


@pytest.mark.parametrize(
    ("verb", "row", "fault"),
    [
        ("give-advance", {**ADVANCE, "advance": "a-2", "staff": "R1"}, NotStaff),
        ("give-advance", {**ADVANCE, "advance": "a-2", "at": "lima"}, NotThere),
        ("hand-in-receipt", {**RECEIPT, "advance": "a-9"}, NotThere),
        ("hand-in-receipt", {**RECEIPT, "day": "2026-08-31"}, BeforeTheAdvance),
        ("hand-in-receipt", {**RECEIPT, "paper": ""}, BadRows),
        ("bring-back-advance", {"advance": "a-9", "amount": "1"}, NotThere),
    ],
)
def test_what_fits_no_advance_is_refused(verb: str, row: dict[str, str], fault: type[Exception]):
    with pytest.raises(fault):
        spent(verb, row)
