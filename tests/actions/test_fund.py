"""The promise and the fund: what may be promised, who is heard first, and rates with their day and source."""

import pytest

from funded import PAPER, began, spent
from jornal.actions.fund import HeardWhen, NothingPromised
from jornal.actions.given import NotStaff, NotYet
from jornal.actions.organisation import NotThere
from jornal.actions.spending import PaperTwice
from jornal.actions.verb import BadRows
from jornal.facts.funding import ExchangeRate, FundSpent, ProfitPromised

PROMISE = {
    "since": "2026-01-01", "of_10000": "10000", "purposes": "training; shops",
    "says": "All of our profit goes into training and shops.",
}  # fmt: skip
ASIDE = {"year": "2025", "amount": "1000", "currency": "PEN"}
USED = {"spending": "f-1", "purpose": "training", "label": "A course", "amount": "500", "currency": "PEN"}
HEARD = {"heard": "R1", "heard_on": "2026-11-01"}
RATE = {"base": "DKK", "quote": "PEN", "day": "2026-06-30", "rate": "0.5432", "source": "A bank"}


@pytest.fixture(autouse=True)
def here(sqlite):
    began()


def test_a_promise_is_kept_in_the_words_in_which_it_was_published():
    spent("promise-profit", PROMISE)
    kept = ProfitPromised.objects.get()
    assert (kept.book, kept.purposes, kept.says) == ("hq", ["training", "shops"], PROMISE["says"])


@pytest.mark.parametrize(
    ("verb", "row", "fault"),
    [
        ("promise-profit", {**PROMISE, "purposes": "wages"}, "'wages' is no purpose of the fund"),
        ("promise-profit", {**PROMISE, "purposes": "other"}, "'other' is no purpose of the fund"),
        ("promise-profit", {**PROMISE, "of_10000": "10001"}, "Write 10000 or less"),
        ("promise-profit", {**PROMISE, "of_10000": "0"}, "Write 1 or more"),
        ("set-aside", {**ASIDE, "amount": "-1"}, "Write 0 or more"),
        ("spend-fund", {**USED, "purpose": "wages"}, "purpose"),
        ("set-exchange-rate", {**RATE, "rate": "0"}, "is not a rate"),
        ("set-exchange-rate", {**RATE, "rate": "-0.5"}, "is not a rate"),
        ("set-exchange-rate", {**RATE, "rate": "5e-1"}, "is not a rate"),
        ("set-exchange-rate", {**RATE, "rate": "0,54"}, "is not a rate"),
        ("set-exchange-rate", {**RATE, "quote": "DKK"}, "between two currencies"),
        ("set-exchange-rate", {**RATE, "source": ""}, "source"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(verb: str, row: dict[str, str], fault: str):
    with pytest.raises(BadRows, match=fault):
        spent(verb, row)


@pytest.mark.parametrize("verb", ["set-aside", "spend-fund"])
def test_there_is_no_fund_without_a_promise(verb: str):
    with pytest.raises(NothingPromised):
        spent(verb, {"set-aside": ASIDE, "spend-fund": USED}[verb])


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({**HEARD, "heard": "S1"}, NotStaff),
        ({"heard": "R1"}, HeardWhen),
        ({"heard_on": "2026-11-01"}, HeardWhen),
        ({**HEARD, "day": "2026-10-31"}, HeardWhen),
        ({"at": "lima"}, NotThere),
        ({"day": "2027-01-01"}, NotYet),
    ],
)
def test_workers_are_heard_before_the_fund_is_spent_and_by_their_representatives(
    more: dict[str, str], fault: type[Exception]
):
    spent("promise-profit", PROMISE)
    with pytest.raises(fault):
        spent("spend-fund", {**USED, **more})
    assert not FundSpent.objects.exists()


def test_what_was_spent_stands_with_its_evidence_and_who_was_heard():
    spent("promise-profit", PROMISE)
    (kept,) = spent("spend-fund", {**USED, **HEARD, "paper": PAPER})
    assert (kept.heard, str(kept.heard_on), kept.paper) == (["R1"], "2026-11-01", PAPER)


def test_one_paper_is_not_both_a_cost_and_spending_from_the_fund():
    spent("promise-profit", PROMISE)
    cost = {
        "head": "training",
        "label": "A course",
        "supplier": "A school",
        "amount": "500",
        "currency": "PEN",
    }
    spent("record-cost", {"cost": "c-1", "paper": PAPER, **cost})
    with pytest.raises(PaperTwice, match="as c-1"):
        spent("spend-fund", {**USED, "paper": PAPER})
    other = "cd" * 32
    spent("spend-fund", {**USED, "paper": other})
    with pytest.raises(PaperTwice, match="as f-1"):
        spent("record-cost", {"cost": "c-2", "paper": other, **cost})
    with pytest.raises(PaperTwice, match="as f-1"):
        spent("spend-fund", {**USED, "spending": "f-2", "paper": other})


def test_a_rate_is_kept_as_it_was_written():
    spent("set-exchange-rate", RATE)
    assert ExchangeRate.objects.get().rate == "0.5432"
    with pytest.raises(NotYet):
        spent("set-exchange-rate", {**RATE, "day": "2026-12-31"})
