"""A list as records with named cells, and the tray that sorts them into used, repeated and listed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from jornal.sheets import says
from jornal.sheets.cells import text
from jornal.sheets.days import Days, days
from jornal.sheets.figures import decimal_sign
from jornal.sheets.headers import Head, called, find, known, missing, unread
from jornal.sheets.listed import Listed, Remark, Says, Sheet, Unreadable, shown
from jornal.sheets.reading import Reading
from jornal.sheets.tables import Raw, Table, tables
from jornal.sheets.workbooks import FORMULA
from jornal.units.letters import fold

Row = TypeVar("Row")


class Record(NamedTuple):
    """One row under its headers."""

    raw: Raw
    body: "Body"

    def get(self, name: str) -> str:
        """The cell of a column, or "" where the file has no such column or the row no such cell."""
        place = self.body.head.columns.get(name)
        return self.raw.cells[place] if place is not None and place < len(self.raw.cells) else ""

    def need(self, name: str) -> str:
        """The cell of a column; raises `Unreadable` where it is empty."""
        cell = self.get(name)
        if not cell:
            raise Unreadable(says.MISSING, ("column", self.header(name)))
        return cell

    def text(self, name: str, *, needed: bool = False) -> str:
        """The cell as text is kept."""
        return text(self.need(name) if needed else self.get(name), self.header(name))

    def header(self, name: str) -> str:
        """What the file calls a column."""
        return self.body.head.header(name)

    @property
    def who(self) -> str:
        """The cell that says whose row it is: her code, else her name."""
        return self.get("code") or self.get("name")

    @property
    def place(self) -> str:
        """Where the row is, as a person finds it."""
        return self.body.table.place(self.raw.number)


@dataclass(frozen=True)
class Body:
    """The rows under a row of headers."""

    table: Table
    head: Head
    remarks: tuple[Remark, ...] = ()

    def records(self) -> Iterator[Record]:
        """The rows in order, without rows that hold nothing but why they were listed."""
        marks = {self.head.why, self.head.origin} - {None}
        for raw in self.table.rows[self.head.at + 1 :]:
            if not marks or any(cell for place, cell in enumerate(raw.cells) if place not in marks):
                yield Record(raw, self)

    def column(self, name: str) -> Iterator[tuple[str, str]]:
        """The filled cells of a column, each with its place."""
        at = self.head.columns.get(name)
        for raw in self.table.rows[self.head.at + 1 :]:
            if at is not None and at < len(raw.cells) and raw.cells[at]:
                yield self.table.place(raw.number, at), raw.cells[at]

    def decimal(self, *names: str) -> str:
        """The decimal sign that these columns prove, or ""."""
        return decimal_sign(cell for name in names for _, cell in self.column(name))

    def days(self, reading: Reading, *names: str, numbered: bool = False) -> Days:
        """How to read the dates of these columns; raises `SheetFault` where they prove another order.

        `numbered`: a bare number is a day of the period.
        """
        header = " ".join(self.head.header(name) for name in names)
        written = (pair for name in names for pair in self.column(name))
        found = days(reading.period.start, reading.languages, written, header)
        return replace(
            found, numbered=reading.period if numbered else None, counted=self.head.origin is not None
        )

    @property
    def mends(self) -> frozenset[str]:
        """The rows of other files that this one replaces."""
        at = self.head.origin
        rows = self.table.rows[self.head.at + 1 :] if at is not None else ()
        return frozenset(
            raw.cells[at] for raw in rows if at is not None and at < len(raw.cells) and raw.cells[at]
        )


@dataclass
class Tray(Generic[Row]):
    """Sorts the rows of one body; `sheet` gives what came of it."""

    body: Body
    reading: Reading
    rows: list[Row] = field(default_factory=list)
    outside: list[Row] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    repeated: list[Listed] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    used: int = 0

    def each(self, read: Callable[[Record], None]) -> Sheet[Row]:
        """Reads every record with `read`, lists those it cannot read, and gives what came of the file."""
        for record in self.body.records():
            if is_total(record):
                self.pass_over(record, says.ROW_IS_TOTAL)
                continue
            try:
                check_seen(record)
                read(record)
            except Unreadable as fault:
                self.list(record.raw, worker_of(record, self.reading), fault)
        return self.sheet()

    def pass_over(self, record: Record, key: str) -> None:
        """Says that a row was not read because it holds nothing of a worker; it does not count."""
        table, words = record.body.table, " ".join(cell for cell in record.raw.cells if cell)
        place = table.place(record.raw.number)
        self.remarks.append(Remark(table.file, place, key, (("text", shown(words)),)))

    def use(self, *rows: Row, day: date | None = None) -> None:
        """Takes what one row gave, apart where its day is not in the period."""
        self.used += 1
        kept = self.rows if day is None or day in self.reading.period else self.outside
        kept.extend(rows)

    def list(self, raw: Raw, worker: str, fault: Unreadable) -> None:
        """Takes a row that cannot be used."""
        self.listed.append(self.note(raw, worker, fault.key, fault.says))

    def repeat(self, raw: Raw, worker: str, key: str, says: Says) -> None:
        """Takes a row that says again what another says, and counts once."""
        self.repeated.append(self.note(raw, worker, key, says))

    def note(self, raw: Raw, worker: str, key: str, facts: Says) -> Listed:
        """A row with its sentence and its own cells, without the columns that a file to mend adds."""
        head, table = self.body.head, self.body.table
        marks = {head.why, head.origin}
        width = range(max(len(head.headers), len(raw.cells)))
        kept = [place for place in width if place not in marks]
        place = table.place(raw.number)
        return Listed(
            file=table.file,
            place=place,
            row=place,
            worker=worker,
            key=key,
            says=facts,
            headers=tuple(head.headers[at] if at < len(head.headers) else "" for at in kept),
            text=tuple(raw.cells[at] if at < len(raw.cells) else "" for at in kept),
        )

    def sheet(self) -> Sheet[Row]:
        """What came of the file."""
        return Sheet(
            file=self.body.table.file,
            rows=tuple(self.rows),
            outside=tuple(self.outside),
            listed=tuple(self.listed),
            repeated=tuple(self.repeated),
            remarks=(*self.body.remarks, *self.remarks),
            used=self.used,
            mends=self.body.mends,
        )


def opened(path: Path, kind: str, reading: Reading) -> Body:
    """The first sheet of a file with the needed headers; raises `SheetFault` where none has them."""
    return body(tables(path, reading.languages), kind, reading)


def body(sheets: Iterable[Table], kind: str, reading: Reading) -> Body:
    """The first of these tables with the needed headers; raises `SheetFault` where none has them."""
    seen: list[Table] = []
    for table in sheets:
        head = find(table, kind)
        if head is not None:
            return Body(table, head, (*remarks(table), *unread(table, head)))
        seen.append(table)
    raise missing(seen, kind, reading.languages[0] if reading.languages else "en")


def remarks(table: Table) -> Sequence[Remark]:
    """What to say of a table however it is read: its encoding, and which sheet of several it is."""
    notes = [Remark(table.file, table.file, key, facts) for key, facts in table.notes]
    if table.siblings:
        notes.append(Remark(table.file, table.place(1), says.SHEET_USED, (("sheet", table.sheet),)))
    return notes


def check_seen(record: Record) -> None:
    """Raises `Unreadable` where a row has characters nobody can see, or a formula without its value."""
    table, raw = record.body.table, record.raw
    if raw.number in table.spoiled:
        unseen = {
            letter for cell in raw.cells for letter in cell if not letter.isprintable() and letter != "\n"
        }
        codes = ", ".join(sorted(f"U+{ord(letter):04X}" for letter in unseen))
        raise Unreadable(says.UNSEEN, ("codes", codes))
    if FORMULA in raw.cells:
        column = called(raw.cells.index(FORMULA), record.body.head)
        raise Unreadable(says.FORMULA_WITHOUT_VALUE, ("column", column))


@cache
def totals() -> frozenset[str]:
    """The folded words that head a column, or begin a row, of sums."""
    words = known("grid").words["total"].values()
    return frozenset(fold(word) for said in words for word in said)


def is_total(record: Record) -> bool:
    """Whether the row is a row of sums: where the worker should be, or first of all, it says total."""
    first = next((cell for cell in record.raw.cells if cell), "")
    return fold(first) in totals() or fold(record.who) in totals()


def worker_of(record: Record, reading: Reading) -> str:
    """The code of the worker of a row that is listed for something else, or "" where it cannot be read."""
    try:
        return reading.worker(record.who)
    except Unreadable:
        return ""
