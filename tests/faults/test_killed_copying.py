"""A computer that goes out while a backup is made, put back, or somebody forgotten."""

import signal
import sqlite3
from contextlib import closing
from datetime import date

import pytest

import databases
import vaulted
from cutting import believed, largest, points, run, spread
from databases import used
from jornal.actions import backup, backupkey, parcel
from jornal.actions.backup import back_up, checked
from jornal.facts.people import Forgotten
from jornal.journal import node, place, vault
from jornal.journal.vaultfile import NAME
from lost import AT, SECRET, backed_up, copied, empty, laptop, own, restored, shifts, sound
from offices import DAY, office
from peopled import do, names, opened, working

IDENTITY = backupkey.identity(SECRET)
ALL, REST = sorted([vaulted.ROSA, vaulted.NOK, vaulted.ANA]), sorted([vaulted.NOK, vaulted.ANA])
EARLIER = AT.replace(hour=9)


@pytest.fixture
def here(sqlite):
    laptop(sqlite, names=True)
    vaulted.unlocked(sqlite.home / NAME).mint(vaulted.ROSA, vaulted.NOK, vaulted.ANA)
    shifts(1, 30)
    return sqlite


def wrapped_keys(path, worker):
    """Her key as the vault holds it."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT wrapped FROM keys WHERE token = ?", [worker]).fetchone()


def whole_ones(folder, tmp_path):
    """Every file that looks like a backup is one: opened with the secret, and the names read through."""
    for path in folder.glob("*.backup"):
        assert checked(path, IDENTITY).entries == 31
    for number, path in enumerate(folder.glob("*.names")):
        copy = tmp_path / f"names{number}"
        with copy.open("wb") as file:
            parcel.opened(path, IDENTITY, file.write)
        assert len(vault.tokens(copy)) == 3


@points(30)
def test_killed_at_every_step_of_a_backup(here, tmp_path, monkeypatch, most):
    folder = here.home / "backups"

    def backing_up(say):
        back_up(here.home, folder, at=AT)
        say("done")

    steps = run(backing_up).steps
    for at in spread(steps, most):
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


@points(30)
def test_killed_at_every_step_of_forgetting(here, tmp_path, most):
    path = tmp_path / NAME
    (key,) = wrapped_keys(here.home / NAME, vaulted.ROSA)

    def forgetting(say):
        vault.forget(path, [vaulted.ROSA])
        say("forgotten")

    path.write_bytes((here.home / NAME).read_bytes())
    steps = run(forgetting).steps
    for at in spread(steps, most):
        for left in tmp_path.glob(f"{NAME}*"):
            left.unlink()
        path.write_bytes((here.home / NAME).read_bytes())
        cut = run(forgetting, at=at)
        assert cut.by == signal.SIGKILL
        assert vault.tokens(path) in ([ALL, REST] if not cut.said else [REST])
        vault.forget(path, [vaulted.ROSA])
        assert vault.tokens(path) == REST
        assert key not in path.read_bytes()


@points(20)
def test_killed_at_every_step_of_what_forgetting_records_and_deletes(sqlite, tmp_path, most):
    opened()
    keys = names(sqlite.home)
    worker = working(keys)
    do(office(day=DAY), "leave", {"worker": worker, "reason": "release"})
    at_headquarters = own(office("hq_operations", "H1", "", keys, date(2037, 1, 5)))
    (wrapped,) = wrapped_keys(sqlite.home / NAME, worker)

    def forgetting(say):
        do(at_headquarters, "forget", {"who": worker})
        say("forgotten")

    def at_a_copy(home):
        copy = copied(sqlite, home)
        keys.path = home / NAME
        return used(copy)

    with at_a_copy(tmp_path / "whole"):
        steps = run(forgetting).steps
    for at in spread(steps, most):
        with at_a_copy(tmp_path / f"b{at}"):
            cut = run(forgetting, at=at)
            assert cut.by == signal.SIGKILL
            gone = worker not in vault.tokens(keys.path)
            assert (
                Forgotten.objects.count() >= gone >= bool(cut.said)
            )  # nobody is gone without its being recorded
            forgetting(str)
            assert (Forgotten.objects.count(), worker in vault.tokens(keys.path), sound()) == (1, False, True)
            assert wrapped not in keys.path.read_bytes()


@points(3)
@pytest.mark.parametrize("vendor", databases.VENDORS)
def test_killed_at_every_step_of_a_restore(here, tmp_path, vendor, most):
    made = backed_up(here)

    def restoring(home):
        return lambda say: say(restored(made.path, home, names=made.names).public_key)

    with empty(vendor, tmp_path / "whole") as machine:
        steps = run(restoring(machine.home)).steps
    for at in spread(steps, most, last=18):  # the moves into place come last
        with empty(vendor, tmp_path / f"b{at}") as machine:
            assert run(restoring(machine.home), at=at).by == signal.SIGKILL
            if only_a_room(machine) and believed(at, most):
                continue  # the machine is as bare as it was: nothing ever reads a room that was left
            if not begun(machine):
                restored(made.path, machine.home, names=made.names)
            assert sound()
            assert place.found("cusco").public_key == node.kept(machine.home).public
            assert len(vault.tokens(machine.home / NAME)) == 3


def only_a_room(machine):
    """Whether a restore left nothing but the private folder in which it worked."""
    left = machine.home.iterdir() if machine.home.exists() else ()
    return all(path.name.startswith(".restoring-") for path in left) and not begun(machine)


def begun(machine):
    """Whether a machine holds a register."""
    return (machine.home / "register.sqlite3").exists() if machine.vendor == "sqlite" else place.books() != []
