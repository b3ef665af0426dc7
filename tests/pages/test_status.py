"""How the register stands, behind its door."""

import pytest
from django.db import connection
from django.test import Client

import browsing
import offices
from jornal.accounts.models import Account
from jornal.journal import chain, place
from jornal.pages import names
from vaulted import PASSPHRASE

ADDRESS = "/cusco/register"


@pytest.fixture
def here(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch, vault=True)


def test_it_shows_each_book_with_its_head_and_how_the_rest_stands(database, monkeypatch):
    browsing.opened(database, monkeypatch, vault=True)
    text = browsing.text(browsing.member("S3", "site_manager").get(ADDRESS))
    code = chain.shown(chain.code(place.found("hq").digest))
    assert f'<th scope="row">hq</th><td class="n">{place.found("hq").seq}</td><td>{code}</td>' in text
    assert ("All stand." in text, "They are locked." in text, "None was made yet." in text) == (
        True,
        True,
        True,
    )


def test_a_site_sees_its_own_books_and_headquarters_all(here):
    offices.office(site="lima")
    browsing.site("lima")
    site = browsing.text(browsing.member("S3", "site_manager").get(ADDRESS))
    everywhere = browsing.text(browsing.member("S4", "hq_operations", "").get("/hq/register"))
    assert ('row">lima<' in site, 'row">hq.lima<' in site, 'row">hq.cusco<' in site) == (False, False, True)
    assert ('row">lima<' in everywhere, 'row">cusco<' in everywhere) == (True, True)


@pytest.mark.parametrize(
    ("language", "says"),
    [("es", "El registro"), ("th", "บันทึกหลัก"), ("da", "Registret"), ("qu", "The register")],
)
def test_it_speaks_the_language_of_the_site(here, language, says):
    browsing.site("second", languages=(language,))
    client = browsing.member("S3", "site_manager", "second")
    Account.objects.update(language="")
    text = browsing.text(client.get("/second/register"))
    assert (says in text, "{" in text.partition("<body")[2]) == (True, False)


def test_a_label_cannot_bring_anything_into_the_page(here):
    browsing.site("second", "<script>alert(1)</script>")
    assert "<script>alert" not in browsing.text(
        browsing.member("S3", "site_manager", "second").get("/second/register")
    )


def test_what_is_wrong_stands_on_it(here):
    client = browsing.member("S3", "auditor")
    with connection.cursor() as cursor:
        cursor.execute('DROP TRIGGER "jornal_entry_delete"')
    text = browsing.text(client.get(ADDRESS))
    assert ("A guard is missing. Nothing can be recorded" in text, 'class="badge bad">!' in text) == (
        True,
        True,
    )


def test_names_that_are_open_are_told_to_those_who_see_them_alone(here):
    names.opened(PASSPHRASE)
    says = [
        "They are open" in browsing.text(browsing.member(staff, role).get(ADDRESS))
        for staff, role in (("S3", "site_manager"), ("S4", "auditor"))
    ]
    assert says == [True, False]


def test_it_can_be_asked_whether_it_is_alive_without_the_database():
    answer = Client(headers={"host": "localhost"}).get("/alive")
    assert (answer.status_code, answer.content, answer.cookies) == (204, b"", {})


@pytest.mark.parametrize(("method", "path"), [("post", "/"), ("put", "/alive"), ("put", ADDRESS)])
def test_nothing_can_be_sent_to_it(here, method, path):
    assert getattr(browsing.member("S3", "site_manager"), method)(path).status_code == 405


def test_it_answers_under_its_own_names_only(here):
    assert (
        browsing.member("S3", "site_manager").get(ADDRESS, headers={"host": "evil.example"}).status_code
        == 400
    )
