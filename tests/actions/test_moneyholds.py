"""No correction of money is a way round what recording it refuses."""

import pytest

from actions.test_spending import ADVANCE, COST, GRANT, LASTS, OF_GRANT
from funded import PAPER, began, finance, spent
from jornal.actions.correcting import correct, take_back
from jornal.actions.funding import ReceivedTwice
from jornal.actions.given import NotYet
from jornal.actions.spending import NotWhatItIsFor, OutOfItsTime, PaperTwice, TooMuchBack
from jornal.journal.record import NotCorrectable

WHY = "it was typed wrongly"
CAME = {
    "received": "r-1", "of": "grant", "source": "looms", "day": "2026-09-01", "amount": "500", "currency": "PEN",
    "paper": PAPER,
}  # fmt: skip
BACK = {"advance": "a-1", "number": "1", "amount": "700", "day": "2026-09-02"}


@pytest.fixture(autouse=True)
def here(sqlite):
    began()
    spent("record-grant", {**GRANT, "restricted": "yes", "heads": "tools"})
    spent("agree-budget", {"budget": "room", "authority": "inpe", "at": "cusco", **LASTS})
    spent("give-advance", ADVANCE)
    spent("record-cost", OF_GRANT)
    spent("record-cost", {**COST, "cost": "c-2", "paper": PAPER})
    spent("bring-back-advance", BACK)
    spent("receive-money", CAME, {**CAME, "received": "r-2", "day": "2026-09-02"})


@pytest.mark.parametrize(
    ("kind", "values", "fault"),
    [
        ("cost", {"cost": "c-1", "head": "shops"}, NotWhatItIsFor),
        ("cost", {"cost": "c-1", "day": "2025-12-31"}, OutOfItsTime),
        ("cost", {"cost": "c-1", "day": "2027-01-01"}, NotYet),
        ("cost", {"cost": "c-1", "paper": PAPER}, PaperTwice),
        ("advance_returned", {"advance": "a-1", "number": "1", "amount": "1001"}, TooMuchBack),
        ("money_received", {"received": "r-2", "day": "2026-09-01"}, ReceivedTwice),
    ],
    ids=str,
)
def test_what_cannot_be_recorded_is_not_corrected_to(kind, values, fault):
    with pytest.raises(fault):
        correct(finance(), kind, values, WHY)


def test_a_slip_of_the_pen_is_mended():
    assert correct(finance(), "cost", {"cost": "c-1", "amount": "950"}, WHY).amount == 950
    key = {"advance": "a-1", "number": "1", "amount": "1000"}
    assert correct(finance(), "advance_returned", key, WHY).amount == 1000


def test_a_promise_that_was_published_does_not_shrink_by_a_correction():
    said = {"of_10000": "4000", "purposes": "training", "says": "Forty.", "published_at": "example.org"}
    spent("promise-profit", {"since": "2026-01-01", **said})
    with pytest.raises(NotCorrectable, match="it was published"):
        correct(finance(), "profit_promised", {"since": "2026-01-01", "of_10000": "100"}, WHY)
    with pytest.raises(NotCorrectable, match="it was published"):
        take_back(finance(), "profit_promised", {"since": "2026-01-01"}, WHY)
