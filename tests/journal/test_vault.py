"""The door of the vault: made once, unlocked with what was forgotten already gone, and only the register's own."""

from pathlib import Path

import pytest

from jornal.journal import vault
from jornal.journal.keys import Forgotten
from jornal.journal.vaultrows import AnotherVault
from vaulted import CHEAP, NOK, PASSPHRASE, READER, ROSA, new, seeded, unlocked


def test_a_vault_made_from_one_seed_gives_the_same_code_and_opens(tmp_path: Path):
    codes = [
        vault.made(tmp_path / name, PASSPHRASE, random=seeded(), cost=CHEAP)
        for name in ("a.sqlite3", "b.sqlite3")
    ]
    assert codes[0] == codes[1]
    assert vault.unlocked(tmp_path / "a.sqlite3", codes[1]).tokens() == []


def test_the_real_cost_is_paid_where_none_is_said(tmp_path: Path):
    path = tmp_path / "vault.sqlite3"
    code = vault.made(path, PASSPHRASE)
    assert vault.unlocked(path, PASSPHRASE).mint(ROSA) == 1
    assert vault.unlocked(path, code).tokens() == [ROSA]


def test_those_who_were_forgotten_are_gone_before_anybody_can_read(tmp_path: Path):
    path = new(tmp_path)
    keys = unlocked(path)
    keys.mint(ROSA, NOK)
    sealed = keys.seal(ROSA, "name", "Rosa")
    again = vault.unlocked(path, PASSPHRASE, forgotten=[ROSA, "Q77Y"])
    assert again.tokens() == [NOK]
    with pytest.raises(Forgotten):
        again.opened(ROSA, "name", sealed, reader=READER)


def test_the_vault_of_another_enterprise_is_not_opened_nor_changed(tmp_path: Path):
    (tmp_path / "other").mkdir()
    path, other = new(tmp_path), new(tmp_path / "other", seed=8)
    unlocked(other).mint(ROSA)
    with pytest.raises(AnotherVault, match="belongs to another register"):
        vault.unlocked(other, PASSPHRASE, of=vault.identity(path), forgotten=[ROSA])
    assert vault.tokens(other) == [ROSA]
    assert vault.unlocked(path, PASSPHRASE, of=vault.identity(path)).tokens() == []


def test_the_vault_holds_neither_a_name_nor_a_secret_in_the_open(tmp_path: Path):
    path = tmp_path / "vault.sqlite3"
    code = vault.made(path, PASSPHRASE, random=seeded(), cost=CHEAP)
    keys = unlocked(path)
    keys.mint(ROSA)
    keys.opened(ROSA, "name", keys.seal(ROSA, "name", "Rosa Quispe"), reader=READER)
    held = path.read_bytes()
    master, _ = keys._held()
    assert [said for said in (PASSPHRASE, code, "Rosa", "Quispe") if said.encode() in held] == []
    assert master not in held


def test_keys_that_are_needed_are_the_keys(tmp_path: Path):
    keys = unlocked(new(tmp_path))
    assert vault.needed(keys) is keys
