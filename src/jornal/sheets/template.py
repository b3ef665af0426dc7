"""The files to fill in, with headers in one language, empty or with an example that reads back."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from jornal.sheets.choices import listed
from jornal.sheets.headers import known
from jornal.sheets.written import as_csv
from jornal.terms.kinds import load
from jornal.units.periods import Period, month

KINDS = {
    "people": "people",
    "attendance": "grid",
    "shifts": "list",
    "pieces": "pieces",
    "rates": "rates",
    "adjustments": "adjustments",
    "paid": "paid",
}
"""The files by name, each with its kind of headers; `attendance` is the grid, `shifts` the long list."""

_ROWS_TO_FILL = 60
_WORDS = {
    "en": ("maker", "cap", "bag", "sample made", "new model", "workshop", "headquarters"),
    "es": ("tejedora", "gorro", "bolsa", "muestra hecha", "modelo nuevo", "taller", "oficina central"),
    "th": ("ช่างเย็บ", "หมวก", "กระเป๋า", "ทำงานตัวอย่าง", "แบบใหม่", "โรงฝึกงาน", "สำนักงานใหญ่"),
    "da": ("syerske", "hue", "taske", "prøve syet", "ny model", "værksted", "hovedkontor"),
}
"""What the example says of her grade, two operations, and a bonus with its reason, payer and approver."""


def write(folder: Path, language: str, of_month: str) -> Iterator[tuple[Path, bool]]:
    """Writes each file that is not there yet; gives its path and whether it was written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files(language, month(of_month)).items():
        path = folder / name
        try:
            with path.open("xb") as out:
                out.write(data)
        except FileExistsError:
            yield path, False
        else:
            yield path, True


def files(language: str, period: Period, *, example: bool = True) -> dict[str, bytes]:
    """The bytes of every file by its name: .csv in UTF-8 with a mark, the grid also as .xlsx."""
    found = {}
    for name in KINDS:
        rows = table(name, language, period, example=example)
        found[f"{name}.csv"] = as_csv(rows)
        if name == "attendance":
            found[f"{name}.xlsx"] = _xlsx(rows, name)
    return found


def table(name: str, language: str, period: Period, *, example: bool = True) -> list[list[str]]:
    """The rows of one file: its headers, and a row or two of example."""
    columns = _columns(name)
    words = known(KINDS[name])
    days = [str(day.day) for day in period] if name == "attendance" else []
    headers = [_header(words.word(column.partition(" ")[0], language), column) for column in columns]
    if days:
        headers = [*headers[:-1], *days, headers[-1]]
    rows = [headers]
    if example:
        cells = _grid_example(language, period) if days else _example(name, language, period)
        rows += [[row.get(column, "") for column in _spread(columns, days)] for row in cells]
    return rows


def _columns(name: str) -> list[str]:
    columns = list(known(KINDS[name]).words)
    if name == "attendance":
        return ["code", "name", "total"]
    if name != "people":
        return columns
    numbered = ("initials", "last_four", "weight")
    at = columns.index("initials")
    pairs = [f"{column} {number}" for number in (1, 2) for column in numbered]
    plain = [column for column in columns if column not in numbered]
    return [*plain[:at], *pairs, *plain[at:]]


def _spread(columns: Sequence[str], days: Sequence[str]) -> list[str]:
    return [*columns[:-1], *days, columns[-1]] if days else list(columns)


def _header(word: str, column: str) -> str:
    return word.replace("#", column.partition(" ")[2])


def _grid_example(language: str, period: Period) -> list[dict[str, str]]:
    kinds = {kind.id: kind.code(language) for kind in load().all}
    weekdays = [str(day.day) for day in period if day.weekday() < 5]
    cells = ["5", "8-13", "5:30", "8:00-12:00 13:00-16:00", f"5 {kinds['training']}", kinds["sick"]]
    first = dict(zip(weekdays, cells, strict=False))
    return [{"code": "Q01", "name": "Ana", **first}, {"code": "Q02", "name": "Bea", weekdays[0]: "8-13"}]


def _example(name: str, language: str, period: Period) -> list[dict[str, str]]:
    """One or two rows for a file, with days and words as people of the language write them."""
    day = period.start.strftime("%d/%m/%Y")
    who = {"code": "Q01", "name": "Ana"}
    grade, cap, bag, label, reason, payer, approver = _WORDS[language]

    def word(kind: str, kept: str) -> str:
        return listed()[kind][kept][language][0]

    shared = {"family_share": "50 %", "family_consent": day, "initials 1": "MR", "last_four 1": "0123"}
    person = who | {"language": word("language", language), "contract": "hourly", "grade": grade}
    hour = {"per": word("per", "hour"), "grade": grade, "amount": "12.50", "since": day}
    piece = {"per": word("per", "piece"), "operation": cap, "amount": "3.75", "since": day}
    bonus = {"kind": word("adjustment", "bonus"), "label": label, "amount": "20.00"}
    decided = {"reason": reason, "payer": payer, "approver": approver}
    rows: dict[str, list[dict[str, str]]] = {
        "people": [person | shared, person | {"code": "Q02", "name": "Bea"}],
        "shifts": [
            who | {"day": day, "start": "8:00", "end": "13:00"},
            who | {"code": "Q02", "name": "Bea", "day": day, "hours": "5:30"},
        ],
        "pieces": [
            who | {"day": day, "operation": cap, "good": "12"},
            who
            | {
                "day": day,
                "operation": bag,
                "good": "8",
                "rejected": "1",
                "cause": word("cause", "machine"),
            },
        ],
        "rates": [hour, piece],
        "adjustments": [who | {"day": day} | bonus | decided],
        "paid": [who | {"paid": "812.40"}],
    }
    return rows[name]


def _xlsx(rows: Sequence[Sequence[str]], title: str) -> bytes:
    book = Workbook()
    sheet = book[book.sheetnames[0]]
    sheet.title = title
    for row in rows:
        sheet.append([int(cell) if cell.isdecimal() else cell or None for cell in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(horizontal="center")
    for column in range(3, len(rows[0])):
        sheet.column_dimensions[get_column_letter(column)].width = 7
        for row_number in range(2, _ROWS_TO_FILL):  # as text, or the program makes a date of 8-12
            sheet.cell(row_number, column).number_format = "@"
    sheet.freeze_panes = "C2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
