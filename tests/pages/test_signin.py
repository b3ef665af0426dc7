"""Signing in, from the first slip to the last code."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session

import browsing
import signing
from jornal.accounts import members
from jornal.accounts.models import Account
from jornal.pages import waits
from jornal.pages.signin import Adapter, SecondFactor
from signing import AT, PASSPHRASE, sign_in

WRONG = "Code and passphrase do not belong together."


@pytest.fixture(autouse=True)
def here(request, monkeypatch):
    signing.opened(
        request.getfixturevalue("database" if "database" in request.fixturenames else "sqlite"), monkeypatch
    )


def test_the_first_time_she_chooses_a_passphrase_prints_her_sheet_and_is_in(database):
    start, client = signing.account("S1"), signing.browser()
    answer = sign_in(client, "s1", start.codes[0], start.passphrase.lower())
    assert answer.headers["Location"] == "/"
    assert client.get("/").headers["Location"] == "/account/passphrase/"
    assert client.get("/cusco/today").headers["Location"] == "/account/passphrase/"
    told = {"oldpassword": start.passphrase, "password1": PASSPHRASE, "password2": PASSPHRASE}
    assert client.post("/account/passphrase/", told).headers["Location"] == "/account/codes/"
    sheet = client.post("/account/codes/").headers["Location"]
    codes = re.findall(r"<b>(\d{4} \d{4})</b>", browsing.text(client.get(sheet)))
    assert (len(codes), client.get("/").headers["Location"]) == (40, "/cusco/today")

    other = signing.browser()
    assert sign_in(other, "S1", start.codes[1]).status_code == 422
    assert sign_in(other, "S1", codes[7]).headers["Location"] == "/"
    assert "codes are left" not in browsing.text(other.get("/cusco/today"))


def test_a_passphrase_alone_opens_nothing():
    signing.begun("S1")
    client = signing.browser()
    answer = client.post("/sign-in/", {"login": "S1", "password": PASSPHRASE})
    assert answer.headers["Location"] == "/sign-in/code/"
    assert client.get("/cusco/today").headers["Location"].startswith("/sign-in/")
    assert client.get("/account/").headers["Location"].startswith("/sign-in/")


def test_who_has_nothing_beside_a_passphrase_does_not_get_in():
    signing.begun("S1")
    Authenticator.objects.all().delete()
    client = signing.browser()
    answer = client.post("/sign-in/", {"login": "S1", "password": PASSPHRASE})
    assert "jornal account reset S1" in browsing.text(client.get(answer.headers["Location"]))
    assert client.post("/sign-in/code/", {"code": "12345678"}).status_code == 422


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("S1", "a wrong one entirely"),
        ("S9", PASSPHRASE),
        ("S1 ", PASSPHRASE.upper()),
        ("S2", PASSPHRASE),
        ("Sì", "x"),
    ],
)
def test_whatever_is_wrong_the_page_says_the_same(login, password):
    signing.begun("S1")
    signing.begun("S2")
    members.closed("S2", "F1", AT)
    answer = signing.browser().post("/sign-in/", {"login": login, "password": password})
    assert (answer.status_code, WRONG in browsing.text(answer)) == (422, True)


@pytest.mark.parametrize(
    ("used", "says"), [(33, ""), (34, "5 codes are left"), (38, "1 code is left"), (39, "0 codes are left")]
)
def test_when_few_codes_are_left_it_is_said(used, says):
    codes = signing.begun("S1")
    one = Authenticator.objects.get(user__staff="S1")
    one.data["used_mask"] = (1 << used) - 1
    one.save()
    client = signing.browser()
    sign_in(client, "S1", codes[used])
    text = browsing.text(client.get("/cusco/today"))
    assert (says in text) if says else ("Print a new one" not in text)


def test_without_a_code_left_it_is_said_how_one_comes_in_again():
    signing.begun("S1")
    Authenticator.objects.filter(user__staff="S1").update(
        data={"seed": SecondFactor().encrypt("ab"), "used_mask": (1 << 40) - 1}
    )
    client = signing.browser()
    client.post("/sign-in/", {"login": "S1", "password": PASSPHRASE})
    text = browsing.text(client.get("/sign-in/code/"))
    assert ("Your codes are used up" in text, "jornal account reset S1" in text, 'name="code"' in text) == (
        True,
        True,
        False,
    )


def test_after_five_wrong_passphrases_one_waits_whoever_one_is():
    codes = signing.begun("S1")
    client = signing.browser()
    for _ in range(5):
        client.post("/sign-in/", {"login": "S1", "password": "wrong wrong wrong"})
    answer = client.post("/sign-in/", {"login": "s1", "password": PASSPHRASE})
    assert (answer.status_code, "Wait five minutes" in browsing.text(answer)) == (422, True)
    signing.begun("S2")
    assert sign_in(signing.browser(), "S1", codes[0]).status_code == 422


def test_after_five_wrong_codes_one_waits():
    codes, client = signing.begun("S1"), signing.browser()
    client.post("/sign-in/", {"login": "S1", "password": PASSPHRASE})
    for _ in range(5):
        client.post("/sign-in/code/", {"code": "00000000"})
    answer = client.post("/sign-in/code/", {"code": codes[0]})
    assert (answer.status_code, "Wait five minutes" in browsing.text(answer)) == (422, True)


def test_after_forty_wrong_codes_one_waits_for_the_next_day(monkeypatch):
    codes, client = signing.begun("S1"), signing.browser()
    client.post("/sign-in/", {"login": "S1", "password": PASSPHRASE})
    monkeypatch.setattr(waits, "RATES", {**waits.RATES, "codes": "2/d/key"})
    answers = [client.post("/sign-in/code/", {"code": code}) for code in ("00000000", "00000000", codes[0])]
    assert (answers[2].status_code, "Too many wrong codes today." in browsing.text(answers[2])) == (422, True)


def test_thirty_tries_in_a_minute_from_one_address_are_too_many():
    client = signing.browser()
    answers = [client.post("/sign-in/", {"login": f"S{n}", "password": ""}) for n in range(31)]
    assert (answers[29].status_code, answers[30].status_code) == (422, 429)
    assert "Wait five minutes" in browsing.text(answers[30])


def test_a_session_from_before_the_sign_in_is_worth_nothing_afterwards():
    codes, client = signing.begun("S1"), signing.browser()
    client.get("/sign-in/")
    client.post("/language", {"language": "es"})
    before = client.cookies[settings.SESSION_COOKIE_NAME].value
    sign_in(client, "S1", codes[0])
    after = client.cookies[settings.SESSION_COOKIE_NAME].value
    thief = signing.browser()
    thief.cookies[settings.SESSION_COOKIE_NAME] = before
    assert (before != after, thief.get("/cusco/today").headers["Location"][:9]) == (True, "/sign-in/")


def test_the_cookie_of_a_session_ends_with_the_browser_and_no_script_reads_it():
    codes, client = signing.begun("S1"), signing.browser()
    sign_in(client, "S1", codes[0])
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["max-age"], cookie["expires"], bool(cookie["httponly"]), cookie["samesite"]) == (
        "",
        "",
        True,
        "Lax",
    )
    left = Session.objects.get(pk=cookie.value).get_decoded()
    assert (left["_session_expiry"], settings.SESSION_COOKIE_AGE) == (0, 7200)


def test_signing_out_ends_the_session_where_it_is_kept():
    codes, client = signing.begun("S1"), signing.browser()
    sign_in(client, "S1", codes[0])
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert client.get("/sign-out/").status_code == 200
    client.post("/sign-out/")
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    assert (Session.objects.filter(pk=key).exists(), client.get("/cusco/today").status_code) == (False, 302)


@pytest.mark.parametrize("change", [members.closed, members.reset])
def test_whoever_is_signed_in_is_out_when_the_account_is_closed_or_reset(change):
    codes, client = signing.begun("S1"), signing.browser()
    sign_in(client, "S1", codes[0])
    inside = client.get("/cusco/today").status_code
    change("S1", "F1", AT)
    assert (inside, client.get("/cusco/today").status_code) == (200, 302)


@pytest.mark.parametrize("where", ["/cusco/accounts", "//evil.example/", "https://evil.example/"])
def test_after_the_sign_in_she_is_where_she_wanted_and_never_elsewhere(where):
    codes, client = signing.begun("S1"), signing.browser()
    answer = sign_in(client, "S1", codes[0], next=where)
    assert answer.headers["Location"] == (where if where.startswith("/c") else "/")


def test_what_is_sealed_with_another_key_is_as_good_as_none(monkeypatch):
    one = SecondFactor()
    kept = one.encrypt("a secret")
    assert (one.decrypt(kept), "secret" in kept) == ("a secret", False)
    monkeypatch.setattr(settings, "SECRET_KEY", "another")
    assert len({one.decrypt(kept) for _ in range(2)} - {"a secret"}) == 2


def test_nobody_signs_up_and_nothing_is_mailed():
    one = Adapter()
    assert (one.is_open_for_signup(None), one.send_notification_mail("x", None)) == (False, False)
    assert (one.send_mail("x"), one.add_message("x"), SecondFactor().send_notification_mail("x")) == (
        None,
        None,
        False,
    )
    assert one.get_reauthentication_methods(AnonymousUser()) == []


@pytest.mark.parametrize(
    "path",
    [
        "signup",
        "password/reset",
        "email",
        "confirm-email",
        "inactive",
        "login/code",
        "2fa",
        "social",
        "login",
    ],
)
@pytest.mark.parametrize("before", ["/accounts/", "/account/", "/sign-in/", "/"])
def test_nothing_else_of_the_sign_in_can_be_reached(before, path):
    client = browsing.member("S1", "site_manager")
    assert client.get(f"{before}{path}/").status_code == 404


@pytest.mark.parametrize(
    ("language", "says"),
    [("es", "Su frase de acceso"), ("th", "วลีรหัสผ่านของคุณ"), ("da", "Din adgangssætning")],
)
def test_it_speaks_the_language_of_the_site_and_what_was_chosen_goes_on_inside(language, says, sqlite):
    codes, client = signing.begun("S1"), signing.browser()
    browsing.site("second", languages=(language,))
    (sqlite.home / "desk.toml").write_text('site = "second"\n', encoding="utf-8")
    assert says in browsing.text(client.get("/sign-in/"))
    assert (
        client.post("/language", {"language": language, "back": "/sign-in/"}).headers["Location"]
        == "/sign-in/"
    )
    sign_in(client, "S1", codes[0])
    assert Account.objects.get(staff="S1").language == language
    assert says in browsing.text(signing_out(client))


def signing_out(client):
    client.post("/sign-out/")
    return client.get("/sign-in/")
