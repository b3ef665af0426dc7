"""What is known only weakly loads with its figure unknown: computing with it stops instead of guessing."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from jornal.terms.credit import Credit
from jornal.terms.shapes import Dated

Shaped = TypeVar("Shaped")
FIGURES = ("amount", "share", "premium", "days")


def as_known(row: Shaped) -> Shaped:
    """The same shape with the figures of K-low rows unknown (None), at any depth; such credit undefined."""
    changed = _changed(row, hidden=False)
    return row if changed is None else changed


def _changed(row: Any, *, hidden: bool) -> Any:
    """The row as it is to be read, or None where nothing in it changes."""
    if isinstance(row, tuple):
        parts = [_changed(part, hidden=hidden) for part in row]
        if all(part is None for part in parts):
            return None
        return tuple(old if new is None else new for old, new in zip(row, parts, strict=True))
    if not is_dataclass(row) or isinstance(row, type):
        return None
    if isinstance(row, Credit):
        return replace(row, form="undefined") if row.confidence == "K-low" else None
    hidden = hidden or (isinstance(row, Dated) and not row.confirmed)
    new: dict[str, Any] = {}
    for field in fields(row):
        held = getattr(row, field.name)
        if hidden and field.name in FIGURES and held is not None:
            new[field.name] = None
        elif (part := _changed(held, hidden=hidden)) is not None:
            new[field.name] = part
    return replace(row, **new) if new else None
