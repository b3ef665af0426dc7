"""Pages of pay for tests: a register copied from one with months issued, and whoever looks at it in a browser."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from django.test import Client

import browsing
import databases
import payroll
from jornal.actions import approving
from jornal.actions.approving import head_of
from jornal.actions.office import Office
from jornal.actions.verb import done
from jornal.pages import jobs
from offices import office
from vaulted import PASSPHRASE

SEPTEMBER, OCTOBER = "2026-09", "2026-10"


@contextmanager
def copied(
    whole: tuple[Path, Office], to: Path, monkeypatch: Any, day: str = "2026-10-31"
) -> Iterator[Office]:
    """A desk at a register of its own that `payroll.built` made, whose pages take `day` for today; names locked."""
    with payroll.copied(whole, to) as here:
        shutil.copy(to / "vault.sqlite3", to / "home" / "vault.sqlite3")
        opened(databases.Database("sqlite", to / "home"), monkeypatch, day)
        yield replace(here, day=date.fromisoformat(day))


def opened(database: databases.Database, monkeypatch: Any, day: str = "2026-10-31") -> None:
    """A register's pages, which wait for work as long as a slow computer needs."""
    monkeypatch.setattr(jobs, "A_CLICK", 120)
    browsing.opened(database, monkeypatch, day=day)


def manager(*, names: bool = False) -> Client:
    """The site manager's browser, with the names open where they are wanted."""
    client = browsing.member("S1", "site_manager")
    if names:
        client.post("/names", {"passphrase": PASSPHRASE, "back": "/"})
    return client


def finance(staff: str = "F1") -> Client:
    """The browser of somebody of headquarters finance."""
    return browsing.member(staff, "hq_finance", at="")


def approved(month: str = SEPTEMBER, day: str = "2026-10-02") -> None:
    """Headquarters finance approves a month."""
    _, whole = approving.found("cusco", month)
    row = {"month": month, "head": head_of(whole), "total": whole.total}
    at = office("hq_finance", "F1", day=date.fromisoformat(day))
    done("approve", approving.VERBS["approve"], at, [row])


def said(answer: Any) -> str:
    """What an answer says, its no-break spaces as spaces."""
    return browsing.text(answer).replace("\u00a0", " ")
