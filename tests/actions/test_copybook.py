"""What a backup says: written from a register, read again with every check."""

import gzip
import json

import pytest
from django.db import connection

from hands import HEADQUARTERS, LAPTOP, hand
from jornal import __version__
from jornal.actions.copybook import Broken, NewerBackup, NotABackup, Reading, written
from jornal.journal import books, chain, place
from jornal.journal.entry import Entry, Head
from jornal.journal.record import record
from lost import AT, laptop, shift, shifts


def bytes_of(node=LAPTOP):
    return b"".join(written(node, AT))


def read(packed, size=1000, **takes):
    reading = Reading(**takes)
    for start in range(0, len(packed), size):
        reading.take(packed[start : start + size])
    return reading.whole()


def repacked(change):
    """The backup after its lines were changed, and signed by nobody."""
    lines = gzip.decompress(bytes_of()).splitlines()
    return gzip.compress(b"".join(line + b"\n" for line in change(lines)))


def test_a_register_is_read_as_it_was_written(database):
    laptop(database)
    shifts(1, 5)
    books.signed("cusco", "day", hand())
    entries, heads = [], []
    found = read(bytes_of(), entry=entries.append, row=heads.append)
    assert [(one.seq, one.body, one.digest) for one in entries] == list(
        Entry.objects.order_by("seq").values_list("seq", "body", "digest")
    )
    assert [(one.seq, one.signed_at, one.signature) for one in heads] == list(
        Head.objects.values_list("seq", "signed_at", "signature")
    )
    end = place.found("cusco")
    assert found.books == [("cusco", 6, end.digest, end.at)]
    assert (found.entries, found.rows, found.broken) == (6, 1, [])
    assert (found.made_at, found.node, found.release) == (AT, LAPTOP.public, __version__)


@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_it_may_be_read_in_pieces_of_any_size(sqlite, size):
    laptop(sqlite)
    shifts(1, 3)
    assert read(bytes_of(), size).entries == 4


@pytest.mark.usefixtures("sqlite")
def test_an_empty_register_has_a_backup_too():
    assert read(bytes_of()).entries == 0


def test_many_books_stand_one_after_the_other(sqlite):
    laptop(sqlite)
    books.opened("all", "everybody", hand(node=HEADQUARTERS))
    shifts(1, 2)
    assert [(one.book, one.seq) for one in read(bytes_of()).books] == [("all", 1), ("cusco", 3)]


def test_what_is_recorded_while_it_is_written_is_in_the_next_one(sqlite):
    laptop(sqlite)
    shifts(1, 5)
    pieces = written(LAPTOP, AT)
    first = next(pieces)
    shifts(6, 9)
    books.signed("cusco", "day", hand())
    found = read(first + b"".join(pieces))
    assert (found.entries, found.rows) == (6, 0)


def test_it_is_text_that_opens_without_jornal(sqlite):
    laptop(sqlite)
    (fact,) = record([shift()], "cusco", hand())
    lines = gzip.decompress(bytes_of()).decode().splitlines()
    assert json.loads(lines[0])["jornal"] == "backup"
    assert json.loads(lines[3])["id"] == str(fact.id)


CHANGES = {
    "an entry left out": lambda lines: lines[:3] + lines[4:],
    "two entries swapped": lambda lines: [*lines[:3], lines[4], lines[3], *lines[5:]],
    "an entry changed": lambda lines: [line.replace(b'"minutes":300', b'"minutes":999') for line in lines],
    "the end cut off": lambda lines: lines[:-1],
    "more after the end": lambda lines: [*lines, lines[3]],
    "the beginning cut off": lambda lines: lines[1:],
    "another computer named": lambda lines: [
        line.replace(LAPTOP.public.encode(), HEADQUARTERS.public.encode()) for line in lines
    ],
    "a later date": lambda lines: [lines[0].replace(b"2026-10-01T17", b"2026-10-09T17"), *lines[1:]],
    "a strange line": lambda lines: [lines[0], b'["what"]', *lines[1:]],
    "a strange table": lambda lines: [lines[0], b'["row","accounts",{}]', *lines[1:]],
    "no text": lambda lines: [lines[0], b"\xff\xfe", *lines[1:]],
    "something else": lambda _: [b"{}"],
    "nothing": lambda _: [],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_backup_that_was_changed_is_none(sqlite, change):
    laptop(sqlite)
    shifts(1, 5)
    with pytest.raises(NotABackup, match="Take another"):
        read(repacked(change))


@pytest.mark.parametrize("packed", [b"", b"hello", gzip.compress(b"x" * 70, mtime=0)[:-4]])
def test_what_is_no_backup_is_told(packed):
    with pytest.raises(NotABackup):
        read(packed)


def test_a_line_without_end_does_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr("jornal.actions.copybook.LONGEST", 1000)
    with pytest.raises(NotABackup, match="no end"):
        read(gzip.compress(b"x" * 100_000, mtime=0))


def test_a_backup_of_a_newer_form_asks_for_its_release(sqlite):
    laptop(sqlite)
    with pytest.raises(NewerBackup, match=r"jornal .*Install"):
        read(repacked(lambda lines: [lines[0].replace(b'"form":1', b'"form":2'), *lines[1:]]))


@pytest.mark.parametrize(
    ("harm", "broken"),
    [
        (
            "UPDATE jornal_entry SET body = replace(body, '\"minutes\":300', '\"minutes\":999') WHERE seq = 3",
            3,
        ),
        ("UPDATE jornal_entry SET body = 'a' || char(10) || 'b' WHERE seq = 4", 4),
        ("DELETE FROM jornal_entry WHERE seq = 3", 4),
        ("UPDATE jornal_entry SET digest = '00' || substr(digest, 3) WHERE seq = 6", 6),
    ],
)
def test_a_register_that_was_altered_is_written_as_it_stands_and_the_place_is_named(sqlite, harm, broken):
    laptop(sqlite)
    shifts(1, 5)
    with connection.cursor() as cursor:
        for name in ("update", "delete"):
            cursor.execute(f"DROP TRIGGER jornal_entry_{name}")
        cursor.execute(harm)
    entries = []
    found = read(bytes_of(), entry=entries.append)
    assert found.broken == [Broken("cusco", broken)]
    assert [(one.seq, one.body, one.digest) for one in entries] == list(
        Entry.objects.order_by("seq").values_list("seq", "body", "digest")
    )
    assert found.books[0].digest == entries[-1].digest != chain.first("cusco")
