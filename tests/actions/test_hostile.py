import fcntl
import json
import os

import pytest

from jornal.actions import folder
from jornal.actions.tables import listed_row
from jornal.sheets.listed import Listed

RUN = {
    "format": 1,
    "enterprise": {"id": "x"},
    "site": {"id": "y"},
    "period": {"label": "2026-10"},
    "workers": [],
    "snapshot": "{}",
}


def names(path):
    return sorted(one.name for one in path.iterdir())


def test_a_second_run_into_the_same_folder_does_not_mix_with_the_first(tmp_path):
    part = tmp_path / ".out.part"
    part.mkdir()
    (part / "slip.pdf").write_text("half", encoding="utf-8")
    hold = os.open(part, os.O_RDONLY)
    fcntl.flock(hold, fcntl.LOCK_EX)
    with pytest.raises(folder.BeingWritten):
        folder.write(RUN, tmp_path / "out")
    os.close(hold)
    assert (names(tmp_path), names(part)) == ([".out.part"], ["slip.pdf"])


def test_what_a_killed_run_left_is_cleared_by_the_next(tmp_path):
    part = tmp_path / ".out.part"
    part.mkdir()
    (part / "run.json").write_text("half", encoding="utf-8")
    folder.write(RUN, tmp_path / "out")
    assert (names(tmp_path), names(tmp_path / "out")) == (["out"], ["run.json", "terms.json"])


def test_a_run_killed_between_two_renames_does_not_cost_the_earlier_one(tmp_path):
    folder.write(RUN, tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / ".out.old")

    def fails(_body, _into):
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        folder.write(RUN, tmp_path / "out", fails)
    assert folder.read(tmp_path / "out")["format"] == 1
    assert names(tmp_path) == ["out"]


def test_a_link_to_a_folder_stays_a_link_when_a_run_is_written_twice(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    for _ in range(2):
        folder.write(RUN, tmp_path / "out")
    assert (names(tmp_path), (tmp_path / "out").is_symlink()) == (["out", "real"], True)


def test_a_mended_file_in_the_run_folder_is_still_there_after_it_was_read_in(tmp_path):
    out = tmp_path / "out"
    folder.write(RUN, out)
    mended = out / "to-mend-attendance.csv"
    mended.write_text("code,why,listed from\n", encoding="utf-8")
    folder.write(RUN, out, read=(mended,))
    assert mended.read_text(encoding="utf-8") == "code,why,listed from\n"


def test_a_file_of_her_own_in_the_run_folder_is_not_lost(tmp_path):
    out = tmp_path / "out"
    folder.write(RUN, out)
    (out / "notes.docx").write_text("keep", encoding="utf-8")
    with pytest.raises(folder.WouldBeLost, match=r"notes\.docx"):
        folder.write(RUN, out)
    assert (out / "notes.docx").read_text(encoding="utf-8") == "keep"


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        "null",
        '{"format": 1}',
        '{"format": 1, "workers": 5}',
        "[" * 100_000,
        '{"format": 1, "work',
    ],
)
def test_a_run_that_was_changed_by_hand_is_refused_in_a_sentence(tmp_path, text):
    (tmp_path / "run.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="jornal pay"):
        folder.whole(tmp_path)


def test_a_run_without_a_part_of_a_worker_is_refused_in_a_sentence(tmp_path):
    body = {key: value for key, value in RUN.items() if key != "snapshot"} | {"workers": [{"code": "Q01"}]}
    (tmp_path / "run.json").write_text(json.dumps(body), encoding="utf-8")
    with pytest.raises(ValueError, match="changed or cut short"):
        folder.whole(tmp_path)


@pytest.mark.parametrize("place", ["slips/notes.txt", "comparison/why.docx", ".keep", "slips/old/Q01.pdf"])
def test_a_file_of_her_own_deeper_in_the_run_folder_is_not_lost(tmp_path, place):
    out = tmp_path / "out"
    folder.write(RUN, out)
    (out / place).parent.mkdir(parents=True, exist_ok=True)
    (out / place).write_text("keep", encoding="utf-8")
    with pytest.raises(folder.WouldBeLost):
        folder.write(RUN, out)
    assert (out / place).read_text(encoding="utf-8") == "keep"


BAD = Listed("pieces.csv", "pieces.csv!2", "pieces.csv!2", "Q01", "{code} is there twice. Keep one row.",
             (("code", "Q01"),), ("code", "good"), ("Q01", "x"))  # fmt: skip


def test_a_file_to_mend_that_was_worked_on_is_not_lost_when_it_is_forgotten(tmp_path):
    out = tmp_path / "out"
    run = RUN | {"listed": [listed_row(BAD)]}
    folder.write(run, out, listed=(BAD,))
    folder.write(run, out, listed=(BAD,))  # untouched, it is made again
    mended = out / "to-mend-pieces.csv"
    mended.write_text(mended.read_text(encoding="utf-8").replace("x", "12"), encoding="utf-8")
    with pytest.raises(folder.WouldBeLost, match=r"to-mend-pieces\.csv"):
        folder.write(run, out, listed=(BAD,))
    folder.write(run, out, listed=(BAD,), read=(mended,))
    assert "12" in mended.read_text(encoding="utf-8")
