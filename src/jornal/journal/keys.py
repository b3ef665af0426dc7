"""The keys of an unlocked vault: they seal a text for one person, open it again, and can be let go of."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from jornal.journal import recovery, vaultlock
from jornal.journal.seal import KEY, Cost, Random, Unopened, closed, reopened, sealed, unsealed
from jornal.journal.vaultfile import VaultFault, connected, scrub, to_scrub, writing
from jornal.journal.vaultlog import Reader, noted
from jornal.journal.vaultrows import AnotherVault, forget, identity_in, is_forgotten, tokens, wrapped_of

NAME = "name"
"""The field of what somebody is called."""


class Locked(VaultFault):
    """Names asked for while the vault is locked."""

    def __init__(self) -> None:
        super().__init__("The names are locked. Unlock them with the passphrase.")


class PersonFault(VaultFault):
    """A name that cannot be opened; `token` says whose."""

    def __init__(self, token: str, says: str, **facts: object) -> None:
        super().__init__(says, who=token, **facts)
        self.token = token


class Forgotten(PersonFault):
    """A person whose key was deleted for good."""

    def __init__(self, token: str) -> None:
        super().__init__(token, "{who} was forgotten: what was sealed cannot be opened again, by anybody.")


class NoKey(PersonFault):
    """A person of whom this vault knows nothing."""

    def __init__(self, token: str) -> None:
        super().__init__(
            token, "The vault has no key for {who}. It may be an older copy: put back the newest one."
        )


class KeyAltered(PersonFault):
    """A key in the vault that is not as it was made, or is that of another person."""

    def __init__(self, token: str) -> None:
        super().__init__(token, "The key of {who} in the vault was changed. Put back a copy of the vault.")


class Altered(PersonFault):
    """A sealed text that was changed, or moved from another person or field."""

    def __init__(self, token: str, field: str) -> None:
        self.field = field
        super().__init__(
            token,
            "The sealed {field} of {who} was changed, or is that of somebody else. "
            "Run `jornal audit`, and record it again.",
            field=field,
        )


class Keys:
    """An unlocked vault. Holds the master key in memory until `lock`, and no connection between calls."""

    def __init__(self, path: Path, vault: str, master: bytes, *, random: Random) -> None:
        self.path = path
        self._vault = vault
        self._random = random
        self._master: bytes | None = master
        self._known: dict[tuple[str, bytes], bytes] = {}
        self._read: dict[str, tuple[str, bytes, str]] = {}

    def __reduce__(self) -> str:
        """Never pickled: keys do not leave the memory of their process."""
        raise Locked

    def lock(self) -> None:
        """Lets go of all keys; every later call raises `Locked`."""
        self._master, self._known, self._read = None, {}, {}

    def mint(self, *tokens: str) -> int:
        """Makes a key for each person who has none, and gives back how many; raises `Forgotten` or `AnotherVault`."""
        master, _ = self._held()
        with writing(self.path) as db:
            if identity_in(db, self.path) != self._vault:  # put in place since these keys were unlocked
                raise AnotherVault(self.path)
            has = wrapped_of(db, tokens)
            new = [token for token in dict.fromkeys(tokens) if token not in has]
            for token in new:
                if is_forgotten(db, token):
                    raise Forgotten(token)
                key = closed(self._random(KEY), master, about=self._about(token), random=self._random)
                db.execute("INSERT INTO keys VALUES (?, ?)", (token, key))
        return len(new)

    def seal(self, token: str, field: str, text: str) -> str:
        """The text sealed for one person and one field; opens only there, and not after the person is forgotten."""
        return self.seal_many([(token, field, text)])[0]

    def seal_many(self, texts: Sequence[tuple[str, str, str]]) -> list[str]:
        """Each (token, field, text) sealed, in order; raises `Forgotten`, `NoKey` or `KeyAltered`."""
        with connected(self.path) as db:
            keys = self._keys(db, [token for token, _, _ in texts])
        done = []
        for token, field, text in texts:
            key = keys[token]
            if isinstance(key, PersonFault):
                raise key
            done.append(sealed(text, key, about=_place(token, field), random=self._random))
        return done

    def opened(self, token: str, field: str, text: str, *, reader: Reader) -> str:
        """The text of one person, noted in the log of readings first.

        Raises `Forgotten`, `NoKey`, `KeyAltered` or `Altered`.
        """
        found = self.opened_many([(token, field, text)], reader=reader)[0]
        if isinstance(found, PersonFault):
            raise found
        return found

    def opened_many(
        self, texts: Sequence[tuple[str, str, str]], *, reader: Reader
    ) -> list[str | PersonFault]:
        """Each (token, field, sealed text) opened, in order, or the fault that stops it; one line in the log."""
        self._held()
        if not texts:
            return []
        tokens = [token for token, _, _ in texts]
        with writing(self.path) as db:
            noted(db, reader, tokens)
            keys = self._keys(db, tokens)
        return [self._opened(keys[token], token, field, text) for token, field, text in texts]

    def forget(self, *tokens: str) -> None:
        """Deletes the keys of these people for good, and lets go of them here."""
        self._held()
        self._known, self._read = {}, {}
        forget(self.path, tokens)

    def tokens(self) -> list[str]:
        """Everybody who has a key, in order."""
        return tokens(self.path)

    def change_passphrase(self, old: str, new: str, *, cost: Cost | None = None) -> None:
        """Shuts the vault with a new passphrase; the recovery code stays.

        `old` may be the recovery code. Raises `WrongPassphrase` or `WeakPassphrase`. A copy made before
        still opens with the old one.
        """
        self._shut("passphrase", old, vaultlock.fit_for_use(new), cost)

    def new_recovery(self, secret: str, *, cost: Cost | None = None) -> str:
        """A new recovery code to print; the one before opens no more. Raises `WrongPassphrase`."""
        code = recovery.new(self._random)
        self._shut("recovery", secret, code, cost)
        return code

    def _shut(self, kind: str, secret: str, new: str, cost: Cost | None) -> None:
        self._held()
        with connected(self.path) as db:
            locks = vaultlock.locks_of(db)
        master = vaultlock.master_key(self.path, self._vault, locks, secret)
        lock = vaultlock.shut(self._vault, kind, new, master=master, cost=cost or Cost(), random=self._random)
        with writing(self.path) as db:
            vaultlock.stored(db, lock)
            to_scrub(db)
        scrub(self.path)

    def _opened(self, key: bytes | PersonFault, token: str, field: str, text: str) -> str | PersonFault:
        """A text opened. Names stay in memory with the keys: a search goes through all of them, letter by letter."""
        if isinstance(key, PersonFault):
            self._read.pop(token, None)
            return key
        before = self._read.get(token) if field == NAME else None
        if before is not None and before[:2] == (text, key):
            return before[2]
        try:
            said = unsealed(text, key, about=_place(token, field))
        except Unopened:
            return Altered(token, field)
        if field == NAME:
            self._read[token] = (text, key, said)
        return said

    def _held(self) -> tuple[bytes, dict[tuple[str, bytes], bytes]]:
        if self._master is None:
            raise Locked
        return self._master, self._known

    def _about(self, token: str) -> tuple[str, ...]:
        return ("jornal key", self._vault, token)

    def _keys(self, db: sqlite3.Connection, tokens: Iterable[str]) -> dict[str, bytes | PersonFault]:
        """The key of each person as the file holds it now, so that what another process forgot is forgotten."""
        master, known = self._held()
        asked = set(tokens)
        wrapped = wrapped_of(db, asked)
        keys: dict[str, bytes | PersonFault] = {}
        for token in asked:
            content = wrapped.get(token)
            if content is None:
                keys[token] = Forgotten(token) if is_forgotten(db, token) else NoKey(token)
                continue
            kept = (token, content)
            try:
                if kept not in known:
                    known[kept] = reopened(content, master, about=self._about(token))
                keys[token] = known[kept]
            except Unopened:
                keys[token] = KeyAltered(token)
        return keys


def _place(token: str, field: str) -> tuple[str, ...]:
    return ("jornal text", token, field)
