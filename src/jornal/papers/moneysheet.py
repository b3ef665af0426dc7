"""A sheet of money: sections of lines with their amounts, on paper, on a screen and in plain text alike."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from jornal.papers.render import pdf

Row = dict[str, Any]


class Line(NamedTuple):
    """A row of cells; a sum is strong; the note under it says its rule and what it rests on."""

    cells: tuple[str, ...]
    strong: bool = False
    note: str = ""


class Section(NamedTuple):
    """Lines under a head and their columns; the first `words` columns hold words, the others figures."""

    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    words: int = 1

    @property
    def named(self) -> list[tuple[Line, list[tuple[str, str]]]]:
        """The lines, each cell with the name of its column: a phone shows a row as a card."""
        return [(line, list(zip(line.cells, self.columns, strict=True))) for line in self.lines]


class Sheet(NamedTuple):
    """Everything a sheet says: who, what, of when, its sections, and sentences on what is not known or not right."""

    language: str
    title: str
    enterprise: str
    period: str
    lead: str
    sections: tuple[Section, ...]
    open_title: str
    open: tuple[str, ...]
    foot: str
    day: date


def sheet(of: Sheet) -> bytes:
    """The sheet as PDF. Raises CannotDraw."""
    return pdf("moneysheet", says(of), of.day)


def says(of: Sheet) -> Row:
    """Every word and figure of it."""
    return {
        "lang": of.language, "title": of.title, "enterprise": of.enterprise, "site": of.period, "lead": of.lead,
        "sections": [
            {
                "title": one.title, "columns": list(one.columns), "words": one.words,
                "lines": [{"cells": list(row.cells), "strong": row.strong, "note": row.note} for row in one.lines],
            }
            for one in of.sections
        ],
        "open_title": of.open_title, "open": list(of.open), "foot": of.foot,
    }  # fmt: skip


def text(of: Sheet) -> str:
    """The sheet as plain text, its columns under each other."""
    return "\n".join(_lines(of)) + "\n"


def _lines(of: Sheet) -> Iterator[str]:
    yield f"{of.title} · {of.enterprise} · {of.period}"
    yield of.lead
    for section in of.sections:
        rows = [section.columns, *(line.cells for line in section.lines)]
        widths = [max(len(row[place]) for row in rows) for place in range(len(section.columns))]
        yield ""
        yield section.title
        yield _cells(section.columns, widths, section.words)
        for line in section.lines:
            yield _cells(line.cells, widths, section.words)
            if line.note:
                yield f"    {line.note}"
    if of.open:
        yield ""
        yield of.open_title
        yield from (f"- {one}" for one in of.open)


def _cells(row: tuple[str, ...], widths: list[int], words: int) -> str:
    pairs = enumerate(zip(row, widths, strict=True))
    return "  ".join(
        cell.ljust(wide) if place < words else cell.rjust(wide) for place, (cell, wide) in pairs
    ).rstrip()
