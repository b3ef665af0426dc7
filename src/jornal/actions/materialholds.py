"""What has to hold of material after a correction too: no day ends with less than nothing, in stock or with a lot."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from jornal.actions.given import NotYet
from jornal.actions.materials import NotInStock, NotWithTheLot, in_stock, with_lot
from jornal.facts.lots import Lot, MaterialIssued, MaterialLot
from jornal.journal.fact import Fact
from jornal.journal.record import NotCorrectable
from jornal.reads.lots import Move, moves
from jornal.rules.stock import Short
from jornal.units.parts import Part
from jornal.units.said import Said

ONE_OR_MORE = "a quantity is 1 or more; take it back instead"
STORED = "in stock"
HELD = "with lot {lot}"


class RestsOnMore(Said):
    """A quantity corrected below what was recorded upon it."""

    def __init__(self, code: str, quantity: int, recorded: int) -> None:
        super().__init__(
            "{code} cannot have {quantity}, because {recorded} are recorded upon it. Correct those first.",
            code=code,
            quantity=quantity,
            recorded=recorded,
        )


class ShortOn(Said):
    """Material moved to a day by which more of it was gone than had come."""

    def __init__(self, code: str, where: Part, short: Short) -> None:
        super().__init__(
            "Material {code}: at the end of {day} there would be {missing} less than nothing {where}. Correct first "
            "what was recorded upon it.",
            code=code,
            day=short.day,
            missing=-short.there,
            where=where,
        )


def received_holds(tip: MaterialLot, new: Mapping[str, Any], today: date) -> None:
    """Raises RestsOnMore, ShortOn where a receipt as it will stand leaves a day short; NotYet, NotCorrectable."""
    _can_be(tip, new["quantity"], new["received_on"], today)
    short = in_stock((new["received_on"], new["quantity"]), moves(tip.root)).short()
    if short is None:
        return
    if new["received_on"] == tip.received_on:
        raise RestsOnMore(tip.code, new["quantity"], new["quantity"] - short.there)
    raise ShortOn(tip.code, Part(STORED), short)


def issued_holds(tip: MaterialIssued, new: Mapping[str, Any], today: date) -> None:
    """Raises where what was issued or brought back, as it will stand, leaves stock or a lot short on any day.

    NotInStock, NotWithTheLot, RestsOnMore, ShortOn; NotYet, NotCorrectable.
    """
    _can_be(tip, new["quantity"], new["day"], today)
    others = [one for one in moves(tip.material) if one.root != tip.root]
    _stand(tip, [*others, Move(tip.root, tip.lot, new["what"], new["day"], new["quantity"])], new)


def issue_taken_back(tip: MaterialIssued) -> None:
    """Raises RestsOnMore where stock or a lot would be short on any day without what was issued or brought back."""
    gone = {"what": "", "day": tip.day, "quantity": 0}
    _stand(tip, [one for one in moves(tip.material) if one.root != tip.root], gone)


def _can_be(tip: Fact, quantity: int, day: date, today: date) -> None:
    if quantity < 1:
        raise NotCorrectable(tip, Part(ONE_OR_MORE))
    if day > today:
        raise NotYet(day, today)


def _stand(tip: MaterialIssued, found: Sequence[Move], new: Mapping[str, Any]) -> None:
    material = MaterialLot.objects.current().get(root=tip.material)
    lot = Lot.objects.current().get(root=tip.lot)
    what, quantity = new["what"], new["quantity"]
    if short := in_stock((material.received_on, material.quantity), found).short():
        if what == "issued":
            raise NotInStock(material.code, max(0, short.there + quantity), quantity, short.day)
        raise _rests(tip, new, (material.code, Part(STORED)), short)
    if short := with_lot(tip.lot, found).short():
        if what == "returned":
            raise NotWithTheLot(material.code, lot.code, max(0, short.there + quantity), quantity, short.day)
        raise _rests(tip, new, (material.code, Part(HELD, lot=lot.code)), short)


def _rests(tip: MaterialIssued, new: Mapping[str, Any], of: tuple[str, Part], short: Short) -> Said:
    code, where = of
    if new["day"] == tip.day:
        return RestsOnMore(code, new["quantity"], new["quantity"] - short.there)
    return ShortOn(code, where, short)
