"""What somebody typed while her session ran out: nothing is lost, and nobody else sees it."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

import browsing
import signing
from jornal.accounts.models import Account
from jornal.facts.organisation import RoleGranted
from jornal.pages import once, typed

GRANT = "/hq/accounts/S9"
WORDS = "sewed 14 <b>bags</b> & 3 ผ้า"


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    signing.opened(sqlite, monkeypatch)
    signing.staff("S9")
    browsing.member("F1", "hq_operations", at="")
    typed._kept.clear()


def ran_out(client):
    """Two hours without a click."""
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    Session.objects.filter(pk=key).update(expire_date=timezone.now() - timedelta(seconds=1))


def filled(who="S1", **more):
    return {"do": "grant", "what": "quality", "at": "cusco", "once": once.minted(who), "words": WORDS, **more}


def hers(codes, nth=1):
    """A browser in which S1 of headquarters signs in anew."""
    client = signing.browser()
    return client, signing.sign_in(client, "S1", codes[nth])


def test_a_form_sent_after_the_session_ran_out_is_there_after_the_sign_in_and_is_sent_with_one_button():
    codes = signing.begun("S1", "hq_operations", at="")
    client = signing.browser()
    signing.sign_in(client, "S1", codes[0])
    ran_out(client)
    answer = client.post(GRANT, filled())
    assert answer.headers["Location"] == "/sign-in/?next=%2Fhq%2Faccounts%2FS9"
    assert not RoleGranted.objects.filter(staff="S9").exists()
    shown = [browsing.text(client.get("/sign-in/")) for _ in range(2)]
    assert ["What you typed is kept for an hour" in text for text in shown] == [True, False]

    signing.sign_in(client, "S1", codes[1])
    session = client.session
    session["wanted"] = []
    session.save()
    assert client.get("/").headers["Location"] == "/typed"
    text = browsing.text(client.get("/typed"))
    assert ("sewed 14 &lt;b&gt;bags&lt;/b&gt; &amp; 3 ผ้า" in text, "Roles and accounts" in text) == (
        True,
        True,
    )
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', text))
    answer = client.post(GRANT, {name: fields[name] for name in ("do", "what", "at", "once")})
    assert (answer.status_code, answer.headers["Location"]) == (302, GRANT)
    assert RoleGranted.objects.filter(staff="S9", what="quality").exists()
    assert typed.waiting("S1") == []


def test_the_wrong_person_gets_nothing_and_the_right_one_still_everything():
    codes, others = signing.begun("S1", "hq_operations", at=""), signing.begun("S2")
    client = signing.browser()
    client.post(GRANT, filled())
    signing.sign_in(client, "S2", others[0])
    assert client.get("/").headers["Location"] == "/cusco/today"
    answer = client.get("/typed")
    assert (answer.status_code, answer.headers.get("Location")) == (302, "/")
    assert "bags" not in browsing.text(client.get("/cusco/today"))
    client.post("/typed", {"drop": typed.waiting("S1")[0].token})

    again, _ = hers(codes)
    assert "bags" in browsing.text(again.get("/typed"))


@pytest.mark.parametrize("token", ["", "made-up", "a:S1:b"])
def test_what_nobody_of_this_program_was_shown_is_not_kept(token):
    signing.browser().post(GRANT, filled(once=token))
    assert typed._kept == {}


def test_a_passphrase_that_was_typed_is_never_kept():
    signing.browser().post("/names", {"passphrase": "four looms", "back": "/"})
    assert typed._kept == {}


def test_she_may_throw_it_away():
    client, _ = hers(signing.begun("S1", "hq_operations", at=""), 0)
    signing.browser().post(GRANT, filled())
    (kept,) = typed.waiting("S1")
    assert client.post("/typed", {"drop": kept.token}).headers["Location"] == "/"
    assert typed.waiting("S1") == []


def test_it_is_gone_after_an_hour(monkeypatch):
    signing.browser().post(GRANT, filled())
    now = typed.time.monotonic()
    monkeypatch.setattr(typed.time, "monotonic", lambda: now + 3601)
    assert typed.waiting("S1") == []


def test_of_many_forms_the_last_are_kept(monkeypatch):
    monkeypatch.setattr(typed, "MOST", 3)
    monkeypatch.setattr(typed, "OF_ONE", 2)
    for who in ("S1", "S1", "S1", "S2", "S2"):
        signing.browser().post(GRANT, filled(who))
    assert (len(typed.waiting("S1")), len(typed.waiting("S2"))) == (1, 2)


def test_a_file_that_was_with_it_is_told_of():
    client, _ = hers(signing.begun("S1", "hq_operations", at=""), 0)
    signing.browser().post(GRANT, filled(sheet=SimpleUploadedFile("day.csv", b"1")))
    assert "A file was with it" in browsing.text(client.get("/typed"))


def test_nothing_of_it_is_written_to_the_disk(sqlite):
    signing.browser().post(GRANT, filled())
    assert typed.waiting("S1")
    assert not [path for path in sqlite.home.iterdir() if path.is_file() and b"sewed 14" in path.read_bytes()]


@pytest.mark.parametrize(
    ("headers", "answer"),
    [
        ({}, (302, "Location", "/sign-in/?next=%2Fhq%2Faccounts%3Ffind%3Da%26b")),
        (
            {"HX-Request": "true", "HX-Current-URL": "http://localhost/cusco/today"},
            (200, "HX-Redirect", "/sign-in/?next=%2Fcusco%2Ftoday"),
        ),
    ],
)
def test_who_is_not_signed_in_comes_back_to_where_she_was(headers, answer):
    status, name, where = answer
    found = signing.browser().get("/hq/accounts?find=a&b", headers=headers)
    assert (found.status_code, found.headers[name]) == (status, where)


def test_who_is_not_signed_in_sees_no_page_of_what_was_typed():
    assert signing.browser().get("/typed").headers["Location"].startswith("/sign-in/")


def test_a_form_for_an_address_that_is_none_is_told_by_its_address():
    assert typed.Typed("t", "S1", "/nowhere/at/all", (), files=False, at=0.0).page == ""


def test_a_closed_account_gets_nothing_back():
    codes = signing.begun("S1", "hq_operations", at="")
    signing.browser().post(GRANT, filled())
    Account.objects.filter(staff="S1").update(is_active=False)
    client, answer = hers(codes)
    assert (answer.status_code, client.get("/typed").status_code) == (422, 302)


def test_what_is_asked_for_first_comes_before_what_was_typed():
    client, _ = hers(signing.begun("S1", "hq_operations", at=""), 0)
    signing.browser().post(GRANT, filled())
    assert client.get("/").headers["Location"] == "/account/"
    assert client.post(GRANT, filled()).headers["Location"] == "/account/"
    assert typed.waiting("S1")
