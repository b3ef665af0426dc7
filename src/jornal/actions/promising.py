"""What a promise rests on: its sum as it is kept, and whether its week still holds when a line is changed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from jornal.actions.capacity import earliest, left_of, made_for
from jornal.actions.needed import Need
from jornal.actions.office import Office
from jornal.actions.quoting import SIX_DAYS, NoBecause, against_law, lines_of, needs_of, parts_at
from jornal.actions.rights import ORDER, none_open
from jornal.facts.orders import Order, OrderConfirmed, OrderLine
from jornal.rules.promise import Promise
from jornal.units.parts import Part


def still_holds(office: Office, order: Order, changed: OrderLine, before: OrderLine | None) -> None:
    """Raises NoBecause where a promised week would no longer hold with a line as it is to be.

    What is already made counts; a site that has no more to make than before always holds. Raises NotAdmitted and
    OpinionFirst for more, or other goods, than may go where it goes, RightsFirst where more would be made.
    """
    promise = OrderConfirmed.objects.current().filter(order=order.root).first()
    if promise is None:
        return
    more = [] if not changed.quantity or _less(changed, before) else [changed]
    for day in (office.day, promise.week + SIX_DAYS):
        if refused := against_law(office, order, more, on=day):
            raise refused
    others = [one for one in lines_of(order.order) if one.line != changed.line]
    new = needs_of([*others, *([changed] if changed.quantity else [])], office.day)
    old = needs_of([*others, *([before] if before is not None and before.quantity else [])], office.day)
    for site in sorted({one.site for one in new}):
        if _at(site, new) > _at(site, old):
            _fits(office, order, (site, new), promise.week)


def kept_sum(of: Promise, needs: Iterable[Need], site: str) -> dict[str, Any]:
    """The whole sum of a promise at a site as a fact keeps it, up to its week: exact texts of standard minutes.

    `lines` are what is made there: the product, its pieces, the minutes of one, and whether it goes into another.
    """
    return {
        "wanted": str(of.wanted), "booked": str(of.booked), "stops": str(of.stops), "efficiency": str(of.efficiency),
        "lines": [
            {"product": one.product, "pieces": one.pieces, "minutes": str(one.each), "part": one.part}
            for one in needs
            if one.site == site
        ],
        "weeks": [
            {
                "week": line.week.isoformat(), "contract": line.contract, "training": line.training,
                "makes": str(line.makes), "before": str(line.before), "after": str(line.after),
            }
            for line in of.lines
            if of.week is None or line.week <= of.week
        ],
    }  # fmt: skip


def _less(changed: OrderLine, before: OrderLine | None) -> bool:
    """Whether a line is of the same goods from the same site as before, and of no more of them."""
    same = before is not None and (before.site, before.product) == (changed.site, changed.product)
    return same and before is not None and changed.quantity <= before.quantity


def _at(site: str, needs: list[Need]) -> Fraction:
    return sum((one.minutes for one in needs if one.site == site), Fraction(0))


def _fits(office: Office, order: Order, wanted: tuple[str, list[Need]], week: date) -> None:
    """Raises NoBecause, RightsFirst where a site cannot make what is left of the order by the promised week."""
    site, needs = wanted
    none_open(Part(ORDER, order=order.order), office.day, [site])
    left = left_of([one for one in needs if one.site == site], made_for(site, order.order))
    found = earliest(replace(office, site=site), left, without=order.order)
    if found.week is None or found.week > week:
        raise NoBecause(order.order, found, week + SIX_DAYS, min(left, parts_at(site, needs)))
