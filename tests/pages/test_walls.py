"""Every address, by looking and by sending, as everybody for whom it is not: a 404, nothing recorded, and it is noted.

Pages are found by themselves, so that a new one stands behind its wall from its first day.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

import browsing
import databases
import hands
import signing
from jornal.accounts.models import Account
from jornal.facts.organisation import ROLES, RoleEnded, RoleGranted
from jornal.journal.entry import Entry
from jornal.journal.record import record
from jornal.pages import reaches
from jornal.pages.access import Page
from jornal.urls import PAGES

SITE, OTHER = "cusco", "lima"
PLAUSIBLE = {
    "day": browsing.DAY,
    "month": "2026-10",
    "token": "QC014X",
    "int": "1",
    "str": "x",
    "uuid": "0" * 32,
    "slug": "x",
}
"""Something that stands where an address asks for it, by how it is read."""
BEFORE = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def here(request, monkeypatch):
    database = request.getfixturevalue("database" if "database" in request.fixturenames else "sqlite")
    signing.opened(database, monkeypatch)
    browsing.site(OTHER)
    for number, role in enumerate(ROLES):
        for where, at in (("H", SITE), ("O", OTHER), ("E", "")):
            browsing.member(f"{where}{number}", role, at)


def address(page: Page, site: str = SITE) -> str:
    """The address of a page at a site, with something plausible in every other place."""

    def filled(found: re.Match[str]) -> str:
        return site if found[2] == "site" else PLAUSIBLE[found[1]]

    return "/" + re.sub(r"<(?:(\w+):)?(\w+)>", filled, page.address)


def held(page: Page, method: str) -> set[str]:
    return set(page.roles if method == "get" else page.sends)


def tried(client: Any, page: Page, method: str) -> Any:
    client.raise_request_exception = False
    return getattr(client, method)(address(page), {} if method == "get" else {"nothing": "at all"})


def notes() -> int:
    """How long the list of those who reached past a door is."""
    path = Path(settings.HOME) / reaches.NAME
    return path.stat().st_size if path.is_file() else 0


def past_the_wall(clients: dict[str, Any], allowed: Any) -> Iterator[str]:
    """Every page that did not answer as it has to: an open door answers; a shut one is a 404, and is noted."""
    for page in PAGES:
        for method in ("get", "post"):
            for who, client in clients.items():
                entries, noted = Entry.objects.count(), notes()
                answer = tried(client, page, method)
                shut = (answer.status_code, Entry.objects.count() - entries, notes() > noted) == (
                    404,
                    0,
                    True,
                )
                inner = (
                    "<slug:verb>" in page.address
                )  # each verb has roles of its own, which are tried with it
                opened = answer.status_code < 500 and (inner or notes() == noted)
                if not (opened if allowed(page, method, who) else shut):
                    yield f"{method} {address(page)} as {who}: {answer.status_code}"


def told(found: Iterator[str]) -> str:
    """Everything that is wrong, a line each."""
    return "\n".join(found)


def browsers(letter: str) -> dict[str, Any]:
    return {role: browsing.browser(f"{letter}{number}") for number, role in enumerate(ROLES)}


def test_at_her_own_site_a_role_opens_its_pages_and_no_others():
    def allowed(page: Page, method: str, who: str) -> bool:
        return page.name.startswith("site.") and who in held(page, method)

    assert told(past_the_wall(browsers("H"), allowed)) == ""


def test_no_role_of_another_site_opens_anything(database):
    assert told(past_the_wall(browsers("O"), lambda *_: False)) == ""


def test_a_role_that_holds_everywhere_opens_its_pages_at_every_site_and_at_headquarters():
    assert told(past_the_wall(browsers("E"), lambda page, method, who: who in held(page, method))) == ""


def test_who_has_no_role_whose_role_ended_and_an_auditor_past_her_last_day_open_nothing():
    hand = hands.hand("F1", "hq_operations")
    roles = [RoleGranted(staff="X1", what=role, site=at, since=BEFORE) for role in ROLES for at in (SITE, "")]
    ended = [RoleEnded(granted=one.root, day=date(2026, 10, 1)) for one in record(roles, "hq", hand)]
    record(ended, "hq", hand)
    past = [
        RoleGranted(staff="X2", what="auditor", site=at, since=BEFORE, until=date(2026, 9, 30))
        for at in (SITE, "")
    ]
    later = [RoleGranted(staff="X3", what=role, site="", since=date(2026, 10, 2)) for role in ROLES]
    record([*past, *later], "hq", hand)
    clients = {who: browsing.browser(who) for who in ("X0", "X1", "X2", "X3")}
    assert told(past_the_wall(clients, lambda *_: False)) == ""


def led_to_the_sign_in(client: Any) -> Iterator[str]:
    entries = Entry.objects.count()
    for page in PAGES:
        for method in ("get", "post"):
            answer = tried(client, page, method)
            if not (answer.status_code == 302 and answer.headers["Location"].startswith("/sign-in/")):
                yield f"{method} {address(page)}: {answer.status_code}"
    if Entry.objects.count() != entries:
        yield "something was recorded"


def test_nobody_is_led_to_the_sign_in():
    assert told(led_to_the_sign_in(signing.browser())) == ""


def test_a_cookie_of_another_enterprises_register_opens_nothing(sqlite, monkeypatch, tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    databases.with_accounts(there)
    with monkeypatch.context() as other, databases.used(databases.Database("sqlite", there)):
        other.setattr(settings, "SECRET_KEY", "of another register")
        cookie = browsing.browser("E3").cookies[settings.SESSION_COOKIE_NAME].value
    client = signing.browser()
    for name in (settings.SESSION_COOKIE_NAME, "jornal_00000000"):
        client.cookies[name] = cookie
    assert Account.objects.filter(staff="E3").exists()
    assert told(led_to_the_sign_in(client)) == ""


def test_a_closed_account_is_led_to_the_sign_in():
    client = browsing.browser("E3")
    Account.objects.filter(staff="E3").update(is_active=False)
    assert told(led_to_the_sign_in(client)) == ""


def test_every_way_in_which_an_address_is_read_has_something_to_try():
    kinds = {
        kind for page in PAGES for kind, name in re.findall(r"<(\w+):(\w+)>", page.address) if name != "site"
    }
    assert kinds <= set(PLAUSIBLE)
    assert not [page.name for page in PAGES if re.search(r"<\w+>", page.address)]
