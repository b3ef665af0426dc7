"""A workshop that was paid and closed for thirty months, so that the texts of its first months may be put away."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import databases
import hands
import lost
import payroll
from jornal.actions import backupkey
from jornal.actions.closing import close_month
from jornal.actions.office import Office
from jornal.journal import node

MONTHS = [f"{2026 + (8 + number) // 12}-{(8 + number) % 12 + 1:02}" for number in range(30)]
"""September 2026 to February 2029; the first six were closed 24 months before NOW."""

NOW = datetime(2029, 3, 2, 8, tzinfo=UTC)


def after(of: str) -> datetime:
    """The afternoon after a month."""
    first = (date.fromisoformat(f"{of}-01") + timedelta(days=31)).replace(day=1)
    return datetime(first.year, first.month, 1, 17, tzinfo=UTC)


def at(here: Office, moment: datetime) -> Office:
    """The same desk at a moment."""
    return replace(here, day=moment.date(), hand=replace(here.hand, clock=lambda: moment))


def paid(here: Office, of: str) -> None:
    """A month worked, issued and closed."""
    now = at(here, after(of))
    payroll.month(now, of)
    payroll.issued(now, of)
    close_month(now, of)


def built(folder: Path) -> tuple[Path, Office]:
    """The register in a folder, to be copied for each test."""
    with databases.fresh("sqlite", folder / "home") as found:
        here = payroll.begun(folder)
        node.made(found.home, seed=bytes(hands.LAPTOP.key))
        backupkey.keep(found.home, lost.RECIPIENT)
        for of in MONTHS:
            paid(here, of)
    return folder, here


@contextmanager
def copied(whole: tuple[Path, Office], to: Path) -> Iterator[Office]:
    """The desk at a register of its own, on the day on which its first months may be put away."""
    with payroll.copied(whole, to) as here:
        yield at(here, NOW)
