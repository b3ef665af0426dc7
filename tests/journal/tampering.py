"""What a person with the file, the owner's password and time can do to a register, for the tests that find it out."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg
from django.db import DatabaseError, connection, transaction

from databases import Database
from hands import LAPTOP
from jornal.journal import chain, guard
from jornal.journal.entry import Entry, Head
from jornal.journal.node import Node
from jornal.journal.place import signed_text

Run = Callable[..., Any]


@contextmanager
def owner(database: Database) -> Iterator[Run]:
    """Statements as somebody who owns the database, on a connection of his own; with %s for values."""
    if database.vendor == "sqlite":
        with closing(sqlite3.connect(database.home / "register.sqlite3", isolation_level=None)) as db:
            yield lambda statement, *values: db.execute(statement.replace("%s", "?"), values).fetchall()
        return
    with psycopg.connect(database.owner_url, autocommit=True) as db:

        def run(statement: str, *values: Any) -> Any:
            cursor = db.execute(statement, values or None)
            return cursor.fetchall() if cursor.description else []

        yield run


@contextmanager
def unguarded(database: Database) -> Iterator[Run]:
    """The same with the guards taken off, and put on again behind him so that nothing shows."""
    tables = [model._meta.db_table for model in guard.guarded()]
    with owner(database) as run:
        if database.vendor == "sqlite":
            for name in guard.expected():
                run(f'DROP TRIGGER "{name}"')
        else:
            for table in tables:
                run(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield run
        if database.vendor == "sqlite":
            for statement in guard.expected().values():
                run(statement)
        else:
            for table in tables:
                run(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    guard.check(connection)


def reworded(body: str, **changes: Any) -> str:
    """A body with other content, in the form jornal writes."""
    table = json.loads(body)
    for name, value in changes.items():
        (table if name in table else table["is"])[name] = value
    return json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def rechained(run: Run, book: str, *, sign: Node | None = LAPTOP) -> None:
    """Every digest of a book made anew from the texts, and every head with its code; signed where a key is given."""
    digest = chain.first(book)
    digests = {}
    for entry in Entry.objects.filter(book=book).order_by("seq"):
        digest = digests[entry.seq] = chain.after(digest, entry.body)
        run("UPDATE jornal_entry SET digest = %s WHERE id = %s", digest, entry.pk)
    if sign is None:
        return
    for head in Head.objects.filter(book=book):
        new = digests[head.seq]
        signature = sign.sign(signed_text(book, head.seq, new, head.why, head.signed_at))
        run(
            "UPDATE jornal_head SET digest = %s, code = %s, signature = %s WHERE id = %s",
            *(new, chain.code(new), signature, head.pk),
        )


def refused(statement: str) -> bool:
    """Whether the database refuses a statement."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError:
        return True
    return False
