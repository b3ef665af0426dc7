"""The consent on paper, in her language."""

import pytest

import acquainted
import browsing
from jornal.facts.people import Worker
from jornal.pages.consentpaper import SAID
from jornal.words.catalogue import Words
from offices import office
from peopled import consenting, offered


@pytest.fixture
def keys(sqlite, monkeypatch):
    return acquainted.opened(sqlite, monkeypatch)


def seen(worker: str, query: str = "") -> str:
    answer = acquainted.manager().get(f"/cusco/people/{worker}/consent{query}")
    assert answer.status_code == 200
    return browsing.text(answer)


def test_it_says_everything_in_her_language_and_that_nobody_reviewed_it(database, monkeypatch):
    keys = acquainted.opened(database, monkeypatch)
    text = seen(consenting(keys))
    assert '<article class="paper" lang="es">' in text
    for key in SAID:
        assert Words("es").say(key) in text
    assert "traducción en borrador" in text
    assert ("Sister Marta" in text, "school: unpaid, same privileges" in text) == (True, True)


def test_in_english_there_is_nothing_to_review(keys):
    text = seen(consenting(keys), "?language=en")
    assert ("draft translation" in text, SAID[0] in text, "consent 1 en" in text) == (False, True, True)


def test_a_language_without_a_text_is_named(keys):
    assert "There is no text in her language yet." in seen(offered(keys, language="qu"))


def test_without_an_offer_there_is_no_paper(keys):
    keys.mint("QC1")
    office().put([Worker(worker="QC1")])
    assert acquainted.manager().get("/cusco/people/QC1/consent").status_code == 404
    assert acquainted.manager().get("/cusco/people/QX9/consent").status_code == 404


def test_the_pay_that_was_offered_stands_on_it(sqlite, monkeypatch):
    acquainted.paid(sqlite, monkeypatch, day="2026-11-05")
    said = {
        "who": "known", "worker": "Q01", "language": "en", "terms": "cusco-hourly/maker", "day": "2026-11-05",
        "alternatives": "none: nothing changes", "answer": "refused", "at": "check", "go": "record",
    }  # fmt: skip
    acquainted.manager().post("/cusco/people/offer", said)
    text = seen("Q01")
    assert "S/\u00a011.80; the floor is S/\u00a0" in text
    assert "Knitters, by the hour · maker" in text
