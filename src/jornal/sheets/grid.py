"""Attendance as the grid a manager keeps: a row a worker, a column a day, in a cell hours or a code."""

import re
from dataclasses import dataclass, field

from jornal.rules.rows import Entry
from jornal.sheets import says
from jornal.sheets.gridheads import GridHead, is_weekday_row
from jornal.sheets.listed import Listed, Remark, Sheet, Unreadable, shown
from jornal.sheets.reading import Reading
from jornal.sheets.records import Body, Record, Tray, check_seen, is_total
from jornal.sheets.tables import Raw
from jornal.sheets.times import clock, decimal_hours, duration, stretches, was_date
from jornal.sheets.workbooks import Typed

NOTHING = frozenset({"-", "–", "—", "0", ".", "/"})
"""What a cell says where she was not there and it is nobody's absence."""

_CODE_FIRST = re.compile(r"([^\W\d]{1,30}?)\s*[:\s]?\s*(\d.*)")
_T_LAST = re.compile(r"\d[\d.,:]*\s*t", re.IGNORECASE)
_CODE_LAST = re.compile(r"(\d.*?)\s+([^\W\d][^\d]*)|(\d[\d.,:]*)([^\W\d][^\d]*)")


@dataclass
class _Grid:
    """What reading a grid needs beside its tray: which cells were read, and what shifts are known."""

    head: GridHead
    reading: Reading
    tray: Tray[Entry]
    decimals: bool
    has_about: bool
    seen: dict[tuple[object, ...], str] = field(default_factory=dict)
    meant: dict[tuple[bool, str], "Time | None"] = field(default_factory=dict)

    def said(self, cell: str) -> "Time | None":
        """What a cell says; a month's sheet says the same few things over and over. Raises `Unreadable`."""
        key = (isinstance(cell, Typed), str(cell))
        if key not in self.meant:
            self.meant[key] = said(cell, self.reading, self.decimals)
        return self.meant[key]


@dataclass(frozen=True)
class Time:
    """What one cell says: a kind with minutes, with from-to stretches, or alone."""

    kind: str
    minutes: int | None = None
    spans: tuple[tuple[int, int], ...] = ()


def entries(body: Body, head: GridHead, reading: Reading) -> Sheet[Entry]:
    """The shifts of a grid, one for each filled cell or stretch in it; a row in is a filled cell of a day."""
    tray: Tray[Entry] = Tray(body, reading)
    columns = tuple(head.days)
    rows = body.table.rows[body.head.at + 1 :]
    cells = (raw.cells[at] for raw in rows for at in columns if at < len(raw.cells))
    has_about = "place" in body.head.columns or "trade" in body.head.columns
    grid = _Grid(head, reading, tray, decimal_hours(cells), has_about)
    for record in body.records():
        named = record.get("code") or not is_weekday_row(
            [record.raw.cells[at] for at in columns if at < len(record.raw.cells)]
        )
        if named:
            _row(grid, record)
    return tray.sheet()


def said(cell: str, reading: Reading, decimals: bool = False) -> Time | None:
    """What a cell of the grid says, or None where it says that nothing was; raises `Unreadable`."""
    if cell in NOTHING:
        return None
    if was_date(cell):
        raise Unreadable(says.WAS_DATE, ("text", str(cell)[:10]))
    if not _is_code_of(cell, reading) and (
        cell[:1].isdecimal() or isinstance(cell, Typed) or cell[:1] == "-"
    ):
        plain = _hours(cell, decimals)
        if plain is not None:
            return plain
    return _with_code(cell, reading, decimals)


def _row(grid: _Grid, record: Record) -> None:
    raw, tray = record.raw, grid.tray
    filled = [at for at in grid.head.days if at < len(raw.cells) and raw.cells[at]]
    if not filled or is_total(record):
        _passed_over(grid, record, bool(filled))
        return
    try:
        worker = grid.reading.worker(record.who)
    except Unreadable as fault:
        tray.listed.extend(_listed(grid, raw, at, "", fault) for at in filled)
        return
    made, whole = 0, True
    for at in filled:
        try:
            made += _cell(grid, record, worker, at)
        except Unreadable as fault:
            whole = False
            tray.listed.append(_listed(grid, raw, at, worker, fault))
    if whole:
        _check_total(grid, record, made)


