"""`jornal family`."""

import stat

import pytest

import commanded
import families
import vaulted
from jornal.actions import payfiles
from jornal.actions.verb import done
from papers.reading import pages

DAY = "--day=2026-11-03"


@pytest.fixture
def home(sqlite, monkeypatch, tmp_path):
    commanded.at_home(sqlite, monkeypatch)
    here = families.issued(sqlite.home)
    path = tmp_path / "passphrase"
    path.write_text(vaulted.PASSPHRASE, encoding="utf-8")
    return sqlite.home, f"--passphrase={path}", here


def test_a_page_for_each_family_lies_in_a_private_folder(home, capsys):
    folder, names, here = home
    message = payfiles.made(here, families.OCTOBER).batch.message
    row = {"month": families.OCTOBER, "message": message, "day": "2026-11-03"}
    done("file-left", payfiles.VERBS["file-left"], here, [row])
    code, text = commanded.said(capsys, "family", families.OCTOBER, DAY, names)
    (path,) = (folder / "papers").glob("family-*/*.pdf")
    assert (code, stat.S_IMODE(path.stat().st_mode)) == (0, 0o600)
    assert [
        f"De name of {worker}" in page
        for worker, page in zip(("Q01", "Q02"), pages(path.read_bytes()), strict=True)
    ] == [True] * 2
    assert str(path) in text


def test_before_anything_has_left_it_says_what_to_do(home, capsys):
    code, text = commanded.said(capsys, "family", families.OCTOBER, DAY, home[1])
    assert (code, "jornal payfile" in text) == (1, True)
