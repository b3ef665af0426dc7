"""Forgetting: the key is gone from every byte of the file, all or nothing, whenever the process dies."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from jornal.journal import vault, vaultfile
from jornal.journal.keys import Forgotten
from jornal.journal.vaultfile import Damaged
from jornal.journal.vaultrows import NewerVault, erase, forget, identity, tokens
from vaulted import NOK, READER, ROSA, new, unlocked, wrapped

DYING = """
import os, sqlite3, sys
from pathlib import Path
from jornal.journal import vaultfile
from jornal.journal.vaultrows import forget
left = int(sys.argv[2])
def count(statement):
    global left
    left -= 1
    if left == 0:
        os._exit(9)
opening = vaultfile._connection
def watched(path):
    db = opening(path)
    db.set_trace_callback(count)
    return db
vaultfile._connection = watched
forget(Path(sys.argv[1]), sys.argv[3:])
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new(tmp_path)


def all_bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


def test_the_key_of_a_forgotten_person_is_in_no_byte_of_the_folder(path: Path):
    keys = unlocked(path)
    people = [f"Q{number:03}" for number in range(600)]
    for some in (people[:200], people[200:400], people[400:]):
        keys.mint(*random.Random(3).sample(some, len(some)))
    before = wrapped(path)
    assert all(key in all_bytes(path.parent) for key in before.values())
    gone = people[::2]
    for some in (gone[:3], gone[3:150], gone[150:]):
        keys.forget(*some)
    left = all_bytes(path.parent)
    assert [token for token in gone if before[token] in left] == []
    assert [token for token in people[1::2] if before[token] not in left] == []


def test_forgetting_needs_no_passphrase_and_may_be_repeated(path: Path):
    unlocked(path).mint(ROSA, NOK)
    for _ in range(3):
        forget(path, [ROSA])
    assert tokens(path) == [NOK]


def test_forgetting_nobody_new_does_not_write(path: Path):
    unlocked(path).mint(ROSA)
    forget(path, [ROSA])
    before = path.read_bytes()
    forget(path, [ROSA])
    forget(path, [])
    assert path.read_bytes() == before


def test_somebody_forgotten_before_the_key_came_gets_none(path: Path):
    forget(path, [ROSA])
    with pytest.raises(Forgotten):
        unlocked(path).mint(ROSA)


def test_a_forgetting_cut_short_is_all_or_nothing_and_the_next_one_leaves_no_trace(tmp_path: Path):
    outcomes = []
    for point in range(1, 60):
        folder = tmp_path / str(point)
        folder.mkdir()
        path = new(folder)
        keys = unlocked(path)
        keys.mint(ROSA, NOK)
        names = {token: keys.seal(token, "name", token) for token in (ROSA, NOK)}
        secret = wrapped(path)
        command = [sys.executable, "-c", DYING, str(path), str(point), ROSA, NOK]
        ended = subprocess.run(command, check=False, capture_output=True)
        left = tokens(path)
        assert left in ([], sorted([ROSA, NOK]))
        if left:
            assert [
                unlocked(path).opened(token, "name", names[token], reader=READER) for token in left
            ] == left
        forget(path, [ROSA, NOK])
        assert not [token for token, key in secret.items() if key in all_bytes(folder)]
        outcomes.append((ended.returncode, len(left)))
        if ended.returncode == 0:
            break
    assert outcomes[-1] == (0, 0)
    assert {(9, 2), (9, 0)} <= set(outcomes)  # killed before the commit, and after it


def test_a_wipe_that_was_cut_short_is_done_at_the_next_unlocking(path: Path):
    unlocked(path).mint(ROSA)
    with vaultfile.writing(path) as db:
        erase(db, [ROSA])
    unlocked(path)
    with vaultfile.connected(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (0,)


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("INSERT INTO keys VALUES ('Q01F', x'00')", "a forgotten token gets no key again"),
        ("UPDATE keys SET token = 'Q01F'", "a key is made once"),
        ("DELETE FROM forgotten", "what is forgotten stays forgotten"),
    ],
)
def test_the_file_itself_refuses_what_would_undo_it(path: Path, statement: str, says: str):
    unlocked(path).mint(ROSA, NOK)
    forget(path, [ROSA])
    with closing(sqlite3.connect(path)) as db, pytest.raises(sqlite3.IntegrityError, match=says):
        db.execute(statement)


def test_a_vault_says_which_it_is_and_that_stays(tmp_path: Path, path: Path):
    (tmp_path / "b").mkdir()
    first = identity(path)
    unlocked(path).mint(ROSA)
    assert identity(path) == first == vault.identity(path)
    assert identity(new(tmp_path / "b", seed=8)) != first


@pytest.mark.parametrize(
    ("harm", "fault"),
    [("UPDATE vault SET form = 2", NewerVault), ("DELETE FROM vault", Damaged)],
)
def test_a_vault_of_another_form_is_left_alone(path: Path, harm: str, fault: type[Exception]):
    with closing(sqlite3.connect(path)) as db:
        db.execute(harm)
        db.commit()
    with pytest.raises(fault):
        unlocked(path)
