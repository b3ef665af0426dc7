"""The file of a vault: broken ones told from foreign ones, nothing written over, one writer at a time."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from jornal.journal import vault, vaultfile
from jornal.journal.vaultfile import Damaged, NoVault, Unavailable, VaultExists
from jornal.journal.vaultlock import WrongPassphrase
from vaulted import CHEAP, NOK, PASSPHRASE, READER, ROSA, new, seeded, unlocked

MINTING = """
import sys
from pathlib import Path
from jornal.journal import vault
keys = vault.unlocked(Path(sys.argv[1]), sys.argv[2])
for number in range(15):
    keys.mint(f"Q{number}", f"{sys.argv[3]}{number}")
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new(tmp_path)


def test_a_vault_that_is_not_there_is_not_made_by_asking(tmp_path: Path):
    with pytest.raises(NoVault, match="There is no vault at"):
        vault.unlocked(tmp_path / "vault.sqlite3", PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("umask", [0, 0o22])
def test_only_its_owner_may_read_it(tmp_path: Path, umask: int):
    before = os.umask(umask)
    try:
        path = new(tmp_path)
        unlocked(path).mint(ROSA)
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == (0o600 if os.name == "posix" else 0o666)


@pytest.mark.parametrize("content", [b"my notes", b"SQLite format 3\0" + b"x" * 4080])
def test_a_file_that_is_there_is_never_written_over(tmp_path: Path, content: bytes):
    path = tmp_path / "vault.sqlite3"
    path.write_bytes(content)
    with pytest.raises(VaultExists, match="never written over"):
        vault.made(path, PASSPHRASE, cost=CHEAP)
    assert path.read_bytes() == content


def test_neither_are_a_vault_another_database_and_a_folder(tmp_path: Path, path: Path):
    other = tmp_path / "register.sqlite3"
    with closing(sqlite3.connect(other)) as db:
        db.execute("PRAGMA journal_mode = WAL").fetchone()
        db.execute("CREATE TABLE people (token TEXT)")
    before = other.read_bytes()
    for there in (path, other, tmp_path):
        with pytest.raises(VaultExists):
            vault.made(there, PASSPHRASE, cost=CHEAP)
    with pytest.raises(Damaged, match="its tables are not those of a vault"):
        vault.unlocked(other, PASSPHRASE)
    assert other.read_bytes() == before


def test_a_vault_half_made_can_be_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "vault.sqlite3"

    def full(_: object, __: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as broken:
        broken.setattr("jornal.journal.vaultlock.stored", full)
        with pytest.raises(OSError, match="disk full"):
            vault.made(path, PASSPHRASE, cost=CHEAP)
    with pytest.raises(Damaged):
        unlocked(path)
    vault.made(path, PASSPHRASE, cost=CHEAP)
    assert unlocked(path).tokens() == []


def test_a_file_cut_short_anywhere_is_damaged_and_not_a_wrong_passphrase(path: Path):
    unlocked(path).mint(*(f"Q{number}" for number in range(300)))
    whole = path.read_bytes()
    for kept in (100, 4096, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
        path.write_bytes(whole[:kept])
        with pytest.raises(Damaged, match=r"is damaged .* Put back a copy"):
            unlocked(path)


def test_bits_that_flipped_never_open_a_wrong_name_nor_fail_without_a_sentence(path: Path):
    keys = unlocked(path)
    keys.mint(ROSA)
    sealed = keys.seal(ROSA, "name", "Rosa")
    whole, chance = path.read_bytes(), seeded(4)
    wrong = []
    for _ in range(150):
        at = int.from_bytes(chance(4), "big") % len(whole)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << chance(1)[0] % 8]) + whole[at + 1 :])
        try:
            name = unlocked(path).opened(ROSA, "name", sealed, reader=READER)
        except WrongPassphrase:
            name = "a wrong passphrase"
        except vaultfile.VaultFault:
            continue
        if name != "Rosa":
            wrong.append(at)
    assert wrong == []


def test_a_table_or_guard_more_or_less_is_noticed(path: Path):
    for change in ("DROP TRIGGER readings_stay", "CREATE TABLE copies (wrapped BLOB)"):
        with closing(sqlite3.connect(path)) as db:
            db.execute(change)
        with pytest.raises(Damaged, match="its tables are not those of a vault"):
            vault.tokens(path)


def test_two_processes_minting_at_once_lose_nothing(path: Path):
    processes = [
        subprocess.Popen([sys.executable, "-c", MINTING, str(path), PASSPHRASE, letter]) for letter in "AB"
    ]
    assert [process.wait() for process in processes] == [0, 0]
    assert len(vault.tokens(path)) == 45


def test_a_vault_in_use_for_long_says_so(path: Path, monkeypatch: pytest.MonkeyPatch):
    keys = unlocked(path)
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *args, **more: connect(*args, **{**more, "timeout": 0.05}))
    with closing(connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match=r"cannot be used now \(database is locked\)"):
            keys.mint(NOK)
        other.execute("ROLLBACK")
    assert keys.mint(NOK) == 1


def test_what_fails_inside_a_change_changes_nothing(path: Path):
    def cut_short() -> None:
        with vaultfile.writing(path) as db:
            db.execute("INSERT INTO forgotten VALUES ('Q01F')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cut_short()
    with vaultfile.connected(path) as db:
        assert db.execute("SELECT count(*) FROM forgotten").fetchone() == (0,)
