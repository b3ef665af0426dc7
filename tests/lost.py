"""A laptop for tests that can be lost: its register and key, and a bare machine to restore it on."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from django.db import connections

import databases
import hands
import vaulted
from databases import OWNER, WRITER, Database
from jornal.actions import backupkey
from jornal.actions.backup import Backup, back_up
from jornal.actions.office import Office
from jornal.actions.restore import Asked, Restored, restore
from jornal.facts.attendance import Shift
from jornal.facts.people import Forgotten
from jornal.journal import books, node, place
from jornal.journal.fact import kinds
from jornal.journal.hand import Hand
from jornal.journal.record import record
from jornal.journal.verify import chain_faults
from jornal.settings import database as settings_of

SECRET = backupkey.new_identity(vaulted.seeded(5))[1]
RECIPIENT = backupkey.new_identity(vaulted.seeded(5))[0]
DAY = date(2026, 10, 1)
AT = datetime(2026, 10, 1, 17, 5, tzinfo=UTC)


def laptop(database: Database, *, names: bool = False) -> None:
    """The laptop of Cusco, with a book, a recipient for backups and perhaps names."""
    node.made(database.home, seed=bytes(hands.LAPTOP.key))
    backupkey.keep(database.home, RECIPIENT)
    books.opened("cusco", "hq", hands.hand())
    if names:
        vaulted.new(database.home)


def anybody() -> Hand:
    """S1 with true chance, so that two processes never draw the same."""
    return replace(hands.hand(), random=os.urandom)


def shift(number: int = 1, worker: str = "QC01", **more: object) -> Shift:
    said = {"worker": worker, "day": DAY, "number": number, "site": "cusco", "what": "work", "minutes": 300}
    return Shift(**{**said, **more})


def shifts(first: int, last: int) -> list[Shift]:
    return record([shift(number) for number in range(first, last + 1)], "cusco", hands.hand())


def forgotten(who: str) -> None:
    record([Forgotten(who=who, asked_on=DAY, retention_ended_on=DAY)], "cusco", hands.hand())


def backed_up(database: Database, at: datetime = AT) -> Backup:
    return back_up(database.home, database.home / "backups", at=at)


def restored(file: Path, home: Path, **more: object) -> Restored:
    chance = hands.chance("new laptop")
    said = {"clock": hands.ticking(), "random": chance, "secret": SECRET}
    return restore(Asked(file, home, by="S1", **{**said, **more}))


def own(at: Office) -> Office:
    """The same office with true chance, so that two processes never draw the same."""
    return replace(at, hand=replace(at.hand, random=os.urandom))


def copied(database: Database, home: Path) -> Database:
    """The register as it was before, at another place."""
    home.mkdir()
    for path in database.home.iterdir():
        (home / path.name).write_bytes(path.read_bytes())
    return Database("sqlite", home)


def sound() -> bool:
    """Whether every book's chain stands."""
    return not [fault for book in place.books() for fault in chain_faults(book).faults]


def empty(vendor: str, home: Path) -> AbstractContextManager[Database]:
    """A machine that a backup can be put back on: no file at all, or PostgreSQL's tables without a row."""
    return bare(vendor, home) if vendor == "sqlite" else databases.fresh(vendor, home)


@contextmanager
def bare(vendor: str, home: Path) -> Iterator[Database]:
    """A machine without a register: no file, or an empty PostgreSQL database, which Django uses until the end."""
    if vendor == "sqlite":
        with databases.used(Database(vendor, home)) as found:
            yield found
        return
    databases._migrated_postgres()  # which makes the roles
    name = f"bare{databases._next()}"
    databases._server_says(f"CREATE DATABASE {name} OWNER {OWNER}")
    try:
        found = Database(vendor, home, databases._url(WRITER, name), databases._url(OWNER, name))
        with databases.used(found), owned(found):
            yield found
    finally:
        databases._server_says(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def owned(found: Database) -> Iterator[None]:
    """Beside the register's connection that of its owner, who may change tables."""
    databases._point(settings_of(found.owner_url, found.home), "owner")
    try:
        yield
    finally:
        connections["owner"].close()
        del connections["owner"]
        del connections.settings["owner"]


def rows() -> dict[str, list[dict[str, object]]]:
    """Every row of every kind of fact, to compare registers."""
    return {name: list(kind.objects.order_by("book", "seq").values()) for name, kind in kinds().items()}
