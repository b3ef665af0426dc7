"""Who opened which names, when and what for: noted in the vault itself, readable while it is locked."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from jornal.journal.vaultfile import VaultFault, connected


class NoReader(VaultFault):
    """A reading that does not say who, what for or when."""

    def __init__(self) -> None:
        super().__init__(
            "Names are opened only for somebody, for a purpose, at a time in UTC. Give all three."
        )


@dataclass(frozen=True)
class Reader:
    """Who opens names (a staff token), what for (such as "payslips"), and when (an instant in any zone)."""

    by: str
    why: str
    at: datetime

    def __post_init__(self) -> None:
        if not self.by.strip() or not self.why.strip() or self.at.tzinfo is None:
            raise NoReader


@dataclass(frozen=True)
class Reading:
    """One opening of one or many names: tokens only, in order; `at` is UTC."""

    by: str
    why: str
    at: datetime
    tokens: tuple[str, ...]


def noted(db: sqlite3.Connection, reader: Reader, tokens: Iterable[str]) -> None:
    """Notes one opening. The same set of people is written down once, however often it is opened."""
    listed = json.dumps(sorted(set(tokens)))
    digest = sha256(listed.encode()).hexdigest()
    db.execute("INSERT OR IGNORE INTO groups VALUES (?, ?)", (digest, listed))
    at = reader.at.astimezone(UTC).isoformat(timespec="microseconds")
    db.execute(
        "INSERT INTO readings (at, by, why, who) VALUES (?, ?, ?, ?)",
        (at, reader.by, reader.why, digest),
    )


def readings(path: Path, of: str | None = None) -> list[Reading]:
    """Every opening in the order it was noted, or only those of one person; works while the vault is locked."""
    with connected(path) as db:
        rows = db.execute(
            "SELECT by, why, at, tokens FROM readings JOIN groups ON who = digest ORDER BY number"
        ).fetchall()
    all_of_them = [
        Reading(by, why, datetime.fromisoformat(at), tuple(json.loads(tokens)))
        for by, why, at, tokens in rows
    ]
    return [one for one in all_of_them if of is None or of in one.tokens]
