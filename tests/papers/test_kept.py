"""The private folders of papers with names."""

import os
import stat
import time

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
