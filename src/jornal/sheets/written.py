"""A table as a file that others open: .csv in which no spreadsheet sees a formula, .xlsx, or JSON."""

import csv
import importlib
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from jornal.sheets.listed import guarded

Cell = str | int | Decimal | date | None

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
"""Every form by the ending of its file, with what a browser is told that it is."""


def written(form: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The bytes of a file in one of `FORMS`, each row under `heads`; what is None is empty, in JSON null.

    Text stands in it as it was written; in a .csv alone, what a spreadsheet would compute has an apostrophe in front,
    which our own reading takes off. Raises KeyError for another form.
    """
    return {"csv": _csv, "xlsx": _xlsx, "json": _json}[form](heads, rows)


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of text as a .csv in UTF-8, with the mark by which spreadsheets know it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _csv(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    return as_csv([heads, *([_text(cell) for cell in row] for row in rows)])


def _xlsx(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Text is told to be text, or `=1+1` would be computed and `#N/A` be a fault."""
    book = importlib.import_module("openpyxl").Workbook(write_only=True)
    cell_of = importlib.import_module("openpyxl.cell").WriteOnlyCell
    sheet = book.create_sheet()
    for row in [heads, *rows]:
        cells = [cell_of(sheet, cell) for cell in row]
        for cell, value in zip(cells, row, strict=True):
            if isinstance(value, str):
                cell.data_type = "s"
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _json(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A list with an object for each row; money is text, since many readers make a binary fraction of a number."""
    plain = [dict(zip(heads, map(_plain, row), strict=True)) for row in rows]
    return json.dumps(plain, ensure_ascii=False, indent=1).encode() + b"\n"


def _plain(cell: Cell) -> str | int | None:
    return cell if cell is None or isinstance(cell, str | int) else str(cell)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)
