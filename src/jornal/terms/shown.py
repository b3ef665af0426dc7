"""The rows of a pack in force on a day as a plain table.

What it is, how much, whose word it is, and how sure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from jornal.terms.contracts import Rules
from jornal.terms.dated import in_force
from jornal.terms.files import pack_files
from jornal.terms.files import shown as named
from jornal.terms.load import pack
from jornal.terms.packs import Pack

VALID_DAYS = 366
HEADS = ("row", "in force", "layer", "sure", "checked", "says (source)")


class ShownRow(NamedTuple):
    """One row in force.

    `confirmed` is False where it is known weakly or was checked more than twelve months before.
    """

    row: str
    says: str
    since: str
    layer: str
    source: str
    confidence: str
    checked: str
    confirmed: bool


def shown(jurisdiction: str, on: date, folder: Path | None = None) -> str:
    """The rows of a jurisdiction in force on a day, as text, and the files it was read from."""
    files = pack_files(jurisdiction, folder)
    names = ", ".join(path.name for path in files)
    return f"{show(pack(jurisdiction, folder), on)}Read from {named(files[0].parent)}: {names}."


def show(law: Pack, on: date) -> str:
    """The rows of a pack in force on a day, as text a person can read and compare."""
    rows = shown_rows(law, on)
    reviewed = f"reviewed by {law.reviewed_by}" if law.reviewed_by else "not reviewed by a lawyer"
    if law.reviewed_by and law.reviewed_on:
        reviewed += f" on {law.reviewed_on}"
    head = f"{law.label} ({law.id}), {law.currency}, {law.zone}; {reviewed}; in force on {on}"
    weak = sum(not row.confirmed for row in rows)
    foot = f"{len(rows)} rows, {weak} not confirmed. V verified, I interpreted, K from knowledge."
    return "\n".join([head, "", *_table(rows), "", foot, ""])


def shown_rows(law: Pack, on: date) -> list[ShownRow]:
    """The rows of a pack in force on a day.

    Law first, in the order of the files, then figures and provisions.
    """
    return [*_of_rules(law.rules, on), *_of_dated(law.figure, on), *_of_plain(law, on)]


def confirmed(row: Any, on: date) -> bool:
    """Whether a row may be relied on.

    Known more than weakly, checked, and not more than twelve months before the day.
    """
    if row.confidence in (None, "K-low"):
        return False
    return row.checked is not None and (on - row.checked).days <= VALID_DAYS


def _of_rules(rules: Rules, on: date) -> Iterator[ShownRow]:
    for kind in ("floor", "overtime", "night", "premium", "rest_pay", "pause", "limit", "accrual", "step"):
        yield from _of_dated(getattr(rules, kind), on)
    for waterfall in rules.waterfall:
        if (waterfall.since is None or waterfall.since <= on) and (
            waterfall.until is None or on <= waterfall.until
        ):
            yield _row(waterfall.id, waterfall.layer, waterfall, " > ".join(waterfall.steps), on)
    codes = dict.fromkeys((rule.code, rule.of) for rule in rules.credit)
    for code, of in codes:
        credit = in_force([rule for rule in rules.credit if (rule.code, rule.of) == (code, of)], on)
        if credit is not None:
            yield _row(code, credit.layer, credit, credit.label, on)


def _of_dated(rows: Sequence[Any], on: date) -> Iterator[ShownRow]:
    for row in rows:
        value = in_force(row.value, on)
        if value is not None:
            yield _row(row.id, row.layer, value, f"{row.label}: {_figures(value)}".removesuffix(": "), on)
        elif getattr(row, "share_of", ""):
            yield _row(row.id, row.layer, row, f"{row.label}: {row.share} of {row.share_of}", on)


def _of_plain(law: Pack, on: date) -> Iterator[ShownRow]:
    for holiday in law.holiday:
        if holiday.since <= on and (holiday.until is None or on <= holiday.until):
            yield _row(holiday.id, holiday.layer, holiday, f"Holiday: {holiday.label}", on)
    for provision in law.provision:
        if provision.since <= on and (provision.until is None or on <= provision.until):
            yield _row(provision.id, provision.layer, provision, provision.says, on)


def _row(name: str, layer: str, dated: Any, says: str, on: date) -> ShownRow:
    checked = str(dated.checked or "never")
    sure = confirmed(dated, on)
    since = str(dated.since or "always")
    if getattr(dated, "until", None) is not None:
        since += f" to {dated.until}"
    said = checked if sure else f"{checked}, not confirmed"
    return ShownRow(name, says, since, layer, dated.source, dated.confidence or "not stated", said, sure)


_NOT_FIGURES = {"since", "until", "published", "source", "confidence", "checked", "note"}


def _figures(value: Any) -> str:
    """The figures of a dated value, each with its key, in the order of the shape."""
    unknown = [
        key for key in ("amount", "share", "premium") if value.confidence == "K-low" and hasattr(value, key)
    ]
    said = [f"{key} unknown" for key in unknown]
    for field in fields(value):
        held = getattr(value, field.name)
        if field.name in _NOT_FIGURES or field.name in unknown or held == field.default or held is None:
            continue
        plain = f"{held // 60:02}:{held % 60:02}" if field.name in ("start", "end") else _plain(held)
        said.append(plain if field.name == "amount" else f"{field.name} {plain}")
    return ", ".join(said)


def _plain(held: Any) -> str:
    if isinstance(held, Fraction):
        return _decimal(held)
    if isinstance(held, tuple):
        return "; ".join(_plain(part) for part in held)
    if hasattr(held, "__dataclass_fields__"):
        return " ".join(f"{key} {_plain(part)}" for key, part in vars(held).items() if part is not None)
    return str(held)


def _decimal(held: Fraction) -> str:
    """Exact text: 1130.00, 0.25 or, where no decimal ends, 48/7."""
    hundredths = held * 100
    if hundredths.denominator == 1:
        whole, rest = divmod(hundredths.numerator, 100)
        return f"{whole}.{rest:02}"
    return str(held)


def _table(rows: Sequence[ShownRow]) -> list[str]:
    cells = [HEADS, *(_cells(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEADS) - 1)]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in cells
    ]


def _cells(row: ShownRow) -> tuple[str, ...]:
    says = f"{row.says} ({row.source})" if row.source else row.says
    return (row.row, row.since, row.layer, row.confidence, row.checked, says)
