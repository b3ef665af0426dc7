"""Markets in the browser: the rules, a question, an opinion on file, a shipment checked."""

from typing import Any

import pytest

import browsing
import making
from jornal.actions.verbs import VERBS
from jornal.facts.markets import OpinionFiled, ShipmentChecked
from jornal.pages.markets import DEEDS, FAMILY, GOODS, HOW_SURE, SORTS
from jornal.terms.marketfiles import markets
from jornal.terms.shapes import Confidence

HQ = "/hq/markets"
OPINION = {
    "opinion": "gb1", "place": "UK", "counsel": "A. Barrister", "given_on": "2026-10-01", "ends_on": "2027-09-30",
}  # fmt: skip


@pytest.fixture
def hq(sqlite, monkeypatch):
    making.begun()
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    browsing.member("V1", "seller", "")
    return browsing.member("H1", "hq_operations", "")


def sent(client, verb, **said):
    assert client.get(f"{HQ}/do/{verb}").status_code == 200
    return client.post(f"{HQ}/do/{verb}", said)


def test_every_rule_stands_with_its_law_its_date_its_source_and_how_sure_it_is(hq):
    text = browsing.text(hq.get(HQ))
    for rule in markets().market:
        assert rule.law.replace("'", "&#x27;") in text
        assert rule.source in text
    assert ("verified in a published text" in text, "17 June 1930" in text) == (True, True)
    assert set(HOW_SURE) == set(Confidence.__args__)
    assert {rule.goods for rule in markets().market} <= set(GOODS)


def test_a_question_is_answered_and_nothing_is_recorded(hq):
    text = browsing.text(hq.get(HQ, {"destination": "New York", "transit": "GB; DE", "made": "cusco"}))
    assert "New York (United States) refuses goods made in prison" in text
    assert "The United Kingdom, on the way: may not go without an opinion of counsel" in text
    assert not ShipmentChecked.objects.exists()


@pytest.mark.parametrize("text", ["Atlantis!", "%00", "<b>", "x" * 500])
def test_a_place_that_is_none_is_said_and_kept(hq, text):
    answer = hq.get(HQ, {"destination": text, "made": "cusco"})
    assert (answer.status_code, "is no place that is known here" in browsing.text(answer)) == (422, True)


def test_an_opinion_goes_on_file_and_opens_only_what_counsel_decides(hq):
    assert sent(hq, "file-opinion", **{**OPINION, "place": "US"}).status_code == 422
    assert sent(hq, "file-opinion", **OPINION).status_code == 302
    assert (OpinionFiled.objects.get().place, OpinionFiled.objects.get().book) == ("GB", "hq")
    text = browsing.text(hq.get(HQ, {"destination": "GB", "made": "cusco"}))
    assert ("may go by the opinion of A. Barrister" in text, "30 September 2027" in text) == (True, True)


@pytest.mark.usefixtures("database")
def test_a_shipment_is_checked_with_what_is_open_at_its_site_and_a_gift_is_no_way_round(hq):
    said = {"shipment": "s1", "destination": "New York", "at": "cusco", "consignment": "gift"}
    assert sent(hq, "check-shipment", **said).status_code == 302
    found = ShipmentChecked.objects.get()
    assert (found.site, found.goes, found.decision) == ("cusco", False, "refuse")
    assert "s1" in browsing.text(hq.get(HQ))


def test_a_seller_checks_and_files_no_opinion(hq):
    seller = browsing.member("V1", "seller", "")
    text = browsing.text(seller.get(HQ))
    assert ("Check a shipment" in text, "Put an opinion on file" in text) == (True, False)
    assert seller.get(f"{HQ}/do/file-opinion").status_code == 404


@pytest.mark.parametrize(("verb", "deed"), DEEDS.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_form_fits_its_verb(verb: str, deed: Any):
    fields = VERBS[verb].row.model_fields
    assert {one.name for one in deed.asked} - {"at"} <= fields.keys()
    assert set(deed.choices.values()) <= FAMILY.sources.keys()
    assert set(SORTS) == set(VERBS["check-shipment"].row.model_fields["consignment"].annotation.__args__)
