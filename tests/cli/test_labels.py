"""A sheet of labels, drawn at the command line."""

import pytest
from django.conf import settings
from pypdf import PdfReader

import labelled
import making
from commanded import at_home, refused, said
from peopled import do


@pytest.fixture
def code(sqlite, monkeypatch):
    at_home(sqlite, monkeypatch)
    monkeypatch.setattr(settings, "LABELS", "https://id.example.org")
    here = making.begun()
    found = labelled.judged(here)
    labelled.issued(here, found)
    do(here, "label-pieces", {"lot": found, "count": "10"})
    return found


def test_each_piece_has_its_label(code, tmp_path, capsys):
    done, out = said(capsys, "labels", code, "--paper", str(tmp_path / "out"), "--language", "en")
    pages = PdfReader(tmp_path / "out" / f"labels-{code}.pdf").pages
    assert (done, f"labels-{code}.pdf" in out, len(pages)) == (0, True, 1)
    assert "piece\N{NO-BREAK SPACE}10" in pages[0].extract_text()


def test_without_an_address_nothing_is_printed(code, monkeypatch, capsys):
    monkeypatch.setattr(settings, "LABELS", "")
    assert "which address the codes begin with" in refused(capsys, "labels", code)


def test_a_lot_without_a_passport_has_no_labels(code, capsys):
    assert "There is no lot LQC999X" in refused(capsys, "labels", "LQC999X")
