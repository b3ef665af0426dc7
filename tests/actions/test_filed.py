"""Pictures kept beside the register."""

import hashlib
import stat

import pytest

import drawn
from jornal.actions import filed
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
    assert filed.kept(tmp_path, "../../etc/passwd") is None
    (path,) = [one for one in (tmp_path / "files").rglob("*") if one.is_file()]
    path.write_bytes(b"something else")
    assert filed.kept(tmp_path, found.digest) is None


def test_what_is_refused_leaves_nothing_behind(tmp_path):
    with pytest.raises(NotAPicture):
        filed.keep(tmp_path, b"%PDF-1.7", "plan.pdf")
    assert not list(tmp_path.iterdir())
