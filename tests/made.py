"""Small files as a workshop makes them, for the tests of `sheets`."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import dedent

from openpyxl import Workbook

from jornal.sheets.reading import Reading
from jornal.units.periods import month

PEOPLE = {"Q01": "Ana Quispe", "Q02": "Bea Flores", "Q21": "Carla Ñahui"}


def reading(
    of: str = "2026-10",
    *,
    languages: tuple[str, ...] = ("es", "en"),
    people: Mapping[str, str] | None = PEOPLE,
    currency: str = "PEN",
    **more: object,
) -> Reading:
    return Reading(month(of), languages, currency, people, **more)


def sheet_of(folder: Path, text: str, name: str = "sheet.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(dedent(text).lstrip("\n").encode(encoding))
    return path


def workbook(
    folder: Path, rows: Sequence[Sequence[object]], name: str = "sheet.xlsx", title: str = "Hoja1"
) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    path = folder / name
    path.write_bytes(out.getvalue())
    return path


def why(sheet: object) -> list[str]:
    return [str(row) for row in sheet.listed]
