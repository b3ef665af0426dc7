"""A vault carried elsewhere and put back: a copy stays shut, and nobody who was forgotten comes back with it."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from jornal.journal.vaultfile import VaultExists, beside, connected, plainly, sound
from jornal.journal.vaultrows import erase, identity_in

PART = ".part"
"""The ending of a copy that is not whole yet."""


def copied(path: Path, out: Path) -> Path:
    """Writes a consistent copy, also while others use the vault, reads it through, and gives back its path.

    It opens with the passphrase and the recovery code of this moment. Raises `VaultExists` where something
    is at `out`.
    """
    return _carried(path, out, ())


def put_back(copy: Path, path: Path, forgotten: Iterable[str] = ()) -> Path:
    """Puts a copy in place, without the keys of `forgotten` people at any moment, and gives back its path.

    Needs no passphrase. The copy itself still holds those keys: destroy it and make a new one. Raises
    `VaultExists` where something is at `path`, and `Damaged` for a copy that is not whole.
    """
    return _carried(copy, path, forgotten)


def _carried(path: Path, out: Path, forgotten: Iterable[str]) -> Path:
    """One vault carried to another place by way of memory, so that what is deleted never touches the disk."""
    if out.exists():
        raise VaultExists(out)
    sound(path)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        with connected(path) as db:
            identity_in(db, path)
            db.backup(memory)
        with plainly(path):
            erase(memory, forgotten)
            memory.execute("VACUUM")
            memory.execute("PRAGMA user_version = 0")
        _placed(memory, out)
    return out


def _placed(db: sqlite3.Connection, path: Path) -> None:
    """Writes a whole vault beside its place, reads it through, and moves it there in one step."""
    part = path.with_name(path.name + PART)
    for left in (part, *beside(part), *beside(path)):  # an old journal would undo what is put before it
        left.unlink(missing_ok=True)
    os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with plainly(part), closing(sqlite3.connect(part, isolation_level=None)) as target:
        target.execute("PRAGMA synchronous = EXTRA")
        db.backup(target)
    sound(part)
    _synced(part)
    part.replace(path)
    if os.name == "posix":
        _synced(path.parent)


def _synced(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
