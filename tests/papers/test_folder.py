from pathlib import Path

import pytest

from jornal.papers import folder
from papers.samples import run


def files(at: Path) -> dict[str, bytes]:
    return {path.relative_to(at).as_posix(): path.read_bytes() for path in at.rglob("*") if path.is_file()}


def test_every_worker_with_a_slip_gets_all_her_papers(tmp_path: Path):
    assert folder.write(run("cusco"), tmp_path) == []
    codes = ("K7-0412-M", "K7-0588-R", "K7-0611-T")
    papers = {f"{kind}/{code}.pdf" for kind in ("slips", "tallies", "hours") for code in codes}
    assert set(files(tmp_path)) == papers | {"totals.pdf", "index.html"}


def test_only_what_is_asked_for_is_made(tmp_path: Path):
    folder.write(run("cusco"), tmp_path, only=["tallies"])
    assert {name.split("/")[0] for name in files(tmp_path)} == {"tallies"}


def test_the_same_run_gives_the_same_bytes(tmp_path: Path):
    for name in ("once", "twice"):
        folder.write(run("cusco"), tmp_path / name, only=["slips", "hours"])
    assert files(tmp_path / "once") == files(tmp_path / "twice")


def test_a_letter_without_a_font_stops_that_paper_and_names_worker_and_letter(tmp_path: Path):
    found = run("cusco")
    found["workers"][0]["name"] = "Rosa 李"
    faults = folder.write(found, tmp_path, only=["slips", "tallies"])
    assert [(fault["worker"], fault["says"]["paper"], fault["stops"]) for fault in faults] == [
        ("K7-0412-M", "slips/K7-0412-M.pdf", "paper"),
        ("K7-0412-M", "tallies/K7-0412-M.pdf", "paper"),
    ]
    assert "U+674E" in faults[0]["says"]["letter"]
    assert "slips/K7-0588-R.pdf" in files(tmp_path)
    assert "slips/K7-0412-M.pdf" not in files(tmp_path)


def test_a_language_nobody_speaks_here_is_named_and_the_papers_are_in_english(tmp_path: Path):
    found = run("craft")
    found["workers"][0]["language"] = "qu"
    faults = folder.write(found, tmp_path, only=["slips"])
    assert [(fault["key"], fault["says"]) for fault in faults] == [(folder.NO_LANGUAGE, {"language": "qu"})]
    assert "slips/T4-1290-C.pdf" in files(tmp_path)


def test_progress_counts_workers(tmp_path: Path):
    told: list[tuple[int, int]] = []
    folder.write(run("cusco"), tmp_path, lambda done, of: told.append((done, of)), only=["tallies"])
    assert told == [(3, 3)]


def test_many_workers_are_shared_by_two_processes_and_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder.write(run("cusco"), tmp_path / "one", only=["slips"])
    monkeypatch.setattr(folder, "MANY", 1)
    monkeypatch.setattr(folder, "_BATCH", 1)
    assert folder.write(run("cusco"), tmp_path / "two", only=["slips"]) == []
    assert files(tmp_path / "one") == files(tmp_path / "two")
