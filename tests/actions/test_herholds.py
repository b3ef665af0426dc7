"""No correction puts other words, days or people in the place of what a worker said."""

from datetime import date, timedelta

import pytest

import labelled
import making
from jornal.actions.correcting import correct
from jornal.actions.makers import NotOnTheLot
from jornal.facts.attendance import DaysConfirmed
from jornal.facts.people import Offer, OfferAnswered
from jornal.facts.work import Beneficiary, Instruction
from jornal.journal.record import NotCorrectable, record
from jornal.reads.labels import agreed

WHY = "it was typed wrongly"
SAID = {"worker": "QC01", "instruction": "home", "since": "2026-10-01"}


@pytest.fixture
def here(sqlite):
    return making.begun()


@pytest.mark.parametrize(
    "changed",
    [{"expires_on": "2099-12-31"}, {"expires_on": ""}, {"given_on": "2026-10-30"}, {"witness": "S1"}],
    ids=str,
)
def test_a_consent_that_ends_is_not_made_longer_by_a_correction(here, changed):
    consent = labelled.consented(here, "QC01")
    key = {"worker": "QC01", "purpose": "name", "scope": "label", "number": "1"}
    with pytest.raises(NotCorrectable, match="as she gave it"):
        correct(here, "consent", {**key, **changed}, WHY)
    correct(here, "consent", {**key, "expires_on": here.day.isoformat()}, WHY)
    assert (agreed("QC01", here.day), agreed("QC01", consent.given_on)) == (False, True)


@pytest.fixture
def sent(here):
    """QC01 sends a tenth of her pay to her mother until the end of the year; QC02 has a sister."""
    people = [Beneficiary(beneficiary="B01", worker="QC01"), Beneficiary(beneficiary="B02", worker="QC02")]
    record(people, "cusco", here.hand)
    said = {"worker": "QC01", "instruction": "home", "since": date(2026, 10, 1), "purpose": "family"}
    whom = [{"beneficiary": "B01", "weight": "1"}]
    record([Instruction(**said, share="0.1", to=whom, ends_on=date(2026, 12, 31))], "cusco", here.hand)
    return here


@pytest.mark.parametrize(
    "changed",
    [
        {"to": '[{"beneficiary": "B02", "weight": "1"}]'}, {"share": "0.9"}, {"ends_on": ""}, {"ends_on": "2027-12-31"},
    ],
    ids=str,
)  # fmt: skip
def test_her_money_does_not_go_elsewhere_by_a_correction(sent, changed):
    with pytest.raises(NotCorrectable, match="her instruction"):
        correct(sent, "instruction", {**SAID, **changed}, WHY)
    correct(sent, "instruction", {**SAID, "ends_on": "2026-10-31"}, WHY)


def test_whom_she_named_does_not_become_the_family_of_another(sent):
    with pytest.raises(NotCorrectable, match="hers who named them"):
        correct(sent, "beneficiary", {"beneficiary": "B02", "worker": "QC01"}, WHY)


def test_what_she_said_of_her_days_is_not_turned_into_a_yes(here):
    said = {"worker": "QC01", "since": date(2026, 10, 1), "until": date(2026, 10, 30), "number": 1}
    record([DaysConfirmed(**said, site="cusco", upto=1, answer="not_right")], "cusco", here.hand)
    key = {"worker": "QC01", "since": "2026-10-01", "until": "2026-10-30", "number": "1"}
    with pytest.raises(NotCorrectable, match="her own word"):
        correct(here, "days_confirmed", {**key, "answer": "right"}, WHY)


def test_an_offer_is_not_changed_after_her_answer(here):
    said = {"site": "cusco", "day": here.day - timedelta(days=9), "language": "es", "alternatives": []}
    offer = Offer(worker="QC01", number=7, **said, weekly_minutes=1500)
    record([offer], "cusco", here.hand)
    correct(here, "offer", {"worker": "QC01", "number": "7", "weekly_minutes": "1200"}, WHY)
    record([OfferAnswered(offer=offer.root, number=1, day=here.day, answer="accepted")], "cusco", here.hand)
    with pytest.raises(NotCorrectable, match="she answered it"):
        correct(here, "offer", {"worker": "QC01", "number": "7", "weekly_minutes": "2400"}, WHY)


def test_a_piece_is_given_to_nobody_who_made_none_of_its_lot(here):
    code = labelled.judged(here)
    (item,) = labelled.do(here, "label-pieces", {"lot": code, "count": "1", "maker": "QC01"})
    key = {"lot": str(item.lot), "serial": "1"}
    with pytest.raises(NotOnTheLot):
        correct(here, "item", {**key, "worker": "QC02"}, WHY)
    assert correct(here, "item", {**key, "worker": ""}, WHY).worker == ""
