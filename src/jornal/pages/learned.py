"""What a worker has learned, for her own page: every technique with how far she is, and what comes next."""

from typing import Any

from jornal.pages.deed import kept
from jornal.pages.desk import Desk
from jornal.pages.skills import cell, trades_of
from jornal.reads.skills import catalogue, reached


def learned(desk: Desk, worker: str) -> dict[str, Any]:
    """What the card on her page shows; an empty table where the enterprise lists nothing to learn."""
    techniques = catalogue(trades_of(desk))
    if not techniques:
        return {}
    has = reached([worker], desk.day).get(worker, {})
    ahead = next((one for one in techniques if one.technique not in has or not has[one.technique].hers), None)
    return {
        "techniques": [cell(desk, has.get(one.technique), desk.say(one.label)) for one in techniques],
        "next": desk.say(ahead.label) if ahead else "",
        "judged_by": desk.say(ahead.judged_by) if ahead else "",
        "assess": _assess(desk, worker),
    }


def _assess(desk: Desk, worker: str) -> str:
    """Where a piece of hers is judged; "" where this person does not record it."""
    found = desk.at_if_any("site.people.do", worker=worker, verb="assess")
    may = desk.roles & {"site_manager", "trainer"}
    return desk.at("site.people.do", kept(desk), worker=worker, verb="assess") if found and may else ""
