"""A kind's table as it stands held against the same table entered again, row by row and column by column."""

import json
import uuid
from collections.abc import Callable, Collection, Iterator
from typing import Any

from django.db import DatabaseError, connections, models

from jornal.journal import insert
from jornal.journal.canon import fact_from
from jornal.journal.columns import Sealed
from jornal.journal.entry import Entry
from jornal.journal.fact import Cursor, Fact
from jornal.journal.faults import DAMAGED_TABLE, NO_ENTRY, NO_ROW, OTHER_VALUE, RESTORE, TELL, Fault
from jornal.journal.walk import parsed

Values = dict[str, Any]
Form = Callable[[Any], Any]


def table_faults(
    kind: type[Fact], using: str, upto: Cursor, refused: Collection[uuid.UUID] = ()
) -> Iterator[Fault]:
    """What differs between a kind's table and the one entered again in the database `using`.

    `upto` says how far each book was entered again: rows beyond it are held against their entries one by one.
    `refused` are those that could not be entered; they were told of already.
    """
    skipped = {one.hex for one in refused}
    late: list[Values] = []
    try:
        for recorded, stands in _pairs(stored(kind, using), stored(kind)):
            if recorded is None and stands is not None:
                if stands["id"] in skipped:
                    continue
                if _beyond(stands, upto):
                    late.append(stands)
                    continue
                yield _never(kind, stands)
            elif stands is None and recorded is not None:
                yield _fault(NO_ROW, kind, recorded)
            elif recorded is not None and stands is not None:
                yield from _differences(kind, recorded, stands)
    except DatabaseError as fault:
        facts = (("kind", _words(kind.KIND)), ("told", str(fault).strip()))
        yield Fault(DAMAGED_TABLE, RESTORE, "", facts)
    for stands in late:
        yield from _late(kind, stands, using)


def _beyond(row: Values, upto: Cursor) -> bool:
    return type(row["seq"]) is int and row["seq"] > upto.get(str(row["book"]), 0)


def _late(kind: type[Fact], stands: Values, using: str) -> Iterator[Fault]:
    """A row that came while the audit ran has its entry by now; one that was put there has none."""
    entry = Entry.objects.filter(book=stands["book"], seq=stands["seq"], kind=kind.KIND).first()
    body = parsed(entry.body) if entry else None
    if body is None or str(body["id"]).replace("-", "") != stands["id"]:
        yield _never(kind, stands)
        return
    insert.rows([fact_from(body)], using)
    (recorded,) = stored(kind, using, only=stands["id"])
    yield from _differences(kind, recorded, stands)


def _pairs(
    first: Iterator[Values], second: Iterator[Values]
) -> Iterator[tuple[Values | None, Values | None]]:
    """Two tables in order of id, row beside row; None where one has no such row."""
    one, other = next(first, None), next(second, None)
    while one is not None or other is not None:
        if other is None or (one is not None and _order(one) < _order(other)):
            yield one, None
            one = next(first, None)
        elif one is None or _order(other) < _order(one):
            yield None, other
            other = next(second, None)
        else:
            yield one, other
            one, other = next(first, None), next(second, None)


def _order(row: Values) -> tuple[int, Any]:
    """SQLite's order of values of any type: numbers, then text, then bytes; an id that is no text was put there."""
    value = row["id"]
    return (1, value) if isinstance(value, str) else (2 if isinstance(value, bytes) else 0, value)


def stored(kind: type[Fact], using: str = "default", *, only: str = "", book: str = "") -> Iterator[Values]:
    """The rows of a table in the form in which SQLite stores them, whatever the database.

    In order of id, or those of one book in the order of the book; with `only` the one row of that id.
    """
    connection = connections[using]
    fields = kind._meta.concrete_fields  # noqa: SLF001
    sqlite = connection.vendor == "sqlite"
    forms = [(field.name, _stored(field) if sqlite else _as_sqlite(field)) for field in fields]
    mark = "+" if sqlite else ""  # keeps the adapter from making dates of whatever stands there
    columns = ", ".join(f"{mark}{connection.ops.quote_name(str(field.column))}" for field in fields)
    table = connection.ops.quote_name(kind._meta.db_table)  # noqa: SLF001
    which = "WHERE book = %s ORDER BY seq" if book else "ORDER BY id"
    if only:
        which = f"WHERE id = '{uuid.UUID(only).hex}'"
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table} {which}", [book] if book else [])  # noqa: S608
        while some := cursor.fetchmany(2000):
            for row in some:
                yield {
                    name: value if form is None or value is None else form(value)
                    for (name, form), value in zip(forms, row, strict=True)
                }


def _stored(field: "models.Field[Any, Any]") -> Form | None:
    return _table if isinstance(field, models.JSONField) else None


def _as_sqlite(field: "models.Field[Any, Any]") -> Form | None:
    """What makes a value of PostgreSQL the one that SQLite would store."""
    if isinstance(field, models.JSONField):
        return _table
    if isinstance(field, models.UUIDField):
        return lambda value: value.hex
    if isinstance(field, models.DateTimeField):
        return lambda value: str(value.replace(tzinfo=None))
    if isinstance(field, models.DateField):
        return lambda value: value.isoformat()
    return int if isinstance(field, models.BooleanField) else None


def _table(text: Any) -> Any:
    """A stored table with its keys in order, as text; what is none stays as it is."""
    try:
        return json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False)
    except (ValueError, TypeError):
        return text


def _differences(kind: type[Fact], recorded: Values, stands: Values) -> Iterator[Fault]:
    if recorded == stands and list(map(type, recorded.values())) == list(map(type, stands.values())):
        return
    for field in kind._meta.concrete_fields:  # noqa: SLF001
        ours, theirs = recorded[field.name], stands[field.name]
        if ours == theirs and type(ours) is type(theirs):
            continue
        sealed = isinstance(field, Sealed)
        yield _fault(
            OTHER_VALUE,
            kind,
            recorded,
            column=_words(field.name),
            stands="…" if sealed else _short(theirs),
            recorded="…" if sealed else _short(ours),
        )


def _never(kind: type[Fact], row: Values) -> Fault:
    """A row without an entry; what stands in it may be anything."""
    facts = (("what", _label(kind, row)), ("seq", _short(row["seq"])))
    return Fault(NO_ENTRY, TELL, str(row["book"]), facts)


def _fault(key: str, kind: type[Fact], row: Values, **facts: Any) -> Fault:
    return Fault(key, TELL, row["book"], (("what", _label(kind, row)), *facts.items()), row["seq"])


def _label(kind: type[Fact], row: Values) -> str:
    return f"{_words(kind.KIND)} {', '.join(_short(row[name]) for name in kind.KEY)}"


def _words(name: str) -> str:
    return name.replace("_", " ")


def _short(value: Any) -> str:
    text = str(value)
    return f'"{text[:60]}…"' if len(text) > 60 else text or '""'
