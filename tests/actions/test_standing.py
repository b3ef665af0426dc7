"""Where the register stands."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from hands import LAPTOP, STRANGER, hand
from jornal.actions.standing import languages, standing
from jornal.facts.organisation import Site
from jornal.journal import books, node, place
from jornal.journal.node import NoNode
from jornal.journal.record import record
from offices import office

NOW = datetime(2026, 10, 1, 13, tzinfo=UTC)


def site(said):
    return Site(
        site="cusco", label="Workshop in Cusco", enterprise="e", authority="a", jurisdiction="pe", currency="PEN",
        zone="America/Lima", languages=said, opened_on=date(2026, 1, 1),
    )  # fmt: skip


@pytest.fixture
def home(sqlite):
    node.made(sqlite.home, seed=bytes(LAPTOP.key))
    office()
    return sqlite.home


def test_it_is_the_site_whose_book_is_written_here_in_its_first_language(home):
    record([site({"languages": ["es", "en"]})], "hq", hand())
    found = standing(home, NOW)
    assert (found.label, found.language, found.country) == ("Workshop in Cusco", "es", "pe")
    assert [(book.book, book.entries, book.ours) for book in found.books] == [
        ("cusco", 1, True),
        ("hq", 3, True),
        ("hq.cusco", 1, True),
    ]


@pytest.mark.parametrize("said", [{"languages": ["es", "en"]}, ["es", "en"]])
def test_languages_are_listed_the_first_one_first(said):
    assert languages(site(said)) == ["es", "en"]


def test_a_book_of_another_computer_is_told_apart(home):
    books.opened("lima", "hq", hand(node=STRANGER))
    assert {book.book for book in standing(home, NOW).books if not book.ours} == {"lima"}


def test_a_clock_that_went_back_is_seen(home):
    last = place.found("cusco").at
    assert standing(home, last - timedelta(minutes=9)).clock is None
    assert standing(home, last - timedelta(minutes=11)).clock == last


def test_a_guard_that_is_gone_is_seen(home):
    with connection.cursor() as cursor:
        cursor.execute('DROP TRIGGER "jornal_entry_delete"')
    assert "jornal_entry_delete" in standing(home, NOW).guards


def test_the_newest_backup_counts(home):
    (home / "backups").mkdir()
    assert standing(home, NOW).backup is None
    (home / "backups" / "jornal-cusco-2026-10-01T1300Z.backup").write_bytes(b"x")
    assert standing(home, NOW).backup is not None


def test_where_there_is_no_register_it_is_said(tmp_path):
    with pytest.raises(NoNode):
        standing(tmp_path, NOW)
