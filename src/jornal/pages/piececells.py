"""The rows of a day's pieces as the screen shows them: what is counted, fields for what is not, the sums to check."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape
from itertools import groupby
from urllib.parse import quote

from django.utils.safestring import SafeString

from jornal.actions.dayrows import DayRow
from jornal.actions.piecesheet import NOTHING, Cell, Key, Operation, PieceSheet
from jornal.pages.desk import Desk
from jornal.pages.piecesent import Sent, Typed
from jornal.terms.kinds import load

AGAIN = "{number} again"
YOU_TYPED = "you typed {number}"


@dataclass(frozen=True)
class How:
    """How the sheet is shown: with fields, those of pieces to be done again, those of recorded numbers; or blank."""

    fields: bool = False
    rework: bool = False
    edit: bool = False
    blank: bool = False


class Rows:
    """Makes the rows of a sheet: text put together by hand, because there may be thousands of cells."""

    def __init__(self, desk: Desk, day: date, sheet: PieceSheet, columns: Sequence[Operation]) -> None:
        self._desk, self._sheet, self._columns = desk, sheet, columns
        self._address = desk.at("site.pieces.row", day=day, worker="-")[:-1]
        self._asking = [f"?operation={quote(one.name, safe='')}" for one in columns]
        self._labels = [escape(desk.say(one.label)) for one in columns]
        self._away = _Away(desk)

    def groups(self, rows: Sequence[DayRow], sent: Sent, how: How) -> SafeString:
        """The bodies of the table, one for each workshop where there are several."""
        several = len({row.workshop for row in rows}) > 1
        called = self._desk.called([row.worker for row in rows])
        found = []
        for room, those in groupby(rows, key=lambda row: row.workshop):
            wide = len(self._columns) + 2
            head = f'<tr class="room"><th colspan="{wide}" scope="rowgroup">{escape(room)}</th></tr>'
            lines = "\n".join(self._row(row, called[row.worker], sent, how) for row in those)
            found.append(f"<tbody>{head if several and room else ''}{lines}</tbody>")
        return SafeString("".join(found))  # every text in it is escaped here

    def sums(self, rows: Sequence[DayRow]) -> list[tuple[str, int]]:
        """Good pieces of each column, and of all, as they are counted for some rows."""
        cells, found = self._sheet.cells, []
        for one in self._columns:
            good = sum(cells[key].good for row in rows if (key := (row.worker, one.name)) in cells)
            found.append((self._desk.say(one.label), good))
        return [*found, (self._desk.say("Total"), sum(number for _, number in found))]

    def _row(self, row: DayRow, name: str, sent: Sent, how: How) -> str:
        worker, cells, good = escape(row.worker), [], 0
        typed = any((row.worker, one.name) in sent.typed for one in self._columns) if sent.typed else False
        for place, one in enumerate(self._columns):
            cell = self._sheet.cells.get((row.worker, one.name), NOTHING)
            good += cell.good
            if how.blank:
                cells.append("<td></td>")
            elif cell.tallies and (not how.edit or len(cell.tallies) > 1 or not how.fields):
                cells.append(self._counted(place, (row.worker, one.name), cell, sent))
            elif not how.fields:
                cells.append(f'<td class="none" data-o="{self._labels[place]}">–</td>')
            elif typed or how.rework or cell.tallies:
                cells.append(self._filled(place, (row.worker, one.name), cell, sent, how.rework))
            else:
                cells.append(
                    f'<td data-o="{self._labels[place]}"><input name="g{place}.{worker}" inputmode="numeric" '
                    f'aria-labelledby="o{place} w-{worker}"></td>'
                )
        beside = "" if how.blank else self._away.of(row)
        head = f"<small>{row.number}</small> {escape(name)}{beside}"
        total = "" if how.blank else str(good or "–")
        return (
            f'<tr id="r-{worker}"><th scope="row" id="w-{worker}">{head}</th>{"".join(cells)}'
            f'<td class="sum" data-of="{good}">{total}</td></tr>'
        )

    def _filled(self, place: int, key: Key, cell: Cell, sent: Sent, rework: bool) -> str:
        """The fields of a cell that holds something: a recorded number to be corrected, or what was typed."""
        was = Typed(str(cell.good), str(cell.rework or "")) if cell.tallies else Typed()
        one, fault = sent.typed.get(key, was), sent.faults.get(key)
        inside = _field("g", place, key[0], one.good, f' data-was="{was.good}"' if was.good else "")
        if rework:
            inside += _field("r", place, key[0], one.rework, ' class="again"')
        if fault:
            inside += f'<p class="fault">{escape(fault)}</p>'
        return f'<td{" class=wrong" if fault else ""} data-o="{self._labels[place]}">{inside}</td>'

    def _counted(self, place: int, key: Key, cell: Cell, sent: Sent) -> str:
        """A number that stands already: the way to its page, and what was typed where somebody was faster."""
        small, changed = self._beside(cell), key in sent.changed
        if changed:
            said = self._desk.say(YOU_TYPED, number=sent.typed[key].good or "0")
            small += f'<p class="fault">{escape(said)}</p>'
        return (
            f'<td{" class=wrong" if changed else ""} data-o="{self._labels[place]}">'
            f'<a href="{self._address}{_quoted(key[0])}{self._asking[place]}">{cell.good}</a>{small}</td>'
        )

    def _beside(self, cell: Cell) -> str:
        """What stands under a number: pieces to be done again, several counts, that it was corrected."""
        found = []
        if cell.rework:
            found.append(self._desk.say(AGAIN, number=cell.rework))
        if len(cell.tallies) > 1:
            found.append(self._desk.words.count(len(cell.tallies), "{number} count", "{number} counts"))
        if any(one.id != one.root for one in cell.tallies):
            found.append(self._desk.say("corrected"))
        return f"<small>{escape(' · '.join(found))}</small>" if found else ""


@lru_cache(maxsize=1_000)
def _quoted(worker: str) -> str:
    """A code as an address holds it; it stands in every cell of a row."""
    return quote(worker)


class _Away:
    """What stands beside a name: what kept her from work that day, or that she is not enrolled."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._kinds = desk, load()
        self._said: dict[str, str] = {}

    def of(self, row: DayRow) -> str:
        """Nothing where she worked, or nobody marked her yet."""
        if not row.enrolled:
            return f' <span class="badge soon">{escape(self._desk.say("not enrolled"))}</span>'
        kinds = [one.what for one in row.recorded]
        if not kinds or any(self._worked(what) for what in kinds):
            return ""
        return self._said[kinds[0]]

    def _worked(self, what: str) -> bool:
        if what not in self._said:
            kind = self._kinds.of(what)
            word = kind.word(self._desk.words.language) if kind else what
            worked = self._kinds.is_worked(what)
            self._said[what] = "" if worked else f' <small class="away">{escape(word)}</small>'
        return not self._said[what]


def _field(kind: str, place: int, worker: str, value: str, more: str) -> str:
    held = f' value="{escape(value)}"' if value else ""
    by = f"o{place} w-{escape(worker)}" + (" again" if kind == "r" else "")
    return f'<input name="{kind}{place}.{escape(worker)}"{held} inputmode="numeric" aria-labelledby="{by}"{more}>'


def named(desk: Desk, keys: Iterable[Key]) -> str:
    """Cells by the person and the operation, for a sentence."""
    found = list(keys)
    called = desk.called([worker for worker, _ in found])
    return ", ".join(f"{called[worker]} ({operation})" for worker, operation in found)
