"""The two locks of a vault: which secrets open them, and a broken lock told apart from a wrong passphrase."""

import sqlite3
from pathlib import Path

import pytest

from jornal.journal import vault
from jornal.journal.recovery import Mistyped
from jornal.journal.vaultfile import Damaged
from jornal.journal.vaultlock import WeakPassphrase, WrongPassphrase
from vaulted import CHEAP, PASSPHRASE, READER, ROSA, new, seeded, unlocked

NEXT = "nine loud kettles by night"


def change(path: Path, statement: str, *values: object) -> None:
    db = sqlite3.connect(path)
    db.execute(statement, values)
    db.commit()
    db.close()


@pytest.mark.parametrize(
    "passphrase", ["", "short words", "a b c d     ", "aaaaaaaaaaaaaaaa", "ababcdcdabab"]
)
def test_a_passphrase_that_can_be_guessed_is_refused(tmp_path: Path, passphrase: str):
    with pytest.raises(WeakPassphrase, match="at least 12 letters, 5 of them unlike"):
        vault.made(tmp_path / "vault.sqlite3", passphrase, cost=CHEAP)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("typed", [PASSPHRASE, f"  {PASSPHRASE} ", PASSPHRASE.replace(" ", "  ")])
def test_the_passphrase_opens(tmp_path: Path, typed: str):
    assert vault.unlocked(new(tmp_path), typed).tokens() == []


@pytest.mark.parametrize("typed", ["", PASSPHRASE.upper(), PASSPHRASE[:-1], PASSPHRASE + "!", "\udcff" * 12])
def test_another_passphrase_does_not(tmp_path: Path, typed: str):
    with pytest.raises(WrongPassphrase, match="neither the passphrase of this vault nor its recovery code"):
        vault.unlocked(new(tmp_path), typed)


def test_the_recovery_code_opens_and_a_slip_in_it_is_located(tmp_path: Path):
    path = tmp_path / "vault.sqlite3"
    code = vault.made(path, PASSPHRASE, random=seeded(), cost=CHEAP)
    other = vault.made(tmp_path / "other.sqlite3", PASSPHRASE, random=seeded(9), cost=CHEAP)
    vault.unlocked(path, code.lower()).mint(ROSA)
    assert unlocked(path).tokens() == [ROSA]
    with pytest.raises(Mistyped, match="Group 7"):
        vault.unlocked(path, code[:-1] + ("A" if code[-1] != "A" else "B"))
    with pytest.raises(WrongPassphrase):
        vault.unlocked(path, other)


def test_a_new_passphrase_opens_and_the_old_one_no_more(tmp_path: Path):
    path = new(tmp_path)
    keys = unlocked(path)
    keys.mint(ROSA)
    name = keys.seal(ROSA, "name", "Rosa")
    keys.change_passphrase(PASSPHRASE, NEXT, cost=CHEAP)
    assert vault.unlocked(path, NEXT).opened(ROSA, "name", name, reader=READER) == "Rosa"
    with pytest.raises(WrongPassphrase):
        vault.unlocked(path, PASSPHRASE)


def test_a_new_passphrase_needs_the_old_one_and_has_to_be_a_good_one(tmp_path: Path):
    path = new(tmp_path)
    with pytest.raises(WrongPassphrase):
        unlocked(path).change_passphrase("not the old one at all", NEXT, cost=CHEAP)
    with pytest.raises(WeakPassphrase):
        unlocked(path).change_passphrase(PASSPHRASE, "short", cost=CHEAP)
    assert unlocked(path).tokens() == []


def test_somebody_who_forgot_the_passphrase_sets_a_new_one_with_the_sheet(tmp_path: Path):
    path = tmp_path / "vault.sqlite3"
    code = vault.made(path, PASSPHRASE, random=seeded(), cost=CHEAP)
    vault.unlocked(path, code).change_passphrase(code, NEXT, cost=CHEAP)
    assert vault.unlocked(path, NEXT).tokens() == []


def test_a_new_sheet_opens_and_the_old_one_no_more(tmp_path: Path):
    path = tmp_path / "vault.sqlite3"
    old = vault.made(path, PASSPHRASE, random=seeded(), cost=CHEAP)
    new_code = unlocked(path).new_recovery(PASSPHRASE, cost=CHEAP)
    assert vault.unlocked(path, new_code).tokens() == []
    with pytest.raises(WrongPassphrase):
        vault.unlocked(path, old)


def test_the_old_lock_is_gone_from_the_file(tmp_path: Path):
    path = new(tmp_path)
    db = sqlite3.connect(path)
    old = [wrapped for (wrapped,) in db.execute("SELECT wrapped FROM locks")]
    db.close()
    keys = unlocked(path)
    keys.change_passphrase(PASSPHRASE, NEXT, cost=CHEAP)
    keys.new_recovery(NEXT, cost=CHEAP)
    assert [wrapped in path.read_bytes() for wrapped in old] == [False, False]


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE locks SET salt = zeroblob(16) WHERE kind = 'passphrase'",
        "UPDATE locks SET wrapped = zeroblob(72) WHERE kind = 'passphrase'",
        "UPDATE locks SET wrapped = zeroblob(3) WHERE kind = 'passphrase'",
        "UPDATE locks SET salt = zeroblob(3) WHERE kind = 'passphrase'",
        "UPDATE locks SET passes = 2 WHERE kind = 'passphrase'",
        "UPDATE locks SET memory = 99999999999 WHERE kind = 'passphrase'",
        "UPDATE locks SET wrapped = (SELECT wrapped FROM locks WHERE kind = 'recovery') WHERE kind = 'passphrase'",
        "DELETE FROM locks WHERE kind = 'passphrase'",
    ],
)
def test_a_broken_lock_is_not_called_a_wrong_passphrase_and_the_sheet_still_opens(tmp_path: Path, harm: str):
    path = tmp_path / "vault.sqlite3"
    code = vault.made(path, PASSPHRASE, random=seeded(), cost=CHEAP)
    change(path, harm)
    with pytest.raises(Damaged, match="locks are not as they were written"):
        vault.unlocked(path, PASSPHRASE)
    assert vault.unlocked(path, code).tokens() == []


def test_a_lock_of_another_vault_does_not_open_this_one(tmp_path: Path):
    (tmp_path / "b").mkdir()
    path, other = new(tmp_path), new(tmp_path / "b", seed=8)
    db = sqlite3.connect(other)
    rows = db.execute("SELECT salt, wrapped, digest FROM locks WHERE kind = 'passphrase'").fetchone()
    db.close()
    change(path, "UPDATE locks SET salt = ?, wrapped = ?, digest = ? WHERE kind = 'passphrase'", *rows)
    with pytest.raises(Damaged):
        vault.unlocked(path, PASSPHRASE)
