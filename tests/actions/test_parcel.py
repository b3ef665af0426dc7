"""Sealed files: what is moved into place was read again from the disk."""

import errno
import os
import time

import pyrage
import pytest

from jornal.actions import parcel
from jornal.actions.parcel import NotOpened, NotReopened, NotWhole, opened, sealed, swept

OWNER = pyrage.x25519.Identity.generate()
TEXT = [b"a day's ", b"", b"wage " * 40_000]


def made(path, chunks=TEXT, again=lambda _: None, sound=lambda: None):
    return sealed(path, chunks, OWNER.to_public(), again=again, sound=sound)


def read(path, identity=OWNER):
    found = []
    opened(path, identity, found.append)
    return b"".join(found)


def test_what_was_sealed_is_read_again_at_once_and_opens_with_the_secret(tmp_path):
    again = []
    made(tmp_path / "a.backup", again=again.append)
    assert b"".join(again) == read(tmp_path / "a.backup") == b"".join(TEXT)
    assert [path.name for path in tmp_path.iterdir()] == ["a.backup"]


def test_the_file_shows_nothing_and_only_its_owner_may_read_it(tmp_path):
    path = made(tmp_path / "a.backup")
    assert b"wage" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


def test_another_secret_does_not_open_it(tmp_path):
    path = made(tmp_path / "a.backup")
    with pytest.raises(NotOpened, match="recovery sheet"):
        read(path, pyrage.x25519.Identity.generate())


@pytest.mark.parametrize(
    "harm",
    [
        lambda held: held[:-1],
        lambda held: held[: len(held) // 2],
        lambda held: held[:40],
        lambda _: b"",
        lambda held: held + b"more",
        lambda held: held[:-9] + b"\0" + held[-8:],
        lambda held: b"x" + held[1:],
    ],
)
def test_a_file_cut_short_or_changed_is_told(tmp_path, harm):
    path = made(tmp_path / "a.backup")
    path.write_bytes(harm(path.read_bytes()))
    with pytest.raises(NotWhole, match="cut short or changed"):
        read(path)


def test_a_disk_that_gives_back_something_else_leaves_the_file_before_it_in_place(tmp_path, monkeypatch):
    path = made(tmp_path / "a.backup", [b"yesterday"])
    whole = os.fsync

    def bad(handle):
        whole(handle)
        os.pwrite(handle, b"\0", 300)

    monkeypatch.setattr(parcel.os, "fsync", bad)
    with pytest.raises(NotReopened, match="another disk"):
        made(path)
    assert read(path) == b"yesterday"
    assert [one.name for one in tmp_path.iterdir()] == ["a.backup"]


def test_what_is_found_wrong_while_reading_again_keeps_the_file_out(tmp_path):
    def wrong(*_):
        raise ValueError("not the same")

    for where in ({"again": wrong}, {"sound": wrong}):
        with pytest.raises(ValueError, match="not the same"):
            made(tmp_path / "a.backup", **where)
    assert not list(tmp_path.iterdir())


def test_what_goes_wrong_on_the_way_in_is_told_as_it_was(tmp_path):
    def chunks():
        yield b"a beginning"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space") as fault:
        made(tmp_path / "a.backup", chunks())
    assert fault.value.errno == errno.ENOSPC
    assert not list(tmp_path.iterdir())


def test_unfinished_files_that_were_left_are_cleared_away_and_those_in_use_stay(tmp_path):
    names = {
        "jornal-cusco-1.backup.part": 3600,
        "jornal-cusco-2.backup.part": 0,
        "jornal-lima-1.backup.part": 3600,
    }
    for name, age in names.items():
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    assert [path.name for path in swept(tmp_path, "jornal-cusco")] == ["jornal-cusco-1.backup.part"]
    assert len(list(tmp_path.iterdir())) == 2
