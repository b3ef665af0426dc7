"""The canonical bytes of a fact, and the fact that such bytes are; once stored they are never made again."""

import json
import re
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from django.db import models

from jornal.journal.columns import LARGEST
from jornal.journal.fact import Fact, kinds

Body = dict[str, Any]


class NotCanonical(ValueError):
    """A value that has no one form of bytes, or does not fit its column."""

    def __init__(self, where: str, value: object, why: str) -> None:
        super().__init__(f"{where} cannot be recorded as {str(value)[:60]!r}: {why}.")


class UnknownKind(ValueError):
    """Bytes of a kind or version that this release does not know."""

    def __init__(self, kind: str, version: object) -> None:
        super().__init__(f'This release knows no fact "{kind}" of version {version}. Install a newer jornal.')


_NULL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(body: Body) -> str:
    """The one text of a table of plain values, as RFC 8785 has it for text, whole numbers, booleans and null.

    Raises NotCanonical for text with half of a surrogate pair, or with a null character, which PostgreSQL cannot
    keep. Floats and numbers beyond 2**53 are refused before, by the columns.
    """
    text = _ENCODER.encode(body)
    if "\\u0000" in text and _NULL.search(text):
        raise NotCanonical("Text", ascii(text)[:60], "it holds a null character")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise NotCanonical("Text", ascii(text)[:60], "it holds half a character") from None
    return text


def instant(at: datetime) -> str:
    """A UTC instant to the millisecond."""
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"


def body_of(fact: Fact, epoch: int) -> Body:
    """The table of a fact that has its place."""
    return {
        "at": instant(fact.recorded_at),
        "book": fact.book,
        "by": fact.by,
        "corrects": str(fact.corrects) if fact.corrects else None,
        "done_by": _text(fact.done_by, 60, "done by"),
        "done_on": fact.done_on.isoformat() if fact.done_on else None,
        "epoch": epoch,
        "id": str(fact.id),
        "is": {name: plain(getattr(fact, name)) for name, plain in _plain(type(fact))},
        "kind": fact.KIND,
        "role": fact.role,
        "root": str(fact.root),
        "seq": fact.seq,
        "v": fact.VERSION,
        "void": fact.void,
        "why": _text(fact.why, 500, "why"),
    }


def fact_from(body: Body) -> Fact:
    """The fact that a body is. Columns that are newer than the body have their default. Raises UnknownKind."""
    kind = kinds().get(body["kind"])
    if kind is None or not 1 <= body["v"] <= kind.VERSION:
        raise UnknownKind(body["kind"], body["v"])
    held = body["is"]
    content = {
        field.name: _back(field, held[field.name]) if field.name in held else field.get_default()
        for field in kind.content()
    }
    return kind(
        id=uuid.UUID(body["id"]),
        root=uuid.UUID(body["root"]),
        corrects=uuid.UUID(body["corrects"]) if body["corrects"] else None,
        void=body["void"],
        book=body["book"],
        seq=body["seq"],
        by=body["by"],
        role=body["role"],
        recorded_at=datetime.fromisoformat(body["at"]),
        done_on=date.fromisoformat(body["done_on"]) if body["done_on"] else None,
        done_by=body["done_by"],
        why=body["why"],
        **content,
    )


def _back(field: "models.Field[Any, Any]", value: Any) -> Any:
    if value is None:
        return None
    if isinstance(field, models.UUIDField):
        return uuid.UUID(value)
    if isinstance(field, models.DateTimeField):
        return datetime.fromisoformat(value)
    if isinstance(field, models.DateField):
        return date.fromisoformat(value)
    return value


Plain = Callable[[Any], Any]
_plains: dict[type[Fact], list[tuple[str, Plain]]] = {}


def _plain(kind: type[Fact]) -> list[tuple[str, Plain]]:
    """For each column of a kind what gives its value's plain form, or refuses it; made once."""
    if kind not in _plains:
        _plains[kind] = [(field.name, _form(field, kind)) for field in kind.content()]
    return _plains[kind]


def _form(field: "models.Field[Any, Any]", kind: type[Fact]) -> Plain:
    where = f"{kind.KIND}.{field.name}"
    form = _bare(field, where)

    def or_none(value: Any) -> Any:
        if value is None:
            if field.null:
                return None
            raise NotCanonical(where, value, "it must be given")
        return form(value)

    return or_none


def _bare(field: "models.Field[Any, Any]", where: str) -> Plain:
    if isinstance(field, models.CharField):
        values = frozenset(value for value, _ in field.choices or ())
        most, needed = field.max_length or 0, not field.blank
        return lambda value: _word(value, most, where, values, needed=needed)
    for sort, form in _FORMS:
        if isinstance(field, sort):
            return lambda value: form(value, where)
    raise TypeError(f"{where} has a column that no fact may have.")


def _word(value: Any, most: int, where: str, values: frozenset[Any], *, needed: bool) -> str:
    if values and value not in values:
        raise NotCanonical(where, value, f"it is one of {', '.join(map(str, sorted(values)))}")
    if needed and not value:
        raise NotCanonical(where, value, "it must be given")
    return _text(value, most, where)


def _text(value: Any, most: int, where: str) -> str:
    if type(value) is not str:
        raise NotCanonical(where, value, "it is not text")
    if len(value) > most:
        raise NotCanonical(where, value, f"it is longer than {most} characters")
    return value


def _whole(value: Any, where: str) -> int:
    if type(value) is not int or not -LARGEST <= value <= LARGEST:
        raise NotCanonical(where, value, "it is not a whole number below 2**53")
    return value


def _day(value: Any, where: str) -> str:
    if type(value) is not date:
        raise NotCanonical(where, value, "it is not a day")
    return value.isoformat()


def _instant(value: Any, where: str) -> str:
    if (
        not isinstance(value, datetime)
        or value.utcoffset() != UTC.utcoffset(None)
        or value.microsecond % 1000
    ):
        raise NotCanonical(where, value, "it is not a UTC instant to the millisecond")
    return instant(value)


def _boolean(value: Any, where: str) -> bool:
    if type(value) is not bool:
        raise NotCanonical(where, value, "it is neither yes nor no")
    return value


def _unique(value: Any, where: str) -> str:
    if not isinstance(value, uuid.UUID):
        raise NotCanonical(where, value, "it names no fact")
    return str(value)


def _free(value: Any, where: str) -> str:
    return _text(value, 100_000, where)


def _table(value: Any, where: str) -> Any:
    if isinstance(value, dict):
        if not all(isinstance(key, str) and key.isascii() for key in value):
            raise NotCanonical(where, value, "its keys are not plain text")
        return {key: _table(held, where) for key, held in value.items()}
    if isinstance(value, list):
        return [_table(held, where) for held in value]
    if type(value) is int:
        return _whole(value, where)
    if value is None or type(value) in (str, bool):
        return value
    raise NotCanonical(where, value, "it is not plain")


_FORMS: tuple[tuple[Any, Callable[[Any, str], Any]], ...] = (
    (models.UUIDField, _unique),
    (models.DateTimeField, _instant),
    (models.DateField, _day),
    (models.BooleanField, _boolean),
    (models.JSONField, _table),
    (models.BigIntegerField, _whole),
    (models.TextField, _free),
)
