"""The power fails: what was written but not yet on the disk is gone, what was acknowledged is there.

Every acknowledged record is on the disk up to the length that SQLite's journal then had. What comes after that length
may be there, be missing, be zeros or be anything, page by page; and pages that were being carried over into the
register's file may be old, new or half of each.
"""

import random
import re
import shutil
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.db import connection

from databases import Database, used
from hands import hand
from jornal.facts.attendance import Shift
from jornal.journal import guard, place
from jornal.journal.guard import GuardMissing
from jornal.journal.record import record
from jornal.journal.verify import chain_faults
from lost import anybody, laptop, shift

FILE, JOURNAL, SHARED = "register.sqlite3", "register.sqlite3-wal", "register.sqlite3-shm"
PAGE = 4096
CHANCE = random.Random(3)

TAILS = {
    "gone": lambda _: b"",
    "zeros": lambda tail: bytes(len(tail)),
    "anything": lambda tail: CHANCE.randbytes(len(tail)),
    "cut short": lambda tail: tail[: len(tail) * 2 // 3],
    "only its end": lambda tail: bytes(len(tail) // 2) + tail[len(tail) // 2 :],
    "some pages": lambda tail: pieces(tail, lambda old: bytes(len(old))),
}


def pieces(some: bytes, lost) -> bytes:
    """Every second or so half page of it lost."""
    parts = [some[start : start + PAGE // 2] for start in range(0, len(some), PAGE // 2)]
    return b"".join(lost(part) if CHANCE.random() < 0.5 else part for part in parts)


def started_again(
    folder: Path, file: bytes, journal: bytes, shared: bytes = b""
) -> AbstractContextManager[Database]:
    folder.mkdir()
    (folder / FILE).write_bytes(file)
    (folder / JOURNAL).write_bytes(journal)
    if shared:
        (folder / SHARED).write_bytes(shared)
    return used(Database("sqlite", folder))


def recorded(sqlite, many: int) -> list[tuple[int, int]]:
    """Shifts acknowledged one by one, each with the length of the journal at that moment."""
    found = []
    for number in range(1, many + 1):
        record([shift(number)], "cusco", hand())
        found.append((number, (sqlite.home / JOURNAL).stat().st_size))
    return found


def there() -> list[int]:
    assert chain_faults("cusco").faults == ()
    guard.check(connection)
    return sorted(Shift.objects.values_list("number", flat=True))


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_what_was_acknowledged_is_there_whatever_became_of_the_rest(sqlite, tmp_path, tail):
    laptop(sqlite)
    sizes = recorded(sqlite, 8)
    file, journal, shared = ((sqlite.home / name).read_bytes() for name in (FILE, JOURNAL, SHARED))
    assert [size for _, size in sizes] == sorted({size for _, size in sizes})
    for number, size in sizes:
        left = journal[:size] + tail(journal[size:])
        with started_again(tmp_path / f"{number}", file, left, shared if number % 2 else b""):
            found = there()
            assert found == list(range(1, len(found) + 1))
            assert len(found) >= number
            for again in range(len(found) + 1, 10):
                record([shift(again)], "cusco", anybody())
            assert there() == list(range(1, 10))


@pytest.mark.parametrize("seed", range(4))
def test_the_power_fails_while_the_journal_is_carried_over_into_the_file(sqlite, tmp_path, seed):
    laptop(sqlite)
    recorded(sqlite, 30)
    before, journal = ((sqlite.home / name).read_bytes() for name in (FILE, JOURNAL))
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()[0] == 0
    after = (sqlite.home / FILE).read_bytes()
    assert after != before
    chance = random.Random(seed)
    old = before.ljust(len(after), b"\0")
    halves = range(0, len(after), PAGE // 2)
    mixed = b"".join((old if chance.random() < 0.5 else after)[start : start + PAGE // 2] for start in halves)
    with started_again(tmp_path / "again", mixed, journal):
        assert there() == list(range(1, 31))


def test_a_database_that_does_not_wait_for_the_disk_is_refused(sqlite):
    laptop(sqlite)
    for level in ("NORMAL", "OFF"):
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA synchronous={level}")
        with pytest.raises(GuardMissing, match="does not wait until what it writes is on the disk"):
            record([shift(1)], "cusco", hand())
    connection.close()
    assert record([shift(1)], "cusco", hand())[0].seq == place.found("cusco").seq == 2


PROGRAM = """
import django
django.setup()
from lost import anybody, shift
from jornal.journal.record import record
for number in range(1, 6):
    record([shift(number)], "cusco", anybody())
    print("acknowledged", number, flush=True)
"""


def test_the_disk_has_it_before_anybody_is_told(sqlite, tmp_path):
    laptop(sqlite)
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA synchronous").fetchone()[0] == 2  # FULL
        assert cursor.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    connection.close()
    steps = watched(sqlite, tmp_path)
    dirty, told = False, 0
    for step in steps:
        if "acknowledged" in step:
            assert not dirty, "a record was acknowledged before it was on the disk"
            told += 1
        elif JOURNAL in step:
            dirty = step.startswith("pwrite64")
    assert told == (5 if steps else 0)
    assert Shift.objects.count() == 5


def watched(sqlite, tmp_path) -> list[str]:
    """What a program that records asked of the system, in order; nothing where the system cannot be watched."""
    environment = {**sqlite.environment, "PYTHONPATH": str(Path(__file__).parent.parent)}
    program = [sys.executable, "-c", PROGRAM]
    trace = tmp_path / "trace"
    strace = shutil.which("strace")
    if strace and sys.platform == "linux":
        calls = "trace=pwrite64,fdatasync,fsync,write"
        whole = [strace, "-f", "-y", "-s", "40", "-e", calls, "-e", "signal=none", "-o", str(trace), *program]
        if subprocess.run(whole, env=environment, capture_output=True, check=False).returncode == 0:
            lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
            return [re.sub(r"^\d+\s+", "", line) for line in lines]
        trace.unlink(missing_ok=True)
    subprocess.run(program, env=environment, capture_output=True, check=True)
    return []
