"""The papers of trade at the command line."""

import pytest

from actions import test_deliveries, test_settling
from commanded import at_home, refused, said
from jornal.actions.border import NotToGoThere
from papers.reading import words
from peopled import do
from stocked import hq


@pytest.fixture
def drawn(sqlite, monkeypatch, capsys, tmp_path):
    def draw(paper: str, name: str, *more: str) -> str:
        code, text = said(capsys, "trade-paper", paper, name, "--out", str(tmp_path), *more)
        assert code == 0, text
        return words((tmp_path / f"{paper}-{name}.pdf").read_bytes())

    return draw


@pytest.fixture
def delivered(sqlite, monkeypatch):
    code = test_deliveries.ordered()
    at_home(sqlite, monkeypatch)
    test_deliveries.delivered(code, shipping="5000")
    return code


def test_an_invoice_says_where_the_goods_were_made_and_what_is_missing(delivered, drawn):
    text = drawn("invoice", "d-1")
    for part in ("Nordlys ApS", "Made in prison at Cusco, Peru", delivered, "3,650.00", "is not set"):
        assert part in text


@pytest.mark.parametrize("language", ["es", "th", "da"])
def test_papers_are_drawn_in_each_language(delivered, drawn, language):
    for paper in ("invoice", "packing-list"):
        assert delivered in drawn(paper, "d-1", "--language", language)


def test_a_packing_list_weighs_what_is_known(delivered, drawn):
    assert "1,800" not in drawn("packing-list", "d-1")
    row = {"product": "sweater", "since": "2026-09-01", "goods_code": "611012", "grams": "450"}
    do(hq(), "set-customs", row)
    text = drawn("packing-list", "d-1")
    assert ("1,800" in text, "611012" in text, "is not set" in text) == (True, True, False)


def test_a_settlement_says_what_is_owed_and_ties(sqlite, monkeypatch, drawn):
    code = test_settling.consigned()
    at_home(sqlite, monkeypatch)
    test_settling.settled(code)
    text = drawn("settlement", "s-1")
    for part in ("Gallery", "349.99", "149.99", "Commission, 30%", code):
        assert part in text


def test_a_refusal_names_the_law(sqlite, monkeypatch, drawn):
    code = test_deliveries.ordered(country="US")
    at_home(sqlite, monkeypatch)
    with pytest.raises(NotToGoThere):
        test_deliveries.delivered(code)
    text = drawn("refusal", "d-1")
    assert "19 U.S.C. 1307" in text
    assert "sample or a gift is refused" in text


def test_what_was_not_delivered_has_no_paper(sqlite, monkeypatch, capsys):
    at_home(sqlite, monkeypatch)
    assert "Nothing is recorded by the name d-9" in refused(capsys, "trade-paper", "invoice", "d-9")
