from dataclasses import replace
from pathlib import Path

import pytest

from jornal.cli.main import main
from jornal.demo import build, homes, registers
from jornal.demo.registers import Loaded


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


def held(tmp_path: Path) -> Loaded:
    home = homes.emptied(homes.home(tmp_path, "qori"), "Qori (invented)")
    (home / homes.TO_OPEN).write_text("four invented looms\n")
    return Loaded(
        "qori", "Qori (invented)", home, 71204, "7K2Q9XM4TD", "cusco", True, ("guards: all stand",), ()
    )


def test_the_registers_are_told_with_facts_audit_passphrase_and_head(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(build, "built", lambda *_: [])
    monkeypatch.setattr(
        registers, "loaded", lambda _, full: [replace(held(tmp_path), full=list(full) == ["qori"])]
    )
    assert main(["demo", "--out", str(tmp_path), "--no-papers"]) == 0
    said = capsys.readouterr().out
    assert "register: 1 enterprises, 71,204 facts, audit clean" in said
    assert "full audit clean" in said
    assert "four invented looms" in said
    assert f"JORNAL_HOME={homes.home(tmp_path, 'qori')} jornal audit --head 7K2Q9XM4TD" in said


def test_a_fault_that_an_audit_finds_is_said_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(build, "built", lambda *_: [])
    monkeypatch.setattr(
        registers, "loaded", lambda *_: [replace(held(tmp_path), faults=("Entry 7 was changed.",))]
    )
    assert main(["demo", "--out", str(tmp_path), "--no-papers"]) == 1
    assert "! Entry 7 was changed." in capsys.readouterr().out


def test_the_registers_may_be_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    asked: list[object] = []
    monkeypatch.setattr(build, "built", lambda *_: [])
    monkeypatch.setattr(registers, "loaded", lambda *told: asked.append(told) or [])
    assert main(["demo", "--out", str(tmp_path), "--no-papers", "--no-register"]) == 0
    assert not asked


def test_a_home_that_holds_another_register_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    home = homes.home(tmp_path, "paso")
    home.mkdir(parents=True)
    (home / "register.sqlite3").write_bytes(b"mine")
    assert main(["demo", "--out", str(tmp_path)]) == 2
    assert "not the demo's" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["register"]
