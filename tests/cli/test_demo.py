from pathlib import Path

import pytest

from jornal.cli.main import main


def test_one_site_of_the_demo_is_made_and_told_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["demo", "--out", str(tmp_path), "--only", "qori/chiang-mai", "--no-papers"]) == 0
    assert "qori/chiang-mai 2026-10: 10 payslips" in capsys.readouterr().out
    assert (tmp_path / "qori" / "chiang-mai" / "2026-10" / "run.json").is_file()


def test_a_site_that_is_not_in_the_demo_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["demo", "--out", str(tmp_path), "--only", "qori/lima"]) == 2
    assert "The demo has no site qori/lima" in capsys.readouterr().err


def test_a_folder_that_is_not_a_run_is_left_alone(tmp_path: Path):
    own = tmp_path / "qori" / "chiang-mai" / "2026-10"
    own.mkdir(parents=True)
    (own / "letter.txt").write_text("mine")
    assert main(["demo", "--out", str(tmp_path), "--only", "qori/chiang-mai", "--no-papers"]) == 2
    assert (own / "letter.txt").read_text() == "mine"
