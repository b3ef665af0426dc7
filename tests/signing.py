"""Signing in for tests: accounts as they are opened, and a browser that goes through every step."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.hashers import ScryptPasswordHasher
from django.test import Client

import browsing
import hands
from databases import Database
from jornal.accounts import members
from jornal.accounts.members import Start
from jornal.accounts.models import Account
from jornal.facts.organisation import Staff
from jornal.journal.record import record

AT = datetime(2026, 10, 1, 12, tzinfo=UTC)
PASSPHRASE = "seven looms hum at noon"


def opened(database: Database, monkeypatch: Any, **how: Any) -> None:
    """A register whose pages ask for a sign-in, with passphrases that cost little."""
    monkeypatch.setattr(ScryptPasswordHasher, "work_factor", 2**4)
    browsing.opened(database, monkeypatch, **how)


def staff(token: str, languages: tuple[str, ...] = ()) -> None:
    """A member of staff, without a name."""
    if not Staff.objects.filter(staff=token).exists():
        one = Staff(staff=token, of="enterprise", name="", languages={"languages": list(languages)})
        record([one], "hq", hands.hand("F1", "hq_operations"))


def account(token: str, role: str = "site_manager", at: str = "cusco") -> Start:
    """An account as it is opened for somebody with a role."""
    browsing.member(token, role, at)
    Account.objects.filter(staff=token).delete()
    staff(token)
    return members.opened(token, "F1", AT)


def begun(token: str, role: str = "site_manager", at: str = "cusco") -> tuple[str, ...]:
    """The codes of somebody who has a passphrase of her own and a sheet."""
    account(token, role, at)
    one = Account.objects.get(staff=token)
    one.set_password(PASSPHRASE)
    one.wants, one.language = "", "en"
    one.save()
    return members.sheet(one, AT)


def browser() -> Client:
    """A browser in which nobody is signed in."""
    return Client(headers={"host": "localhost"})


def sign_in(client: Client, token: str, code: str, passphrase: str = PASSPHRASE, **more: str) -> Any:
    """The answer to the last step: passphrase, then code."""
    first = client.post("/sign-in/", {"login": token, "password": passphrase, **more})
    if first.status_code != 302:
        return first
    return client.post("/sign-in/code/", {"code": code})
