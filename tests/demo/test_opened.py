"""The demo's registers in the browser."""

import urllib.request
from pathlib import Path

import pytest

import browsing
from jornal.demo import opened
from jornal.demo.opened import NotOpened, Opened


def test_a_page_leads_to_every_enterprise(tmp_path: Path):
    found = [Opened("Paso <b>", "25 people", tmp_path, "http://localhost:8001/")]
    text = opened.front(tmp_path, found).read_text(encoding="utf-8")
    assert ('href="http://localhost:8001/"' in text, "Paso &lt;b&gt;" in text, "<b>Paso <b>" in text) == (
        True,
        True,
        False,
    )


def test_a_home_without_a_register_is_not_waited_for(tmp_path: Path):
    with pytest.raises(NotOpened, match="do not answer"), opened.opened([("A", "", tmp_path)]):
        raise AssertionError


def test_the_pages_answer_until_the_block_ends(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    sqlite.home.chmod(0o700)
    with (
        opened.opened([("A", "", sqlite.home)]) as (one,),
        urllib.request.urlopen(f"{one.address}alive") as answer,
    ):
        assert answer.status == 204
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(f"{one.address}alive", timeout=2)
