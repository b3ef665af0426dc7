"""Pictures attached at the command line."""

import pytest
from django.conf import settings

import drawn
from commanded import at_home, refused, said
from jornal.actions import filed
from jornal.facts.dialogue import Photo
from jornal.facts.products import DesignVersion
from offices import office
from peopled import do, opened

WHO = ("--by", "S1", "--role", "site_manager", "--site", "cusco", "--day", "2026-10-01")
TO = ("question=q-s1", "people=none")


@pytest.fixture(autouse=True)
def _asked(sqlite, monkeypatch):
    at_home(sqlite, monkeypatch)
    opened()
    do(office(), "put-question", {"says": "Is this seam right?"})


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "IMG_1.jpg"
    path.write_bytes(drawn.jpeg())
    return path


def test_a_photo_is_kept_without_its_place(file, capsys):
    done, out = said(capsys, "attach", str(file), *TO, *WHO)
    photo = Photo.objects.get()
    assert (done, f"as {photo.file_digest[:10]}" in out) == (0, True)
    assert drawn.PLACE not in filed.read(settings.HOME, photo.file_digest)


def test_a_version_of_a_design_is_checked_alike(file, capsys):
    do(office(), "begin-design", {"design": "cape", "label": "Cape"})
    words = ("design=cape", "what=sketch", "made_by=T1")
    done, _ = said(capsys, "attach", str(file), *words, *WHO)
    version = DesignVersion.objects.get()
    assert (done, version.file_type, version.file_size > 0) == (0, "image/jpeg", True)


def test_a_file_that_lies_or_is_too_large_is_refused(tmp_path, capsys):
    lies, huge = tmp_path / "a.png", tmp_path / "b.png"
    lies.write_bytes(drawn.jpeg())
    huge.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(10_000_000))
    assert "its bytes say image/jpeg" in refused(capsys, "attach", str(lies), *TO, *WHO)
    assert "more than 10 MB" in refused(capsys, "attach", str(huge), *TO, *WHO)
    assert not Photo.objects.exists()
