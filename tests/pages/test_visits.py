"""The page of visits and promises."""

import pytest

import browsing
import crew
import talked
from jornal.facts.dialogue import FindingLookedAt, PromiseLookedAt
from jornal.facts.organisation import Agreement, Staff, Workshop
from jornal.facts.pay import Finding
from jornal.journal.record import record

ADDRESS = "/cusco/visits"
DAY = "2026-10-30"


def opened(database, monkeypatch):
    crew.begun().put([Workshop(site="cusco", workshop="knitting", label="Knitting", place="workshop")])
    browsing.opened(database, monkeypatch, day=DAY)
    record([Staff(staff="V1", of="other", languages=["es"])], "hq", talked.headquarters().hand)
    return browsing.member("S1", "site_manager"), browsing.member("H1", "hq_operations", "")


@pytest.fixture
def both(sqlite, monkeypatch):
    return opened(sqlite, monkeypatch)


def test_a_promise_is_reminded_of_until_it_is_kept(database, monkeypatch):
    manager, headquarters = opened(database, monkeypatch)
    assert "Nothing is promised." in browsing.text(manager.get(ADDRESS))
    headquarters.post(f"{ADDRESS}/do/plan-visit", {"visitor": "V1", "day": DAY, "agenda": "lamps"})
    held = {"visitor": "V1", "day": DAY, "promises": "2026-11-02: two lamps"}
    headquarters.post(f"{ADDRESS}/do/hold-visit", held)
    says = "Headquarters promised by 2 November 2026: two lamps"
    assert says in browsing.text(manager.get("/cusco/today"))
    assert "two lamps" in browsing.text(headquarters.get("/hq/board"))
    text = browsing.text(manager.get(ADDRESS))
    assert [one in text for one in ("two lamps", "p-h1", "lamps", "at a visit")] == [True] * 4
    kept = {"promise": "p-h1", "outcome": "kept", "day": DAY}
    assert manager.post(f"{ADDRESS}/do/look-at-promise", kept).status_code == 302
    assert PromiseLookedAt.objects.get().outcome == "kept"
    assert says not in browsing.text(manager.get("/cusco/today"))
    assert "two lamps" not in browsing.text(headquarters.get("/hq/board"))


def test_a_promise_without_a_day_is_refused_beside_its_field(both):
    _, headquarters = both
    answer = headquarters.post(
        f"{ADDRESS}/do/hold-visit", {"visitor": "V1", "day": DAY, "promises": "two lamps"}
    )
    assert (answer.status_code, "has no day by which it is kept" in browsing.text(answer)) == (422, True)


def test_a_finding_is_followed_up(both):
    manager, headquarters = both
    said = {
        "site": "cusco",
        "control": "PAY-09",
        "about": "loom 3",
        "day": talked.EARLIER,
        "lies_with": "site",
    }
    (finding,) = crew.at("site_manager", "S1").put([Finding(**said, says="The guard is missing.", facts={})])
    sent = {
        "visitor": "V1",
        "finding": str(finding.root),
        "state": "mended",
        "day": DAY,
        "note": "a new guard",
    }
    assert headquarters.post(f"{ADDRESS}/do/look-at-finding", sent).status_code == 302
    assert FindingLookedAt.objects.get().state == "mended"
    assert "a new guard" in browsing.text(manager.get(ADDRESS))


def test_an_agreement_that_ends_is_told_on_three_pages(both):
    manager, headquarters = both
    said = {"agreement": "a1", "number": 1, "authority": "inpe", "parties": [], "model": "employment"}
    clauses = [{"name": "notice_days", "says": "20"}]
    days = {"signed_on": talked.EARLIER, "holds_from": talked.EARLIER, "expires_on": talked.date(2026, 12, 1)}
    site_authority = crew.Site.objects.current().get(site="cusco").authority
    talked.headquarters().put(
        [Agreement(**{**said, "authority": site_authority}, clauses=clauses, **days)], "hq"
    )
    says = "The agreement a1 ends on 1 December 2026, in 32 days"
    assert f"{says}; notice is given by 11 November 2026" in browsing.text(manager.get("/cusco/today"))
    assert says in browsing.text(manager.get(ADDRESS))
    assert says in browsing.text(headquarters.get("/hq/board"))


def test_a_trainer_sees_it_and_a_seller_does_not(both):
    assert browsing.member("T1", "trainer").get(ADDRESS).status_code == 200
    assert browsing.member("V9", "seller", "").get(ADDRESS).status_code == 404
