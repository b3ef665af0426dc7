"""What a vault says of people while it is locked: who has a key, who was forgotten, and how a key is deleted."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from jornal.journal.vaultfile import Damaged, VaultFault, connected, scrub, to_scrub, writing

FORM = 1
"""The form of the vaults that this release makes."""

_MANY = 100  # from so many people on, reading all the keys at once is quicker


class NewerVault(VaultFault):
    """A vault in a form this release does not know."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "The vault at {path} was written by a newer jornal. Install that one.",
            path=path,
        )


class AnotherVault(VaultFault):
    """A vault that is not the one of this register."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "The vault at {path} belongs to another register. Put back the one of this register.",
            path=path,
        )


def identity(path: Path) -> str:
    """Which vault this is, for the register to write down; no secret, and known while locked."""
    with connected(path) as db:
        return identity_in(db, path)


def tokens(path: Path) -> list[str]:
    """Everybody who has a key, in order; known while locked."""
    with connected(path) as db:
        return [token for (token,) in db.execute("SELECT token FROM keys ORDER BY token")]


def forget(path: Path, tokens: Iterable[str]) -> None:
    """Deletes the keys of these people for good; needs no passphrase, and may be repeated.

    All or nothing: cut short, either nobody is forgotten or all are, and the next call wipes what the file
    may still show of their keys. Somebody without a key here gets none any more.
    """
    asked = set(tokens)
    with connected(path) as db:
        done = {token for (token,) in db.execute("SELECT token FROM forgotten")}
    if asked - done:
        with writing(path) as db:
            erase(db, asked)
    scrub(path)


def erase(db: sqlite3.Connection, tokens: Iterable[str]) -> None:
    """Deletes the keys of these people within a change; the file has to be scrubbed after it."""
    for token in sorted(set(tokens)):
        db.execute("INSERT OR IGNORE INTO forgotten VALUES (?)", (token,))
        db.execute("DELETE FROM keys WHERE token = ?", (token,))
    to_scrub(db)


def identity_in(db: sqlite3.Connection, path: Path) -> str:
    """Which vault this is; raises `Damaged` or `NewerVault`."""
    rows = db.execute("SELECT id, form FROM vault").fetchall()
    if len(rows) != 1:
        raise Damaged(path, "it does not say which vault it is")
    vault, form = rows[0]
    if form > FORM:
        raise NewerVault(path)
    return str(vault)


def wrapped_of(db: sqlite3.Connection, tokens: Iterable[str]) -> dict[str, bytes]:
    """The wrapped key of each of these people who has one."""
    asked = set(tokens)
    if len(asked) > _MANY:
        rows = db.execute("SELECT token, wrapped FROM keys").fetchall()
        return {token: wrapped for token, wrapped in rows if token in asked}
    one = "SELECT token, wrapped FROM keys WHERE token = ?"
    return dict(row for token in asked for row in db.execute(one, (token,)))


def is_forgotten(db: sqlite3.Connection, token: str) -> bool:
    """Whether a key of this person was deleted, or may never be made here."""
    return bool(db.execute("SELECT EXISTS (SELECT 1 FROM forgotten WHERE token = ?)", (token,)).fetchone()[0])
