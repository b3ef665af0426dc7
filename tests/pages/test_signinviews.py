"""The app and the keys, set up and taken away."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings

import browsing
import signing
from jornal.accounts.models import Account, Change
from jornal.pages.signin import SecondFactor
from signing import PASSPHRASE, sign_in
from softkey import Key


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    signing.opened(sqlite, monkeypatch)


def app_of(token):
    """The figures that the app of somebody shows now."""
    (one,) = Authenticator.objects.filter(user__staff=token, type="totp")
    secret = SecondFactor().decrypt(one.data["secret"])
    *_, counter = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(secret, counter))


@pytest.mark.parametrize("role", ["hq_operations", "hq_finance"])
def test_headquarters_sets_up_an_app_or_a_key_before_anything_else(role):
    codes, client = signing.begun("S3", role, at=""), signing.browser()
    sign_in(client, "S3", codes[0])
    assert [client.get(path).headers["Location"] for path in ("/", "/hq/board")] == ["/account/", "/account/"]
    assert "First of all" in browsing.text(client.get("/account/"))
    client.post("/sign-in/again/?next=/account/app/", {"password": PASSPHRASE})
    text = browsing.text(client.get("/account/app/"))
    secret = re.findall(r"<code>([A-Z2-7]+)</code>", text)[0]
    *_, counter = yield_hotp_counters_from_time()
    shown = format_hotp_value(hotp_value(secret, counter))
    assert client.post("/account/app/", {"code": shown}).headers["Location"] == "/account/"
    assert client.get("/").headers["Location"] == "/hq/board"


def test_at_headquarters_the_app_or_a_printed_code_is_the_second_factor():
    codes = signing.begun("S3", "hq_finance", at="")
    TOTP.activate(Account.objects.get(staff="S3"), "A" * 32)
    assert sign_in(signing.browser(), "S3", app_of("S3")).status_code == 302
    assert sign_in(signing.browser(), "S3", codes[0]).status_code == 302


def test_the_figures_of_the_app_work_once():
    signing.begun("S3", "hq_finance", at="")
    TOTP.activate(Account.objects.get(staff="S3"), "A" * 32)
    shown = app_of("S3")
    assert [sign_in(signing.browser(), "S3", shown).status_code for _ in range(2)] == [302, 422]


@pytest.mark.parametrize("path", ["/account/app/", "/account/keys/", "/account/keys/add/"])
def test_at_a_site_no_telephone_and_no_key_is_offered(path):
    client = browsing.member("S3", "site_manager")
    assert client.get(path).status_code == 404
    text = browsing.text(client.get("/account/"))
    assert ("telephone" in text, "Keys" in text, "Codes on paper" in text) == (False, False, True)


def test_at_a_site_that_allows_it_a_key_is_offered_and_still_no_telephone(monkeypatch):
    monkeypatch.setattr(settings, "SECURITY_KEYS", True)
    text = browsing.text(browsing.member("S3", "site_manager").get("/account/"))
    assert ("telephone" in text, "Add a key" in text) == (False, True)


def inside(token, role="hq_operations", at=""):
    """A browser of somebody signed in who has typed her passphrase just now."""
    signing.begun(token, role, at)
    client = browsing.browser(token)
    client.post("/sign-in/again/", {"password": PASSPHRASE})
    return client


def key_of(token, name="desk"):
    return Authenticator.objects.create(
        user=Account.objects.get(staff=token), type="webauthn", data={"name": name, "credential": {}}
    )


@pytest.mark.parametrize("path", ["/account/app/", "/account/codes/", "/account/keys/add/"])
def test_before_a_change_the_passphrase_is_asked_for_once_more(path):
    signing.begun("S3", "hq_operations", at="")
    client = browsing.browser("S3")
    assert client.get(path).headers["Location"] == f"/sign-in/again/?next={path.replace('/', '%2F')}"
    wrong = client.post("/sign-in/again/", {"password": "wrong", "next": path})
    assert (wrong.status_code, "This is not your passphrase" in browsing.text(wrong)) == (422, True)
    assert client.post("/sign-in/again/", {"password": PASSPHRASE, "next": path}).headers["Location"] == path
    assert client.get(path).status_code == 200


def test_a_wrong_figure_of_the_app_is_told_and_the_picture_stays():
    client = inside("S3")
    before = re.findall(r"<code>([A-Z2-7]+)</code>", browsing.text(client.get("/account/app/")))
    answer = client.post("/account/app/", {"code": "000000"})
    text = browsing.text(answer)
    assert (answer.status_code, re.findall(r"<code>([A-Z2-7]+)</code>", text)) == (422, before)
    assert ('<path d="M' in text, "This is not right" in text, "data:" in text) == (True, True, False)


def test_the_last_app_of_headquarters_stays_and_a_second_one_may_go_while_the_codes_remain():
    client = inside("S3")
    TOTP.activate(Account.objects.get(staff="S3"), "A" * 32)
    answer = client.get("/account/app/off/")
    assert "At headquarters you need an app or a key." in browsing.text(answer)
    assert client.post("/account/app/off/").status_code == 422
    key_of("S3")
    assert client.post("/account/app/off/").headers["Location"] == "/account/"
    kinds = set(Authenticator.objects.filter(user__staff="S3").values_list("type", flat=True))
    assert (kinds, Change.objects.last().what) == ({"webauthn", "recovery_codes"}, "app off")


def test_the_last_key_of_headquarters_stays_and_a_second_one_may_go():
    client = inside("S3")
    first, second = key_of("S3"), key_of("S3", "home")
    assert client.get(f"/account/keys/{first.pk}/off/").status_code == 200
    client.post(f"/account/keys/{first.pk}/off/")
    client.post(f"/account/keys/{second.pk}/off/")
    assert list(Authenticator.objects.filter(type="webauthn")) == [second]
    assert "At headquarters you need an app or a key." in browsing.text(client.get("/account/"))


def test_a_key_is_named_and_nobody_names_anothers():
    client = inside("S3")
    mine = key_of("S3")
    browsing.browser("S4")
    theirs = key_of("S4")
    assert client.post(f"/account/keys/{mine.pk}/", {"name": "drawer <1>"}).status_code == 302
    assert "Key drawer &lt;1&gt;" in browsing.text(client.get("/account/keys/"))
    assert client.post(f"/account/keys/{mine.pk}/", {"name": ""}).status_code == 422
    for path in (f"/account/keys/{theirs.pk}/", f"/account/keys/{theirs.pk}/off/"):
        assert (client.get(path).status_code, client.post(path).status_code) == (404, 404)
    assert Authenticator.objects.get(pk=theirs.pk).wrap().name == "desk"


def test_at_a_site_the_browser_is_told_to_offer_plugged_in_keys_alone(monkeypatch):
    monkeypatch.setattr(settings, "SECURITY_KEYS", True)
    text = browsing.text(inside("S3", "trainer", "cusco").get("/account/keys/add/"))
    assert ('"hints": ["security-key"]' in text, '"cross-platform"' in text, "passwordless" in text) == (
        True,
        True,
        False,
    )
    assert '"cross-platform"' not in browsing.text(inside("S4").get("/account/keys/add/"))


@pytest.mark.parametrize(
    ("host", "told"), [("127.0.0.1:8000", "http://localhost:8000/account/keys/add/"), ("localhost:8000", "")]
)
def test_where_the_address_is_a_number_the_way_to_one_with_a_name_is_shown(host, told):
    client = inside("S3")
    text = browsing.text(client.get("/account/keys/add/", headers={"host": host}))
    assert (told in text) if told else ("http://" not in text)


def asked(text):
    """What a page asks a key, as its scripts read it."""
    return json.loads(re.findall(r'<script id="key-asked" type="application/json">(.*?)</script>', text)[0])


def added(client, key, **more):
    options = asked(browsing.text(client.get("/account/keys/add/")))["creation_options"]
    return client.post("/account/keys/add/", {"credential": key.made(options), "name": "", **more})


def test_a_key_is_added_and_asked_for_beside_the_passphrase():
    client, key = inside("S3"), Key()
    assert added(client, key).headers["Location"] == "/account/"
    assert "Key 1" in browsing.text(client.get("/account/keys/"))
    other = signing.browser()
    other.post("/sign-in/", {"login": "S3", "password": PASSPHRASE})
    options = asked(browsing.text(other.get("/sign-in/code/")))["request_options"]
    assert other.post("/sign-in/code/", {"credential": Key().answers(options)}).status_code == 422
    options = asked(browsing.text(other.get("/sign-in/code/")))["request_options"]
    assert other.post("/sign-in/code/", {"credential": key.answers(options)}).headers["Location"] == "/"
    assert other.get("/hq/board").status_code == 200


def test_a_key_that_signs_in_alone_is_a_passkey_of_headquarters():
    client, key = inside("S3"), Key(alone=True)
    added(client, key, passwordless="on")
    other = signing.browser()
    assert "Sign in with a key" in browsing.text(other.get("/sign-in/"))
    options = other.get("/sign-in/key/", headers={"accept": "application/json"}).json()["request_options"]
    assert other.post("/sign-in/key/", {"credential": key.answers(options)}).headers["Location"] == "/"
    assert other.get("/hq/board").status_code == 200


def test_a_key_may_answer_in_place_of_the_passphrase_and_another_may_not():
    client, key = inside("S3"), Key()
    added(client, key)
    again = browsing.browser("S3")
    assert 'href="/sign-in/again/key/' in browsing.text(again.get("/sign-in/again/?next=/account/app/"))
    for one, found in ((Key(), 422), (key, 302)):
        options = asked(browsing.text(again.get("/sign-in/again/key/")))["request_options"]
        sent = {"credential": one.answers(options), "next": "/account/app/"}
        assert again.post("/sign-in/again/key/", sent).status_code == found
    assert again.get("/account/app/").status_code == 200


def test_a_key_of_a_closed_account_opens_nothing():
    client, key = inside("S3"), Key(alone=True)
    added(client, key, passwordless="on")
    other = signing.browser()
    options = other.get("/sign-in/key/", headers={"accept": "application/json"}).json()["request_options"]
    Account.objects.filter(staff="S3").update(is_active=False)
    other.post("/sign-in/key/", {"credential": key.answers(options)})
    assert other.get("/hq/board").headers["Location"].startswith("/sign-in/")


def test_who_entered_without_a_passphrase_has_none_to_change():
    client = browsing.member("S3", "trainer")
    one = Account.objects.get(staff="S3")
    one.set_unusable_password()
    one.save()
    client.force_login(one)
    assert client.get("/account/passphrase/").status_code == 404
