"""Money from others: grants, budgets and what is received, and what is refused of them."""

import pytest

from funded import PAPER, began, spent
from jornal.actions.funding import NotInTheBudget, OtherCurrency, ReceivedTwice
from jornal.actions.given import NotYet
from jornal.actions.office import NotYourRole
from jornal.actions.organisation import NotThere
from jornal.actions.verb import BadRows
from jornal.facts.funding import Budget, Grant, MoneyReceived
from offices import office
from peopled import do

LASTS = {"currency": "PEN", "since": "2026-01-01", "until": "2026-12-31"}
GRANT = {"grant": "looms", "funder": "A trust", "amount": "100000", "purpose": "Looms", **LASTS}
BUDGET = {"budget": "room", "authority": "inpe", "at": "cusco", "workshop": "knitting", **LASTS}
HEAD = {"budget": "room", "head": "machines", "planned": "800", "promised": "600"}
CAME = {"received": "r-1", "of": "grant", "source": "looms", "amount": "500", "currency": "PEN"}


@pytest.fixture(autouse=True)
def here(sqlite):
    began()


def test_a_grant_a_budget_and_what_came_of_them_stand_in_headquarters_book():
    spent("record-grant", {**GRANT, "restricted": "yes", "heads": "tools; training"})
    spent("agree-budget", BUDGET)
    spent("plan-head", HEAD)
    spent(
        "receive-money",
        CAME,
        {**CAME, "received": "r-2", "of": "budget", "source": "room", "head": "machines"},
    )
    assert (Grant.objects.get().heads, Budget.objects.get().workshop) == (["tools", "training"], "knitting")
    assert {one.book for one in MoneyReceived.objects.all()} == {"hq"}


def test_the_same_row_twice_changes_nothing():
    spent("record-grant", GRANT)
    first, again = spent("receive-money", CAME), spent("receive-money", CAME)
    assert [one.id for one in again] == [one.id for one in first]


@pytest.mark.parametrize(
    ("verb", "row", "fault"),
    [
        ("record-grant", {**GRANT, "amount": "-5"}, "Write 0 or more"),
        ("record-grant", {**GRANT, "amount": "12.50"}, "not in minor units"),
        ("record-grant", {**GRANT, "currency": "SOL"}, "not a currency"),
        ("record-grant", {**GRANT, "until": "2025-01-01"}, "begins on 2026-01-01 and ends on 2025-01-01"),
        ("record-grant", {**GRANT, "restricted": "yes"}, "names the heads it pays for"),
        ("record-grant", {**GRANT, "restricted": "yes", "heads": "wine"}, "'wine' is no head of spending"),
        ("plan-head", {**HEAD, "promised": "900"}, "would pay more than is planned"),
        ("receive-money", {**CAME, "source": ""}, "say which one it is of"),
        ("receive-money", {**CAME, "of": "gift", "source": ""}, "say who gave it"),
        ("receive-money", {**CAME, "head": "machines"}, "money of a budget is given for a head"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(verb: str, row: dict[str, str], fault: str):
    with pytest.raises(BadRows, match=fault):
        spent(verb, row)


@pytest.mark.parametrize(
    ("verb", "row", "fault"),
    [
        ("agree-budget", {**BUDGET, "authority": "nobody"}, NotThere),
        ("agree-budget", {**BUDGET, "at": "lima"}, NotThere),
        ("agree-budget", {**BUDGET, "workshop": "cellar"}, NotThere),
        ("plan-head", {**HEAD, "budget": "other"}, NotThere),
        ("receive-money", {**CAME, "source": "other"}, NotThere),
        ("receive-money", {**CAME, "currency": "USD"}, OtherCurrency),
        ("receive-money", {**CAME, "day": "2027-01-01"}, NotYet),
        ("receive-money", {**CAME, "of": "budget", "source": "room", "head": "tools"}, NotInTheBudget),
    ],
)
def test_what_rests_on_nothing_is_refused(verb: str, row: dict[str, str], fault: type[Exception]):
    spent("record-grant", GRANT)
    spent("agree-budget", BUDGET)
    with pytest.raises(fault):
        spent(verb, row)


def test_money_on_the_same_paper_is_not_received_twice():
    spent("record-grant", GRANT)
    spent("receive-money", {**CAME, "paper": PAPER})
    with pytest.raises(ReceivedTwice, match="recorded already, as r-1"):
        spent("receive-money", {**CAME, "received": "r-2", "paper": PAPER})
    rows = [{**CAME, "received": f"r-{one}", "amount": "7", "paper": PAPER} for one in (3, 4)]
    with pytest.raises(ReceivedTwice):
        spent("receive-money", *rows)


def test_a_manager_records_no_grant():
    with pytest.raises(NotYourRole):
        do(office(), "record-grant", GRANT)