def _cell(grid: _Grid, record: Record, worker: str, at: int) -> int:
    """Takes one cell and gives its minutes of work, for the total of the row."""
    about = (record.text("place"), record.text("trade")) if grid.has_about else ("", "")
    raw, tray = record.raw, grid.tray
    check = record if raw.number in record.body.table.spoiled else None
    if check is not None or raw.cells[at] == "=?":
        check_seen(record)
    day = grid.head.days[at]
    time = grid.said(raw.cells[at])
    if time is None:
        tray.use()
        return 0
    if day is None:
        raise Unreadable(says.NOT_IN_PERIOD, ("column", grid.head.called(at)))
    where, trade = about
    place = record.body.table.place(raw.number, at)
    made = [Entry(place, worker, day, time.kind, time.minutes, None, None, None, where, trade)]
    if time.spans:
        names = [place, *(f"{place} ({number})" for number in range(2, len(time.spans) + 1))]
        made = [
            Entry(name, worker, day, time.kind, None, start, end, None, where, trade)
            for name, (start, end) in zip(names, time.spans, strict=True)
        ]
    same = tuple(entry[1:] for entry in made)
    if same in grid.seen:
        note = _listed(grid, raw, at, worker, Unreadable(says.SHIFT_TWICE, ("other", grid.seen[same])))
        tray.repeated.append(note)
        return 0
    grid.seen[same] = place
    tray.use(*made, day=day)
    return _worked(time, grid.reading)


def _is_code_of(cell: str, reading: Reading) -> bool:
    """Whether the t behind hours is a code here ("5 T", training) and not the hours of Danish ("5 t", 5 timer)."""
    hours = _T_LAST.fullmatch(cell)
    known = hours and "da" not in reading.languages and reading.kinds.meaning("T", reading.languages)
    return bool(known)


def _hours(cell: str, decimals: bool) -> Time | None:
    """Hours or from-to without a code, or None where the cell is neither."""
    spans = stretches(cell)
    if spans:
        return Time("work", spans=spans)
    try:
        return Time("work", minutes=duration(cell, decimals))
    except Unreadable as fault:
        if fault.key != says.NOT_A_DURATION:
            raise
        return None


def _with_code(cell: str, reading: Reading, decimals: bool) -> Time:
    kind = reading.kinds.meaning(cell, reading.languages)
    if kind is not None:
        if reading.kinds.is_worked(kind):
            raise Unreadable(says.WORK_WITHOUT_HOURS, ("text", shown(cell)))
        return Time(kind)
    for hours, code in _split(cell):
        kind = reading.kinds.meaning(code, reading.languages)
        found = _hours(hours.strip(), decimals) if kind else None
        if kind and found:
            return Time(kind, found.minutes, found.spans)
    known = reading.kinds.known(reading.languages[0] if reading.languages else "en")
    raise Unreadable(says.NOT_A_CELL, ("text", shown(cell)), ("known", known))


def _split(cell: str) -> list[tuple[str, str]]:
    """The ways to take a cell apart into hours and a code: "5 T", "5T", "T 5", "8-13 C"."""
    first, last = _CODE_FIRST.fullmatch(cell), _CODE_LAST.fullmatch(cell)
    found = [(last[1] or last[3], last[2] or last[4])] if last else []
    return [*found, (first[2], first[1])] if first else found


def _worked(time: Time, reading: Reading) -> int:
    if not reading.kinds.is_worked(time.kind):
        return 0
    return time.minutes or sum((end - start) % (24 * 60) for start, end in time.spans)


def _passed_over(grid: _Grid, record: Record, filled: bool) -> None:
    """Says that a row was not read, unless it is a worker's empty row or a second line of headers."""
    if not filled:
        try:
            grid.reading.worker(record.who)
        except Unreadable:
            pass
        else:
            return
    grid.tray.pass_over(record, says.ROW_IS_TOTAL if filled else says.ROW_WITHOUT_DAYS)


def _check_total(grid: _Grid, record: Record, made: int) -> None:
    """A remark where a total column says neither the hours nor the number of filled cells of its row."""
    cell = record.get("total")
    if not cell:
        return
    try:
        total = duration(cell) if ":" in cell else None
    except Unreadable:
        total = None
    number = _number(cell)
    filled = sum(1 for at in grid.head.days if at < len(record.raw.cells) and record.raw.cells[at])
    if total == made or number in (made, filled) or (number is not None and abs(number * 60 - made) <= 1):
        return
    facts = (("total", shown(cell)), ("sum", clock(made)))
    grid.tray.remarks.append(Remark(record.body.table.file, record.place, says.TOTAL_DIFFERS, facts))


def _number(cell: str) -> float | None:
    match = re.fullmatch(r"(\d{1,6})(?:[.,](\d+)|:(\d\d))?", cell)
    if match is None:
        return None
    return int(match[1]) + (float(f"0.{match[2]}") if match[2] else int(match[3] or 0) / 60)


def _listed(grid: _Grid, raw: Raw, at: int, worker: str, fault: Unreadable) -> Listed:
    """One bad cell, with only its own hours beside who and where, so that it can be mended alone."""
    days = grid.head.days
    alone = raw._replace(
        cells=tuple("" if i in days and i != at else cell for i, cell in enumerate(raw.cells))
    )
    note = grid.tray.note(alone, worker, fault.key, fault.says)
    return note._replace(place=grid.tray.body.table.place(raw.number, at))
