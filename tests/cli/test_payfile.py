"""`jornal payfile`."""

import stat
from xml.etree.ElementTree import fromstring

import pytest

import commanded
import families
from papers import painshape

DAY = "--day=2026-11-03"


@pytest.fixture
def home(sqlite, monkeypatch, tmp_path):
    return families.at_home(sqlite, monkeypatch, tmp_path)


def test_a_file_for_the_bank_lies_in_a_private_folder_and_says_how_it_is_recorded(home, capsys):
    folder, names = home
    code, text = commanded.said(capsys, "payfile", families.OCTOBER, DAY, names)
    (path,) = (folder / "papers").glob("*/*.xml")
    assert (code, stat.S_IMODE(path.stat().st_mode)) == (0, 0o600)
    assert painshape.faults(fromstring(path.read_bytes())) == []
    assert f"message={path.stem.removeprefix('cusco-')}" in text
    assert "2 transfers of" in text


def test_a_list_in_a_banks_columns_and_a_cash_list(home, capsys, tmp_path):
    _, names = home
    where = f"--out={tmp_path / 'out'}"
    assert commanded.said(capsys, "payfile", families.OCTOBER, "--as=csv", where, DAY, names)[0] == 0
    assert commanded.said(capsys, "payfile", families.OCTOBER, "--as=cash", where, DAY, names)[0] == 0
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".csv", ".pdf"]
    (path,) = (tmp_path / "out").glob("*.csv")
    assert "María Ñahui Quispe" in path.read_text(encoding="utf-8")


def test_who_is_not_in_the_file_is_told_with_the_reason(home, capsys):
    families_ = commanded.said(capsys, "payfile", families.OCTOBER, "--to=worker", DAY, home[1])
    assert families_[0] == 2
    assert "Pay in cash" in families_[1]


def test_a_bank_that_is_not_known_is_refused(home, capsys):
    assert "plain" in commanded.refused(
        capsys, "payfile", families.OCTOBER, "--as=csv", "--bank=x", DAY, home[1]
    )
