"""What a site has to offer, beside the floor; and an offer recorded whole or not at all."""

from datetime import date
from fractions import Fraction

import pytest

import payroll
from jornal.actions.consents import NotAConsent
from jornal.actions.onoffer import offered, on_offer
from jornal.facts.people import Offer
from jornal.facts.work import RateCard
from jornal.journal.entry import Entry
from jornal.journal.record import record
from offices import DAY, office
from peopled import CONSENT, OFFERED, names, opened


def of(contract: str, grade: str, day: date = date(2026, 10, 1)):
    return next(one for one in on_offer("cusco", day) if (one.contract, one.grade) == (contract, grade))


def test_each_contract_and_grade_stands_with_its_pay_beside_the_floor(database, tmp_path):
    payroll.begun(tmp_path)
    maker, piece = of("cusco-hourly", "maker"), of("cusco-piece", "")
    assert (maker.hourly, maker.floor, maker.weekly_minutes) == (Fraction(1180), 1027, 1500)
    assert (piece.pays, piece.floor) == ("piece", 1027)


def test_pay_is_that_of_the_day(sqlite, tmp_path):
    here = payroll.begun(tmp_path)
    assert of("cusco-hourly", "maker", date(2026, 6, 30)).hourly == 1140
    card = RateCard(
        site="cusco", per="hour", grade="maker", since=date(2026, 10, 15), amount="12.50", layer="house"
    )
    record([card], "cusco", here.hand)
    assert of("cusco-hourly", "maker", date(2026, 10, 20)).hourly == 1250


@pytest.mark.usefixtures("sqlite")
def test_without_adopted_terms_nothing_is_on_offer():
    opened()
    assert on_offer("cusco", DAY) == []


def test_a_site_that_the_terms_do_not_have_offers_nothing(sqlite, tmp_path):
    payroll.begun(tmp_path)
    assert on_offer("lima", DAY) == []


def test_offer_answer_and_consent_are_recorded_together(sqlite, tmp_path):
    opened()
    at = office(keys=names(tmp_path))
    consent = {**CONSENT, "copy_given_on": DAY.isoformat()}
    facts = offered(lambda _: at, {**OFFERED, "name": "Ana"}, {"answer": "accepted"}, consent)
    assert [fact.KIND for fact in facts] == ["worker", "offer", "offer_answered", "consent"]


def test_where_the_consent_is_refused_there_was_no_offer(database, tmp_path):
    opened()
    at, before = office(keys=names(tmp_path)), Entry.objects.count()
    consent = {**CONSENT, "witness": "G1", "copy_given_on": DAY.isoformat()}
    with pytest.raises(NotAConsent):
        offered(lambda _: at, {**OFFERED, "name": "Ana"}, {"answer": "accepted"}, consent)
    assert (Entry.objects.count(), Offer.objects.count()) == (before, 0)
