"""May this go there: asked, checked and put on file, with opinions that open what asks for one and nothing else."""

from datetime import date

import pytest

from jornal.actions.given import NotYet
from jornal.actions.markets import Checked, NothingOpens, NoTime, WhereMade, answered
from jornal.actions.office import NotYourRole
from jornal.actions.verb import BadRows
from jornal.facts.markets import ShipmentChecked
from jornal.facts.pay import Finding
from jornal.journal.record import record
from jornal.words.catalogue import LANGUAGES, Words
from offices import DAY, office
from peopled import do, opened

CONSIGNMENTS = ("sale", "sample", "gift", "exhibition", "repair")
OPINION = {
    "opinion": "uk-1",
    "place": "UK",
    "counsel": "A. Counsel",
    "given_on": "2026-09-01",
    "ends_on": "2026-12-31",
}


def at(day=DAY, site="cusco", role="hq_operations"):
    return office(role, "H1", site, day=day)


def check(destination, day=DAY, **more):
    return do(at(day), "check-shipment", {"shipment": "s-1", "destination": destination, **more})[0]


@pytest.fixture
def site(sqlite):
    opened()


def test_a_shipment_is_checked_with_the_law_of_its_day_and_kept(database):
    opened()
    kept = check("DK", transit="Mexico; US", product="sweater")
    assert (kept.book, kept.origin, kept.destination, kept.decision, kept.goes) == (
        "hq",
        "PE",
        "DK",
        "refuse",
        False,
    )
    assert [(one["place"], one["way"], one["decision"]) for one in kept.stops["stops"]] == [
        ("DK", "destination", "clear"), ("MX", "transit", "counsel"), ("US", "transit", "refuse"),
    ]  # fmt: skip
    assert "19 U.S.C. 1307" in kept.stops["stops"][2]["law"]


@pytest.mark.parametrize("destination", ["DK", "UK", "New York", "CA", "JP"])
def test_how_it_is_sent_changes_nothing(site, destination: str):
    found = [check(destination, shipment=f"s-{one}", consignment=one) for one in CONSIGNMENTS]
    assert len({(one.decision, one.goes, str(one.stops), one.rules) for one in found}) == 1


def test_checked_again_with_the_same_answer_nothing_is_recorded_and_with_another_it_is(site):
    first, again = check("UK"), check("UK")
    assert (first.number, again.id) == (1, first.id)
    do(at(), "file-opinion", OPINION)
    opened_by = check("UK")
    assert (opened_by.number, opened_by.goes, opened_by.stops["stops"][0]["opinion"]) == (2, True, "uk-1")
    assert ShipmentChecked.objects.count() == 2


def test_an_opinion_holds_to_its_last_day_and_can_be_read_in_the_answer(site):
    do(at(), "file-opinion", OPINION)
    row = Checked(shipment="asked", destination="GB")
    last, after = answered(at(date(2026, 12, 31)), row), answered(at(date(2027, 1, 1)), row)
    assert [last.goes, after.goes] == [True, False]
    assert "may go by the opinion of A. Counsel of 2026-09-01, on file until 2026-12-31" in str(
        last.sentences()[0]
    )
    assert "`jornal do file-opinion`" in str(after.sentences()[0])


@pytest.mark.parametrize("place", ["US", "New York", "Canada", "PR"])
def test_no_opinion_is_put_on_file_for_a_market_that_refuses(site, place: str):
    with pytest.raises(NothingOpens, match="No opinion opens it"):
        do(at(), "file-opinion", {**OPINION, "place": place})


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"ends_on": "2026-08-31"}, NoTime),
        ({"given_on": "2026-11-01"}, NotYet),
        ({"ends_on": ""}, BadRows),
        ({"place": "nowhere at all"}, ValueError),
        ({"digest": "abc"}, BadRows),
    ],
)
def test_an_opinion_without_its_days_or_its_place_is_refused(site, row, fault):
    with pytest.raises(fault):
        do(at(), "file-opinion", {**OPINION, **row})


def test_an_open_finding_on_pay_closes_the_union_to_what_is_made_there(site):
    found = Finding(
        site="cusco",
        control="PAY-01",
        about="m",
        day=DAY,
        lies_with="site",
        says="x",
        facts={},
        closed_on=None,
    )
    record([found], "cusco", office().hand)
    kept = check("Denmark")
    assert (kept.goes, kept.stops["stops"][0]["open"]) == (False, ["PAY-01"])
    says = str(answered(at(), Checked(shipment="asked", destination="DK")).sentences()[-1])
    assert "may not go while these findings are open: PAY-01" in says


def test_without_a_site_one_has_to_say_where_it_was_made(site):
    row = {"shipment": "s-1", "destination": "DK"}
    with pytest.raises(WhereMade):
        do(at(site=""), "check-shipment", row)
    (kept,) = do(at(site=""), "check-shipment", {**row, "origin": "Thailand"})
    assert (kept.origin, kept.site) == ("TH", "")


def test_a_site_asks_and_headquarters_puts_it_on_file(site):
    with pytest.raises(NotYourRole):
        do(at(role="site_manager"), "check-shipment", {"shipment": "s-1", "destination": "DK"})
    assert answered(at(role="site_manager"), Checked(shipment="asked", destination="DK")).goes


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_refusal_is_said_in_every_language_with_its_law(site, language: str):
    words = Words(language)
    (said,) = answered(at(), Checked(shipment="asked", destination="New York")).sentences()
    text = said.told(words.say, lambda _, value: value)
    assert "19 U.S.C. 1307" in text
    assert (text == str(said)) == (language == "en")
