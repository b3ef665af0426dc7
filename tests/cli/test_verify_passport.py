"""A passport verified where nothing of ours is: only its two files and the characters on the label."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commanded import refused, said
from hands import LAPTOP
from jornal.journal.jws import canonical, fingerprint, signed

SAYS = {
    "v": 1,
    "lot": "2026-31",
    "made_in_prison": True,
    "pay": {"lowest": 471},
    "weeks": ["2026-W31"],
    "maker": None,
}
KEY = fingerprint(LAPTOP.public)


@pytest.fixture
def passport(tmp_path: Path) -> Path:
    (tmp_path / "p.json").write_text(canonical(SAYS), encoding="utf-8")
    (tmp_path / "p.jws").write_text(signed(SAYS, LAPTOP), encoding="ascii")
    return tmp_path / "p.json"


def test_a_passport_as_it_was_signed_is_read_out_whole(passport: Path, capsys):
    code, out = said(capsys, "verify-passport", str(passport), "--key", KEY)
    assert code == 0
    assert f"word for word, by the key {KEY}." in out
    assert out.splitlines()[:8] == [
        "lot: 2026-31", "made_in_prison: yes", "maker: not known", "pay:", "  lowest: 471", "v: 1", "weeks:",
        "  1: 2026-W31",
    ]  # fmt: skip


def test_without_the_label_it_says_what_to_compare_and_gives_one(passport: Path, capsys):
    code, out = said(capsys, "verify-passport", str(passport))
    assert (code, f"Compare its key with the label: {KEY}." in out) == (1, True)


def test_an_altered_passport_is_refused_in_one_sentence(passport: Path, capsys):
    passport.write_text(passport.read_text(encoding="utf-8").replace("471", "712"), encoding="utf-8")
    assert "This was altered" in refused(capsys, "verify-passport", str(passport), "--key", KEY)


def test_a_key_that_is_not_the_labels_is_refused(passport: Path, capsys):
    assert "signed by another key" in refused(capsys, "verify-passport", str(passport), "--key", "AAAA BBBB")


@pytest.mark.parametrize("name", ["p.json", "p.jws"])
def test_a_file_that_is_cut_off_or_not_there_is_said(passport: Path, capsys, name: str):
    path = passport.with_name(name)
    path.write_text(path.read_text(encoding="utf-8")[:20], encoding="utf-8")
    assert "cannot be checked" in refused(capsys, "verify-passport", str(passport))
    path.unlink()
    assert name in refused(capsys, "verify-passport", str(passport))


def test_what_is_no_passport_by_its_size_is_not_read(passport: Path, capsys):
    passport.write_bytes(b" " * 1_000_001)
    assert "too large" in refused(capsys, "verify-passport", str(passport))


def test_no_register_and_no_database_is_asked(passport: Path, tmp_path: Path):
    program = (
        "import sys; from jornal.cli.main import main; code = main(sys.argv[1:]); "
        "print('django' in sys.modules); sys.exit(code)"
    )
    told = [sys.executable, "-c", program, "verify-passport", str(passport), "--key", KEY]
    env = {**os.environ, "JORNAL_HOME": str(tmp_path / "nowhere")}
    run = subprocess.run(told, capture_output=True, text=True, check=False, env=env)
    assert (run.returncode, run.stdout.splitlines()[-1]) == (0, "False")
