"""Entering as somebody else, in the demo and nowhere else."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

import browsing
import hands
import offices
import signing
from jornal.accounts.models import Account
from jornal.demo import homes, invented
from jornal.facts.organisation import Enterprise
from jornal.journal import node
from jornal.journal.record import record
from jornal.pages import entering, once, typed

OFFERED = '<button class="second" name="staff" value="{}">'


@pytest.fixture
def demo(sqlite, monkeypatch):
    """A register of the demo, asked to let anybody in."""
    monkeypatch.setattr(settings, "DEMO", True)
    node.made(sqlite.home, invented.seed("qori"))
    (sqlite.home / homes.MARK).write_text(homes.SAYS, encoding="utf-8")
    (sqlite.home / homes.TO_OPEN).write_text("four looms\n", encoding="utf-8")
    monkeypatch.setattr(browsing, "founded", lambda: founded("qori"))
    browsing.opened(sqlite, monkeypatch)
    for staff, role, at in (
        ("S3", "trainer", "cusco"),
        ("S4", "hq_finance", ""),
        ("S5", "site_manager", "cusco"),
    ):
        browsing.member(staff, role, at)
    offices.granted("S6", "auditor", "lima")
    return sqlite


def founded(name):
    one = Enterprise(enterprise=name, label=name, model="employment", country="pe", currency="PEN")
    record([one], "hq", hands.hand("F1", "hq_operations"))


def test_in_the_demo_everybody_of_the_staff_is_offered_and_entered_with_a_click(demo):
    client = signing.browser()
    text = browsing.text(client.get("/sign-in/"))
    places = [text.find(OFFERED.format(staff)) for staff in ("S1", "S3", "S4", "S6", "S5")]
    assert (sorted(places) == places, places[0] > 0, "The names open with: four looms" in text) == (
        True,
        True,
        True,
    )
    assert client.post("/enter", {"staff": "S3"}).headers["Location"] == "/"
    assert client.get("/").headers["Location"] == "/cusco/today"
    client.post("/enter", {"staff": "S4"})
    assert client.get("/").headers["Location"] == "/hq/board"


def test_nobody_is_entered_by_looking(demo):
    assert signing.browser().get("/enter").status_code == 405


@pytest.mark.parametrize("staff", ["S9", "", "F9'--"])
def test_who_has_no_role_is_not_there(demo, staff):
    assert signing.browser().post("/enter", {"staff": staff}).status_code == 404
    assert not Account.objects.filter(staff=staff).exists()


def refused():
    client = signing.browser()
    text = browsing.text(client.get("/sign-in/"))
    answer = client.post("/enter", {"staff": "S3"})
    inside = Session.objects.count()
    return (answer.status_code, "invented" in text, OFFERED.format("S3") in text, inside) == (
        404,
        False,
        False,
        0,
    )


def test_where_a_real_enterprise_is_nobody_enters_as_another(demo):
    Session.objects.all().delete()
    founded("a-real-one")
    assert refused()


def test_under_a_real_key_nobody_enters_as_another(demo):
    Session.objects.all().delete()
    (demo.home / "node.key").unlink()
    node.made(demo.home)
    assert refused()


def test_without_the_setting_nobody_enters_as_another(demo, monkeypatch):
    Session.objects.all().delete()
    monkeypatch.setattr(settings, "DEMO", False)
    assert refused()


def test_in_a_real_register_the_setting_changes_nothing(sqlite, monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    browsing.opened(sqlite, monkeypatch)
    offices.granted("S3", "trainer", "cusco")
    assert (entering.allowed(), refused()) == (False, True)


def test_one_enters_as_another_in_a_new_session_and_finds_what_one_typed(demo):
    client = signing.browser()
    client.post("/enter", {"staff": "S3"})
    before = client.cookies[settings.SESSION_COOKIE_NAME].value
    typed._kept.clear()
    signing.browser().post("/cusco/today", {"once": once.minted("S4"), "x": "14"})
    client.post("/language", {"language": "es"})
    client.post("/enter", {"staff": "S4", "next": "/hq/register"})
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before
    assert client.get("/").headers["Location"] == "/typed"
    assert (
        client.post("/enter", {"staff": "S5", "next": "/cusco/register"}).headers["Location"]
        == "/cusco/register"
    )


def test_the_language_of_the_sign_in_goes_on_inside(demo):
    client = signing.browser()
    client.post("/language", {"language": "th"})
    client.post("/enter", {"staff": "S3"})
    assert '<html lang="th">' in browsing.text(client.get("/cusco/today"))


def test_many_staff_are_folded_away_behind_the_first_twelve(demo):
    for number in range(12):
        offices.granted(f"T{number:02}", "trainer", "cusco")
    text = browsing.text(signing.browser().get("/sign-in/"))
    assert ("Everybody else" in text, text.count('name="staff"')) == (True, 17)


def test_one_of_each_role_stands_before_the_second_of_any(demo):
    for number in range(10, 23):
        browsing.member(f"S{number}", "site_manager", "cusco")
    text = browsing.text(signing.browser().get("/sign-in/"))
    assert text.find(OFFERED.format("S6")) < text.find(OFFERED.format("S10"))


def test_without_a_passphrase_written_down_none_is_shown(demo):
    (demo.home / homes.TO_OPEN).unlink()
    assert entering.opens_with() == ""
