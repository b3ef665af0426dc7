"""A register out of a backup, on a bare machine: proved, under a new key, in a new epoch, and in place in one step."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import DataError, IntegrityError, connection, connections, models, transaction
from pyrage.x25519 import Identity

from jornal.actions import backupkey, filed, parcel
from jornal.actions.backup import REGISTER, room
from jornal.actions.copybook import AT_ONCE, Contents, NotABackup, Reading
from jornal.facts.people import Forgotten
from jornal.facts.told import TellingWithdrawn
from jornal.journal import books, guard, insert, node, vault, vaultcopy, vaultfile
from jornal.journal.canon import UnknownKind, fact_from
from jornal.journal.entry import Entry, Head
from jornal.journal.faults import Fault
from jornal.journal.hand import Hand, utc_now
from jornal.journal.opening import Opening
from jornal.journal.receive import receive
from jornal.journal.verify import chain_faults
from jornal.reads.people import forgotten, voices

Held = tuple[str, Sequence[tuple[int, str]], Sequence[Head]]
GONE = {Forgotten.KIND: "who", TellingWithdrawn.KIND: "voice"}
"""Kinds that say that a key is deleted, with the column that names it."""
_ROOM = ".restoring-"
_BUILD = (
    "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON; PRAGMA cache_size=-64000"
)
"""While a file is built that is thrown away whole if anything goes wrong, nothing waits for the disk."""


class RegisterThere(ValueError):
    """A place that holds a register already."""

    def __init__(self, where: object) -> None:
        super().__init__(
            f"{where} holds a register, and nothing is ever put over one. Move it away first, or restore elsewhere."
        )


class NotProved(ValueError):
    """A backup whose books do not stand."""

    def __init__(self, faults: list[Fault]) -> None:
        more = f" And {len(faults) - 1} more." if len(faults) > 1 else ""
        super().__init__(
            f"Nothing was restored. {faults[0]}{more} Take an older backup, or put this one back as it stands "
            "with --as-it-stands, and tell headquarters."
        )


class NoOwner(ValueError):
    """An empty PostgreSQL database whose owner is not known."""

    def __init__(self) -> None:
        super().__init__(
            "The database has no tables yet. Set DATABASE_OWNER_URL, so that its owner can make them."
        )


@dataclass(frozen=True)
class Asked:
    """What is to be restored, where to, and by whom.

    `names` is the copy of the vault, `forgotten` who was forgotten after the backup was made, as headquarters knows.
    `held` is what others hold of a book beyond the backup: its places with their texts, and its signed heads. It has
    to come in before the book is opened anew, or else they would refuse what is written here.
    """

    file: Path
    home: Path
    secret: str
    by: str
    role: str = "site_manager"
    names: Path | None = None
    forgotten: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()
    as_it_stands: bool = False
    clock: Callable[[], datetime] = utc_now
    random: Callable[[int], bytes] = os.urandom


@dataclass(frozen=True)
class Restored:
    """What was restored. `opened` are the books this computer writes from now on, under the key `public_key`.

    `pictures` counts those that were put back; `damaged` are sealed ones that do not open.
    """

    contents: Contents
    opened: tuple[str, ...]
    public_key: str
    forgotten: tuple[str, ...]
    names: bool
    faults: tuple[Fault, ...]
    pictures: int = 0
    damaged: tuple[Path, ...] = ()


def restore(asked: Asked) -> Restored:
    """Makes a register of a backup and gives back what it reaches; killed in the middle, there is none.

    Raises RegisterThere, NotASecret, NotOpened, NotWhole, NotABackup, NewerBackup, NotProved, NoOwner, VaultFault.
    """
    identity = backupkey.identity(asked.secret)
    _refuse(asked.home)
    asked.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with room(asked.home, _ROOM) as inside:
        file = connections.settings["default"]["ENGINE"].endswith("sqlite3")
        found = (_in_a_file if file else _on_a_server)(asked, identity, inside)
    pictures, damaged = filed.put_back(asked.file.parent, asked.home, identity)
    return replace(found, pictures=pictures, damaged=tuple(damaged))


def forgotten_in(path: Path, identity: Identity) -> list[str]:
    """Who was forgotten, from another source: a later backup, or a text with one token on each line."""
    if path.suffix != REGISTER:
        return path.read_text(encoding="utf-8").split()
    found: list[str] = []

    def look(entry: Entry) -> None:
        body = json.loads(entry.body)
        if body["kind"] in GONE:
            found.append(body["is"][GONE[body["kind"]]])

    reading = Reading(look)
    parcel.opened(path, identity, reading.take)
    reading.whole()
    return found


@contextmanager
def pointed(settings: dict[str, Any]) -> Iterator[None]:
    """Django's default database is another one, in this thread, until the end."""
    before = connections.settings["default"]
    _point(settings)
    try:
        yield
    finally:
        _point(before)


def _point(settings: dict[str, Any]) -> None:
    with suppress(AttributeError):
        connections["default"].close()
        del connections["default"]
    connections.settings["default"] = connections.configure_settings({"default": dict(settings)})["default"]


def _refuse(home: Path) -> None:
    """Raises RegisterThere where anything was recorded."""
    settings = connections.settings["default"]
    if settings["ENGINE"].endswith("sqlite3"):
        if (home / "register.sqlite3").exists():
            raise RegisterThere(home)
    elif _tables() and Entry.objects.exists():
        raise RegisterThere(f"The database {settings['NAME']}")


