"""The first page, as a browser gets it."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client

from commanded import at_home
from hands import hand
from jornal.facts.organisation import Site
from jornal.journal import chain, place
from jornal.journal.record import record


@pytest.fixture
def browser(sqlite, monkeypatch):
    at_home(sqlite, monkeypatch, names=True)
    return Client(headers={"host": "localhost"})


def of_site(label: str, *languages: str) -> None:
    found = Site(
        site="cusco", label=label, enterprise="e", authority="a", jurisdiction="pe", currency="PEN",
        zone="America/Lima", languages={"languages": list(languages)}, opened_on=date(2026, 1, 1),
    )  # fmt: skip
    record([found], "hq", hand())


def test_it_shows_each_book_with_its_head_and_how_the_rest_stands(browser):
    of_site("Workshop in Cusco", "en")
    answer = browser.get("/")
    text = answer.content.decode()
    code = chain.shown(chain.code(place.found("hq").digest))
    assert (answer.status_code, f"<td>hq</td><td>3</td><td>{code}</td>" in text) == (200, True)
    assert ("All stand." in text, "They are locked." in text, "None was made yet." in text) == (
        True,
        True,
        True,
    )


@pytest.mark.parametrize(
    ("language", "says"),
    [("es", "El registro"), ("th", "บันทึกหลัก"), ("da", "Registret"), ("qu", "The register")],
)
def test_it_speaks_the_language_of_the_site(browser, language, says):
    of_site("Taller", language)
    text = browser.get("/").content.decode()
    assert (says in text, "{" in text) == (True, False)


def test_a_label_cannot_bring_anything_into_the_page(browser):
    of_site("<script>alert(1)</script>", "en")
    assert "<script" not in browser.get("/").content.decode()


def test_it_is_small_and_needs_no_script(browser):
    pages = [browser.get(path).content for path in ("/", "/look.css")]
    assert sum(map(len, pages)) < 10_000
    assert b"<script" not in pages[0]
    assert b"width=device-width" in pages[0]


def test_what_is_wrong_stands_on_it(browser):
    with connection.cursor() as cursor:
        cursor.execute('DROP TRIGGER "jornal_entry_delete"')
    assert '<div class="bad"><dt>Guards</dt>' in browser.get("/").content.decode()


def test_it_can_be_asked_whether_it_is_alive_without_the_database(browser):
    answer = browser.get("/alive")
    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize(("method", "path"), [("post", "/"), ("put", "/alive"), ("delete", "/look.css")])
def test_nothing_can_be_sent_to_it(browser, method, path):
    assert getattr(browser, method)(path).status_code == 405


def test_it_answers_under_its_own_names_only(browser):
    assert browser.get("/", headers={"host": "evil.example"}).status_code == 400
