"""What has to hold of costs, advances, money received and the fund after a correction, as when it was recorded."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from jornal.actions.fund import used_rightly
from jornal.actions.funding import not_twice
from jornal.actions.given import NotYet
from jornal.actions.spending import TooMuchBack, advance_of, open_of, spent_rightly
from jornal.facts.family import PaysFrom
from jornal.facts.funding import AdvanceReturned, Cost, FundSpent, MoneyReceived, ProfitPromised
from jornal.journal.fact import Fact
from jornal.journal.record import NotCorrectable
from jornal.terms import accounts
from jornal.units.money import Money
from jornal.units.parts import Part

PROMISED = "it was published; promise anew from a later day"


def money_holds(tip: Fact, new: Mapping[str, Any], today: date) -> None:
    """Raises what recording it would, NotCorrectable for a promise that holds already.

    `new` are its columns as they will stand.
    """
    check = _CORRECTED.get(type(tip))
    if check is not None:
        check(tip, new, today)


def money_stands(tip: Fact, today: date) -> None:
    """Raises NotCorrectable for a promise that holds already; one that was recorded today is mended today."""
    if isinstance(tip, ProfitPromised) and tip.since <= today and tip.recorded_at.date() < today:
        raise NotCorrectable(tip, Part(PROMISED))


def _come(new: Mapping[str, Any], today: date) -> None:
    if new["day"] > today:
        raise NotYet(new["day"], today)


def _cost(_: Cost, new: Mapping[str, Any], today: date) -> None:
    _come(new, today)
    spent_rightly(Cost(**new), [], part=True)


def _returned(_: AdvanceReturned, new: Mapping[str, Any], today: date) -> None:
    _come(new, today)
    advance = advance_of(new["advance"])
    left = open_of(advance, apart=new["number"])
    if new["amount"] > left:
        raise TooMuchBack(advance.advance, *(Money(one, advance.currency) for one in (left, new["amount"])))


def _received(_: MoneyReceived, new: Mapping[str, Any], today: date) -> None:
    _come(new, today)
    not_twice(MoneyReceived(**new), [])


def _used(_: FundSpent, new: Mapping[str, Any], today: date) -> None:
    _come(new, today)
    used_rightly(FundSpent(**new), [])


def _account(_: PaysFrom, new: Mapping[str, Any], __: date) -> None:
    accounts.read(new["account"], new["currency"])


def _promised(tip: ProfitPromised, new: Mapping[str, Any], today: date) -> None:
    if any(new[name] != getattr(tip, name) for name in ("of_10000", "purposes")):
        money_stands(tip, today)


_CORRECTED: dict[type[Fact], Callable[[Any, Mapping[str, Any], date], None]] = {
    Cost: _cost,
    AdvanceReturned: _returned,
    MoneyReceived: _received,
    FundSpent: _used,
    ProfitPromised: _promised,
    PaysFrom: _account,
}
