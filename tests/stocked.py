"""Goods for tests: ten sweaters of a lot that passed its gate, in the store of their site, with a shop beside it."""

from typing import Any

import making
from jornal.actions.office import Office
from jornal.facts.lots import MaterialLot
from jornal.journal.fact import Fact
from offices import office
from peopled import do

ASKS = {"product": "sweater", "since": making.SINCE, "asks": "Seams even; Size as drawn"}
STORE = {
    "place": "store",
    "label": "Store",
    "sort": "store",
    "country": "PE",
    "currency": "PEN",
    "since": "2026-09-01",
}
SHOP = {**STORE, "place": "shop", "label": "Shop of the square", "sort": "shop"}
CONSIGNEE = {**STORE, "place": "gallery", "label": "Gallery", "sort": "consignee", "commission": "30 %"}
SHOW = {**STORE, "place": "museum", "label": "Museum", "sort": "exhibition"}
LINE = {
    "channel": "till", "order": "1", "line": "1", "day": "2026-10-20", "place": "shop", "product": "sweater",
    "price": "20000", "currency": "PEN",
}  # fmt: skip


def hq(role: str = "hq_operations", by: str = "H1") -> Office:
    """Somebody at headquarters on 30 October 2026."""
    return office(role, by, site="", day=making.crew.TODAY)


def seller() -> Office:
    """Somebody who sells, on 30 October 2026."""
    return hq("seller", "V1")


def judged(here: Office, **more: str) -> str:
    """A lot of ten sweaters, all of them good: its code."""
    code = making.opened(here, **more)
    making.made(here, code, number=str(int(code[3:6])))
    material = MaterialLot.objects.get(code__endswith=MaterialLot.objects.first().code[-1])
    do(here, "issue-material", {"lot": code, "material": material.code, "quantity": "2000"})
    do(here, "finish-lot", {"lot": code, "quantity": "10"})
    do(making.judge(), "judge-lot", {"lot": code, "good": "10", "answers": "yes; yes"})
    return code


def begun(*places: dict[str, str]) -> str:
    """A lot of ten sweaters, judged, in the store since 10 October; the shop and other places are named: its code."""
    here = making.begun()
    do(hq(), "set-checklist", ASKS)
    do(hq(), "name-place", STORE, SHOP, *places)
    code = judged(here)
    finished(code)
    return code


def in_the_shop() -> str:
    """Such a lot of which five sweaters have gone to the shop: its code."""
    code = begun()
    moved(code)
    return code


def finished(code: str, to: str = "store", quantity: str = "10", **more: str) -> Any:
    """Goods of a lot put into stock on 10 October."""
    row = {"what": "finished", "lot": code, "quantity": quantity, "to_place": to, "day": "2026-10-10"}
    return do(hq(), "move-goods", {**row, **more})[0]


def moved(code: str, to: str = "shop", quantity: str = "5", **more: str) -> Any:
    """Goods of a lot moved out of the store on 12 October."""
    row = {"what": "moved", "lot": code, "quantity": quantity, "from_place": "store", "to_place": to}
    return do(hq(), "move-goods", {**row, "day": "2026-10-12", **more})[0]


def sold(*rows: dict[str, str]) -> list[Fact]:
    """Lines sold, each as LINE says otherwise."""
    return do(seller(), "sell", *({**LINE, **row} for row in rows))
