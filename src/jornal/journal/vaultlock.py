"""The two locks of a vault, each holding the master key: one opens with the passphrase, one with the recovery code."""

import sqlite3
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from jornal.journal import recovery
from jornal.journal.seal import Cost, Random, Unopened, closed, reopened, stretched, tidied
from jornal.journal.vaultfile import Damaged, VaultFault

LEAST = 12
"""Letters that a passphrase has at least."""

_UNLIKE = 5
_SALT = 16


class WeakPassphrase(VaultFault):
    """A passphrase that can be guessed."""

    def __init__(self) -> None:
        super().__init__(
            "The passphrase needs at least {least} letters, {unlike} of them unlike. Four or five "
            "words that do not belong together are easy to keep.",
            least=LEAST,
            unlike=_UNLIKE,
        )


class WrongPassphrase(VaultFault):
    """A secret that opens neither lock of an undamaged vault."""

    def __init__(self) -> None:
        super().__init__(
            "That is neither the passphrase of this vault nor its recovery code. Capitals count. Try "
            "again, or use the code on the recovery sheet."
        )


class Lock(NamedTuple):
    """One way to the master key, as the vault stores it."""

    kind: str
    cost: Cost
    salt: bytes
    wrapped: bytes
    digest: bytes

    def about(self, vault: str) -> tuple[str, ...]:
        """What the master key was closed as: a lock fits one vault, one kind and one cost."""
        return ("jornal lock", vault, self.kind, *map(str, self.cost), self.salt.hex())

    def undamaged(self, vault: str) -> bool:
        """Whether it is as it was written: a broken disk is not a wrong passphrase."""
        return self.digest == self.digested(vault) and self.cost.bearable()

    def digested(self, vault: str) -> bytes:
        """The digest of all the rest."""
        return blake2b("\n".join((*self.about(vault), self.wrapped.hex())).encode(), digest_size=16).digest()


def fit_for_use(passphrase: str) -> str:
    """The passphrase; raises `WeakPassphrase`."""
    meant = tidied(passphrase)
    if len(meant) < LEAST or len(set(meant)) < _UNLIKE:
        raise WeakPassphrase
    return passphrase


def shut(vault: str, kind: str, secret: str, *, master: bytes, cost: Cost, random: Random) -> Lock:
    """A lock of this kind around the master key, with a salt of its own."""
    lock = Lock(kind, cost, random(_SALT), b"", b"")
    wrapped = closed(master, stretched(secret, lock.salt, cost), about=lock.about(vault), random=random)
    lock = lock._replace(wrapped=wrapped)
    return lock._replace(digest=lock.digested(vault))


def stored(db: sqlite3.Connection, lock: Lock) -> None:
    """Puts a lock into the vault in place of the one of its kind."""
    db.execute("DELETE FROM locks WHERE kind = ?", (lock.kind,))
    row = (lock.kind, *lock.cost, lock.salt, lock.wrapped, lock.digest)
    db.execute(
        "INSERT INTO locks (kind, passes, memory, salt, wrapped, digest) VALUES (?, ?, ?, ?, ?, ?)", row
    )


def locks_of(db: sqlite3.Connection) -> list[Lock]:
    """The locks of a vault."""
    rows = db.execute(
        "SELECT kind, passes, memory, salt, wrapped, digest FROM locks ORDER BY kind"
    ).fetchall()
    return [Lock(kind, Cost(passes, memory), *rest) for kind, passes, memory, *rest in rows]


def master_key(path: Path, vault: str, locks: Iterable[Lock], secret: str) -> bytes:
    """The master key, for the passphrase or the recovery code.

    Raises `WrongPassphrase`, `Mistyped` where a recovery code has a slip, and `Damaged` where nothing opens
    and a lock is not as it was written. Every try costs at least one stretching.
    """
    by_kind = {lock.kind: lock for lock in locks}
    whole = {kind: lock for kind, lock in by_kind.items() if lock.undamaged(vault)}
    if "passphrase" in whole and (key := _tried(whole["passphrase"], vault, secret)):
        return key
    if recovery.meant(secret):
        code = recovery.read(secret)
        if "recovery" in whole and (key := _tried(whole["recovery"], vault, code)):
            return key
    if len(whole) < 2:
        raise Damaged(path, "its locks are not as they were written")
    raise WrongPassphrase


def _tried(lock: Lock, vault: str, secret: str) -> bytes | None:
    try:
        return reopened(lock.wrapped, stretched(secret, lock.salt, lock.cost), about=lock.about(vault))
    except Unopened:
        return None
