"""What a worker said, agreed to or made stays hers after a correction: nobody puts other words in its place."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from jornal.actions.makers import NotOnTheLot
from jornal.facts.attendance import DaysConfirmed
from jornal.facts.labels import Item
from jornal.facts.lots import Lot
from jornal.facts.pay import PayQuery
from jornal.facts.people import Consent, MarkChosen, Offer, OfferAnswered
from jornal.facts.pieces import Pieces
from jornal.facts.work import Beneficiary, Instruction
from jornal.journal.fact import Fact
from jornal.journal.record import NotCorrectable
from jornal.units.parts import Part

HER_WORD = "it is her own word; ask her again, which is another record"
HER_CONSENT = (
    "a consent stays as she gave it, and only ends earlier; take it back, and record what she gives anew"
)
HER_MONEY = "it is her instruction, and only ends earlier; end it, and record what she says now"
HER_FAMILY = "who receives is hers who named them; take it back, and name them for her who did"
ANSWERED = "she answered it as it stands; make another offer"


def hers_holds(tip: Fact, new: Mapping[str, Any], _: date) -> None:
    """Raises NotCorrectable, NotOnTheLot where other words than hers would stand in the place of hers.

    `new` are the columns that will be otherwise.
    """
    check = _CORRECTED.get(type(tip))
    if check is not None and (says := check(tip, new)):
        raise NotCorrectable(tip, Part(says))


def _other(tip: Fact, new: Mapping[str, Any], but: str = "") -> bool:
    return any(value != getattr(tip, name) for name, value in new.items() if name != but)


def _later(before: date | None, after: date | None) -> bool:
    """Whether what ended on a day, or (None) never, would end later."""
    return before is not None and (after is None or after > before)


def _consent(tip: Consent, new: Mapping[str, Any]) -> str:
    return (
        HER_CONSENT
        if _other(tip, new, "expires_on") or _later(tip.expires_on, new.get("expires_on", tip.expires_on))
        else ""
    )


def _instruction(tip: Instruction, new: Mapping[str, Any]) -> str:
    return (
        HER_MONEY
        if _other(tip, new, "ends_on") or _later(tip.ends_on, new.get("ends_on", tip.ends_on))
        else ""
    )


def _offer(tip: Offer, new: Mapping[str, Any]) -> str:
    answered = OfferAnswered.objects.filter(offer=tip.root).exists()
    return ANSWERED if answered and _other(tip, new) else ""


def _item(tip: Item, new: Mapping[str, Any]) -> str:
    lot = Lot.objects.current().get(root=tip.lot)
    worker = new.get("worker", tip.worker)
    made = Pieces.objects.current().filter(lot=lot.code, worker=worker, good__gt=0)
    if worker not in ("", tip.worker) and not made.exists():
        raise NotOnTheLot(worker, lot.code)
    return ""


_CORRECTED: dict[type[Fact], Callable[[Any, Mapping[str, Any]], str]] = {
    Consent: _consent,
    Instruction: _instruction,
    Offer: _offer,
    Item: _item,
    MarkChosen: lambda tip, new: HER_WORD if new.get("worker", tip.worker) != tip.worker else "",
    DaysConfirmed: lambda tip, new: HER_WORD if _other(tip, new) else "",
    PayQuery: lambda tip, new: HER_WORD if _other(tip, new) else "",
    Beneficiary: lambda tip, new: HER_FAMILY if new.get("worker", tip.worker) != tip.worker else "",
}
