"""What Django checks before the register is opened: each with a number and a hint; docs/settings.md lists them."""

import os
import stat
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Tags, register
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

from jornal.demo import invented
from jornal.journal import guard

SAYS = {
    "jornal.E001": "There is no register in the folder.",
    "jornal.E002": "The folder can be read by others.",
    "jornal.E003": "The database does not answer.",
    "jornal.E004": "The tables are not those of this release.",
    "jornal.E005": "A guard is missing.",
    "jornal.E006": "The accounts, or the key that signs, can be read by others.",
    "jornal.W001": "Pages may be asked for under any name.",
    "jornal.W002": "The newest backup is older than a week.",
    "jornal.W003": "JORNAL_DEMO is set, and this register is not the demo's: nobody may enter as somebody else.",
}
"""Every check by its number, in the order of docs/settings.md."""

OLD = timedelta(days=7)
ACCOUNTS, KEY = "accounts.sqlite3", "secret.key"


@register
def folder(**_: Any) -> list[CheckMessage]:
    """Whether the folder holds a register that only its owner reads."""
    return list(_folder(Path(settings.HOME)))


def _folder(home: Path) -> Iterator[CheckMessage]:
    if not (home / "node.key").is_file():
        yield _error("E001", f"Make one in {home} with `jornal init`, or say where it is with JORNAL_HOME.")
        return
    if os.name == "posix" and stat.S_IMODE(home.stat().st_mode) & 0o077:
        yield _error("E002", f"Take the others' rights away: chmod 700 {home}.")
    yield from _shut(home)
    newest = max((path.stat().st_mtime for path in (home / "backups").glob("*.backup")), default=0.0)
    if newest < (datetime.now().astimezone() - OLD).timestamp():
        yield _warning("W002", "Make one on a stick that is kept elsewhere: `jornal backup`.")


def _shut(home: Path) -> Iterator[CheckMessage]:
    """Whether secrets of the sign-in are their owner's alone, wherever the folder lies."""
    for name in (ACCOUNTS, KEY):
        path = home / name
        if os.name == "posix" and path.is_file() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield _error("E006", f"Take the others' rights away: chmod 600 {path}.")


@register(Tags.database)
def demo(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Whether the demo's setting stands in a register of the demo."""
    if "default" in (databases or ()) and settings.DEMO and not invented.wholly(Path(settings.HOME)):
        return [_warning("W003", "Take JORNAL_DEMO away; it changes nothing here.")]
    return []


@register(Tags.security)
def hosts(**_: Any) -> list[CheckMessage]:
    """Whether pages are given under known names only."""
    if "*" in settings.ALLOWED_HOSTS:
        return [_warning("W001", "Name the hosts in JORNAL_HOSTS, with commas.")]
    return []


@register(Tags.database)
def tables(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Whether the tables are those of this release and bear their guards."""
    return [message for alias in databases or () if alias == "default" for message in _tables(alias)]


def _tables(alias: str) -> Iterator[CheckMessage]:
    connection = connections[alias]
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes("jornal")):
            yield _error("E004", "Bring them up to date with `jornal init`.")
            return
        guard.check(connection)
    except guard.GuardMissing as fault:
        yield _error("E005", str(fault).removeprefix("Nothing was recorded: "))
    except DatabaseError as fault:
        yield _error("E003", f"{str(fault).strip().splitlines()[0]}. See that it runs, and DATABASE_URL.")


def _error(number: str, hint: str) -> CheckMessage:
    return checks.Error(SAYS[f"jornal.{number}"], hint=hint, id=f"jornal.{number}")


def _warning(number: str, hint: str) -> CheckMessage:
    return checks.Warning(SAYS[f"jornal.{number}"], hint=hint, id=f"jornal.{number}")
