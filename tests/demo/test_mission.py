import re
from pathlib import Path

from jornal.demo.mission import open_first, promised, table, told
from jornal.demo.world import data

PAGE = Path(__file__).parent.parent.parent / "docs" / "mission.md"


def test_there_are_forty_one_lines_and_the_page_has_the_same(tmp_path: Path):
    lines = [line.id for line in table(tmp_path)]
    assert len(lines) == len(set(lines)) == 41
    assert re.findall(r"^\| ([A-Z]\d+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE) == lines


def test_the_page_names_the_file_that_the_demo_shows_and_says_not_yet_of_no_line_that_it_does():
    said = re.findall(
        r"^\| ([A-Z]\d+) \|.*\| ([^|]*) \| ([^|]*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    shown = {row["id"]: row.get("shown") for row in data("mission")["line"]}
    assert {one: seen.strip("`") for one, _, seen in said} == {
        one: path or "not yet" for one, path in shown.items()
    }
    assert {one for one, does, _ in said if does == "nothing yet"} == {
        one for one, path in shown.items() if not path
    }


def test_a_promised_file_that_is_not_there_is_missing_and_said_as_not_yet(tmp_path: Path):
    line = next(line for line in table(tmp_path) if line.id == "C12")
    assert line.missing
    assert told(line, tmp_path) == "C12  not yet"


def test_a_file_that_is_there_is_named(tmp_path: Path):
    (tmp_path / "index.html").write_text("")
    line = next(line for line in table(tmp_path) if line.id == "P6")
    assert told(line, tmp_path) == f"P6   shown by {tmp_path / 'index.html'}"


def test_a_worker_is_promised_by_her_number():
    assert promised("qori/cusco/2026-10/slips/{1}.pdf") == "qori/cusco/2026-10/slips/QC001V.pdf"


def test_three_paths_are_to_be_opened_first():
    assert len(open_first()) == 3
    assert "{" not in "".join(open_first())
