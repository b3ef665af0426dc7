"""On which lot pieces may be counted: one that is open here, of this operation, with room for them."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Protocol
from uuid import UUID

from pydantic import AfterValidator, Field

from jornal.facts.pieces import Pieces
from jornal.reads.kits import kits_out
from jornal.reads.lots import Standing, lots
from jornal.units.identifiers import tidy
from jornal.units.said import Said

_LIKE_A_CODE = re.compile(r"[A-Z]{1,4}[0-9]{1,6}[A-Z]")


class LotNotKnown(Said):
    """Pieces of a lot that was never opened at a site."""

    def __init__(self, code: str, site: str) -> None:
        super().__init__(
            "There is no lot {code} at {site}. Look at its code letter by letter, or open the lot first, with "
            "`jornal do open-lot`; then count its pieces.",
            code=code,
            site=site,
        )


class LotNotOpen(Said):
    """Pieces of a lot on a day before it was opened or after it was finished."""

    def __init__(self, of: Standing, day: date) -> None:
        finished = of.finished.day if of.finished else None
        if finished is None or day < of.lot.opened_on:
            super().__init__(
                "Lot {code} was opened on {since}, so nothing was made of it on {day}. Correct the day or the code.",
                code=of.lot.code,
                since=of.lot.opened_on,
                day=day,
            )
        else:
            super().__init__(
                "Lot {code} was finished on {until}, so nothing was made of it on {day}. Correct the day or the "
                "code, or take the end back with its reason.",
                code=of.lot.code,
                until=finished,
                day=day,
            )


class NotOfThisLot(Said):
    """Pieces of an operation that a lot does not have."""

    def __init__(self, of: Standing, operation: str) -> None:
        super().__init__(
            "Lot {code} is of {product}, which has no operation {operation}. It has {operations}.",
            code=of.lot.code,
            product=of.lot.product,
            operation=operation,
            operations=", ".join(step.operation for step in of.steps),
        )


class MoreThanTheLot(Said):
    """More good pieces of an operation than a lot has pieces."""

    def __init__(self, of: Standing, operation: str, good: int) -> None:
        super().__init__(
            "Lot {code} has {quantity} pieces, and with these {good} of {operation} would be accepted. Correct the "
            "count, or correct how many the lot has.",
            code=of.lot.code,
            quantity=of.lot.quantity,
            good=good,
            operation=operation,
        )


class OutInKits(Said):
    """Pieces counted in the workshop that are out in kits, whose return they would leave unpaid."""

    def __init__(self, of: Standing, operation: str, good: int, out: int) -> None:
        super().__init__(
            "Lot {code} has {quantity} pieces: with these {good} of {operation} would be accepted, and {out} are out "
            "in kits. Count the kits that came back first, or correct how many the lot has.",
            code=of.lot.code,
            quantity=of.lot.quantity,
            good=good,
            operation=operation,
            out=out,
        )


def _lot(text: str) -> str:
    code = tidy(text)
    return code if _LIKE_A_CODE.fullmatch(code) else text


LotCode = Annotated[str, Field(max_length=60), AfterValidator(_lot)]
"""The code of a lot, tidied as it is stored; anything else is a note of the bundle, as it is written."""


class OfALot(Protocol):
    """A row that counts pieces."""

    @property
    def worker(self) -> str: ...
    @property
    def day(self) -> date: ...
    @property
    def operation(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def good(self) -> int: ...
    @property
    def lot(self) -> str: ...


def on_their_lots(site: str, rows: Iterable[OfALot]) -> None:
    """Raises LotNotKnown, LotNotOpen, NotOfThisLot, MoreThanTheLot, OutInKits for counts that name a lot by code."""
    named = [row for row in rows if _LIKE_A_CODE.fullmatch(row.lot)]
    if not named:
        return
    found = {one.lot.code: one for one in lots(site, {row.lot for row in named})}
    out: dict[UUID, int] = {}
    for kit in kits_out(site, lots=[one.lot.root for one in found.values()]):
        out[kit.lot] = out.get(kit.lot, 0) + kit.pieces
    more: dict[tuple[str, str], int] = {}
    for row in named:
        of = found.get(row.lot)
        if of is None:
            raise LotNotKnown(row.lot, site)
        if row.day < of.lot.opened_on or (of.finished and row.day > of.finished.day):
            raise LotNotOpen(of, row.day)
        step = next((one for one in of.steps if one.operation == row.operation), None)
        if step is None:
            raise NotOfThisLot(of, row.operation)
        key = (row.lot, row.operation)
        more[key] = more.get(key, 0) + row.good - _before(row)
        good, away = step.good + more[key], out.get(of.lot.root, 0)
        if good > of.lot.quantity and row.good:
            raise MoreThanTheLot(of, row.operation, good)
        if good + away > of.lot.quantity and row.good:
            raise OutInKits(of, row.operation, good, away)


def _before(row: OfALot) -> int:
    """The good pieces of this very count, where it is recorded already: sent twice, they are counted once."""
    key = {name: getattr(row, name) for name in Pieces.KEY}
    good = Pieces.objects.current().filter(**key, lot=row.lot).values_list("good", flat=True).first()
    return good or 0
