"""Heads of an earning: so much of one kind at one rate, exact until the whole earning is rounded once."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from jornal.rules.exact import Exact, by_running_total
from jornal.rules.lines import Line, Part


class Head(NamedTuple):
    """One head before rounding: `exact` in parts of a minor unit; the rest is what its line says."""

    kind: str
    code: str
    quantity: int
    unit: str
    rate: str
    exact: Exact
    layer: str
    rule: str
    source: str
    label: str = ""
    since: date | None = None
    confidence: str = ""
    facts: tuple[tuple[str, Any], ...] = ()
    rests_on: tuple[str, ...] = ()


def lines(heads: Sequence[Head], parts: int, *, trace: bool = False) -> list[Line]:
    """The heads of one earning as lines that sum to its exact total rounded once (half up); with `trace` their rows."""
    amounts = by_running_total([head.exact for head in heads], parts)
    return [line(head, amount, "earning", trace=trace) for head, amount in zip(heads, amounts, strict=True)]


def line(head: Head, amount: int, part: Part, *, trace: bool) -> Line:
    """One head as a line with its whole amount."""
    return Line(
        part,
        head.kind,
        head.code,
        head.quantity,
        head.unit,
        head.rate,
        amount,
        head.layer,
        head.rule,
        head.source,
        head.label,
        head.since,
        head.confidence,
        "",
        "",
        "",
        head.facts,
        head.rests_on if trace else (),
    )


def total(heads: Iterable[Head]) -> Exact:
    """The exact sum of heads, in parts."""
    found: Exact = 0
    for head in heads:
        found += head.exact
    return found
