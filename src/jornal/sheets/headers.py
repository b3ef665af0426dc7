"""The row of headers in a table, and which known column each header is, in any of the four languages."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jornal.sheets import says
from jornal.sheets.listed import FROM, WHY, Remark, SheetFault, shown
from jornal.sheets.tables import Table, letters
from jornal.terms.kinds import LANGUAGES
from jornal.units.letters import fold
from jornal.units.listed import in_header

SEARCHED = 40
"""A header may stand under titles, in the first this many rows that are not blank."""

LONGEST_HEADER = 120

_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Known:
    """The columns of one kind of file: folded headers to names, which are needed, and what each is called."""

    names: Mapping[str, str]
    needed: tuple[str, ...]
    words: Mapping[str, Mapping[str, tuple[str, ...]]]

    def word(self, name: str, language: str) -> str:
        """The header that a template in this language prints for a column."""
        return self.words[name].get(language, self.words[name]["en"])[0]


@dataclass(frozen=True)
class Head:
    """A row of headers: `at` is its place among the table's rows; numbered columns are named "initials 2"."""

    at: int
    columns: Mapping[str, int]
    headers: tuple[str, ...]
    unknown: tuple[int, ...] = ()
    why: int | None = None
    origin: int | None = None

    def header(self, name: str) -> str:
        """The header a column has in the file, else its name."""
        return self.headers[self.columns[name]] if name in self.columns else name.replace("_", " ")


@cache
def known(kind: str) -> Known:
    """The columns of a kind of file: people, grid, list, clock, pieces, rates, adjustments, paid."""
    table = _data()[kind]
    words = {
        name: {language: tuple(row[language]) for language in LANGUAGES if language in row}
        for name, row in table.items()
    }
    said = [(word, name) for name, row in words.items() for each in row.values() for word in each]
    needed = tuple(name for name, row in table.items() if row.get("needed"))
    return Known({fold(word.replace("#", "0")): name for word, name in said}, needed, words)


def recognised(cell: str, kind: str) -> str | None:
    """The name of the column that a header is, or None; "Initials 2" is "initials 2"."""
    if len(cell) > LONGEST_HEADER:
        return None
    names = known(kind).names
    folded = fold(cell)
    bare = folded if folded in names else fold(_BRACKETS.sub("", cell))
    if bare in names:
        return names[bare]
    number = _NUMBER.search(bare)
    name = names.get(_NUMBER.sub("0", bare, count=1)) if number else None
    return f"{name} {int(number[0])}" if number and name else None


def match(table: Table, at: int, kind: str, cells: Sequence[str] = ()) -> Head:
    """What the cells of one row are as headers; raises `SheetFault` where two are the same column.

    `cells` are the headers where they stand in two rows. Where a sheet has names but no codes, they stand
    for them.
    """
    cells = tuple(cells) or table.rows[at].cells
    columns: dict[str, int] = {}
    unknown, why, origin = [], None, None
    for place, cell in enumerate(cells):
        name = recognised(cell, kind) if cell else None
        if fold(cell) == WHY:
            why = place
        elif fold(cell) == FROM:
            origin = place
        elif name is None:
            unknown.append(place) if cell else None
        elif name in columns:
            both = f"{cells[columns[name]]}, {cell}"
            column = name.replace("_", " ")
            raise SheetFault(
                says.HEADER_TWICE, ("file", table.file), ("column", column), ("headers", shown(both))
            )
        else:
            columns[name] = place
    if kind != "people" and "name" in columns:
        columns.setdefault("code", columns["name"])
    return Head(at, columns, cells, tuple(unknown), why, origin)


def find(table: Table, kind: str) -> Head | None:
    """The first row that has all needed columns, or None. Raises `SheetFault` for what no file may ask."""
    needed = set(known(kind).needed)
    for at in _candidates(table, kind, least=len(needed)):
        head = match(table, at, kind)
        if needed <= set(head.columns):
            refuse_private(table.file, [head.headers[place] for place in head.unknown])
            return head
    return None


def missing(tables: Sequence[Table], kind: str, language: str) -> SheetFault:
    """The fault of a file without fitting headers: what is needed, and the nearest that was found."""
    words = known(kind)
    best: tuple[int, tuple[str, ...]] = (-1, ())
    for table in tables:
        for row in table.rows[:SEARCHED]:
            score = sum(1 for cell in row.cells if cell and recognised(cell, kind))
            best = max(best, (score, row.cells), key=lambda pair: pair[0])
    found = ", ".join(cell for cell in best[1] if cell) or "–"
    needed = ", ".join(words.word(name, language) for name in words.needed)
    file = tables[0].file if tables else ""
    return SheetFault(says.NO_HEADER, ("file", file), ("needed", needed), ("found", shown(found, 120)))


def refuse_private(file: str, headers: Sequence[str]) -> None:
    """Raises `SheetFault` where a header asks why anyone is inside, who was harmed, or about illness."""
    for header in headers:
        if in_header(header):
            raise SheetFault(says.ASKS_TOO_MUCH, ("column", shown(header)), ("file", file))


def unread(table: Table, head: Head) -> list[Remark]:
    """A remark for each column with a header that is not known, so that none is dropped in silence."""
    number = table.rows[head.at].number
    return [
        Remark(
            table.file, table.place(number, place), says.NOT_READ, (("column", shown(head.headers[place])),)
        )
        for place in head.unknown
    ]


def called(place: int, head: Head) -> str:
    """What a person calls a column: its header, else its letters."""
    return (head.headers[place] if place < len(head.headers) else "") or letters(place)


def _candidates(table: Table, kind: str, least: int) -> list[int]:
    rows = table.rows[:SEARCHED]
    return [
        at
        for at, row in enumerate(rows)
        if sum(1 for cell in row.cells if cell and recognised(cell, kind) is not None) >= least
    ]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("headers.toml").read_text(encoding="utf-8"))
