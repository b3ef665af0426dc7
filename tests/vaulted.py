"""A vault for tests: cheap to open, its chance seeded, its people invented."""

import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from jornal.journal import vault
from jornal.journal.keys import Keys
from jornal.journal.seal import Cost, Random
from jornal.journal.vaultlog import Reader

CHEAP = Cost(1, 8192)
PASSPHRASE = "seven quiet looms at noon"
ROSA, NOK, ANA = "Q01F", "C02P", "Q03A"
READER = Reader("S01", "payslips", datetime(2026, 10, 31, 17, 0, tzinfo=UTC))


def seeded(seed: int = 1) -> Random:
    return random.Random(seed).randbytes


def new(folder: Path, seed: int = 1) -> Path:
    path = folder / "vault.sqlite3"
    vault.made(path, PASSPHRASE, random=seeded(seed), cost=CHEAP)
    return path


def unlocked(path: Path, seed: int = 2) -> Keys:
    return vault.unlocked(path, PASSPHRASE, random=seeded(seed))


def wrapped(path: Path) -> dict[str, bytes]:
    """The key of each person as it stands in a vault, shut."""
    with closing(sqlite3.connect(path)) as db:
        return dict(db.execute("SELECT token, wrapped FROM keys").fetchall())
