"""The vault's own file: its tables, how it is opened, how a deleted key is made to leave no trace, and its faults."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from jornal.units.said import Said

NAME = "vault.sqlite3"
"""The file beside the register, never in it and never in its backup."""

_MARK = 0x6A6F7276  # "jorv", in the header of the file
_TABLES = """
CREATE TABLE vault (id TEXT PRIMARY KEY, form INTEGER NOT NULL) STRICT;
CREATE TABLE locks (
    kind TEXT PRIMARY KEY CHECK (kind IN ('passphrase', 'recovery')),
    passes INTEGER NOT NULL, memory INTEGER NOT NULL,
    salt BLOB NOT NULL, wrapped BLOB NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE TABLE keys (token TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
CREATE TABLE forgotten (token TEXT PRIMARY KEY) STRICT;
CREATE TABLE groups (digest TEXT PRIMARY KEY, tokens TEXT NOT NULL) STRICT;
CREATE TABLE readings (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL,
    who TEXT NOT NULL REFERENCES groups
) STRICT;
CREATE TRIGGER no_key_after_forgetting BEFORE INSERT ON keys
WHEN EXISTS (SELECT 1 FROM forgotten WHERE token = NEW.token)
BEGIN SELECT RAISE(ABORT, 'a forgotten token gets no key again'); END;
CREATE TRIGGER keys_stay_as_made BEFORE UPDATE ON keys
BEGIN SELECT RAISE(ABORT, 'a key is made once'); END;
CREATE TRIGGER forgotten_stays BEFORE DELETE ON forgotten
BEGIN SELECT RAISE(ABORT, 'what is forgotten stays forgotten'); END;
CREATE TRIGGER readings_stay BEFORE DELETE ON readings
BEGIN SELECT RAISE(ABORT, 'readings are kept'); END;
CREATE TRIGGER readings_stay_as_noted BEFORE UPDATE ON readings
BEGIN SELECT RAISE(ABORT, 'readings are kept'); END;
"""


class VaultFault(Said):
    """Something the vault cannot do, or will not; its text is one sentence with the next step."""


class NoVault(VaultFault):
    """A path where no vault is."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "There is no vault at {path}. Put back a copy of it, or make a new one with `jornal init`.",
            path=path,
        )


class VaultExists(VaultFault):
    """A path where something is that may not be written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "{path} is there already and is never written over. Move it away first.",
            path=path,
        )


class Damaged(VaultFault):
    """A vault whose file is broken, cut short, or not as a vault is made."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            "The vault at {path} is damaged ({what}). Put back a copy of it; the passphrase stays the same.",
            path=path,
            what=what,
        )


class Unavailable(VaultFault):
    """A vault that is in use for long, on a full disk, or not readable; nothing was changed."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            "The vault at {path} cannot be used now ({what}). Close other programs that use it, see "
            "that the disk has room, and try again.",
            path=path,
            what=what,
        )


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection of its own to a vault that exists and has the tables of a vault; raises `VaultFault`.

    What is deleted is overwritten; the journal of a change is deleted, and its folder synced, with the
    commit.
    """
    if not path.is_file():
        raise NoVault(path)
    with plainly(path), closing(_connection(path)) as db:
        if _shape(db) != _expected():
            raise Damaged(path, "its tables are not those of a vault")
        db.execute("PRAGMA journal_mode = DELETE").fetchone()  # whatever was set, only now that it is ours
        yield db


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection on which all is done or nothing; others who write wait their turn."""
    with connected(path) as db, transaction(db):
        yield db


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of what is inside, or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def begun(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a new vault with empty tables, all or nothing; raises `VaultExists`, also in a race."""
    journal, *_ = beside(path)
    if path.is_dir() or (path.exists() and path.stat().st_size and not journal.exists()):
        raise VaultExists(path)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    private(path)
    with plainly(path), closing(_connection(path)) as db, transaction(db):
        if _shape(db)[1]:
            raise VaultExists(path)
        _lay_out(db)
        yield db


def sound(path: Path) -> None:
    """Nothing where every page of the file is in order; raises `Damaged`."""
    with connected(path) as db:
        db.execute("BEGIN")  # nobody may write between the two
        found = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
        pages = db.execute("PRAGMA page_count").fetchone()[0] * db.execute("PRAGMA page_size").fetchone()[0]
        size = path.stat().st_size
        db.execute("COMMIT")
    if found != "ok" or size != pages:
        raise Damaged(path, str(found) if found != "ok" else "its end is missing")


def to_scrub(db: sqlite3.Connection) -> None:
    """Notes, in the same change that deletes a key, that the file is to be rewritten."""
    db.execute(f"PRAGMA user_version = {_due(db) + 1}")


def scrub(path: Path) -> None:
    """Rewrites the file, where that is due, so that nothing deleted stands in any page of it.

    SQLite overwrites a deleted row, but a page that was laid out anew may keep an older picture of it. One
    that was cut short is done by the next.
    """
    with connected(path) as db:
        due = _due(db)
        if due:
            db.execute("VACUUM")
            with transaction(db):
                if _due(db) == due:  # else somebody has deleted meanwhile, and scrubs after us
                    db.execute("PRAGMA user_version = 0")


def private(path: Path) -> None:
    """Lets only its owner read a file, where the system knows of owners."""
    path.chmod(0o600)


def beside(path: Path) -> list[Path]:
    """The files that SQLite may leave beside a database; one of them could undo what is put in its place."""
    return [path.with_name(path.name + ending) for ending in ("-journal", "-wal", "-shm")]


def _due(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _lay_out(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA application_id = {_MARK}")
    statement = ""
    for line in _TABLES.splitlines():  # executescript would commit what is open
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


def _connection(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=20)
    try:
        for pragma in (
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "temp_store = MEMORY",  # a rewrite must not lay keys down in a temporary folder
            "secure_delete = ON",
            "synchronous = EXTRA",
        ):
            db.execute(f"PRAGMA {pragma}").fetchone()
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Nothing of its own: says what SQLite says as a fault of the vault."""
    try:
        yield
    except sqlite3.OperationalError as said:
        raise Unavailable(path, str(said)) from said
    except sqlite3.DatabaseError as said:
        raise Damaged(path, str(said)) from said


def _shape(db: sqlite3.Connection) -> tuple[int, tuple[tuple[str, str], ...]]:
    rows = db.execute("SELECT name, coalesce(sql, '') FROM sqlite_master ORDER BY name").fetchall()
    return db.execute("PRAGMA application_id").fetchone()[0], tuple(rows)


@cache
def _expected() -> tuple[int, tuple[tuple[str, str], ...]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        _lay_out(db)
        return _shape(db)
