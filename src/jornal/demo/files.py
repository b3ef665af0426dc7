"""Sheets as files: .csv as spreadsheets write it, a workbook whose bytes never change, a clock's log."""

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from jornal.sheets.headers import known

_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_ALWAYS = (2026, 1, 1, 0, 0, 0)

Cell = str | int | date
Rows = Sequence[Sequence[Cell]]


def headers(kind: str, columns: Sequence[str], language: str) -> list[str]:
    """The headers of columns as a template in this language prints them; "initials 2" keeps its number."""
    words = known(kind)
    found = []
    for column in columns:
        name, _, number = column.partition(" ")
        found.append(words.word(name, language).replace("#", number))
    return found


def table(kind: str, rows: Sequence[dict[str, str]], language: str) -> list[list[str]]:
    """Rows by the names of their columns as a sheet: headers, and only the columns that somebody filled."""
    order = list(known(kind).words)
    filled = {name for row in rows for name, text in row.items() if text}
    columns = sorted(filled, key=lambda name: (order.index(name.partition(" ")[0]), name))
    numbered = ("initials", "last_four", "weight")
    pairs = sorted(
        (name for name in columns if name.partition(" ")[0] in numbered), key=lambda name: name.split()[::-1]
    )
    if pairs:
        at = columns.index(next(name for name in columns if name in pairs))
        rest = [name for name in columns if name not in pairs]
        columns = [*rest[:at], *pairs, *rest[at:]]
    return [headers(kind, columns, language), *([row.get(name, "") for name in columns] for row in rows)]


def write_csv(path: Path, rows: Rows) -> Path:
    """A .csv in UTF-8 with the mark that spreadsheets look for."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    path.write_bytes(b"\xef\xbb\xbf" + out.getvalue().encode())
    return path


def write_xlsx(path: Path, title: str, rows: Rows) -> Path:
    """A workbook of one sheet, days as dates and hours as numbers; the same rows give the same bytes."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title[:31]
    sheet.append([title])
    for row in rows:
        sheet.append(
            [int(cell) if isinstance(cell, str) and cell.isdigit() else cell or None for cell in row]
        )
    sheet["A1"].font = Font(bold=True, size=14)
    for cell in sheet[2]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(horizontal="center")
        cell.fill = PatternFill("solid", fgColor="E9EBF4")
        if isinstance(cell.value, date):
            cell.number_format = "dd/mm/yyyy"
    for column in range(1, len(rows[0]) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 11 if column != 2 else 34
    sheet.freeze_panes = "C3"
    out = io.BytesIO()
    book.save(out)
    path.write_bytes(_still(out.getvalue()))
    return path


def write_text(path: Path, lines: Sequence[str]) -> Path:
    """A plain file, one line each."""
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode())
    return path


def _still(workbook: bytes) -> bytes:
    """The same workbook without the time it was saved."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            part = _STAMP.sub(rb"\g<1>2026-01-01T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name, _ALWAYS), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
