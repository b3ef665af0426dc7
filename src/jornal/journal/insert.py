"""Rows into tables, as they are: many at once without the cost of one object each."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connections, models

Row = models.Model


def rows(found: Iterable[Row], using: str = "default") -> None:
    """Adds rows of any tables, in the order given within each table."""
    by_table: dict[type[Row], list[Row]] = {}
    for row in found:
        by_table.setdefault(type(row), []).append(row)
    for model, some in by_table.items():
        _into(model, some, using)


def entries(found: Sequence[tuple[str, int, str, str, str]], using: str = "default") -> None:
    """Adds entries given as (book, seq, kind, body, digest): one is made for every fact, so it has no object."""
    with connections[using].cursor() as cursor:
        cursor.executemany(
            "INSERT INTO jornal_entry (book, seq, kind, body, digest) VALUES (%s, %s, %s, %s, %s)", found
        )


def _into(model: type[Row], some: Sequence[Row], using: str) -> None:
    connection = connections[using]
    fields = [field for field in model._meta.concrete_fields if not field.generated and not _numbered(field)]  # noqa: SLF001
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608, SLF001 (names of our own tables)
    values = [(field.attname, _prepared(field, connection)) for field in fields]
    with connection.cursor() as cursor:
        cursor.executemany(
            statement,
            [
                tuple(
                    form(getattr(row, name)) if form is not None else getattr(row, name)
                    for name, form in values
                )
                for row in some
            ],
        )


def _numbered(field: "models.Field[Any, Any]") -> bool:
    return isinstance(field, models.AutoField)


def _prepared(field: "models.Field[Any, Any]", connection: Any) -> Callable[[Any], Any] | None:
    """What makes a value ready for the database; None where it is so already."""
    if isinstance(field, (models.CharField, models.TextField, models.BooleanField)):
        return None
    if isinstance(field, models.BigIntegerField):
        return None
    if isinstance(field, models.UUIDField) and not connection.features.has_native_uuid_field:
        return lambda value: None if value is None else value.hex
    return lambda value: field.get_db_prep_save(value, connection)
