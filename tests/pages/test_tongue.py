"""In which language somebody is spoken to."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

import browsing
import signing
from jornal.accounts.models import Account
from jornal.facts.organisation import Site
from jornal.pages import tongue


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    browsing.site("second", languages=("th", "en"))


def asked(user=None, cookie=""):
    request = RequestFactory().get("/")
    request.user, request.session = user or AnonymousUser(), {}
    request.COOKIES |= {tongue.COOKIE: cookie} if cookie else {}
    return request


@pytest.mark.parametrize(
    ("chosen", "recorded", "spoken"),
    [("da", ("es",), "da"), ("", ("es", "en"), "es"), ("", (), "th"), ("", ("qu",), "en")],
)
def test_she_is_spoken_to_as_she_chose_else_as_her_record_says_else_as_the_site_speaks(
    chosen, recorded, spoken
):
    signing.staff("S3", recorded)
    account = Account.objects.create(staff="S3", language=chosen)
    site = Site.objects.get(site="second")
    assert (
        tongue.spoken(account, site, ()).language == tongue.spoken(account, None, (site,)).language == spoken
    )
    assert tongue.spoken(account, site, ()).variant == "pe"


@pytest.mark.parametrize(
    ("cookie", "desk", "spoken"),
    [
        ("da", "second", "da"),
        ("", "second", "th"),
        ("", "", "en"),
        ("", "nowhere", "en"),
        ("<b>", "second", "th"),
    ],
)
def test_before_the_sign_in_the_last_language_of_the_browser_is_spoken_else_that_of_this_computers_site(
    sqlite, cookie, desk, spoken
):
    if desk:
        (sqlite.home / "desk.toml").write_text(f'site = "{desk}"\n', encoding="utf-8")
    assert tongue.words(asked(cookie=cookie)).language == spoken


def test_whoever_is_signed_in_is_not_spoken_to_in_the_language_of_the_last_one():
    account = Account.objects.create(staff="S3", language="es")
    assert tongue.words(asked(account, "da")).language == "es"
    assert str(tongue.here(asked(account))["words"].language) == "es"


@pytest.mark.parametrize(("chosen", "kept"), [("th", "th"), ("xx", "es"), ("", "es")])
def test_what_was_chosen_on_the_way_in_is_hers(chosen, kept):
    account, request = Account.objects.create(staff="S3", language="es"), asked()
    request.session[tongue.CHOSEN] = chosen
    tongue.taken(request, account)
    assert (Account.objects.get(staff="S3").language, request.session) == (kept, {})


def test_the_browser_remembers_a_language_and_nothing_of_who_it_was():
    (cookie,) = tongue.kept(HttpResponse(), "th").cookies.values()
    assert (cookie.key, cookie.value, cookie["httponly"], cookie["samesite"]) == (
        "jornal_language",
        "th",
        True,
        "Lax",
    )
