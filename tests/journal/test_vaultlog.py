"""Who opened which names: noted before they open, never erased, readable while the vault is locked."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from jornal.journal import vault
from jornal.journal.keys import Forgotten
from jornal.journal.vaultlog import NoReader, Reader, readings
from vaulted import ANA, NOK, READER, ROSA, new, unlocked


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new(tmp_path)


def test_each_opening_is_one_line_with_who_when_what_for_and_whose(path: Path):
    keys = unlocked(path)
    keys.mint(ROSA, NOK, ANA)
    sealed = [(token, "name", keys.seal(token, "name", "x")) for token in (ROSA, NOK, ANA)]
    later = datetime(2026, 11, 2, 15, tzinfo=timezone(timedelta(hours=7)))
    keys.opened(*sealed[1], reader=READER)
    keys.opened_many([*sealed, *sealed], reader=Reader("S02", "search", later))
    keys.lock()
    assert [(one.by, one.why, one.at, one.tokens) for one in readings(path)] == [
        ("S01", "payslips", READER.at, (NOK,)),
        ("S02", "search", datetime(2026, 11, 2, 8, tzinfo=UTC), (NOK, ROSA, ANA)),
    ]
    assert [one.why for one in vault.readings(path, of=ROSA)] == ["search"]


def test_sealing_is_not_reading_and_nobody_opened_is_no_line(path: Path):
    keys = unlocked(path)
    keys.mint(ROSA)
    keys.seal(ROSA, "name", "Rosa")
    assert keys.opened_many([], reader=READER) == []
    assert readings(path) == []


def test_a_try_that_fails_is_noted_too(path: Path):
    keys = unlocked(path)
    keys.mint(ROSA)
    sealed = keys.seal(ROSA, "name", "Rosa")
    keys.forget(ROSA)
    with pytest.raises(Forgotten):
        keys.opened(ROSA, "name", sealed, reader=READER)
    assert [one.tokens for one in readings(path)] == [(ROSA,)]


def test_the_same_people_are_written_down_once(path: Path):
    keys = unlocked(path)
    many = [f"Q{number}" for number in range(2000)]
    keys.mint(*many)
    texts = [(token, "name", "x") for token in many[:1500]]
    sealed = [(token, "name", text) for (token, *_), text in zip(texts, keys.seal_many(texts), strict=True)]
    keys.opened_many(sealed, reader=READER)
    size = path.stat().st_size
    for _ in range(40):
        keys.opened_many(sealed, reader=READER)
    assert path.stat().st_size - size < 20_000
    assert len(readings(path)) == 41


@pytest.mark.parametrize("statement", ["DELETE FROM readings", "UPDATE readings SET by = 'S09'"])
def test_a_line_is_not_erased_by_accident(path: Path, statement: str):
    keys = unlocked(path)
    keys.mint(ROSA)
    keys.opened(ROSA, "name", keys.seal(ROSA, "name", "Rosa"), reader=READER)
    db = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="readings are kept"):
        db.execute(statement)
    db.close()


@pytest.mark.parametrize("fields", [{"by": " "}, {"why": ""}, {"at": datetime(2026, 10, 31)}])  # noqa: DTZ001
def test_nobody_reads_without_name_purpose_and_time(fields: dict[str, object]):
    with pytest.raises(NoReader):
        replace(READER, **fields)
