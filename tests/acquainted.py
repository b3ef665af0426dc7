"""A site with people behind its pages: the names open in the program, and what a page holds and says is wrong."""

import re
from html import unescape
from typing import Any

from django.test import Client

import browsing
import databases
import payroll
import peopled
import vaulted
from jornal.actions.office import Office
from jornal.journal.keys import Keys
from jornal.pages import names

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def opened(database: databases.Database, monkeypatch: Any, day: str = browsing.DAY) -> Keys:
    """The site Cusco with its workshop and nobody yet, its names open; the keys, to make workers with."""
    peopled.opened()
    browsing.opened(database, monkeypatch, vault=True, day=day)
    names.opened(vaulted.PASSPHRASE)
    return vaulted.unlocked(database.home / "vault.sqlite3")


def paid(database: databases.Database, monkeypatch: Any, *months: str, day: str = "2026-11-05") -> Office:
    """The site Cusco with three knitters and adopted terms, these months worked and issued; the names open."""
    here = payroll.begun(database.home)
    for month in months:
        payroll.month(here, month)
        payroll.issued(here, month)
    browsing.opened(database, monkeypatch, day=day)
    names.opened(vaulted.PASSPHRASE)
    return here


def manager() -> Client:
    """The browser of the site's manager."""
    return browsing.member("S1", "site_manager")


def hidden(answer: Any) -> dict[str, str]:
    """What a page's hidden fields hold, without the tokens of its forms."""
    found = {name: unescape(value) for name, value in HIDDEN.findall(browsing.text(answer))}
    return {
        name: value for name, value in found.items() if name not in ("csrfmiddlewaretoken", "back", "once")
    }


def faults(answer: Any) -> list[str]:
    """The sentences beside the fields that are wrong, and those on top."""
    text = browsing.text(answer)
    beside = re.findall(r'<p class="fault"[^>]*>(.*?)</p>', text)
    return [unescape(one) for one in beside or re.findall(r"<li>([^<]+)</li>", text.partition("</main>")[0])]
