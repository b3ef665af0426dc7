"""Pictures kept beside the register."""

import hashlib
import stat

import pytest

import drawn
import lost
from cutting import largest, run
from jornal.actions import backupkey, filed
from jornal.actions.pictures import NotAPicture


def test_a_picture_is_kept_clean_under_its_digest_for_its_owner_alone(tmp_path):
    found = filed.keep(tmp_path, drawn.jpeg(), "IMG_2041.JPG")
    data = filed.read(tmp_path, found.digest)
    assert hashlib.sha256(data).hexdigest() == found.digest
    assert (found.kind, found.size) == ("image/jpeg", len(data))
    assert drawn.PLACE not in data
    (path,) = [one for one in (tmp_path / "files").rglob("*") if one.is_file()]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert filed.keep(tmp_path, drawn.jpeg(said=False)) == found == filed.kept(tmp_path, found.digest)


def test_what_was_altered_or_is_not_there_is_not_read(tmp_path):
    found = filed.keep(tmp_path, drawn.png())
    assert filed.read(tmp_path, "a1" * 32) is None
    assert [filed.there(tmp_path, one) for one in (found.digest, "a1" * 32, "")] == [True, False, False]
    assert filed.kept(tmp_path, "../../etc/passwd") is None
    (path,) = [one for one in (tmp_path / "files").rglob("*") if one.is_file()]
    path.write_bytes(b"something else")
    assert filed.kept(tmp_path, found.digest) is None


def test_a_picture_that_was_damaged_on_the_disk_is_put_back_when_it_is_sent_again(tmp_path):
    found = filed.keep(tmp_path, drawn.png())
    (path,) = [one for one in (tmp_path / "files").rglob("*") if one.is_file()]
    path.write_bytes(path.read_bytes()[:-1])
    assert filed.keep(tmp_path, drawn.png()) == found == filed.kept(tmp_path, found.digest)


def test_a_picture_that_finds_no_room_leaves_nothing_behind(tmp_path):
    def keeping(say):
        largest(10, kill=False)
        with pytest.raises(OSError, match="File too large"):
            filed.keep(tmp_path, drawn.png())
        say("refused")

    assert run(keeping).said == ["refused"]
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []


def test_what_is_refused_leaves_nothing_behind(tmp_path):
    with pytest.raises(NotAPicture):
        filed.keep(tmp_path, b"%PDF-1.7", "plan.pdf")
    assert not list(tmp_path.iterdir())


def test_pictures_are_sealed_once_beside_the_backup_and_put_back_with_the_register(sqlite, tmp_path):
    lost.laptop(sqlite)
    found = filed.keep(sqlite.home, drawn.jpeg())
    made = lost.backed_up(sqlite)
    (sealed,) = (made.path.parent / "files").iterdir()
    assert (made.pictures, drawn.jpeg(said=False) in sealed.read_bytes()) == (1, False)
    assert lost.backed_up(sqlite).pictures == 0
    home = tmp_path / "new"
    number, damaged = filed.put_back(made.path.parent, home, backupkey.identity(lost.SECRET))
    assert (number, damaged, filed.read(home, found.digest)) == (1, [], drawn.jpeg(said=False))
    sealed.write_bytes(sealed.read_bytes()[:-3])
    assert filed.put_back(made.path.parent, tmp_path / "other", backupkey.identity(lost.SECRET)) == (
        0,
        [sealed],
    )
