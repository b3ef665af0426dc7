"""A computer that goes out while a backup is made, put back, or somebody forgotten."""

import signal
import sqlite3
from contextlib import closing

import pytest

import vaulted
from cutting import largest, run, spread
from databases import used
from jornal.actions import backup, backupkey, parcel
from jornal.actions.backup import back_up, checked
from jornal.journal import node, place, vault
from jornal.journal.verify import chain_faults
from lost import AT, SECRET, backed_up, bare, laptop, restored, shifts

IDENTITY = backupkey.identity(SECRET)
ALL, REST = sorted([vaulted.ROSA, vaulted.NOK, vaulted.ANA]), sorted([vaulted.NOK, vaulted.ANA])
EARLIER = AT.replace(hour=9)


@pytest.fixture
def here(sqlite):
    laptop(sqlite, names=True)
    vaulted.unlocked(sqlite.home / "vault.sqlite3").mint(vaulted.ROSA, vaulted.NOK, vaulted.ANA)
    shifts(1, 30)
    return sqlite


def whole_ones(folder, tmp_path):
    """Every file that looks like a backup is one: opened with the secret, and the names read through."""
    for path in folder.glob("*.backup"):
        assert checked(path, IDENTITY).entries == 31
    for number, path in enumerate(folder.glob("*.names")):
        copy = tmp_path / f"names{number}"
        with copy.open("wb") as file:
            parcel.opened(path, IDENTITY, file.write)
        assert len(vault.tokens(copy)) == 3


def test_killed_at_every_step_of_a_backup(here, tmp_path, monkeypatch):
    folder = here.home / "backups"

    def backing_up(say):
        back_up(here.home, folder, at=AT)
        say("done")

    steps = run(backing_up).steps
    for at in spread(steps, 30):
        for path in folder.iterdir():
            path.unlink()
        earlier = backed_up(here, EARLIER)
        cut = run(backing_up, at=at)
        assert cut.by == signal.SIGKILL
        assert earlier.path.exists()
        assert earlier.names.exists()
        whole_ones(folder, tmp_path)
    monkeypatch.setattr(backup, "STALE", -1)
    monkeypatch.setattr(parcel, "STALE", -1)
    backed_up(here)
    assert not list(here.home.glob(".backing-up-*"))
    assert not list(folder.glob("*.part"))


def test_killed_in_the_middle_of_what_a_backup_writes(here, tmp_path):
    folder = here.home / "backups"

    def little_room(size):
        place.found("cusco")  # the files beside the register are made before
        largest(size, kill=True)

    for size in (10, 200, 1500, 4000):
        backed_up(here, EARLIER)
        cut = run(
            lambda say: say(back_up(here.home, folder, at=AT)), before=lambda size=size: little_room(size)
        )
        assert cut.by == signal.SIGXFSZ
        assert list(folder.glob("*.part")) or list(here.home.glob(".backing-up-*"))
        whole_ones(folder, tmp_path)


def test_killed_at_every_step_of_forgetting(here, tmp_path):
    path = tmp_path / "vault.sqlite3"
    with closing(sqlite3.connect(here.home / "vault.sqlite3")) as db:
        (key,) = db.execute("SELECT wrapped FROM keys WHERE token = ?", [vaulted.ROSA]).fetchone()

    def forgetting(say):
        vault.forget(path, [vaulted.ROSA])
        say("forgotten")

    path.write_bytes((here.home / "vault.sqlite3").read_bytes())
    steps = run(forgetting).steps
    for at in spread(steps, 30):
        for left in tmp_path.glob("vault.sqlite3*"):
            left.unlink()
        path.write_bytes((here.home / "vault.sqlite3").read_bytes())
        cut = run(forgetting, at=at)
        assert cut.by == signal.SIGKILL
        assert vault.tokens(path) in ([ALL, REST] if not cut.said else [REST])
        vault.forget(path, [vaulted.ROSA])
        assert vault.tokens(path) == REST
        assert key not in path.read_bytes()


def test_killed_at_every_step_of_a_restore(here, tmp_path):
    made = backed_up(here)

    def restoring(home):
        return lambda say: say(restored(made.path, home, names=made.names).public_key)

    with bare("sqlite", tmp_path / "whole") as machine:
        steps = run(restoring(machine.home)).steps
    for at in [*spread(steps - 24, 3), *range(steps - 15, steps + 1, 3)]:  # the moves into place come last
        home = tmp_path / f"b{at}"
        with bare("sqlite", home) as machine:
            assert run(restoring(home), at=at).by == signal.SIGKILL
            if not (home / "register.sqlite3").exists():
                restored(made.path, home, names=made.names)
            with used(machine):
                assert chain_faults("cusco").faults == ()
                assert place.found("cusco").public_key == node.kept(home).public
            assert len(vault.tokens(home / "vault.sqlite3")) == 3
