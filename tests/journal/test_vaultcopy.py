"""A vault carried away and put back: whole, still shut, and without those who were forgotten meanwhile."""

import os
from pathlib import Path

import pytest

from jornal.journal import vault, vaultcopy, vaultfile
from jornal.journal.keys import Forgotten
from jornal.journal.vaultfile import Damaged, NoVault, VaultExists
from jornal.journal.vaultlock import WrongPassphrase
from jornal.journal.vaultrows import erase
from vaulted import NOK, PASSPHRASE, READER, ROSA, new, unlocked, wrapped


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new(tmp_path)


def test_a_copy_holds_everybody_and_stays_shut(tmp_path: Path, path: Path):
    keys = unlocked(path)
    keys.mint(ROSA, NOK)
    sealed = keys.seal(ROSA, "name", "Rosa")
    out = vaultcopy.copied(path, tmp_path / "stick.sqlite3")
    with pytest.raises(WrongPassphrase):
        vault.unlocked(out, "another passphrase")
    assert unlocked(out).opened(ROSA, "name", sealed, reader=READER) == "Rosa"
    assert vault.identity(out) == vault.identity(path)
    assert os.name != "posix" or out.stat().st_mode & 0o777 == 0o600


def test_nobody_forgotten_meanwhile_comes_back(tmp_path: Path, path: Path):
    keys = unlocked(path)
    keys.mint(ROSA, NOK)
    sealed = {token: keys.seal(token, "name", token) for token in (ROSA, NOK)}
    out = vaultcopy.copied(path, tmp_path / "stick.sqlite3")
    secret = wrapped(out)[ROSA]
    home = tmp_path / "new laptop"
    home.mkdir()
    back = unlocked(vaultcopy.put_back(out, home / "vault.sqlite3", [ROSA]))
    with pytest.raises(Forgotten):
        back.opened(ROSA, "name", sealed[ROSA], reader=READER)
    assert back.opened(NOK, "name", sealed[NOK], reader=READER) == NOK
    assert not [file for file in home.iterdir() if secret in file.read_bytes()]


def test_the_key_of_a_forgotten_person_never_touches_the_disk(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
):
    unlocked(path).mint(ROSA)
    out = vaultcopy.copied(path, tmp_path / "stick.sqlite3")
    secret = wrapped(out)[ROSA]
    home = tmp_path / "home"
    home.mkdir()
    seen = []

    def synced(_: Path) -> None:
        seen.extend(secret in file.read_bytes() for file in home.iterdir())

    monkeypatch.setattr(vaultcopy, "_synced", synced)
    vaultcopy.put_back(out, home / "vault.sqlite3", [ROSA])
    assert seen
    assert not any(seen)


def test_an_old_copy_laid_over_the_vault_by_hand_forgets_again_when_it_is_unlocked(
    tmp_path: Path, path: Path
):
    keys = unlocked(path)
    keys.mint(ROSA)
    sealed = keys.seal(ROSA, "name", "Rosa")
    out = vaultcopy.copied(path, tmp_path / "stick.sqlite3")
    keys.forget(ROSA)
    out.replace(path)
    with pytest.raises(WrongPassphrase):
        vault.unlocked(path, "not the passphrase", forgotten=[ROSA])
    assert vault.tokens(path) == []
    with pytest.raises(Forgotten):
        vault.unlocked(path, PASSPHRASE, forgotten=[ROSA]).opened(ROSA, "name", sealed, reader=READER)


def test_a_copy_taken_before_the_wipe_was_done_holds_no_trace(tmp_path: Path, path: Path):
    unlocked(path).mint(*(f"Q{number}" for number in range(300)))
    secret = wrapped(path)
    with vaultfile.writing(path) as db:
        erase(db, secret)
    out = vaultcopy.copied(path, tmp_path / "stick.sqlite3")
    assert not [token for token, key in secret.items() if key in out.read_bytes()]


def test_nothing_is_written_over(tmp_path: Path, path: Path):
    out = vaultcopy.copied(path, tmp_path / "stick.sqlite3")
    for carry in (vaultcopy.copied, vaultcopy.put_back):
        with pytest.raises(VaultExists, match="Move it away first"):
            carry(path, out)
        with pytest.raises(VaultExists):
            carry(out, path)


def test_a_journal_left_behind_does_not_undo_what_is_put_back(tmp_path: Path, path: Path):
    unlocked(path).mint(ROSA)
    home = tmp_path / "home"
    home.mkdir()
    left = [home / f"vault.sqlite3{ending}" for ending in ("-journal", "-wal", ".part", ".part-journal")]
    for file in left:
        file.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(4096))
    vaultcopy.put_back(path, home / "vault.sqlite3", [])
    assert [file for file in left if file.exists()] == []
    assert vault.tokens(home / "vault.sqlite3") == [ROSA]


def test_a_copy_cut_short_is_not_put_back(tmp_path: Path, path: Path):
    unlocked(path).mint(*(f"Q{number}" for number in range(300)))
    out = vaultcopy.copied(path, tmp_path / "stick.sqlite3")
    out.write_bytes(out.read_bytes()[:-5000])
    with pytest.raises(Damaged):
        vaultcopy.put_back(out, tmp_path / "back.sqlite3")
    with pytest.raises(NoVault):
        vaultcopy.put_back(tmp_path / "none.sqlite3", tmp_path / "back.sqlite3")
    assert not (tmp_path / "back.sqlite3").exists()


@pytest.mark.parametrize("step", ["sound", "_synced", "erase"])
def test_a_putting_back_cut_short_puts_nothing_there_and_can_be_done_again(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch, step: str
):
    unlocked(path).mint(ROSA, NOK)
    place = tmp_path / "back.sqlite3"

    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(vaultcopy, step, power_cut)
        with pytest.raises(KeyboardInterrupt):
            vaultcopy.put_back(path, place, [ROSA])
    assert not place.exists()
    vaultcopy.put_back(path, place, [ROSA])
    assert vault.tokens(place) == [NOK]
