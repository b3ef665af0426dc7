"""The card that travels with a lot, as a table for its paper."""

from typing import Any

from jornal import __version__
from jornal.actions.daysheet import place_of
from jornal.actions.lots import asked
from jornal.actions.office import Office
from jornal.actions.onlot import LotNotKnown
from jornal.reads.lots import lots, used

Row = dict[str, Any]


def card(office: Office, code: str) -> Row:
    """A lot of the site as its card tells it, told like a run (docs/run.md); no person is on it. Raises LotNotKnown."""
    of = next(iter(lots(office.site, [code])), None)
    if of is None:
        raise LotNotKnown(code, office.site)
    day = of.lot.opened_on.isoformat()
    return {
        "release": __version__,
        **place_of(office.site),
        "period": {"since": day, "until": day},
        "code": code,
        "label": of.label,
        "quantity": of.lot.quantity,
        "due_on": of.lot.due_on.isoformat() if of.lot.due_on else "",
        "order": of.lot.order,
        "steps": [[step.operation, step.minutes] for step in of.steps],
        "material": [[one.material.code, one.material.material, one.quantity] for one in used(of.lot)],
        "asks": asked(of.lot.product, of.lot.opened_on),
    }
