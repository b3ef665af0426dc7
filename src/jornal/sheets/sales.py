"""A sales export read: its rows into orders, and each order taken, held for its sums, or listed with why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jornal.sheets import balance, says
from jornal.sheets.listed import Listed, Remark, Unreadable, shown
from jornal.sheets.records import totals
from jornal.sheets.salesback import back_of, together
from jornal.sheets.salescells import amount, currency_code, wrong_letters
from jornal.sheets.salesfile import Export, odd, opened, told
from jornal.sheets.salesorders import Built, built
from jornal.sheets.salestwice import counted, left
from jornal.sheets.sold import Back, Held, Order, Sales, Totals
from jornal.sheets.sources import Source
from jornal.sheets.tables import Raw
from jornal.units.letters import fold

HELD = frozenset(
    (
        says.SUM_DIFFERS, says.LINE_DIFFERS, says.REFUND_OVER, says.TIP_UNCLEAR, says.SEVERAL_GOODS, says.PIECES_DIFFER,
    )
)  # fmt: skip
MOST_REMARKS = 50


@dataclass
class _Tray:
    """What came of the rows so far."""

    export: Export
    orders: list[Order] = field(default_factory=list)
    backs: list[Back] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    repeated: list[Listed] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    totals: dict[str, Totals] = field(default_factory=dict)

    def count(self, currency: str, **amounts: int) -> None:
        """Counts into the file's own sums."""
        of = self.totals.setdefault(currency, Totals())
        for name, more in amounts.items():
            setattr(of, name, getattr(of, name) + more)

    def list(self, raws: Iterable[Raw], fault: Unreadable) -> None:
        """Rows that are not taken, each with the same sentence."""
        self.listed += [self.export.note(raw, fault.key, fault.says) for raw in raws]


def read(path: Path, known: Sequence[Source] = (), currency: str = "") -> Sales:
    """What is in an export of sales, or of a balance. Raises `SheetFault` where it is refused whole.

    `known` are the kinds of export it may be, all that jornal knows where none is named; `currency` is that of its
    amounts where the file does not say it. Read twice it gives the same, however its rows are sorted.
    """
    export = opened(path, known, currency)
    if export.source.kind == "balance":
        return balance.read(export)
    tray = _Tray(export, remarks=told(export))
    groups, backs = _groups(tray)
    for number, raws in groups.items():
        _take(tray, number, raws)
    for number, raws in backs.items():
        _back(tray, number, raws)
    _letters(tray)
    source = export.source
    return Sales(
        export.table.file, source.channel, source.title, source.completes,
        orders=tuple(tray.orders), backs=tuple(tray.backs), held=tuple(tray.held), listed=tuple(tray.listed),
        repeated=tuple(tray.repeated), remarks=tuple(tray.remarks), rows=len(export.rows),
        totals=dict(sorted(tray.totals.items())),
    )  # fmt: skip


def _groups(tray: _Tray) -> tuple[dict[str, list[Raw]], dict[str, list[Raw]]]:
    """The rows of each order, and those of its refunds, wherever they stand; rows that are left out are listed."""
    export, groups, backs = tray.export, dict[str, list[Raw]](), dict[str, list[Raw]]()
    above = ""
    for raw in export.rows:
        number = export.get(raw, "order.number") or (above if _goes_on(export, raw) else "")
        if fold(next((cell for cell in raw.cells if cell), "")) in totals() and not _names_goods(export, raw):
            continue  # a row of sums, which is nobody's order
        above = number
        fault = odd(export, raw) or _left_out(export, raw)
        if fault is None and not number:
            fault = Unreadable(says.NO_ORDER_NUMBER, ("column", export.header("order.number")))
        if fault is not None:
            _listed(tray, [raw], fault)
        elif _is_back(export, raw):
            backs.setdefault(number, []).append(raw)
        else:
            groups.setdefault(number, []).append(raw)
    return groups, backs


def _names_goods(export: Export, raw: Raw) -> bool:
    return bool(export.get(raw, "line.name") or export.get(raw, "line.goods"))


