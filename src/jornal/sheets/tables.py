"""A file as raw rows of text: .csv in any usual encoding and separator, or .xlsx, whatever it is called."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jornal.sheets import encodings, says, workbooks
from jornal.sheets.listed import SheetFault, unguarded
from jornal.units.letters import unseen

LARGEST_FILE = 50_000_000
MOST_COLUMNS = 1_000
LONGEST_CELL = 4_000
LONGEST_NOTE = 100_000
SEPARATORS = (",", ";", "\t", "|")

_NOTHING = b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"
_STRIPPED = " \t\r\n\u00a0\u200b\u200e\u200f\u2060\ufeff"


class Raw(NamedTuple):
    """One row as it stands: its number in the file, from 1, and its cells without space around them."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One sheet of a file: its rows that are not blank.

    `spoiled` are rows with characters nobody can see; `notes` sentences to say of it; `siblings` the other
    sheets.
    """

    file: str
    sheet: str
    rows: Sequence[Raw]
    spoiled: frozenset[int] = frozenset()
    notes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    siblings: int = 0

    def place(self, number: int, column: int | None = None) -> str:
        """Where a row or a cell is, as a person finds it: `pieces.csv!7`, `attendance.xlsx!Hoja1!C7`."""
        cell = str(number) if column is None else f"{letters(column)}{number}"
        return f"{self.file}!{self.sheet}!{cell}" if self.sheet else f"{self.file}!{cell}"


@cache
def letters(column: int) -> str:
    """The letters a spreadsheet puts over a column counted from 0: A, B … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def content(path: Path) -> bytes:
    """The bytes of a file; raises `SheetFault` where there are none, or over 50 MB (not read)."""
    name, size = called(path), _size(path)
    if size is None:
        raise SheetFault(says.NOT_OPENED, ("file", name))
    if size > LARGEST_FILE:
        raise SheetFault(says.TOO_LARGE, ("file", name), ("size", f"{size / 1e6:,.0f}"))
    try:
        data = path.read_bytes()
    except OSError:
        raise SheetFault(says.NOT_OPENED, ("file", name)) from None
    if not data.strip(_NOTHING):
        raise SheetFault(says.EMPTY, ("file", name))
    return data


def _size(path: Path) -> int | None:
    """How many bytes a file has; None for a folder, a device, a pipe without end, or nothing."""
    try:
        return path.stat().st_size if path.is_file() else None
    except (OSError, ValueError):
        return None


def called(path: Path) -> str:
    """The name of a file as a sentence or a paper may print it, also where its bytes are no letters."""
    return (path.name or str(path)).encode("utf-8", "replace").decode()


def tables(path: Path, languages: Sequence[str] = ("en",), *, notes: bool = False) -> Iterator[Table]:
    """The sheets of a file in order, each read when it is asked for; a .csv is one sheet.

    `notes`: cells may hold letters of customers, with lines and separators in them. Raises `SheetFault`.
    """
    data, name = content(path), called(path)
    if data.startswith(b"PK\x03\x04"):
        book = workbooks.opened(name, data)
        for sheet in book.names:
            yield replace(_table(name, sheet, book.rows(sheet)), siblings=len(book.names) - 1)
        return
    text, encoding = encodings.decoded(name, data, languages)
    yield from_text(name, text, encoding, notes=notes)


def from_text(file: str, text: str, encoding: str = "utf-8", *, notes: bool = False) -> Table:
    """The one sheet of .csv text; raises `SheetFault` for a quotation mark left open or a row without end."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    hint = re.match(r"sep=(.)\n", text)
    separator = hint[1] if hint and hint[1] in SEPARATORS else _separator(text)
    rows: Iterator[list[str]] = csv.reader(
        text.split("\n") if '"' not in text else io.StringIO(text), delimiter=separator, strict=True
    )
    if hint:
        next(rows, None)
    wild = "" if notes else separator
    table = _table(file, "", _counted(file, rows, wild, first=2 if hint else 1), unseen(text))
    if encoding in encodings.SINGLE_BYTE:
        return replace(table, notes=((says.READ_AS, (("encoding", encoding),)),))
    return table


def _counted(
    file: str, rows: Iterator[list[str]], separator: str, first: int
) -> Iterator[tuple[int, list[str]]]:
    """The rows by number; without a `separator` cells may hold notes, lines and all."""
    number, most = first - 1, LONGEST_CELL if separator else LONGEST_NOTE
    try:
        for number, cells in enumerate(rows, start=first):
            if len(cells) > MOST_COLUMNS:
                raise SheetFault(says.TOO_WIDE, ("file", file), ("row", number), ("columns", len(cells)))
            if any(len(cell) > most for cell in cells):
                raise SheetFault(says.CELL_TOO_LONG, ("file", file), ("row", number), ("most", f"{most:,}"))
            if separator and any(
                "\n" in cell and (separator in cell or cell.count("\n") > 20) for cell in cells
            ):
                raise SheetFault(says.OPEN_QUOTE, ("file", file), ("row", number))
            yield number, cells
    except csv.Error:
        raise SheetFault(says.OPEN_QUOTE, ("file", file), ("row", number + 1)) from None


def _table(file: str, sheet: str, rows: Iterable[tuple[int, list[str]]], spoilt: bool = True) -> Table:
    kept, spoiled = [], set()
    for number, cells in rows:
        tidied = tuple([cell if cell.isalnum() else _tidied(cell) for cell in cells])
        if any(tidied):
            kept.append(Raw(number, tidied))
            if spoilt and any(map(unseen, tidied)):
                spoiled.add(number)
    return Table(file, sheet, kept, frozenset(spoiled))


def _tidied(cell: str) -> str:
    stripped = cell.strip(_STRIPPED)
    plain = unguarded(stripped) if stripped[:1] == "'" else stripped
    return workbooks.Typed(plain) if isinstance(cell, workbooks.Typed) else plain


def _separator(text: str) -> str:
    """The separator under which most of the first rows have the same number of cells, more than one."""
    lines = [line for line in text.split("\n", 60)[:60] if line.strip()][:30]
    best, best_score = ",", (0, 0)
    for separator in SEPARATORS:
        try:
            widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=separator) if len(cells) > 1)
        except csv.Error:
            continue
        if widths:
            width, rows = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
            if (rows, width) > best_score:
                best, best_score = separator, (rows, width)
    return best
