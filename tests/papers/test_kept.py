"""Papers as files, and the private folders of those with names."""

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from cutting import run
from jornal.papers import kept


def test_a_folder_is_for_its_owner_alone_and_begins_empty(tmp_path):
    folder = kept.private(tmp_path / "papers" / "month")
    (folder / "slip.pdf").write_bytes(b"names")
    assert list(kept.private(folder).iterdir()) == []
    assert [stat.S_IMODE(one.stat().st_mode) for one in (folder, folder.parent)] == [0o700, 0o700]


def test_papers_older_than_a_day_are_removed(tmp_path):
    old, new = kept.private(tmp_path / "papers" / "old"), kept.private(tmp_path / "papers" / "new")
    os.utime(old, (time.time() - 90_000, time.time() - 90_000))
    assert kept.swept(tmp_path / "papers") == [old]
    assert (new.exists(), old.exists(), kept.swept(tmp_path / "nowhere")) == (True, False, [])


def test_half_a_list_of_payments_never_looks_like_a_whole_one(tmp_path, monkeypatch):
    path = tmp_path / "bank.csv"
    kept.whole(path, "Q01;100\nQ02;100\n", kept.OWN)

    def out_of_room(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", out_of_room)
    with pytest.raises(OSError, match="No space"):
        kept.whole(path, "Q01;200\nQ02;200\n", kept.OWN)
    assert (path.read_text(), list(tmp_path.iterdir())) == ("Q01;100\nQ02;100\n", [path])
    assert stat.S_IMODE(path.stat().st_mode) == kept.OWN


def test_a_computer_that_goes_out_while_it_writes_leaves_no_file_that_looks_whole(sqlite, tmp_path):
    path = tmp_path / "bank.csv"

    def writing(_):
        kept.whole(path, "Q01;100\n" * 1000)

    steps = run(writing).steps
    path.unlink()
    for at in range(1, steps + 1):
        run(writing, at=at)
        assert not path.exists() or path.read_text() == "Q01;100\n" * 1000
    kept.whole(path, "Q01;100\n")
    assert [one.name for one in tmp_path.iterdir() if one.suffix in (".csv", ".part")] == ["bank.csv"]


def test_a_device_is_written_to_as_it_is(tmp_path):
    assert kept.whole(Path("/dev/null"), b"%PDF").is_char_device()
