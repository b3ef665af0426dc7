"""The vault: a key for each person whose name is sealed, shut by a passphrase, gone for good when forgotten."""

import os
from collections.abc import Iterable
from pathlib import Path

from jornal.journal import recovery, vaultlock
from jornal.journal.keys import Keys, Locked
from jornal.journal.seal import KEY, Cost, Random
from jornal.journal.vaultfile import begun, connected, sound
from jornal.journal.vaultlog import readings
from jornal.journal.vaultrows import FORM, AnotherVault, forget, identity, identity_in, tokens

__all__ = ["forget", "identity", "made", "needed", "readings", "tokens", "unlocked"]


def made(path: Path, passphrase: str, *, random: Random = os.urandom, cost: Cost | None = None) -> str:
    """Makes a vault and gives back its recovery code, to be printed once and kept elsewhere.

    Raises `WeakPassphrase`, and `VaultExists` where anything is at the path. Cut short, it leaves nothing
    that opens, and may be done again.
    """
    vaultlock.fit_for_use(passphrase)
    cost = cost or Cost()
    vault, master, code = random(16).hex(), random(KEY), recovery.new(random)
    secrets = {"passphrase": passphrase, "recovery": code}
    locks = [
        vaultlock.shut(vault, kind, secret, master=master, cost=cost, random=random)
        for kind, secret in secrets.items()
    ]
    with begun(path) as db:
        db.execute("INSERT INTO vault VALUES (?, ?)", (vault, FORM))
        for lock in locks:
            vaultlock.stored(db, lock)
    return code


def unlocked(
    path: Path,
    secret: str,
    *,
    of: str | None = None,
    forgotten: Iterable[str] = (),
    random: Random = os.urandom,
) -> Keys:
    """The keys, for the passphrase or the recovery code, once all `forgotten` people are forgotten here too.

    `of` is the vault that the register says is its own (`identity`). Raises `NoVault`, `Damaged`,
    `AnotherVault`, `WrongPassphrase`, or `Mistyped` for a recovery code with a slip in it.
    """
    sound(path)
    with connected(path) as db:
        vault, locks = identity_in(db, path), vaultlock.locks_of(db)
    if of not in (None, vault):
        raise AnotherVault(path)
    forget(path, forgotten)
    return Keys(path, vault, vaultlock.master_key(path, vault, locks, secret), random=random)


def needed(keys: Keys | None) -> Keys:
    """The keys; raises `Locked` where there are none."""
    if keys is None:
        raise Locked
    return keys
