"""Backups: sealed, opened again, beside the names; the old ones cleared away."""

import os
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

import vaulted
from hands import HEADQUARTERS, LAPTOP, hand
from jornal.actions import backup, backupkey, parcel
from jornal.actions.backup import back_up, checked, old, place_of
from jornal.journal import books, chain, vault, vaultcopy
from jornal.journal.node import NoNode
from lost import AT, SECRET, backed_up, forgotten, laptop, shifts

IDENTITY = backupkey.identity(SECRET)


def files(database):
    return sorted(path.name for path in (database.home / "backups").iterdir())


def test_a_backup_opens_with_the_code_on_the_sheet_and_says_how_far_it_reaches(database):
    laptop(database)
    shifts(1, 5)
    made = backed_up(database)
    assert made.path.name == "jornal-cusco-2026-10-01T1705Z.backup"
    assert checked(made.path, IDENTITY) == made.contents
    assert [(one.book, one.seq) for one in made.contents.books] == [("cusco", 6)]
    assert files(database) == [made.path.name]


def test_a_stolen_stick_shows_no_token(sqlite):
    laptop(sqlite)
    shifts(1, 50)
    assert b"QC01" not in backed_up(sqlite).path.read_bytes()


def test_the_laptop_that_was_stolen_cannot_open_its_own_backups(sqlite):
    laptop(sqlite, names=True)
    made = backed_up(sqlite)
    secrets = [path.read_bytes() for path in sqlite.home.iterdir() if path.is_file()]
    assert not any(SECRET.encode() in held or b"AGE-SECRET" in held for held in secrets)
    with pytest.raises(parcel.NotOpened):
        checked(made.path, backupkey.identity(backupkey.new_identity(vaulted.seeded(6))[1]))


def test_the_names_lie_beside_it_still_shut_and_nothing_else_is_left(sqlite, tmp_path):
    laptop(sqlite, names=True)
    with_key = vaulted.unlocked(sqlite.home / "vault.sqlite3")
    with_key.mint(vaulted.ROSA)
    made = backed_up(sqlite)
    assert made.names == made.path.with_suffix(".names")
    copy = tmp_path / "copy"
    with copy.open("wb") as file:
        parcel.opened(made.names, IDENTITY, file.write)
    vaultcopy.put_back(copy, tmp_path / "vault.sqlite3")
    assert vault.tokens(tmp_path / "vault.sqlite3") == [vaulted.ROSA]
    lying = sorted(path.name for path in sqlite.home.iterdir() if not path.name.endswith(("-wal", "-shm")))
    assert lying == ["backup.recipient", "backups", "node.key", "register.sqlite3", "vault.sqlite3"]


def test_a_copy_of_the_names_that_is_not_the_vault_is_refused(sqlite, monkeypatch):
    laptop(sqlite, names=True)
    monkeypatch.setattr(backup, "_chunks", lambda _: [b"something else"])
    with pytest.raises(backup.OtherNames, match="another disk"):
        backed_up(sqlite)
    assert files(sqlite) == ["jornal-cusco-2026-10-01T1705Z.backup"]


def test_nobody_waits_for_a_backup(database, monkeypatch):
    laptop(database)
    shifts(1, 3)
    whole = backup.written

    def slowly(*about):
        for number, piece in enumerate(whole(*about), start=4):
            shifts(number, number)
            yield piece

    monkeypatch.setattr(backup, "written", slowly)
    assert backed_up(database).contents.entries == 4


def test_a_register_without_key_or_recipient_is_told(sqlite):
    with pytest.raises(NoNode):
        backed_up(sqlite)
    laptop(sqlite)
    (sqlite.home / "backup.recipient").unlink()
    with pytest.raises(backupkey.NoRecipient):
        backed_up(sqlite)


def test_backups_are_named_for_the_book_this_computer_writes_else_for_its_key(sqlite):
    laptop(sqlite)
    assert place_of(LAPTOP) == "cusco"
    books.opened("hq.cusco", "cusco", hand(node=HEADQUARTERS))
    assert place_of(HEADQUARTERS) == "hq-cusco"
    books.opened("hq", "all", hand(node=HEADQUARTERS))
    assert place_of(HEADQUARTERS) == chain.code(HEADQUARTERS.public)


def dated(folder, *days, ending=".backup", stem="jornal-cusco"):
    folder.mkdir(exist_ok=True)
    found = [folder / f"{stem}-{day:%Y-%m-%d}T1705Z{ending}" for day in days]
    for path in found:
        path.write_bytes(b"")
    return found


