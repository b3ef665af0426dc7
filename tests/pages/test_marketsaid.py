"""What the law of a destination says, as a page says it."""

from datetime import date

import pytest

import browsing
import making
from jornal.facts.markets import OpinionFiled
from jornal.facts.pay import Finding
from jornal.journal.record import record
from jornal.pages.access import desk_of
from jornal.pages.marketsaid import asked
from jornal.terms.markets import NoSuchPlace


@pytest.fixture
def here(sqlite, monkeypatch):
    found = making.begun()
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    return found


@pytest.fixture
def desk(here):
    client = browsing.member("H1", "hq_operations", "")
    request = client.get("/hq/markets").wsgi_request
    found = desk_of(request, "")
    assert found is not None
    return found


def test_each_place_has_its_word_its_law_and_its_source(desk):
    there, way = asked(desk, "New York", ["DE"], site="cusco")
    assert (there.how, there.badge, way.how, way.badge) == ("bad", "refused", "good", "may go")
    assert there.says.startswith("New York (United States) refuses goods made in prison: Tariff Act of 1930")
    assert "govinfo.gov" in there.source
    assert asked(desk, "US", site="cusco")[0].says.startswith("The United States")


def test_counsel_decides_until_an_opinion_is_on_file(desk, here):
    assert [(one.how, one.badge) for one in asked(desk, "GB", site="cusco")] == [("soon", "counsel decides")]
    said = {"opinion": "gb", "place": "GB", "counsel": "A. Barrister", "digest": ""}
    one = OpinionFiled(**said, product="", given_on=date(2026, 10, 1), ends_on=date(2026, 12, 31))
    record([one], "hq", here.hand)
    (place,) = asked(desk, "GB", site="cusco")
    assert (place.badge, "31 December 2026" in place.says) == ("may go", True)


@pytest.mark.parametrize(("control", "says"), [("PAY-01", ["not yet", "not yet"]), ("PAY-03", ["not yet"])])
def test_an_open_finding_says_not_yet_and_a_critical_one_says_it_first(desk, here, control, says):
    said = {"control": control, "about": "x", "lies_with": "site", "says": "x", "facts": {}}
    record([Finding(site="cusco", day=date(2026, 10, 1), **said)], "cusco", here.hand)
    found = asked(desk, "DK", site="cusco")
    assert [one.badge for one in found] == says
    assert ("a critical finding is open" in found[0].says) == (control == "PAY-01")


def test_a_place_nobody_knows_is_refused_with_a_sentence(desk):
    with pytest.raises(NoSuchPlace):
        asked(desk, "Atlantis!", site="cusco")
