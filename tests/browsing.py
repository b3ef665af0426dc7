"""Browsers for tests: a site with its staff, each with an account, signed in as whoever is asked for."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

import databases
import hands
import offices
import vaulted
from jornal.accounts.models import Account
from jornal.facts.organisation import Enterprise, RoleGranted, Site
from jornal.journal import node
from jornal.journal.record import record
from jornal.pages import names

DAY = "2026-10-01"
"""Today, in tests of pages: the day of `offices.DAY`."""


def opened(database: databases.Database, monkeypatch: Any, *, vault: bool = False, day: str = DAY) -> None:
    """A register with the site Cusco and no people yet, whose pages take `day` for today; names locked."""
    monkeypatch.setattr(settings, "HOME", database.home)
    monkeypatch.setattr(settings, "DAY", day)
    node.made(database.home, seed=bytes(hands.LAPTOP.key))
    databases.with_accounts(database.home)
    cache.clear()  # tries of the test before
    names.locked()
    if vault:
        vaulted.new(database.home)
    offices.office()
    founded()
    site("cusco")


def founded() -> None:
    """The enterprise of the tests."""
    one = Enterprise(enterprise="e", label="Enterprise", model="employment", country="pe", currency="PEN")
    if not Enterprise.objects.exists():
        record([one], "hq", hands.hand("F1", "hq_operations"))


def site(token: str, label: str = "", languages: tuple[str, ...] = ("en",)) -> None:
    """A site that is open."""
    if Site.objects.filter(site=token).exists():
        return
    found = Site(
        site=token, label=label or f"Workshop {token}", enterprise="e", authority="a", jurisdiction="pe",
        currency="PEN", zone="America/Lima", languages={"languages": list(languages)}, opened_on=date(2026, 1, 1),
    )  # fmt: skip
    record([found], "hq", hands.hand("F1", "hq_operations"))


def member(staff: str, role: str, at: str = "cusco", until: date | None = None) -> Client:
    """The browser of a member of staff with a role at a site ("" is everywhere), signed in."""
    key = {"staff": staff, "what": role, "site": at, "since": date(2026, 1, 1)}
    if not RoleGranted.objects.filter(**key).exists():
        record([RoleGranted(**key, until=until)], "hq", hands.hand("F1", "hq_operations"))
    return browser(staff)


def browser(staff: str) -> Client:
    """The browser of somebody signed in, whatever their roles; its pages speak English."""
    account, _ = Account.objects.get_or_create(staff=staff, defaults={"language": "en"})
    client = Client(headers={"host": "localhost"})
    client.force_login(account)
    return client


def text(answer: Any) -> str:
    """What an answer says."""
    return str(answer.content.decode())


def queries(work: Callable[[], object]) -> int:
    """How many questions a piece of work asks of both databases."""
    with (
        CaptureQueriesContext(connections["default"]) as one,
        CaptureQueriesContext(connections["accounts"]) as other,
    ):
        work()
    return len(one) + len(other)
