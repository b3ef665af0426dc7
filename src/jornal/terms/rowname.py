"""How a message names the place of a fault.

The file, the row by its id, the value by its day, and the key.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

Place = tuple[int | str, ...]
NAMED_BY = ("id", "code", "named", "operation", "kind", "floor", "rule", "since", "age_from", "from_month")


def says(file: str, place: Place, raw: Any, what: str) -> str:
    """One sentence: where, which key, what is wrong and what to do."""
    named = ", ".join([file, *_steps(raw, place)])
    return f"{named}: {what}"


def row_name(kind: str, row: Any, number: int) -> str:
    """A row of a raw table by what names it: its id, its code, its first day, else its number."""
    if isinstance(row, dict):
        for key in NAMED_BY:
            name = row.get(key)
            if isinstance(name, str) and name:
                return f'{kind} "{name[:60]}"'
            if type(name) is date:
                return f"{kind} since {name}"
            if type(name) is int:
                return f"{kind} {key} {str(name)[:20] if name.bit_length() < 80 else '…'}"
    return f"{kind} number {number + 1}"


def _steps(raw: Any, place: Place) -> Iterator[str]:
    held = raw
    last = ""
    for step in place:
        if isinstance(step, int):
            held = held[step] if isinstance(held, list) and step < len(held) else None
            yield row_name(last, held, step)
            last = ""
            continue
        if last:
            yield last
        last = str(step)
        held = held.get(step) if isinstance(held, dict) else None
    if last:
        yield last
