"""The brief of a day at the command line."""

import pytest
from pypdf import PdfReader

import crew
import talked
from commanded import at_home, said
from jornal.facts.organisation import Workshop


@pytest.fixture(autouse=True)
def _told(sqlite, monkeypatch):
    at_home(sqlite, monkeypatch)
    crew.begun().put([Workshop(site="cusco", workshop="knitting", label="Knitting", place="workshop")])
    talked.begun()


WHO = ("--by", "S1", "--role", "site_manager", "--site", "cusco", "--day", "2026-10-30", "--language", "en")


def test_a_site_tells_headquarters_its_day(capsys):
    done, out = said(capsys, "brief", *WHO)
    assert done == 0
    for one in (
        "Brief to headquarters",
        "0 of 4 are here",
        "Which grey is meant?",
        "Late since 25 October 2026",
    ):
        assert one in out


def test_the_other_way_is_printed_too(capsys, tmp_path):
    done, out = said(capsys, "brief", *WHO, "--to", "site", "--paper", str(tmp_path / "out"))
    (path,) = (tmp_path / "out").iterdir()
    assert (done, "Two millimetres more" in out, path.name) == (0, True, "cusco-2026-10-30-brief-to-site.pdf")
    pages = PdfReader(path).pages
    assert (len(pages), "two lamps" in pages[0].extract_text()) == (1, True)
