from pathlib import Path

import pytest

from jornal.demo.desk import sheets
from jornal.demo.world import place


@pytest.mark.parametrize(
    ("at", "name"),
    [
        ("qori/cusco", "attendance.xlsx"),
        ("qori/chiang-mai", "attendance.csv"),
        ("paso/texcalli", "attendance.csv"),
        ("trazo/queretaro-1", "attlog.dat"),
        ("thimble/ashdown", "attendance.csv"),
    ],
)
def test_each_manager_keeps_the_sheets_she_is_used_to(tmp_path: Path, at: str, name: str):
    kept = sheets(place(at), "2026-10", tmp_path)
    assert kept.attendance.name == name
    assert kept.people.is_file()


def test_the_same_world_gives_the_same_sheets(tmp_path: Path):
    for folder in ("one", "two"):
        sheets(place("qori/cusco"), "2026-10", tmp_path / folder)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == ["adjustments.csv", "attendance.xlsx", "people.csv", "pieces.csv"]
    assert all(
        (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in files
    )


def test_thai_sheets_have_thai_headers_and_buddhist_years(tmp_path: Path):
    kept = sheets(place("qori/chiang-mai"), "2026-10", tmp_path)
    assert kept.attendance.read_text(encoding="utf-8-sig").startswith("รหัส,ชื่อ,01/10/2569")


def test_one_shift_of_the_long_list_stands_in_it_twice(tmp_path: Path):
    lines = (
        sheets(place("paso/texcalli"), "2026-10", tmp_path)
        .attendance.read_text(encoding="utf-8-sig")
        .splitlines()
    )
    assert len(lines) - len(set(lines)) == 1
