"""What somebody signs in with beside her passphrase."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.test import RequestFactory

import browsing
from jornal.accounts.models import Account
from jornal.pages import factors, wanted


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)


@pytest.mark.parametrize(
    ("role", "at", "app", "must"),
    [
        ("site_manager", "cusco", False, False),
        ("trainer", "cusco", False, False),
        ("auditor", "cusco", False, False),
        ("auditor", "", True, False),
        ("seller", "", True, False),
        ("hq_operations", "", True, True),
        ("hq_finance", "", True, True),
    ],
)
def test_an_app_is_for_those_who_work_beyond_the_sites_and_headquarters_needs_one(
    monkeypatch, role, at, app, must
):
    browsing.member("S3", role, at)
    account = Account.objects.get(staff="S3")
    assert (factors.app_offered(account), factors.must_be_strong(account)) == (app, must)
    assert factors.key_offered(account) is app
    monkeypatch.setattr(settings, "SECURITY_KEYS", True)
    assert factors.key_offered(account) is True


def test_who_works_at_a_site_and_at_headquarters_needs_one():
    browsing.member("S3", "site_manager")
    browsing.member("S3", "hq_operations", "")
    assert factors.must_be_strong(Account.objects.get(staff="S3"))


@pytest.mark.parametrize(
    ("role", "at", "wants", "strong", "steps"),
    [
        ("trainer", "cusco", "", False, []),
        ("trainer", "cusco", "passphrase", False, ["passphrase", "codes"]),
        ("trainer", "cusco", "codes", False, ["codes"]),
        ("hq_finance", "", "passphrase", False, ["passphrase", "codes", "second"]),
        ("hq_finance", "", "", False, ["second"]),
        ("hq_finance", "", "", True, []),
    ],
)
def test_at_sign_in_it_is_noted_what_is_asked_for_first(role, at, wants, strong, steps):
    browsing.member("S3", role, at)
    account = Account.objects.get(staff="S3")
    account.wants = wants
    if strong:
        TOTP.activate(account, "A" * 32)
    request = RequestFactory().get("/")
    request.session = {}
    factors.begun(request, account)
    assert wanted.steps(request) == steps


@pytest.mark.parametrize(
    ("role", "at", "many", "may"),
    [("hq_finance", "", 1, False), ("hq_finance", "", 2, True), ("trainer", "cusco", 1, True)],
)
def test_the_last_one_of_headquarters_stays(role, at, many, may):
    browsing.member("S3", role, at)
    account = Account.objects.get(staff="S3")
    keys = [
        Authenticator.objects.create(user=account, type="webauthn", data={"name": str(n)})
        for n in range(many)
    ]
    assert (factors.strong(account), factors.removable(keys[0])) == (many, may)
