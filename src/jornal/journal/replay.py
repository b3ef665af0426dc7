"""Every entry of every book entered again into an empty database, whose tables then have to be those that stand."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import DatabaseError, connection, connections, transaction

from jornal.journal import insert
from jornal.journal.canon import NotCanonical, UnknownKind, fact_from
from jornal.journal.entry import Entry
from jornal.journal.fact import Fact, kinds
from jornal.journal.faults import (
    COUNT,
    FULL,
    NEWER,
    NOT_REPLAYED,
    TELL,
    UNKNOWN_KIND,
    UNREADABLE,
    Fault,
    add,
)
from jornal.journal.place import books
from jornal.journal.tables import table_faults
from jornal.journal.verify import Row, entries
from jornal.journal.walk import parsed

AT_ONCE = 1000
_OPTIONS = "PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; PRAGMA cache_size=-32000"


def replayed_faults() -> list[Fault]:
    """What stands in the tables otherwise than it was recorded: rows altered, gone, or never recorded.

    Needs room on the disk for the tables once more, in the folder for temporary files. What is recorded while it
    runs is no fault.
    """
    upto = _ends()
    found: list[Fault] = []
    with empty() as using:
        refused: set[uuid.UUID] = set()
        for book in upto:
            for fault in _again(book, upto[book], using, refused):
                add(found, fault)
        for kind in kinds().values():
            for fault in table_faults(kind, using, upto, refused):
                add(found, fault)
    return found


def counts_faults(*, each: bool = False) -> list[Fault]:
    """Where a book has more or fewer rows of a kind than entries: the quick form, for every day.

    As long as there are as many rows as entries in all, kinds are counted one by one only with `each`, which takes
    a second for a million entries.
    """
    names = sorted(kinds())
    tables = {name: kinds()[name]._meta.db_table for name in names}  # noqa: SLF001
    every = ["SELECT 0, kind, book, count(*) FROM jornal_entry GROUP BY kind, book"]
    every += [f"SELECT 1, '{name}', book, count(*) FROM {tables[name]} GROUP BY book" for name in names]  # noqa: S608
    rows = " + ".join(f"(SELECT count(*) FROM {table})" for table in tables.values())  # noqa: S608
    with connection.cursor() as cursor:
        if not each:
            cursor.execute(f"SELECT (SELECT count(*) FROM jornal_entry) - ({rows})")  # noqa: S608
            if cursor.fetchone()[0] == 0:
                return []
        cursor.execute(" UNION ALL ".join(every))  # one statement sees one state of the database
        found = cursor.fetchall()
    recorded = {(kind, book): number for of, kind, book, number in found if not of}
    standing = {(kind, book): number for of, kind, book, number in found if of}
    return [
        Fault(COUNT, FULL, book, (("kind", _words(kind)), ("entries", entries), ("rows", rows)))
        for kind, book in sorted(recorded.keys() | standing.keys())
        for entries, rows in [(recorded.get((kind, book), 0), standing.get((kind, book), 0))]
        if entries != rows
    ]


@contextmanager
def empty() -> Iterator[str]:
    """A database of its own with every kind's table, constraints and all, and nothing in it; gives its alias."""
    alias = f"replay {uuid.uuid4().hex}"
    with TemporaryDirectory(prefix="jornal-replay-") as folder:
        settings = {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": Path(folder) / "replay.sqlite3",
            "OPTIONS": {"init_command": _OPTIONS},
        }
        connections.settings[alias] = connections.configure_settings({"default": {}, alias: settings})[alias]
        try:
            with connections[alias].schema_editor() as editor:
                for kind in kinds().values():
                    editor.create_model(kind)
            yield alias
        finally:
            connections[alias].close()
            del connections[alias]
            del connections.settings[alias]


def _ends() -> dict[str, int]:
    return {
        book: Entry.objects.filter(book=book).order_by("seq").values_list("seq", flat=True).last() or 0
        for book in books()
    }


def _again(book: str, last: int, using: str, refused: set[uuid.UUID]) -> Iterator[Fault]:
    """Enters a book again up to a place; faults where an entry is no fact or the database refuses it."""
    some: list[Fact] = []
    for row in entries(book):
        if row[0] > last:
            break
        fact = _fact(book, row)
        if isinstance(fact, Fault):
            yield fact
            continue
        some.append(fact)
        if len(some) >= AT_ONCE:
            yield from _entered(some, using, refused)
            some = []
    yield from _entered(some, using, refused)


def _fact(book: str, row: Row) -> Fact | Fault:
    seq, kind, text, _ = row
    body = parsed(text)
    if body is None:
        return Fault(UNREADABLE, TELL, book, (), seq)
    try:
        return fact_from(body)
    except UnknownKind:
        return Fault(UNKNOWN_KIND, NEWER, book, (("kind", kind), ("version", body["v"])), seq)
    except (ValueError, TypeError, KeyError, AttributeError, NotCanonical):
        return Fault(UNREADABLE, TELL, book, (), seq)


def _entered(some: list[Fact], using: str, refused: set[uuid.UUID]) -> Iterator[Fault]:
    try:
        with transaction.atomic(using=using):
            insert.rows(some, using)
    except (DatabaseError, ValueError, TypeError, OverflowError) as fault:
        if len(some) > 1:
            for one in some:
                yield from _entered([one], using, refused)
            return
        (one,) = some
        refused.add(one.id)
        facts = (("what", str(one)), ("told", str(fault)))
        yield Fault(NOT_REPLAYED, TELL, one.book, facts, one.seq)


def _words(kind: str) -> str:
    return kind.replace("_", " ")
