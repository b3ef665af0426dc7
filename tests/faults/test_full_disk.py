"""The disk is full: one sentence, nothing half, and work goes on once there is room."""

import errno

import pytest

from cutting import largest, roomy, run
from jornal.actions import backupkey
from jornal.actions.backup import back_up, checked
from jornal.cli import register
from jornal.facts.attendance import Shift
from jornal.journal import place
from jornal.journal.record import record
from jornal.journal.verify import chain_faults
from lost import AT, SECRET, anybody, backed_up, laptop, restored, shift

MANY = range(100, 600)


def sentence(work):
    """What the command line would say of what the work raises; the empty text where it is done."""
    try:
        with register.spoken():
            work()
    except (ValueError, OSError) as fault:
        return str(fault)
    return ""


@pytest.mark.parametrize("room", [0, 5_000, 30_000, 120_000])
def test_what_finds_no_room_is_said_and_is_not_there_at_all(sqlite, room):
    laptop(sqlite)
    record([shift(1)], "cusco", anybody())

    def recording(say):
        place.found("cusco")
        journal = sqlite.home / "register.sqlite3-wal"
        largest((journal.stat().st_size if journal.exists() else 0) + room, kill=False)
        say(sentence(lambda: record([shift(number) for number in MANY], "cusco", anybody())))
        roomy()
        say(sentence(lambda: record([shift(2)], "cusco", anybody())))

    first, second = run(recording).said
    assert first.startswith("The register's database refuses: ")
    assert first.endswith("Nothing was recorded. Run `jornal audit`.")
    assert second == ""
    assert sorted(Shift.objects.values_list("number", flat=True)) == [1, 2]
    assert chain_faults("cusco").faults == ()


def test_small_records_are_acknowledged_until_the_disk_is_full_and_stay(sqlite):
    laptop(sqlite)

    def recording(say):
        place.found("cusco")
        largest((sqlite.home / "register.sqlite3-shm").stat().st_size + 60_000, kill=False)
        for number in range(1, 100):
            if sentence(lambda number=number: record([shift(number)], "cusco", anybody())):
                break
            say(number)

    said = [int(one) for one in run(recording).said]
    assert 1 <= len(said) < 99
    assert sorted(Shift.objects.values_list("number", flat=True)) == said
    record([shift(99)], "cusco", anybody())
    assert chain_faults("cusco").faults == ()


@pytest.mark.parametrize("room", [0, 500, 2000])
def test_a_backup_that_finds_no_room_leaves_the_one_before_and_nothing_that_looks_whole(sqlite, room):
    laptop(sqlite)
    record([shift(number) for number in MANY], "cusco", anybody())
    earlier = backed_up(sqlite, AT.replace(hour=9))

    def backing_up(say):
        place.found("cusco")  # the files beside the register are made before
        largest(room, kill=False)
        try:
            back_up(sqlite.home, sqlite.home / "backups", at=AT)
        except OSError as fault:
            say(fault.errno)
        roomy()
        back_up(sqlite.home, sqlite.home / "backups", at=AT.replace(hour=18))

    assert run(backing_up).said == [str(errno.EFBIG)]
    files = sorted((sqlite.home / "backups").iterdir())
    assert [path.name[-21:] for path in files] == [
        "2026-10-01T0905Z.backup"[-21:],
        "2026-10-01T1805Z.backup"[-21:],
    ]
    assert checked(earlier.path, backupkey.identity(SECRET)).entries == 501


def test_a_restore_that_finds_no_room_leaves_no_register(sqlite, tmp_path):
    laptop(sqlite)
    record([shift(number) for number in MANY], "cusco", anybody())
    made = backed_up(sqlite)
    home = tmp_path / "new"
    size = (sqlite.home / "register.sqlite3").stat().st_size

    def restoring(say):
        largest(size, kill=False)
        say(sentence(lambda: restored(made.path, home)))
        roomy()

    assert "The register's database refuses" in run(restoring).said[0]
    assert list(home.iterdir()) == []
    restored(made.path, home)
    assert (home / "register.sqlite3").exists()
