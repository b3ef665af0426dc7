"""`jornal recorded`."""

import pytest

import commanded
import families
from cutting import largest, roomy, run
from jornal.journal.vaultlog import readings
from papers.reading import words

DAY = "--day=2026-11-03"


@pytest.fixture
def home(sqlite, monkeypatch, tmp_path):
    return families.at_home(sqlite, monkeypatch, tmp_path)


def test_she_has_everything_in_her_language_and_who_opened_it(home, capsys):
    folder, passphrase = home
    code, text = commanded.said(capsys, "recorded", "Q01", DAY, passphrase)
    assert code == 0
    (paper,) = (folder / "papers").rglob("recorded-Q01.pdf")
    assert str(paper) in text
    said = words(paper.read_bytes())
    for wanted in ("Todo lo registrado sobre usted", "Sus días y piezas", "Su pago", "Quién abrió su nombre"):
        assert wanted in said
    assert "her statement" in readings(folder / "vault.sqlite3", of="Q01")[-1].why
    assert paper.stat().st_mode & 0o077 == 0


def test_nobody_prints_what_is_recorded_of_somebody_who_is_not_here(home, capsys):
    code, _ = commanded.said(capsys, "recorded", "Q99", DAY, home[1])
    assert code == 2


def test_a_statement_that_finds_no_room_leaves_no_file_that_looks_whole(home, capsys):
    folder, passphrase = home

    def printing(say):
        largest(3_000, kill=False)
        code, _ = commanded.said(capsys, "recorded", "Q01", DAY, passphrase)
        roomy()
        say(code)

    assert run(printing).said != ["0"]
    assert list((folder / "papers").rglob("*.pdf")) == []
