from pathlib import Path

import pytest

from jornal.terms.copied import copy, packaged_files
from jornal.terms.faults import TermsFaults
from jornal.terms.load import checked


def test_everything_is_copied_once_and_then_already_there(tmp_path: Path):
    first, second = copy(tmp_path / "terms"), copy(tmp_path / "terms")
    assert {each.outcome for each in first} == {"copied"}
    assert {each.outcome for each in second} == {"already there"}
    assert len(first) == len(packaged_files()) > 20
    assert checked(tmp_path / "terms") == []


def test_a_changed_file_is_never_written_over_and_is_named(tmp_path: Path):
    copy(tmp_path)
    mine = tmp_path / "enterprises" / "qori.toml"
    mine.write_text("# mine\n", encoding="utf-8")
    kept = [each for each in copy(tmp_path) if each.outcome.startswith("kept")]
    assert [each.path for each in kept] == [mine]
    assert mine.read_text(encoding="utf-8") == "# mine\n"


def test_nothing_half_written_is_left(tmp_path: Path):
    copy(tmp_path)
    assert not list(tmp_path.rglob("*.part"))


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(TermsFaults, match="cannot be written"):
        copy(tmp_path / "file")
