"""The way in: first pages, the language, the names opened and locked, and pages that are not given."""

import pytest
from django.conf import settings
from django.test import Client

import browsing
import signing
from jornal.accounts.models import Account
from jornal.journal.entry import Entry
from jornal.pages import names, once, reaches, status, typed
from vaulted import PASSPHRASE

TODAY = "/cusco/today"


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    signing.opened(sqlite, monkeypatch, vault=True)
    yield
    names.locked()


def test_each_is_led_to_her_first_page_and_who_is_not_signed_in_to_the_sign_in():
    assert browsing.member("S3", "trainer").get("/").headers["Location"] == TODAY
    assert signing.browser().get("/").headers["Location"] == "/sign-in/?next=%2F"


def test_who_has_no_role_today_is_told_so_and_may_sign_out():
    answer = browsing.browser("S3").get("/")
    assert (answer.status_code, "nobody has given you a role" in browsing.text(answer)) == (403, True)
    assert "/sign-out/" in browsing.text(answer)


@pytest.mark.parametrize(("chosen", "kept"), [("th", "th"), ("xx", "en"), ("", "en")])
def test_a_language_is_chosen_for_oneself_and_stays(chosen, kept):
    client = browsing.member("S3", "trainer")
    answer = client.post("/language", {"language": chosen, "back": TODAY})
    assert (answer.headers["Location"], Account.objects.get(staff="S3").language) == (TODAY, kept)
    assert f'<html lang="{kept}">' in browsing.text(client.get(TODAY))
    client.post("/sign-out/")
    assert f'<html lang="{kept}">' in browsing.text(client.get("/sign-in/"))


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_it_leads_nowhere_else(back):
    for path in ("/language", "/names"):
        assert (
            browsing.member("S3", "trainer").post(path, {"back": back, "lock": "yes"}).headers["Location"]
            == "/"
        )


def test_the_names_are_opened_for_all_and_locked_for_all():
    one, other = browsing.member("S3", "trainer"), browsing.member("S4", "site_manager")
    assert one.post("/names", {"passphrase": PASSPHRASE, "back": TODAY}).headers["Location"] == TODAY
    assert "Lock the names" in browsing.text(other.get(TODAY))
    other.post("/names", {"lock": "yes", "back": TODAY})
    assert "Names are locked" in browsing.text(one.get(TODAY))


@pytest.mark.parametrize("typed_one", ["wrong wrong wrong", "AAAA2-BBBB3-CCCC4-DDDD5-EEEE6-FFFF7-GGGG8", ""])
def test_a_wrong_passphrase_is_told_in_a_sentence_and_the_names_stay_locked(typed_one):
    answer = browsing.member("S3", "trainer").post("/names", {"passphrase": typed_one, "back": TODAY})
    text = browsing.text(answer)
    assert (answer.status_code, "That is neither the passphrase" in text, f'value="{TODAY}"' in text) == (
        422,
        True,
        True,
    )
    assert (typed_one or "nothing") not in text
    assert names.kept(frozenset(["trainer"])) is None


def test_a_vault_that_is_gone_is_told_too(sqlite):
    (sqlite.home / "vault.sqlite3").unlink()
    answer = browsing.member("S3", "trainer").post("/names", {"passphrase": PASSPHRASE})
    assert (answer.status_code, "There is no vault" in browsing.text(answer)) == (422, True)


def test_after_five_wrong_ones_one_waits_even_with_the_right_one():
    client = browsing.member("S3", "trainer")
    for _ in range(5):
        client.post("/names", {"passphrase": "wrong"})
    answer = client.post("/names", {"passphrase": PASSPHRASE})
    assert (answer.status_code, "Wait five minutes" in browsing.text(answer)) == (429, True)
    assert browsing.member("S4", "trainer").post("/names", {"passphrase": PASSPHRASE}).status_code == 302


@pytest.mark.parametrize("role", ["auditor", "authority", "representative", "seller"])
def test_whoever_works_without_names_neither_opens_nor_locks_them(role):
    client = browsing.member("S3", role)
    for told in ({"passphrase": PASSPHRASE}, {"lock": "yes"}):
        assert client.post("/names", told).status_code == 404
    assert reaches.last(1)[0]["who"] == "S3"
    assert names.kept(frozenset(["trainer"])) is None


def test_who_is_not_signed_in_opens_no_names():
    assert (
        signing.browser()
        .post("/names", {"passphrase": PASSPHRASE})
        .headers["Location"]
        .startswith("/sign-in/")
    )
    assert names.kept(frozenset(["trainer"])) is None


@pytest.mark.parametrize(
    ("language", "says"), [("en", "This page is not here"), ("es", "Esta página no está aquí")]
)
def test_a_page_that_is_not_there_is_told_in_her_language(language, says):
    client = browsing.member("S3", "trainer")
    Account.objects.update(language=language)
    answer = client.get("/nowhere")
    assert (answer.status_code, says in browsing.text(answer)) == (404, True)


def strictly(staff):
    """A browser whose forms have to carry what the page gave them."""
    client = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    client.force_login(Account.objects.get(staff=staff))
    return client


FORM = {"do": "grant", "what": "quality", "words": "sewed 14 bags"}


@pytest.mark.parametrize(
    ("who", "says", "kept"),
    [
        ("S3", "What you typed is still here.", True),
        ("S4", "The page was opened by somebody else.", True),
        ("", "this browser keeps no cookies", False),
    ],
)
def test_a_form_older_than_the_sign_in_records_nothing_and_loses_nothing(who, says, kept):
    browsing.member("S3", "trainer")
    typed._kept.clear()
    before = Entry.objects.count()
    answer = strictly("S3").post("/hq/accounts/S9", {**FORM, "once": once.minted(who) if who else ""})
    text = browsing.text(answer)
    assert (answer.status_code, says in text, "14 bags" in text) == (403, True, False)
    assert (bool(typed.waiting(who)), Entry.objects.count()) == (kept, before)


def test_a_form_of_this_program_goes_through_and_one_from_elsewhere_does_not():
    browsing.member("S3", "trainer")
    client = strictly("S3")
    client.get(TODAY)
    token = client.cookies[settings.CSRF_COOKIE_NAME].value
    good = client.post("/language", {"language": "es", "csrfmiddlewaretoken": token, "back": TODAY})
    bad = client.post(
        "/language",
        {"language": "th", "csrfmiddlewaretoken": token},
        headers={"origin": "https://evil.example"},
    )
    assert (good.status_code, bad.status_code, Account.objects.get(staff="S3").language) == (302, 403, "es")


def test_a_fault_of_the_program_is_said_in_the_readers_language(monkeypatch):
    client = browsing.member("S1", "site_manager")
    client.raise_request_exception = False
    monkeypatch.setattr(status, "standing", lambda *_: 1 // 0)
    answer = client.get("/cusco/register")
    assert (answer.status_code, "The program made a mistake" in browsing.text(answer)) == (500, True)
