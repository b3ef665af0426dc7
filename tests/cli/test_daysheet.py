"""`jornal daysheet`."""

import stat

import pytest
from pypdf import PdfReader

import commanded
import monthly
from jornal.journal.vaultlog import readings


@pytest.fixture
def home(sqlite, monkeypatch, tmp_path):
    return sqlite.home, monthly.at_home(sqlite, monkeypatch, tmp_path)[1]


def text(path) -> str:
    return PdfReader(path).pages[0].extract_text().replace("\u00a0", " ")


def test_a_sheet_without_names_shows_codes_and_opens_nothing(home, capsys):
    folder, _ = home
    before = len(readings(folder / "vault.sqlite3"))
    code, said = commanded.said(capsys, "daysheet", "2026-10-06", monthly.DAY, "--language=en")
    path = folder / "papers" / "cusco-2026-10-06-blank" / "cusco-2026-10-06-blank.pdf"
    assert (code, str(path) in said) == (0, True)
    assert "Names are locked" in text(path)
    assert "Q21" in text(path)
    assert len(readings(folder / "vault.sqlite3")) == before


def test_names_lie_in_a_folder_for_their_owner_alone(home, capsys):
    folder, names = home
    commanded.said(capsys, "daysheet", monthly.DAY, names, "--everybody")
    path = folder / "papers" / "cusco-2026-10-31-blank"
    assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert stat.S_IMODE((path / "cusco-2026-10-31-blank.pdf").stat().st_mode) == 0o600
    assert "name of Q01" in text(path / "cusco-2026-10-31-blank.pdf")


def test_a_week_in_a_folder_of_ones_own_choice_on_letter(home, tmp_path, capsys):
    commanded.said(
        capsys, "daysheet", "2026-10-06", monthly.DAY, "--week", "--letter", f"--paper={tmp_path / 'out'}"
    )
    page = PdfReader(tmp_path / "out" / "cusco-2026-10-05-week.pdf").pages[0]
    assert (page.mediabox.width, page.mediabox.height) == (792, 612)


def test_a_recorded_day_that_was_not_closed_says_so(home, tmp_path, capsys):
    asked = ("daysheet", "2026-10-06", "--recorded", monthly.DAY, "--language=en", f"--paper={tmp_path}")
    assert commanded.said(capsys, *asked)[0] == 0
    assert "Not closed: no characters yet." in text(tmp_path / "cusco-2026-10-06-recorded.pdf")


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (("--site=hq",), "A day sheet is of one site"),
        (("--names",), "passphrase"),
    ],
)
def test_what_cannot_be_printed_is_refused_in_a_sentence(home, capsys, told, says):
    assert says in commanded.refused(capsys, "daysheet", "2026-10-06", monthly.DAY, *told)


def test_a_day_is_written_as_a_day(home, capsys):
    code, said = commanded.said(capsys, "daysheet", "6/10/2026")
    assert (code, "write it as 2026-10-31" in said) == (2, True)