def _goes_on(export: Export, raw: Raw) -> bool:
    """Whether a row is one more line of the order above: it has goods, and nothing that belongs to an order."""
    of_order = any(export.get(raw, name) for name in export.columns if name.startswith("order."))
    return export.source.lines == "rows" and not of_order and _names_goods(export, raw)


def _take(tray: _Tray, number: str, raws: list[Raw]) -> None:
    """One order, with its rows that stand twice told apart."""
    try:
        found: Built = built(tray.export, number, raws)
    except Unreadable as fault:
        currency, total = _says(tray.export, raws)
        if fault.key in HELD:
            tray.held.append(
                Held(number, tuple(raw.number for raw in raws), currency, total, fault.key, fault.says)
            )
            tray.count(currency, held=total)
        else:
            _listed(tray, raws, fault)
        return
    tray.orders.append(found.order)
    for raw, other in found.twice:
        tray.repeated.append(tray.export.note(raw, says.ROW_TWICE, (("other", other),)))
    tray.remarks += found.remarks
    of = found.order
    tray.count(of.currency, taken=of.made if of.total is None else of.total, given_back=of.refunded)


def _back(tray: _Tray, number: str, raws: list[Raw]) -> None:
    """The refunds of an order that stand as rows of their own."""
    kept, backs = counted(tray.export, number, raws), []
    for raw, other in left(raws, kept):
        tray.repeated.append(tray.export.note(raw, says.ROW_TWICE, (("other", other),)))
    for raw in kept:
        try:
            backs.append(back_of(tray.export, raw, number))
        except Unreadable as fault:
            tray.list([raw], fault)
    for found in together(backs):
        tray.backs.append(found)
        tray.count(found.currency, given_back=found.amount + found.tip)


def _listed(tray: _Tray, raws: Sequence[Raw], fault: Unreadable) -> None:
    tray.list(raws, fault)
    currency, total = _says(tray.export, raws)
    if currency:
        tray.count(currency, listed=total)


def _says(export: Export, raws: Sequence[Raw]) -> tuple[str, int]:
    """What the file says that an order makes, as far as it can be read; of an order that says no total, of its rows."""
    try:
        written = next((cell for raw in raws if (cell := export.get(raw, "order.currency"))), "")
        currency = currency_code(written or export.currency)
        for name in ("order.total", "order.net"):
            cell = next((cell for raw in raws if (cell := export.get(raw, name))), "")
            if cell:
                return currency, amount(cell, currency, export.decimal)
        nets = (export.get(raw, f"line.{name}") for raw in raws for name in ("net", "tax"))
        return currency, sum(amount(cell, currency, export.decimal) for cell in nets)
    except Unreadable:
        return "", 0


def _left_out(export: Export, raw: Raw) -> Unreadable | None:
    """Why the source leaves a row out, or None."""
    for rule in export.source.leave:
        said = next((raw.cells[at] for at in export.places((rule.column,)) if at < len(raw.cells)), "")
        if said and fold(said) in {fold(word) for word in rule.says}:
            return Unreadable(says.LEFT_OUT, ("why", rule.why), ("status", shown(said)))
    return None


def _is_back(export: Export, raw: Raw) -> bool:
    """Whether a row is a refund: it says so, or what its goods made is below zero where nothing else is told."""
    rule = export.source.refund
    said = (
        next((raw.cells[at] for at in export.places((rule.column,)) if at < len(raw.cells)), "")
        if rule.column
        else ""
    )
    if said and fold(said) in {fold(word) for word in rule.says}:
        return True
    net = export.get(raw, "order.net")
    return (bool(net) and net.lstrip("($ ").startswith("-")) or net.startswith("(")


def _letters(tray: _Tray) -> None:
    """Says which goods were saved in a wrong encoding, and where."""
    for order in tray.orders:
        for line in order.lines:
            meant = wrong_letters(line.name) or wrong_letters(line.goods)
            if (meant or "\ufffd" in line.name) and len(tray.remarks) < MOST_REMARKS:
                facts = (("text", shown(line.name)), ("meant", shown(meant or "?")))
                tray.remarks.append(tray.export.remark(line.row, says.WRONG_LETTERS, *facts))
