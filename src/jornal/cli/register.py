"""The register as the command line works in it: who is at the desk, and the names when they are needed."""

import argparse
import errno
import getpass
import os
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from jornal.actions.office import Office
from jornal.facts.organisation import Site
from jornal.journal import node, vault
from jornal.journal.fact import Fact
from jornal.journal.guard import GuardMissing
from jornal.journal.hand import Hand
from jornal.journal.keys import Keys, Locked
from jornal.journal.node import NoNode
from jornal.journal.vaultfile import NAME
from jornal.reads.people import forgotten

Done = TypeVar("Done")
HEADQUARTERS = "hq"


class NobodyAtTheDesk(ValueError):
    """A record without the person or the role that makes it."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"Say who records this with --{what}. What is always the same may stand in {desk_file()}."
        )


class PassphraseWanted(ValueError):
    """Names needed where nobody can be asked for the passphrase."""

    def __init__(self) -> None:
        super().__init__(
            "This needs the names, and nobody can be asked for the passphrase here. "
            "Name a file that holds it with --passphrase."
        )


class BadWords(ValueError):
    """Words that are not field=value."""

    def __init__(self, word: str) -> None:
        super().__init__(
            f'"{word[:60]}" is not a field with its value. Write it as field=value, in quotes if it has spaces.'
        )


class Unreachable(ValueError):
    """A database that does not answer, or is not ready."""


def home() -> Path:
    """The folder of this node."""
    return Path(settings.HOME)


def desk_file() -> Path:
    """Where the person, role and site that are usual at this computer are kept."""
    return home() / "desk.toml"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of every command that records."""
    parser.add_argument("--by", help="who records this: the token of a member of staff")
    parser.add_argument("--role", help="in which role, such as site_manager")
    parser.add_argument("--site", help="at which site; hq is headquarters")
    parser.add_argument("--day", type=typed_day, help="the day to take for today, such as 2026-10-31")
    parser.add_argument(
        "--passphrase", type=Path, metavar="FILE", help="a file that holds the passphrase of the names"
    )


def of_workers(parser: argparse.ArgumentParser) -> None:
    """The arguments of a command that draws the papers of a month, for everybody or for some."""
    parser.add_argument("month", help="the month, such as 2026-10")
    parser.add_argument("--worker", action="append", default=[], help="only hers; may be given again")
    arguments(parser)


def typed_day(text: str) -> date:
    """A day as it is typed, for the parser."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day; write it as 2026-10-31") from None


def fields(words: Sequence[str]) -> dict[str, str]:
    """Typed words as a table; raises BadWords."""
    found = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise BadWords(word)
        found[name.strip().replace("-", "_")] = value
    return found


def office(told: argparse.Namespace) -> Office:
    """The desk at which a command works, its names locked. Raises NoNode, NobodyAtTheDesk."""
    key = node.kept(home())
    usual = desk()
    by, role = told.by or usual.get("by"), told.role or usual.get("role")
    if not by or not role:
        raise NobodyAtTheDesk("role" if by else "by")
    site = told.site if told.site is not None else usual.get("site", HEADQUARTERS)
    site = "" if site == HEADQUARTERS else site
    hand = Hand(str(by), str(role).replace("-", "_"), key)
    clock = today(site)
    return Office(hand, site, told.day or clock, clock=clock)


def desk() -> dict[str, Any]:
    """What is usual at this computer; nothing where no such file is."""
    try:
        return tomllib.loads(desk_file().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise Unreachable(
            f"{desk_file()} cannot be read: {fault}. Mend it, or remove it and say --by and --role."
        ) from None


def today(site: str) -> date:
    """Today where the site is; at headquarters, by this computer's clock."""
    found = Site.objects.current().filter(site=site).first() if site else None
    zone = ZoneInfo(found.zone) if found else None
    return datetime.now(zone).astimezone(zone).date()


def with_names(told: argparse.Namespace, work: Callable[[Office], Done]) -> Done:
    """What a piece of work gives back; it is asked again with the names open where it says that it needs them."""
    at = office(told)
    try:
        return work(at)
    except Locked:
        keys = unlocked(passphrase(told))
    try:
        return work(replace(at, keys=keys))
    finally:
        keys.lock()


def passphrase(told: argparse.Namespace) -> str:
    """The passphrase from the file that was named, or typed unseen. Raises PassphraseWanted."""
    if told.passphrase is not None:
        return str(told.passphrase.read_text(encoding="utf-8").splitlines()[0])
    if not sys.stdin.isatty():
        raise PassphraseWanted
    return getpass.getpass("Passphrase of the names: ")


def unlocked(secret: str) -> Keys:
    """The names of this register, open; who was forgotten anywhere is forgotten here first."""
    return vault.unlocked(home() / NAME, secret, forgotten=forgotten())


@contextmanager
def spoken() -> Iterator[None]:
    """Says what the database or its guards refuse as one sentence with the next step."""
    try:
        yield
    except GuardMissing as fault:
        raise Unreachable(str(fault)) from fault
    except ImproperlyConfigured as fault:
        raise Unreachable(
            f"PostgreSQL cannot be used here ({str(fault).splitlines()[0]}). Install it with `pip install jornal[hq]`."
        ) from fault
    except DatabaseError as fault:
        raise _plain(str(fault)) from fault


def _plain(says: str) -> Exception:
    if "no such table" in says or ("relation" in says and "does not exist" in says):
        return Unreachable(
            "The register has no tables yet, or older ones. Run `jornal init`, which makes them."
        )
    if "unable to open database file" in says:
        return NoNode(home())
    if "disk is full" in says:
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if "locked" in says:
        return Unreachable("Another program is writing into the register for long. Close it, then try again.")
    first = says.strip().splitlines()[0] if says.strip() else "it does not answer"
    return Unreachable(f"The register's database refuses: {first}. Nothing was recorded. Run `jornal audit`.")


def place(fact: Fact) -> str:
    """Where a fact stands: its book and its number there, "cusco 1041"."""
    return f"{fact.book} {fact.seq}"
