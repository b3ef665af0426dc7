"""What the pages of the sign-in ask, and what they refuse."""

import pytest
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.conf import settings
from django.core.exceptions import ValidationError

import browsing
import signing
from jornal.accounts.models import Account
from jornal.pages.signinforms import KeyAdded, KeyNamed, Passphrase
from signing import PASSPHRASE, sign_in


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    signing.opened(sqlite, monkeypatch)


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"login": "", "password": "x"}, "Fill this in."),
        ({"login": "S" * 61, "password": "x"}, "This is too long."),
    ],
)
def test_a_field_left_empty_or_too_long_is_told_beside_it(told, says):
    answer = signing.browser().post("/sign-in/", told)
    assert (answer.status_code, says in browsing.text(answer)) == (422, True)


def test_a_code_works_once_even_for_two_at_the_same_time():
    codes, first, second = signing.begun("S1"), signing.browser(), signing.browser()
    for client in (first, second):
        client.post("/sign-in/", {"login": "S1", "password": PASSPHRASE})
    answers = [client.post("/sign-in/code/", {"code": codes[0]}).status_code for client in (first, second)]
    assert answers == [302, 422]


@pytest.mark.parametrize(
    "written", ["{0}", " {0} ", "{0[0]}{0[1]}{0[2]}{0[3]} {0[4]}{0[5]}{0[6]}{0[7]}", "thai"]
)
def test_a_code_is_read_as_people_write_it(written):
    code = signing.begun("S1")[0]
    typed = (
        written.format(code)
        if written != "thai"
        else code.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    )
    assert sign_in(signing.browser(), "S1", typed).status_code == 302


@pytest.mark.parametrize(
    ("old", "first", "again", "code"),
    [
        (PASSPHRASE, "four other words here", "four other words here", None),
        (PASSPHRASE, "four other words here", "four  other words here ", None),
        ("wrong", "four other words here", "four other words here", "enter_current_password"),
        (PASSPHRASE, "too short", "too short", "weak"),
        (PASSPHRASE, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "weak"),
        (PASSPHRASE, "four other words here", "four other words there", "not_the_same"),
        (PASSPHRASE, PASSPHRASE, PASSPHRASE, "as_before"),
        (PASSPHRASE, "", "", "required"),
    ],
)
def test_a_passphrase_of_her_own_is_long_typed_twice_and_new(old, first, again, code):
    signing.begun("S3")
    form = Passphrase(
        user=Account.objects.get(staff="S3"),
        data={"oldpassword": old, "password1": first, "password2": again},
    )
    codes = [one.code for faults in form.errors.as_data().values() for one in faults]
    assert (codes[0] if codes else None) == code


def answer(*ways, alone=False):
    """What a browser sends of a key, as far as this is looked at."""
    return {
        "response": {"transports": list(ways)},
        "clientExtensionResults": {"credProps": {"rk": alone}},
    }


@pytest.mark.parametrize(
    ("role", "at", "given", "passwordless", "taken"),
    [
        ("site_manager", "cusco", answer("usb", "nfc"), False, True),
        ("site_manager", "cusco", answer(), False, True),
        ("site_manager", "cusco", answer("hybrid", "internal"), False, False),
        ("site_manager", "cusco", answer("internal"), False, False),
        ("site_manager", "cusco", answer("usb", alone=True), False, False),
        ("site_manager", "cusco", answer("usb"), True, False),
        ("hq_operations", "", answer("hybrid", "internal", alone=True), True, True),
    ],
)
def test_a_telephone_is_no_key_at_a_site(monkeypatch, role, at, given, passwordless, taken):
    browsing.member("S3", role, at)
    found = {"credential": given, "passwordless": passwordless, "name": "1"}
    monkeypatch.setattr(AddWebAuthnForm, "clean", lambda _: found)
    form = KeyAdded(user=Account.objects.get(staff="S3"), data={})
    if taken:
        assert form.clean() == found
    else:
        with pytest.raises(ValidationError, match="looks like a telephone"):
            form.clean()


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "x",
        "[]",
        '"x"',
        "1",
        "{}",
        '{"id": 1}',
        '{"response": null, "id": "a", "rawId": "a", "type": "public-key"}',
    ],
)
def test_what_no_key_sends_is_refused_in_a_sentence(monkeypatch, sent):
    monkeypatch.setattr(settings, "SECURITY_KEYS", True)
    signing.begun("S3")
    client = browsing.browser("S3")
    client.post("/sign-in/again/", {"password": PASSPHRASE})
    found = client.post("/account/keys/add/", {"credential": sent, "name": "x" * 61})
    assert (found.status_code, "This is too long." in browsing.text(found)) == (422, True)


@pytest.mark.parametrize(
    "sent", ["", "x", "[]", "{}", '{"response": {"userHandle": 7}}', '{"response": {"userHandle": "Zm9v"}}']
)
def test_a_sign_in_with_what_is_no_key_leads_back_with_a_sentence(sent):
    client = signing.browser()
    client.get("/sign-in/key/", headers={"accept": "application/json"})
    assert client.post("/sign-in/key/", {"credential": sent}).headers["Location"] == "/sign-in/"
    assert "No key answered" in browsing.text(client.get("/sign-in/"))


def test_a_key_has_a_name_of_at_most_sixty_letters():
    assert KeyNamed.base_fields["name"].max_length == KeyAdded.base_fields["name"].max_length == 60