@pytest.mark.usefixtures("sqlite")
def test_the_newest_fourteen_and_the_last_of_each_month_are_kept(tmp_path):
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(200)]  # to 19 July
    dated(tmp_path / "stick", *days)
    gone = set(old(tmp_path / "stick", "jornal-cusco"))
    kept = [path.name[13:23] for path in sorted((tmp_path / "stick").iterdir()) if path not in gone]
    ends = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"]
    assert kept == ends + [f"2026-07-{day:02}" for day in range(6, 20)]


@pytest.mark.usefixtures("sqlite")
def test_what_else_lies_in_the_folder_is_left_alone(tmp_path):
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(28)]
    dated(tmp_path / "stick", *days, stem="jornal-lima")
    dated(tmp_path / "stick", *days, stem="jornal-cusco-2")
    (tmp_path / "stick" / "jornal-cusco-2026-01-01T1705Z.backup.old").write_bytes(b"")
    assert old(tmp_path / "stick", "jornal-cusco") == []


def test_two_copies_of_the_names_are_kept_and_none_from_before_somebody_was_forgotten(sqlite, tmp_path):
    laptop(sqlite)
    (first, second, third) = dated(
        tmp_path, date(2026, 9, 28), date(2026, 9, 29), date(2026, 9, 30), ending=".names"
    )
    assert old(tmp_path, "jornal-cusco") == [first]
    forgotten("QC01")  # on 1 October
    assert old(tmp_path, "jornal-cusco") == [first, second]
    assert third.exists()


def test_old_ones_go_only_after_the_new_one_was_checked(sqlite, monkeypatch):
    laptop(sqlite)
    folder = sqlite.home / "backups"
    before = dated(folder, *(date(2026, 9, 1) + timedelta(days=number) for number in range(16)))
    whole = os.fsync
    monkeypatch.setattr(parcel.os, "fsync", lambda handle: (whole(handle), os.pwrite(handle, b"\0", 250)))
    with pytest.raises(parcel.NotReopened):
        backed_up(sqlite)
    assert sorted(folder.iterdir()) == before
    monkeypatch.undo()
    made = backed_up(sqlite)
    assert sorted(made.cleared) == before[:3]
    assert sorted(folder.iterdir()) == [*before[3:], made.path]


def test_a_register_that_was_altered_is_backed_up_and_no_older_backup_goes(sqlite):
    laptop(sqlite)
    shifts(1, 5)
    before = dated(
        sqlite.home / "backups", *(date(2026, 9, 1) + timedelta(days=number) for number in range(20))
    )
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER jornal_entry_update")
        cursor.execute("UPDATE jornal_entry SET body = replace(body, '300', '999') WHERE seq = 3")
    made = backed_up(sqlite)
    assert [(one.book, one.seq) for one in made.contents.broken] == [("cusco", 3)]
    assert made.cleared == ()
    assert all(path.exists() for path in before)


def test_what_a_killed_backup_left_is_cleared_away_by_the_next(sqlite):
    laptop(sqlite, names=True)
    (sqlite.home / "backups").mkdir()
    part = sqlite.home / "backups" / "jornal-cusco-2026-09-30T1705Z.backup.part"
    part.write_bytes(b"half")
    room = sqlite.home / ".backing-up-abc"
    room.mkdir()
    (room / "vault.sqlite3").write_bytes(b"keys")
    hour_ago = time.time() - 3600
    for path in (part, room / "vault.sqlite3", room):
        os.utime(path, (hour_ago, hour_ago))
    backed_up(sqlite)
    assert not part.exists()
    assert not room.exists()


def test_a_backup_of_the_same_minute_takes_the_place_of_the_one_before(sqlite):
    laptop(sqlite)
    backed_up(sqlite)
    shifts(1, 2)
    assert backed_up(sqlite).contents.entries == 3
    assert len(files(sqlite)) == 1


def test_a_time_elsewhere_is_named_in_utc(sqlite):
    laptop(sqlite)
    lima = datetime.fromisoformat("2026-10-01T12:05:00-05:00")
    assert (
        back_up(sqlite.home, sqlite.home / "b", at=lima).path.name == "jornal-cusco-2026-10-01T1705Z.backup"
    )
    assert lima.astimezone(UTC) == AT


def test_a_backup_made_while_the_clock_was_back_is_not_cleared_away_as_an_old_one(sqlite):
    laptop(sqlite, names=True)
    folder = sqlite.home / "backups"
    days = [date(2026, 11, 1) + timedelta(days=number) for number in range(20)]
    dated(folder, date(2026, 10, 30), *days)
    dated(folder, *days[:3], ending=".names")
    made = backed_up(sqlite)
    assert made.path.exists()
    assert made.names.exists()
    assert made.cleared
