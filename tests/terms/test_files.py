from pathlib import Path

import pytest

from jornal.terms.faults import TermsFaults
from jornal.terms.files import (
    LARGEST,
    PACKAGED,
    enterprise_file,
    enterprise_files,
    pack_files,
    pack_folders,
    places,
    shortened_name,
    shown,
    table,
)
from terms.text import HEAD, written


def test_a_given_folder_comes_first_then_terms_beside_the_data_then_the_packaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert places() == [PACKAGED]
    (tmp_path / "terms").mkdir()
    assert places() == [Path("terms"), PACKAGED]
    assert places(Path("mine")) == [Path("mine"), Path("terms"), PACKAGED]
    assert places(Path("terms")) == [Path("terms"), PACKAGED]


def test_terms_beside_the_data_are_read_before_the_packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "terms", pack=HEAD)
    assert pack_files("xx") == (Path("terms/jurisdictions/xx/pack.toml"),)
    assert pack_folders()["pe"].is_relative_to(PACKAGED)


def test_an_empty_folder_hides_nothing(tmp_path: Path):
    (tmp_path / "jurisdictions" / "pe").mkdir(parents=True)
    assert pack_folders(tmp_path)["pe"].is_relative_to(PACKAGED)


def test_an_enterprise_is_named_by_id_or_by_path(tmp_path: Path):
    assert enterprise_file("qori") == PACKAGED / "enterprises" / "qori.toml"
    assert enterprise_file("mine.toml") == Path("mine.toml")
    assert enterprise_file(tmp_path / "x") == tmp_path / "x"
    assert set(enterprise_files()) >= {"qori", "trazo", "paso", "thimble"}


def test_a_message_names_a_file_as_short_as_it_can(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert shown(PACKAGED / "enterprises" / "qori.toml") == "jornal/terms/enterprises/qori.toml"
    assert shown(tmp_path / "terms" / "a.toml") == "terms/a.toml"
    assert shown(Path("a.toml")) == "a.toml"


def test_a_file_with_a_mark_of_its_encoding_and_windows_lines_is_read(tmp_path: Path):
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbfid = 'x'\r\nn = 1\r\n")
    assert table(tmp_path / "a.toml") == {"id": "x", "n": 1}


def test_what_is_no_file_or_far_too_large_is_a_sentence(tmp_path: Path):
    (tmp_path / "big.toml").write_bytes(b"#" * (LARGEST + 1))
    for name, says in (("big.toml", "too large"), ("none.toml", "There is no file"), (".", "is a folder")):
        with pytest.raises(TermsFaults, match=says):
            table(tmp_path / name)


def test_a_name_that_cannot_be_shown_is_shortened():
    assert shortened_name(Path("a\0b")) == "a?b"
    assert len(shortened_name(Path("x" * 500))) == 121