def _tables() -> bool:
    return Entry._meta.db_table in connection.introspection.table_names()  # noqa: SLF001


def _in_a_file(asked: Asked, identity: Identity, inside: Path) -> Restored:
    usual = {**connections.settings["default"], "NAME": inside / "register.sqlite3"}
    building = {**usual, "OPTIONS": {**usual["OPTIONS"], "init_command": _BUILD}}
    with pointed(building):
        guard.migrated("default")
        with transaction.atomic():
            contents, faults = _loaded(asked, identity)
    with pointed(usual):
        found = _begun(asked, identity, inside, (contents, faults))
    parcel.synced(inside / "register.sqlite3")
    _moved(inside, asked.home, last="register.sqlite3")
    return found


def _on_a_server(asked: Asked, identity: Identity, inside: Path) -> Restored:
    role = connections.settings["default"]["USER"]
    if "owner" in connections.settings:
        with pointed(connections.settings["owner"]):
            guard.migrated("default", role)
    elif not _tables():
        raise NoOwner
    with transaction.atomic():
        found = _begun(asked, identity, inside, _loaded(asked, identity))
        _moved(
            inside, asked.home
        )  # before the commit: a register whose key is lost could not be written any more
    return found


def _loaded(asked: Asked, identity: Identity) -> tuple[Contents, list[Fault]]:
    """Everything into the empty tables, then every chain, head and signature held against each other as it stands."""
    entries: list[Entry] = []
    rows: list[models.Model] = []

    def take(entry: Entry) -> None:
        entries.append(entry)
        if len(entries) >= AT_ONCE:
            _put(entries, lenient=asked.as_it_stands)

    reading = Reading(take, rows.append)
    try:
        parcel.opened(asked.file, identity, reading.take)
        contents = reading.whole()
        _put(entries, lenient=asked.as_it_stands)
        insert.rows(rows)
    except (DataError, IntegrityError) as fault:
        raise NotABackup(f"the database refused a row of it: {fault}") from fault
    faults = [fault for one in contents.books for fault in chain_faults(one.book).faults]
    if faults and not asked.as_it_stands:
        raise NotProved(faults)
    return contents, faults


def _put(entries: list[Entry], *, lenient: bool) -> None:
    """Some entries with the facts that they are, and none of them left in the list."""
    found: list[models.Model] = []
    for entry in entries:
        try:
            fact = fact_from(json.loads(entry.body))
        except UnknownKind:
            raise
        except (ValueError, TypeError, LookupError) as fault:
            if not lenient:
                raise NotABackup(f"entry {entry.seq} of {entry.book} is no record") from fault
        else:
            entry.kind = fact.KIND
            found.append(fact)
    insert.rows([*found, *entries])
    entries.clear()


def _begun(asked: Asked, identity: Identity, inside: Path, loaded: tuple[Contents, list[Fault]]) -> Restored:
    """The new key, and a new epoch of each book that the lost computer wrote; the vault without who was forgotten."""
    contents, faults = loaded
    for book, entries, heads in asked.held:
        receive(book, entries, heads)
    own = node.made(inside, asked.random(32))
    hand = Hand(asked.by, asked.role, own, asked.clock, asked.random)
    writers = dict(Opening.objects.order_by("epoch").values_list("opened", "public_key"))
    opened = tuple(book for book, key in sorted(writers.items()) if key == contents.node)
    for book in opened:
        books.next_epoch(book, "restored", hand)
    backupkey.keep(inside, str(identity.to_public()))
    gone = {*forgotten(), *asked.forgotten, *voices(asked.forgotten)}
    there = _names(asked, identity, inside, gone)
    return Restored(contents, opened, own.public, tuple(sorted(gone)), there, tuple(faults))


def _names(asked: Asked, identity: Identity, inside: Path, gone: Iterable[str]) -> bool:
    """Whether there is a vault. One that lies in the folder is newer than any copy, so it stays."""
    path = asked.home / vaultfile.NAME
    if path.exists():
        vault.forget(path, gone)
        return True
    if asked.names is None:
        return False
    copy = inside / "names.copy"
    with copy.open("wb") as file:
        parcel.opened(asked.names, identity, file.write)
    vaultcopy.put_back(copy, inside / vaultfile.NAME, gone)
    _wiped(copy)
    return True


def _wiped(path: Path) -> None:
    """Removes a file after writing over it: it still held the keys of those who were forgotten."""
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def _moved(inside: Path, home: Path, last: str = "") -> None:
    """Every file into its place, the register last: until then the folder holds none, whenever it is cut short.

    What stood there of a register that is gone is set aside first: SQLite would play an old journal into the new file.
    """
    left = [home / name for name in ("node.key", "register.sqlite3-wal", "register.sqlite3-shm")]
    if any(path.exists() for path in left):
        aside = Path(f"{inside}-before".replace(_ROOM, "before-"))
        aside.mkdir(mode=0o700)
        for path in left:
            if path.exists():
                path.replace(aside / path.name)
    for path in sorted(inside.iterdir(), key=lambda path: path.name == last):
        parcel.synced(path)
        path.replace(home / path.name)
    parcel.synced(home)
