"""What every answer carries."""

import json
import subprocess
import sys

import pytest
from django.conf import settings

import browsing
import signing

POLICY = (
    "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src 'self'; script-src 'self'; "
    "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    signing.opened(sqlite, monkeypatch)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 302), ("/alive", 204), ("/sign-in/", 200), ("/cusco/today", 200), ("/lima/today", 404),
        ("/nothing-here", 404), ("/account/", 200), ("/hq/board", 404), ("/static/look.css", 200),
        ("/static/mfa/js/webauthn.js", 200), ("/typed", 302),
    ],
)  # fmt: skip
def test_every_answer_lets_nothing_in_from_elsewhere_and_is_kept_nowhere(path, status):
    client = browsing.member("S3", "site_manager") if path != "/sign-in/" else signing.browser()
    answer = client.get(path)
    answer.close()
    assert answer.status_code == status
    found = {
        name: answer.headers[name]
        for name in ALWAYS
        if not (path.startswith("/static") and name == "X-Frame-Options")
    }
    assert found == {name: ALWAYS[name] for name in found}
    kept = "max-age=3600, public" if path.startswith("/static/") else "no-store"
    assert kept in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    "path", ["/sign-in/", "/cusco/today", "/cusco/accounts", "/account/", "/nothing-here"]
)
def test_no_page_has_a_script_or_a_style_of_its_own_inside(path):
    client = browsing.member("S3", "site_manager") if path != "/sign-in/" else signing.browser()
    text = browsing.text(client.get(path))
    inside = [
        part.split(">")[0] for part in text.split("<script")[1:] if 'src="/static/' not in part.split(">")[0]
    ]
    assert (inside, "<style" in text, " style=" in text, " onclick=" in text, "http://" in text) == (
        [],
        False,
        False,
        False,
        False,
    )


TELL = """
import json, django
from django.conf import settings
print(json.dumps({name: getattr(settings, name) for name in (
    "OVER_A_NETWORK", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS",
    "SECURE_PROXY_SSL_HEADER", "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN", "SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_HTTPONLY",
)}))
"""


@pytest.mark.parametrize(
    ("hosts", "over"),
    [("", False), ("localhost,127.0.0.1", False), ("jornal.example", True), ("localhost,laptop.lan", True)],
)
def test_over_a_network_everything_travels_sealed_and_on_this_computer_nothing_has_to(tmp_path, hosts, over):
    env = {"PATH": "", "JORNAL_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "jornal.settings"}
    env |= {"JORNAL_HOSTS": hosts} if hosts else {}
    told = subprocess.run(
        [sys.executable, "-c", TELL], env=env, capture_output=True, text=True, check=True
    ).stdout
    found = json.loads(told)
    assert (found["OVER_A_NETWORK"], found["SESSION_COOKIE_SECURE"], found["CSRF_COOKIE_SECURE"]) == (
        over,
    ) * 3
    assert (
        found["SECURE_SSL_REDIRECT"],
        found["SECURE_HSTS_SECONDS"] > 0,
        bool(found["SECURE_PROXY_SSL_HEADER"]),
    ) == (over,) * 3
    assert (found["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"], found["SESSION_COOKIE_HTTPONLY"]) == (not over, True)


def test_over_a_network_what_is_not_sealed_is_sent_on(monkeypatch):
    monkeypatch.setattr(settings, "SECURE_SSL_REDIRECT", True)
    monkeypatch.setattr(settings, "SECURE_PROXY_SSL_HEADER", ("HTTP_X_FORWARDED_PROTO", "https"))
    monkeypatch.setattr(settings, "SECURE_HSTS_SECONDS", 31_536_000)
    client = signing.browser()
    assert client.get("/sign-in/").headers["Location"] == "https://localhost/sign-in/"
    answer = client.get("/sign-in/", headers={"x-forwarded-proto": "https"})
    assert (answer.status_code, answer.headers["Strict-Transport-Security"]) == (200, "max-age=31536000")
