"""Terms as canonical text, so that a digest of it says with which law and agreement a month was computed."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import Any


def snapshot(terms: Any) -> str:
    """Canonical JSON of any shape or mapping of shapes.

    Sorted keys, fractions as "n/d", days as ISO dates.
    """
    return json.dumps(plain(terms), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain(value: Any) -> Any:
    """Shapes as tables, sets in order; what has no exact text is refused with a TypeError."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [plain(held) for held in value]
    if isinstance(value, set | frozenset):
        return sorted((plain(held) for held in value), key=str)
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"{type(value).__name__} has no canonical text.")
