"""The lines of an order in an export: rows, numbered columns, packed cells, goods counted in one text, or one thing."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from jornal.sheets import says
from jornal.sheets.listed import Unreadable
from jornal.sheets.salescells import amount, pieces, price, words
from jornal.sheets.salesfile import Export, first
from jornal.sheets.salestext import goods_in, split
from jornal.sheets.sold import Line
from jornal.sheets.tables import Raw
from jornal.units.letters import fold
from jornal.units.money import major

_NONE: Mapping[int, int] = MappingProxyType({})
_NEXT = re.compile(r";(?=\s*(?:id|name|product_id|sku):)")


class Cells:
    """The cells of one line, by what they hold, with its money in the order's currency."""

    def __init__(self, export: Export, currency: str, got: dict[str, str]) -> None:
        self.export, self.currency, self.got = export, currency, got

    def money(self, name: str) -> int:
        """An amount in minor units; nought where it is not there."""
        cell = self.got.get(name, "")
        return (
            amount(cell, self.currency, self.export.decimal, self.export.header(f"line.{name}"))
            if cell
            else 0
        )

    def called(self) -> tuple[str, str]:
        """The code and the name of the goods, with what kind of them it is."""
        html = self.export.source.html
        goods, name = (words(self.got.get(key, ""), in_html=html) for key in ("goods", "name"))
        variant = words(self.got.get("variant", ""), in_html=html)
        if variant and fold(variant) != "regular" and variant not in name:
            name = f"{name} - {variant}"
        return goods, name

    def line(self, row: int) -> Line | None:
        """The line, or None where it has no pieces. Raises `Unreadable`."""
        goods, name = self.called()
        quantity = pieces(self.got.get("quantity", ""))
        if not (goods or name) and not any(self.money(key) for key in ("gross", "net", "price")):
            return None
        if quantity == 0:
            return None
        gross = self._gross(quantity)
        discount, tax = abs(self.money("discount")), self.money("tax")
        if min(quantity, gross, tax) < 0:
            below = major(min(gross, tax, -1), self.currency)
            raise Unreadable(says.BELOW_ZERO, ("amount", f"{below} {self.currency}"))
        self._check_net(gross, discount)
        return Line(row, goods, name, quantity, gross, discount, tax)

    def _gross(self, quantity: int) -> int:
        if self.got.get("gross"):
            return self.money("gross")
        if self.got.get("price"):
            column = self.export.header("line.price")
            return price(
                self.got["price"], self.currency, quantity, decimal=self.export.decimal, column=column
            )
        return self.money("net") + abs(self.money("discount"))

    def _check_net(self, gross: int, discount: int) -> None:
        """Raises `Unreadable` where gross less discount is not the net that the row says."""
        if self.got.get("net") and gross - discount != self.money("net"):
            made = [
                major(one, self.currency) for one in (gross, discount, gross - discount, self.money("net"))
            ]
            facts = zip(("gross", "discount", "made", "net"), made, strict=True)
            raise Unreadable(says.LINE_DIFFERS, *facts, ("currency", self.currency))


def lines_of(
    export: Export, raws: Sequence[Raw], currency: str, back: Mapping[int, int] = _NONE
) -> list[Line]:
    """The lines of an order that these rows are; `back` are pieces more of a row. Raises `Unreadable`."""
    found: list[Line] = []
    for raw in raws:
        if export.source.lines == "text":
            found += _in_text(export, raw, currency)
            continue
        for got in _each(export, raw):
            if got.get("left") and not got.get("quantity"):
                got["quantity"] = str(pieces(got["left"]) + back.get(raw.number, 0))
            line = Cells(export, currency, got).line(raw.number)
            found += [line] if line is not None else []
    return found


def _each(export: Export, raw: Raw) -> Iterator[dict[str, str]]:
    """The cells of each line in a row, by what they hold."""
    if export.source.lines == "columns":
        yield from _in_columns(export, raw)
        return
    got = {
        name.removeprefix("line."): first(raw, places)
        for name, places in export.columns.items()
        if name.startswith("line.")
    }
    if export.source.lines == "one":
        got |= counted(words(got.get("name", ""), in_html=export.source.html) or export.source.unnamed)
        got.setdefault("quantity", "1")
    yield got


def _in_text(export: Export, raw: Raw, currency: str) -> list[Line]:
    """The goods of an order that stand in one text, with what each made. Raises `Unreadable` where that is not sure."""
    goods, made = export.goods(raw), amount(export.get(raw, "order.net"), currency, export.decimal)
    if made < 0:
        raise Unreadable(says.BELOW_ZERO, ("amount", f"{major(made, currency)} {currency}"))
    told, pieces_told = export.get(raw, "order.pieces"), sum(goods.values())
    if len(goods) > 1 and told and pieces(told) != pieces_told:
        raise Unreadable(says.PIECES_DIFFER, ("told", pieces_told), ("pieces", pieces(told)))
    of_each = split(goods, made, export.prices(currency), currency)
    return [
        Line(raw.number, "", name, goods[name], gross)
        for name, gross in of_each.items()
        if goods[name] and name
    ]


def _in_columns(export: Export, raw: Raw) -> Iterator[dict[str, str]]:
    """The lines that stand beside each other: as cells of their own, else packed into one cell each."""
    for columns in export.numbered:
        got = {name.removeprefix("line."): first(raw, places) for name, places in columns.items()}
        packed = got.pop("packed", "")
        if packed and not (got.get("name") or got.get("goods")):
            got |= unpacked(packed)
        if got.get("name") or got.get("goods"):
            yield got
    if not export.numbered:
        yield from all_unpacked(export.get(raw, "line.all_packed"))


def all_unpacked(cell: str) -> list[dict[str, str]]:
    """Every line of an order in one cell: a list in JSON, or lines packed with bars, with ";" between them.

    What is neither is one line of that name, which nobody can price.
    """
    if cell.startswith("["):
        try:
            said = [one for one in json.loads(cell) if isinstance(one, dict)]
        except ValueError:
            said = []
        return [
            _packed({str(key).lower(): "" if value is None else str(value) for key, value in one.items()})
            for one in said
        ]
    return [unpacked(one) for one in _NEXT.split(cell) if one.strip()]


def unpacked(cell: str) -> dict[str, str]:
    """A line that is packed into one cell: "name:Shawl|sku:SH-1|quantity:2|total:90.00|sub_total:100.00"."""
    said: dict[str, str] = {}
    for part in cell.split("|"):
        key, colon, value = part.partition(":")
        if colon:
            said.setdefault(key.strip().lower(), value.strip())
    return _packed(said)


def _packed(said: Mapping[str, str]) -> dict[str, str]:
    gross = said.get("sub_total") or said.get("subtotal") or said.get("total", "")
    return {
        "goods": said.get("sku", ""),
        "name": said.get("name", ""),
        "quantity": said.get("quantity", ""),
        "gross": gross,
    }


def counted(text: str) -> dict[str, str]:
    """Goods told in one text, "2× Shawl" or "Shawl x 2", with their pieces; several kinds stay one thing."""
    goods = goods_in(text)
    ((name, pieces_told),) = goods.items() if len(goods) == 1 else {text: 1}.items()
    return {"name": name, "quantity": str(pieces_told)}
