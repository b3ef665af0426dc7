"""Agreements: read at the site and at headquarters, and what each may record of them."""

import browsing
import crew
import hands
from jornal.facts.dialogue import Promise
from jornal.facts.organisation import (
    Agreement,
    Authority,
    Employer,
    SiteClosed,
    Staff,
    Timetable,
    Workshop,
)
from jornal.journal.record import record

DAY = "2026-10-30"
ADDRESS = "/cusco/agreements"
DEAL = {
    "agreement": "workshop",
    "authority": "inpe",
    "parties": "Alpaca; INPE",
    "clauses": "floor: the minimum wage; retention_years: 12",
    "model": "employment",
    "model_signed_by": "the bar of Cusco",
    "fee": "none",
    "signed_on": "2026-10-01",
    "expires_on": "2026-12-31",
}
VISITOR = "R1"


def opened(database, monkeypatch):
    crew.begun()
    browsing.opened(database, monkeypatch, day=DAY)
    hq = hands.hand("H1", "hq_operations")
    record(
        [Authority(authority="inpe", label="INPE"), Staff(staff=VISITOR, of="other", languages=["es"])],
        "hq",
        hq,
    )
    browsing.member("A1", "auditor")
    return browsing.member("S1", "site_manager"), browsing.member("H1", "hq_operations", at="")


def test_headquarters_records_an_agreement_and_the_site_reads_it(database, monkeypatch):
    manager, headquarters = opened(database, monkeypatch)
    look = browsing.text(headquarters.post("/hq/agreements/do/sign-agreement", DEAL))
    assert ("the bar of Cusco" in look, Agreement.objects.exists()) == (True, False)
    text = browsing.text(
        headquarters.post("/hq/agreements/do/sign-agreement", {**DEAL, "sure": "yes"}, follow=True)
    )
    assert ("The agreement is recorded." in text, "ends soon" in text) == (True, True)
    employer = {"at": "cusco", "since": DAY, "label": "Alpaca in law"}
    headquarters.post("/hq/agreements/do/name-employer", employer)
    text = browsing.text(manager.get(ADDRESS))
    said = ("floor: the minimum wage", "12 years", "signed for by the bar of Cusco", "Alpaca in law")
    assert [one for one in said if one not in text] == []
    assert Employer.objects.get().label == "Alpaca in law"


def test_an_agreement_that_the_house_signs_for_is_refused(sqlite, monkeypatch):
    _, headquarters = opened(sqlite, monkeypatch)
    answer = headquarters.post(
        "/hq/agreements/do/sign-agreement", {**DEAL, "model_signed_by": "H1", "sure": "yes"}
    )
    assert (answer.status_code, "An outsider signs" in browsing.text(answer)) == (422, True)


def test_a_manager_announces_a_new_week_and_opens_a_workshop(sqlite, monkeypatch):
    manager, _ = opened(sqlite, monkeypatch)
    manager.post(
        f"{ADDRESS}/do/open-workshop", {"workshop": "knitting", "label": "Knitting", "place": "workshop"}
    )
    week = {
        "workshop": "knitting",
        "since": "2026-12-01",
        "monday": "240",
        "announced_on": DAY,
        "sure": "yes",
    }
    refused = manager.post(f"{ADDRESS}/do/set-timetable", {**week, "announced_on": ""})
    assert (refused.status_code, Timetable.objects.count(), Workshop.objects.count()) == (422, 1, 1)
    text = browsing.text(manager.post(f"{ADDRESS}/do/set-timetable", week, follow=True))
    assert ("The week is recorded." in text, "to come" in text, "announced on 30 October 2026" in text) == (
        True,
    ) * 3


def test_a_form_of_the_week_begins_with_the_week_as_it_is(sqlite, monkeypatch):
    manager, _ = opened(sqlite, monkeypatch)
    text = browsing.text(manager.get(f"{ADDRESS}/do/set-timetable"))
    assert 'name="monday" type="text" class="short" inputmode="text" value="5:00"' in text


def test_headquarters_plans_a_visit_and_says_what_came_of_it(sqlite, monkeypatch):
    _, headquarters = opened(sqlite, monkeypatch)
    headquarters.post(f"{ADDRESS}/do/plan-visit", {"visitor": VISITOR, "day": DAY, "agenda": "lamps"})
    assert "do/hold-visit" in browsing.text(headquarters.get(ADDRESS))
    held = {"visitor": VISITOR, "day": DAY, "promises": "2026-12-01: two lamps; 2026-12-01: a chair"}
    headquarters.post(f"{ADDRESS}/do/hold-visit", held)
    assert list(Promise.objects.order_by("promise").values_list("says", flat=True)) == [
        "two lamps",
        "a chair",
    ]
    assert "two lamps; a chair" in browsing.text(headquarters.get(ADDRESS))


def test_a_site_with_people_is_not_closed(sqlite, monkeypatch):
    _, headquarters = opened(sqlite, monkeypatch)
    answer = headquarters.post(f"{ADDRESS}/do/close-site", {"day": DAY, "reason": "ended", "sure": "yes"})
    assert (answer.status_code, SiteClosed.objects.exists()) == (422, False)
    assert "still enrolled" in browsing.text(answer)


def test_a_manager_does_not_sign_and_an_auditor_only_reads(sqlite, monkeypatch):
    manager, _ = opened(sqlite, monkeypatch)
    auditor = browsing.browser("A1")
    assert manager.get("/hq/agreements").status_code == 404
    assert manager.post(f"{ADDRESS}/do/plan-visit", {}).status_code == 404
    assert manager.post(f"{ADDRESS}/do/sign-agreement", DEAL).status_code == 404
    assert ("/do/" in browsing.text(auditor.get(ADDRESS)), auditor.get(ADDRESS).status_code) == (False, 200)
