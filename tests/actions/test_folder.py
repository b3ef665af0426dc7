"""The run folder: whole or not there."""

import json

import pytest

from jornal.actions.folder import FolderTaken, check, read, text, write

RUN = {
    "format": 1,
    "period": {"label": "2026-10"},
    "workers": [{"code": "Q01"}, {"code": "Q02"}],
    "snapshot": "{}",
}


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_run_is_written_whole(tmp_path):
    write(RUN, tmp_path / "out" / "2026-10")
    assert names(tmp_path / "out" / "2026-10") == ["run.json", "terms.json"]


def test_half_a_run_never_looks_like_one(tmp_path):
    def broken(_body, _into):
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        write(RUN, tmp_path / "run", broken)
    assert names(tmp_path) == []


def test_an_earlier_run_is_replaced_whole(tmp_path):
    write(RUN, tmp_path / "run", lambda _body, into: (into / "totals.pdf").write_bytes(b"old"))
    write(RUN, tmp_path / "run")
    assert (names(tmp_path), names(tmp_path / "run")) == (["run"], ["run.json", "terms.json"])


def test_what_an_interrupted_run_left_is_cleared_away(tmp_path):
    (tmp_path / ".run.part").mkdir()
    (tmp_path / ".run.part" / "half.pdf").write_bytes(b"half")
    write(RUN, tmp_path / "run")
    assert names(tmp_path) == ["run"]


@pytest.mark.parametrize("name", ["letter.txt", "sub/deep.txt"])
def test_a_folder_of_something_else_is_never_overwritten(tmp_path, name):
    path = tmp_path / "mine" / name
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    with pytest.raises(FolderTaken):
        write(RUN, tmp_path / "mine")
    assert path.read_text() == "mine"


def test_a_file_of_that_name_is_never_overwritten(tmp_path):
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(FolderTaken):
        check(tmp_path / "mine")


def test_an_empty_folder_may_be_used(tmp_path):
    (tmp_path / "empty").mkdir()
    write(RUN, tmp_path / "empty")
    assert read(tmp_path / "empty")["format"] == 1


def test_a_worker_is_one_line_so_that_two_runs_can_be_read_side_by_side():
    lines = text({key: value for key, value in RUN.items() if key != "snapshot"}).splitlines()
    assert [line.strip(" ,") for line in lines if '"code"' in line] == ['{"code": "Q01"}', '{"code": "Q02"}']


def test_what_is_written_reads_back(tmp_path):
    write(RUN, tmp_path / "run")
    assert read(tmp_path / "run") == {key: value for key, value in RUN.items() if key != "snapshot"}


@pytest.mark.parametrize("written", ["", "{", "[]", json.dumps({"format": 2})])
def test_a_folder_that_is_no_run_of_this_release_is_refused_with_the_next_step(tmp_path, written):
    (tmp_path / "run.json").write_text(written)
    with pytest.raises(ValueError, match="jornal pay"):
        read(tmp_path)
