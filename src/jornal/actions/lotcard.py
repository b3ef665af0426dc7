"""The card that travels with a lot, as a table for its paper."""

from typing import Any

from jornal import __version__
from jornal.actions.daysheet import place_of
from jornal.actions.lots import asked
from jornal.actions.office import Office
from jornal.actions.onlot import LotNotKnown
from jornal.actions.piecesheet import rated
from jornal.facts.lots import Lot
from jornal.facts.pieces import LocalOperation
from jornal.reads.lots import lots, materials, used

Row = dict[str, Any]
SYMBOLS = {"cm2": "cm²", "piece": ""}
"""The signs of units that are not written as they are kept."""


def card(office: Office, code: str) -> Row:
    """A lot of the site as its card tells it, told like a run (docs/run.md); no person is on it. Raises LotNotKnown."""
    of = next(iter(lots(office.site, [code])), None)
    if of is None:
        raise LotNotKnown(code, office.site)
    day, named = of.lot.opened_on.isoformat(), _operations(office.site, of.lot)
    return {
        "release": __version__,
        **place_of(office.site),
        "period": {"since": day, "until": day},
        "code": code,
        "label": of.label,
        "quantity": of.lot.quantity,
        "due_on": of.lot.due_on.isoformat() if of.lot.due_on else "",
        "order": of.lot.order,
        "steps": [[named.get(step.operation, step.operation), step.minutes] for step in of.steps],
        "material": _material(of.lot),
        "asks": asked(of.lot.product, of.lot.opened_on),
    }


def _operations(site: str, lot: Lot) -> dict[str, str]:
    """What operations are called where the lot is made: by the site, and by the rate that pays them."""
    local = LocalOperation.objects.current().filter(site=site).values_list("operation", "label")
    return {**dict(local), **rated(site, lot.opened_on)}


def _material(lot: Lot) -> list[list[Any]]:
    """What was issued to a lot: each material's code, what it is called, how much, and the sign of its unit."""
    rows = used(lot)
    named = materials({one.material.material for one in rows})
    told: list[list[Any]] = []
    for one in rows:
        found = named.get(one.material.material)
        label, unit = (found.label, found.unit) if found else (one.material.material, "")
        told.append([one.material.code, label, one.quantity, SYMBOLS.get(unit, unit)])
    return told
