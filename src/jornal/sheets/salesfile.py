"""A sales export opened: its kind by its headers, its columns by what they hold, and whether it is whole."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from math import gcd
from pathlib import Path

from jornal.sheets import says
from jornal.sheets.days import Days
from jornal.sheets.headers import SEARCHED
from jornal.sheets.listed import Listed, Remark, Says, SheetFault, Unreadable
from jornal.sheets.records import remarks
from jornal.sheets.salescells import amount, bare, currency_code, decimal_of, order_of_days, sign_of, words
from jornal.sheets.salestext import Goods, Prices, goods_in, prices_of
from jornal.sheets.sources import Headers, OfBalance, OfLine, OfOrder, Source, packaged, recognised, unknown
from jornal.sheets.tables import Raw, Table, tables
from jornal.units.letters import fold

MOST_NUMBERED = 200
DOUBLED_FROM = 3
"""Of so many orders, in which every row stands as often as every other, it is the file that was doubled."""
NEAR = date(2026, 1, 1)
"""Exports write their years in full; this is only where a year of two digits would be looked for."""
MONEY = frozenset(
    [
        "subtotal",
        "discount",
        "shipping",
        "fees",
        "tax",
        "duties",
        "tip",
        "fee",
        "total",
        "net",
        "refunded",
        "price",
        "gross",
    ]
)


@dataclass(frozen=True)
class Export:
    """The rows of an export under its headers, and how its cells are to be read."""

    table: Table
    at: int
    source: Source
    currency: str = ""

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers as the file writes them."""
        return self.table.rows[self.at].cells

    @cached_property
    def rows(self) -> Sequence[Raw]:
        """The rows below the headers, without the headers where exports were put below one another."""
        return [raw for raw in self.table.rows[self.at + 1 :] if raw.cells != self.headers]

    @cached_property
    def order_at(self) -> dict[int, str]:
        """The number of the order that each row says, by the row."""
        return {raw.number: self.get(raw, "order.number") for raw in self.rows}

    @cached_property
    def currencies(self) -> frozenset[str]:
        """The currencies that its orders are in, as they are written, in capitals."""
        return frozenset(cell.upper() for raw in self.rows if (cell := self.get(raw, "order.currency")))

    @cached_property
    def often(self) -> int:
        """How often the file stands in itself, row by row, where its rows are of several orders; else 1."""
        several = len(set(self.order_at.values())) >= DOUBLED_FROM
        return gcd(*Counter(raw.cells for raw in self.rows).values()) if several else 1

    @cached_property
    def columns(self) -> dict[str, tuple[int, ...]]:
        """Where each thing that the source knows stands: "order.total" in these columns, the likeliest first."""
        parts: dict[str, OfOrder | OfLine | OfBalance] = {
            "order": self.source.order,
            "line": self.source.line,
            "balance": self.source.balance,
        }
        return {
            f"{part}.{one.name}": found
            for part, of in parts.items()
            for one in fields(of)
            if (found := self.places(getattr(of, one.name)))
        }

    def places(self, names: Headers) -> tuple[int, ...]:
        """The columns under any of these headers, in their order."""
        return tuple(self._named[key] for name in names if (key := fold(name)) in self._named)

    @cached_property
    def numbered(self) -> list[dict[str, tuple[int, ...]]]:
        """For each line that stands in numbered columns, its columns: number 1 may go without its number."""
        line, found = self.source.line, []
        for number in range(1, MOST_NUMBERED):
            at: dict[str, tuple[int, ...]] = {}
            for one in fields(line):
                if one.name == "all_packed":
                    continue  # one cell for all lines has no number
                names = [name.replace("#", str(number)) for name in getattr(line, one.name)]
                if number == 1:
                    names += [name.replace("(#)", "").replace("#", "") for name in getattr(line, one.name)]
                at[f"line.{one.name}"] = self.places(tuple(names))
            if not any(at.values()):
                break
            found.append({name: places for name, places in at.items() if places})
        return found

    @cached_property
    def decimal(self) -> str:
        """The decimal sign of the amounts: what the source says, else what the file proves, else ""."""
        if self.source.decimal:
            return self.source.decimal
        of = [places for name, places in self.columns.items() if name.partition(".")[2] in MONEY]
        of += [
            places for one in self.numbered for name, places in one.items() if name.partition(".")[2] in MONEY
        ] if self.source.lines == "columns" else []  # fmt: skip
        at = {place for places in of for place in places}
        return decimal_of(
            raw.cells[one] for raw in self.rows for one in at if one < len(raw.cells) and raw.cells[one]
        )

    @cached_property
    def days(self) -> Days:
        """How its days are read. Raises `SheetFault` where it writes them in two ways."""
        written = (
            (raw.number, self.get(raw, "order.day") or self.get(raw, "balance.day")) for raw in self.rows
        )
        found = order_of_days(self.table.file, written, self.source.days)
        return Days(NEAR, "month" if found == "month first" else "day")

    def get(self, raw: Raw, name: str) -> str:
        """The first filled cell of what a column holds ("order.total"), or ""."""
        places = self.columns.get(name)
        return first(raw, places) if places else ""

    def goods(self, raw: Raw) -> Goods:
        """The goods that a row tells in one text, each with its pieces."""
        return goods_in(words(self.get(raw, "line.name"), in_html=self.source.html))

    def prices(self, currency: str) -> Prices:
        """What pieces were sold for in the orders of one kind of goods alone."""
        return self._prices.get(currency, {})

    @cached_property
    def _prices(self) -> dict[str, Prices]:
        told: dict[str, list[tuple[Goods, int]]] = {}
        for raw in self.rows:
            with suppress(Unreadable):
                currency = currency_code(self.get(raw, "order.currency") or self.currency)
                made = amount(self.get(raw, "order.net"), currency, self.decimal)
                if made > 0:
                    told.setdefault(currency, []).append((self.goods(raw), made))
        return {currency: prices_of(orders) for currency, orders in told.items()}

    def header(self, name: str) -> str:
        """What the file calls a column."""
        places = self.columns.get(name)
        return self.headers[places[0]] if places else name.partition(".")[2].replace("_", " ")

    def note(self, raw: Raw, key: str, facts: Says) -> Listed:
        """A row with the sentence that says why it is not taken."""
        place = self.table.place(raw.number)
        return Listed(self.table.file, place, place, "", key, facts, self.headers, raw.cells)

    def remark(self, row: int, key: str, *facts: tuple[str, object]) -> Remark:
        """Something to say of a row that is taken all the same."""
        return Remark(self.table.file, self.table.place(row), key, facts)

    @cached_property
    def _named(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for place, header in enumerate(self.headers):
            found.setdefault(fold(header), place)
        return found


def first(raw: Raw, places: Sequence[int]) -> str:
    """The first filled of these cells, or ""."""
    cells = raw.cells
    for place in places:
        if place < len(cells) and (cell := cells[place]):
            return bare(cell) if cell[0] in "='" else cell
    return ""


def opened(path: Path, known: Sequence[Source] = (), currency: str = "") -> Export:
    """The export in a file, known by its headers among `known`, else all that jornal knows.

    Raises `SheetFault`: no such export, cut off in its last row, days in two ways, no currency to be found.
    """
    known = known or packaged()
    table, at, source = _found(list(tables(path, notes=True)), known)
    export = Export(table, at, source, currency)
    if not export.rows:
        raise SheetFault(says.NO_ROWS, ("file", table.file))
    _whole(export)
    _ = export.days
    if not (export.columns.get("order.currency") or export.columns.get("balance.currency")):
        export = replace(export, currency=currency or source.currency or _by_sign(export))
    return export


def told(export: Export) -> list[Remark]:
    """What to say of the file before any row: its encoding, the sheet."""
    return list(remarks(export.table))


def odd(export: Export, raw: Raw) -> Unreadable | None:
    """What is wrong with a row that has more cells than there are headers, or None.

    Fewer are none: a spreadsheet that saves an export again leaves out what is empty at the end.
    """
    wanted, got = len(export.headers), len(raw.cells)
    if not any(raw.cells[wanted:]):
        return None
    return Unreadable(says.LONG_ROW, ("found", got), ("wanted", wanted))


def _found(sheets: Sequence[Table], known: Sequence[Source]) -> tuple[Table, int, Source]:
    """The first sheet and row whose headers are those of an export."""
    for table in sheets:
        for at, row in enumerate(table.rows[:SEARCHED]):
            source = recognised(row.cells, known)
            if source is not None:
                return table, at, source
    head = max((row for table in sheets for row in table.rows[:SEARCHED]), key=_filled, default=Raw(1, ()))
    raise unknown(sheets[0].file if sheets else "", head.cells, known)


def _filled(row: Raw) -> int:
    return sum(1 for cell in row.cells if cell)


def _whole(export: Export) -> None:
    """Raises `SheetFault` where the last row stops short while those before it do not."""
    if export.table.sheet:
        return
    last, wanted = export.rows[-1], len(export.headers)
    usual = min((len(raw.cells) for raw in export.rows[:-1]), default=wanted)
    if len(last.cells) < min(usual, wanted):
        raise SheetFault(
            says.CUT_OFF,
            ("file", export.table.file),
            ("row", last.number),
            ("found", len(last.cells)),
            ("wanted", wanted),
        )


def _by_sign(export: Export) -> str:
    """The currency that the signs of the amounts mean. Raises `SheetFault` where they mean none, or several."""
    at = {
        place
        for name, places in export.columns.items()
        if name.partition(".")[2] in MONEY
        for place in places
    }
    found = {
        sign_of(raw.cells[one])
        for raw in export.rows
        for one in at
        if one < len(raw.cells) and raw.cells[one]
    }
    found.discard("")
    if len(found) != 1:
        raise SheetFault(says.CURRENCY_WANTED, ("file", export.table.file))
    return found.pop()
