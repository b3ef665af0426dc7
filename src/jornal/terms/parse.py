"""Raw tables into shapes: every fault of a table at once, each one sentence with row, key and next step."""

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from jornal.terms.rowname import Place, says
from jornal.units.faults import near, shortened

Shaped = TypeVar("Shaped")
LONGEST_TEXT = 2000
_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}
_MISLEADING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def shaped(
    kind: type[Shaped], raw: Mapping[str, Any], where: Callable[[Place], str]
) -> tuple[Shaped | None, list[str]]:
    """The raw table as one shape, or None and what is wrong with it.

    `where` turns a place into file and row.
    """
    faults = [says(where(place), place, raw, text) for place, text in _bad_text(raw)]
    if faults:
        return None, faults
    try:
        written = json.dumps(raw, default=_plain)
        return adapter(kind).validate_json(written), []
    except ValidationError as refused:
        errors = refused.errors(include_url=False)
        return None, [
            says(where(error["loc"]), error["loc"], raw, _sentence(kind, error)) for error in errors
        ]
    except (ValueError, RecursionError):
        return None, [f"{where(())}: it holds a number too large to read. Correct it and try again."]


def adapter(kind: type[Shaped]) -> TypeAdapter[Shaped]:
    """The validator of a shape, built once."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def keys_at(kind: Any, place: Place) -> list[str]:
    """The keys that the shape at a place knows."""
    for step in place:
        if isinstance(step, int) or not is_dataclass(kind):
            continue
        kind = _inner(get_type_hints(kind).get(step))
    return [field.name for field in fields(kind)] if is_dataclass(kind) else []


def _inner(kind: Any) -> Any:
    """The dataclass inside `tuple[X, ...]` or `X | None`, else the kind itself."""
    held = [part for part in get_args(kind) if is_dataclass(part)]
    return held[0] if held else kind


def _plain(value: Any) -> str:
    """Days as ISO text; a time or a date with a time is kept long, so that the shape refuses it."""
    return value.isoformat() if type(value) is date else f"{value} (with a time)"


_DAY = "is not a day. Write it without quotation marks and without a time, such as 2025-01-01."
_PLAINLY = {
    "int_type": "is not a whole number. Write digits only, such as 240.",
    "int_from_float": "is not a whole number. Write digits only, such as 240.",
    "string_type": "is not text. Write it in quotation marks.",
    "bool_type": "is neither yes nor no. Write true or false.",
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "tuple_type": "is not a list. Write it in square brackets, or its rows under [[headings]].",
    "dataclass_type": "is not a table of keys. Write its keys in curly brackets or under a heading.",
}


def _sentence(kind: Any, error: Any) -> str:
    value, why = shortened(error["input"]), error["type"]
    if why == "unexpected_keyword_argument":
        known = keys_at(kind, error["loc"][:-1])
        hint = near(str(error["loc"][-1]), known) or f" Known: {', '.join(known)}."
        return f"there is no such key.{hint} Correct the spelling or remove it."
    if why == "missing":
        return "it is missing. Add it."
    if why == "literal_error":
        return _not_allowed(error["input"], error["ctx"]["expected"].replace("'", ""))
    if why == "value_error":
        return f"{error['ctx']['error']}."
    return f"{value} {_PLAINLY.get(why, 'cannot be used here. Correct it.')}"


def _not_allowed(written: Any, allowed: str) -> str:
    hint = near(written, allowed.replace(" or ", ", ").split(", ")) if isinstance(written, str) else ""
    return f"{shortened(written)} is not one of the words allowed.{hint} Write {allowed}."


def _bad_text(raw: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Places where a text or a key holds signs that no paper can print, or far too much of it."""
    if isinstance(raw, dict):
        for key, value in raw.items():
            if _unprintable(key) or len(key) > 100:
                yield (
                    (*place, shortened(key)),
                    "the key holds signs that cannot be printed. Write it in plain letters.",
                )
            else:
                yield from _bad_text(value, (*place, key))
    elif isinstance(raw, list):
        for number, value in enumerate(raw):
            yield from _bad_text(value, (*place, number))
    elif isinstance(raw, str) and _unprintable(raw):
        yield place, "the text holds a sign that cannot be printed. Type it again without it."
    elif isinstance(raw, str) and len(raw) > LONGEST_TEXT:
        yield place, f"the text is too long. Use at most {LONGEST_TEXT} letters."


def _unprintable(text: str) -> bool:
    if text.isprintable():  # nearly every text, at once
        return any(letter in text for letter in _MISLEADING)
    return any(
        (unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\t") or letter in _MISLEADING
        for letter in text
    )
