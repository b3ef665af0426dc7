"""Goods of an order in one text, "2× Bag, 1× Scarf", with what they made together: split where that is sure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import prod

from jornal.sheets import says
from jornal.sheets.listed import Unreadable, shown
from jornal.units.money import major

MOST_WAYS = 1000
"""How many prices are tried for one order; where there are more, it is not sure which of them it was."""

_BEFORE = re.compile(r"(\d{1,5})\s?[×x]\s+(.+?)(?=,\s+\d{1,5}\s?[×x]\s|$)", re.DOTALL)
_BEHIND = re.compile(r"(.+?)\s[×x]\s?(\d{1,5})(?:,\s+|$)", re.DOTALL)

Goods = dict[str, int]
Prices = Mapping[str, frozenset[int]]
"""What pieces of each kind of goods were sold for in orders of that kind alone, in minor units."""


def goods_in(text: str) -> Goods:
    """The goods told in a text, each with its pieces; what is told in neither way is one piece of that name."""
    for form, number, name in ((_BEFORE, 1, 2), (_BEHIND, 2, 1)):
        found = list(form.finditer(text))
        told = ", ".join(one[0].removesuffix(", ").rstrip(",") for one in found)
        if found and told == text:
            goods: Goods = {}
            for one in found:
                goods[one[name]] = goods.get(one[name], 0) + int(one[number])
            return goods
    return {text: 1}


def prices_of(orders: Iterable[tuple[Goods, int]]) -> Prices:
    """What pieces cost in the orders of one kind of goods alone, each given with what it made; only whole prices."""
    found: dict[str, set[int]] = {}
    for goods, made in orders:
        if len(goods) == 1:
            ((name, pieces),) = goods.items()
            if pieces and made % pieces == 0:
                found.setdefault(name, set()).add(made // pieces)
    return {name: frozenset(prices) for name, prices in found.items()}


def split(goods: Goods, made: int, prices: Prices, currency: str) -> dict[str, int]:
    """What each kind of goods made. Raises `Unreadable` where prices that are known do not say it in one way alone."""
    if len(goods) == 1:
        return dict.fromkeys(goods, made)
    known = [sorted(prices.get(name, ())) for name in goods]
    ways = [way for way in _ways(known) if _makes(goods, way) == made]
    if len(ways) != 1:
        raise Unreadable(
            says.SEVERAL_GOODS, ("goods", shown(_told(goods), 120)), ("made", major(made, currency)),
            ("currency", currency),
        )  # fmt: skip
    return {name: pieces * price for (name, pieces), price in zip(goods.items(), ways[0], strict=True)}


def _ways(known: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    return product(*known) if 0 < prod(map(len, known)) <= MOST_WAYS else iter(())


def _makes(goods: Goods, way: Sequence[int]) -> int:
    return sum(pieces * price for pieces, price in zip(goods.values(), way, strict=True))


def _told(goods: Goods) -> str:
    return ", ".join(f"{pieces}× {name}" for name, pieces in goods.items())
