"""What has to hold after a correction too, so that no correction is a way round what a verb refuses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jornal.actions import dialogueholds
from jornal.actions.abroad import order_holds, rate_holds
from jornal.actions.agreedwith import contract_holds
from jornal.actions.given import NotYet
from jornal.actions.goodshold import goods_hold
from jornal.actions.herholds import hers_holds
from jornal.actions.kits import MoreThanTheKit
from jornal.actions.lots import KitsOut, NotWhole, in_time
from jornal.actions.madeholds import JUDGED, made_holds, unmade_holds
from jornal.actions.materialholds import RestsOnMore, issue_taken_back, issued_holds, received_holds
from jornal.actions.moneyholds import money_holds, money_stands
from jornal.actions.onlot import on_their_lots
from jornal.actions.rates import card_holds, card_taken_back
from jornal.actions.wagesfunded import line_holds, source_holds
from jornal.facts.funding import Budget, ExchangeRate, Grant, WagesFunded
from jornal.facts.kits import Kit
from jornal.facts.lots import Lot, LotFinished, LotJudged, MaterialIssued, MaterialLot
from jornal.facts.orders import Order, OrderLine
from jornal.facts.pay import Finding
from jornal.facts.pieces import Pieces
from jornal.facts.work import ContractVersion, RateCard
from jornal.journal.fact import Fact
from jornal.journal.record import NotCorrectable
from jornal.reads.kits import kits_out
from jornal.reads.lots import lots
from jornal.units.parts import Part
from jornal.units.said import Said

BY_VERB = {
    "order_line": "add-line",
    "order_confirmed": "confirm-order",
    "cost_sheet": "set-cost",
    "lot_judged": "judge-lot",
    "recipe": "set-recipe",
    "tool_count": "count-tools",
}
"""Kinds that are checked or worked out when they are recorded, and the verb that does it again."""


class ByItsVerb(Said):
    """A correction by hand of what a verb checks."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            "A {kind} is not corrected by hand: it is checked when it is recorded. Record it again with "
            "`jornal do {verb}`.",
            kind=Part(kind.replace("_", " ")),
            verb=BY_VERB[kind],
        )


@dataclass(frozen=True)
class Count:
    """A count of pieces as it will stand."""

    worker: str
    day: date
    operation: str
    number: int
    good: int
    lot: str


def corrected_holds(tip: Fact, changes: Mapping[str, Any], today: date) -> None:
    """Raises ByItsVerb, RestsOnMore, NotCorrectable, and what counting on a lot raises, for what would no more hold."""
    if tip.KIND in BY_VERB:
        raise ByItsVerb(tip.KIND)
    new = {name: changes.get(name, getattr(tip, name)) for name in _names(tip)}
    goods_hold(tip, new, today)
    made_holds(tip, new, today)
    money_holds(tip, new, today)
    hers_holds(tip, {name: value for name, value in new.items() if name in changes}, today)
    if isinstance(tip, ContractVersion):
        contract_holds(tip, changes, today)
    check = _CORRECTED.get(type(tip))
    if check is not None:
        check(tip, new, today)


def taken_back_holds(tip: Fact, today: date) -> None:
    """Raises RestsOnMore, NotCorrectable, ByItsVerb for a fact without which another would no more hold."""
    if isinstance(tip, OrderLine):  # nought takes it out, until the order's last day for changes
        raise ByItsVerb(tip.KIND)
    goods_hold(tip, None)
    unmade_holds(tip, today)
    money_stands(tip, today)
    if isinstance(tip, Finding):
        raise NotCorrectable(tip, Part("a finding is closed with what was done, and never taken back"))
    if isinstance(tip, RateCard):
        card_taken_back(tip, today)
    if isinstance(tip, MaterialIssued):
        issue_taken_back(tip)


def _names(tip: Fact) -> list[str]:
    return [field.name for field in tip.content()]


def _count(tip: Pieces, new: dict[str, Any], _: date) -> None:
    site = tip.book
    kit = Kit.objects.current().filter(code=tip.tally, site=site).first() if tip.tally else None
    if kit is not None and new["good"] + new["rework"] > kit.pieces:
        raise MoreThanTheKit(kit.code, kit.pieces, new["good"] + new["rework"])
    on_their_lots(site, [Count(**{name: new[name] for name in Count.__dataclass_fields__})])


def _lot(tip: Lot, new: dict[str, Any], _: date) -> None:
    (of,) = lots(tip.site, [tip.code])
    out = sum(kit.pieces for kit in kits_out(tip.site, lots=[tip.root]))
    most = max((step.good for step in of.steps), default=0) + out
    if new["quantity"] < most:
        raise RestsOnMore(tip.code, new["quantity"], most)


def _finished(tip: LotFinished, new: dict[str, Any], today: date) -> None:
    lot = Lot.objects.current().get(root=tip.lot)
    if new["day"] > today:
        raise NotYet(new["day"], today)
    in_time(lot, new["day"])
    if out := kits_out(lot.site, lots=[lot.root]):
        raise KitsOut(lot.code, [one.code for one in out])
    if LotJudged.objects.current().filter(lot=lot.root).exists():
        raise NotCorrectable(tip, Part(JUDGED))
    (of,) = lots(lot.site, [lot.code])
    if new["quantity"] > of.whole:
        raise NotWhole(of, new["quantity"])


def _finding(tip: Finding, new: dict[str, Any], today: date) -> None:
    # A finding is closed by today, or opened again; what it says stays.
    same = all(new[name] == getattr(tip, name) for name in new if name != "closed_on")
    closed_on = new["closed_on"]
    if not same or (closed_on is not None and not tip.day <= closed_on <= today):
        raise NotCorrectable(tip, Part("a finding is closed with what was done, and never taken back"))


_CORRECTED: dict[type[Fact], Callable[[Any, dict[str, Any], date], None]] = {
    Pieces: _count,
    MaterialLot: received_holds,
    MaterialIssued: issued_holds,
    Lot: _lot,
    LotFinished: _finished,
    Finding: _finding,
    RateCard: card_holds,
    WagesFunded: line_holds,
    Grant: source_holds,
    Budget: source_holds,
    Order: order_holds,
    ExchangeRate: rate_holds,
    **dialogueholds.CHECKS,
}
