"""What has to hold of goods and sales after a correction: no day with less than nothing, no refund over its sale."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jornal.actions.border import Border
from jornal.actions.goods import OURS, NotThatMany
from jornal.actions.office import Office
from jornal.actions.sales import BeforeTheSale, within
from jornal.facts.sales import Milestone, Refund, Sale
from jornal.facts.stock import Movement, StockCount, StockPlace
from jornal.journal.fact import Fact
from jornal.journal.record import NotCorrectable
from jornal.reads.stock import ledgers, of_sales
from jornal.rules.sold import gross, paid
from jornal.sheets.sources import packaged
from jornal.units.parts import Part

AMOUNTS = {
    "day",
    "quantity",
    "price",
    "discount",
    "tax",
    "tax_included",
    "shipping",
    "fee",
    "tip",
    "total",
    "goods",
}
"""What of a sale is corrected by hand; for the rest it is taken back and sold again."""
ANOTHER = "goods that went elsewhere are another line; take this one back, or give its money back as a refund"
ON_PAPER = "it stands on a paper that was given out; give its money back as a refund"
MOVED = "goods that were moved by mistake are moved back, or counted"
COUNTED = "what was counted is counted again"
GIVEN = "take it back, and record another with a reference of its own"
WHOLE = "milestones come to the whole of their order"
NO_SALE = (
    "so it would be no sale: no amount is below nought, no discount above its goods, and its day has come"
)
ELSEWHERE = "goods were let into its country; name another place"


def goods_hold(tip: Fact, new: Mapping[str, Any] | None, today: date = date.max) -> None:
    """Raises NotCorrectable, NotThatMany, MoreThanSold, BeforeTheSale where goods or money would no more hold.

    `new` are the columns as they will stand; None where the fact is taken back. No sale is of a day after `today`.
    """
    if isinstance(tip, Sale):
        _sale(tip, new, today)
    elif isinstance(tip, Movement) and new is None:
        _flows(tip.product, (tip.to_place, tip.lot, tip.day, -tip.quantity))
    elif isinstance(tip, Refund) and new is None:
        product, lot = of_sales([tip.sale])[tip.sale]
        _flows(product, (tip.place, lot, tip.day, -tip.goods_back))
    elif new is None and not isinstance(tip, StockCount | Milestone):
        return
    elif says := _never(tip, new or {}):
        raise NotCorrectable(tip, Part(says))


def _never(tip: Fact, new: Mapping[str, Any]) -> str:
    """Why a kind is not corrected by hand; "" where it may be."""
    if isinstance(tip, StockPlace):
        return (
            ELSEWHERE if any(new[name] != getattr(tip, name) for name in ("country", "sort", "site")) else ""
        )
    kinds: dict[type[Fact], str] = {Movement: MOVED, StockCount: COUNTED, Refund: GIVEN, Milestone: WHOLE}
    return kinds.get(type(tip), "")


def _sale(tip: Sale, new: Mapping[str, Any] | None, today: date) -> None:
    if tip.paper:
        raise NotCorrectable(tip, Part(ON_PAPER))
    if new is None:
        return
    if any(value != getattr(tip, name) for name, value in new.items() if name not in AMOUNTS):
        raise NotCorrectable(tip, Part(ANOTHER))
    line = Sale(**dict(new))
    amounts = (
        line.quantity - 1,
        line.price,
        line.discount,
        line.tax,
        line.shipping,
        line.fee,
        line.tip,
        gross(line) - line.discount,
    )
    if min(amounts) < 0 or (line.tax_included and line.tax > paid(line)) or line.day > today:
        raise NotCorrectable(tip, Part(NO_SALE))
    refunds = list(Refund.objects.current().filter(sale=tip.root).order_by("day"))
    if refunds and refunds[0].day < line.day:
        raise BeforeTheSale(line, refunds[0].day)
    within(line, refunds)
    before = () if tip.void else ((tip.place, tip.lot, tip.day, tip.quantity),)
    _flows(tip.product, *before, (tip.place, tip.lot, new["day"], -new["quantity"]))


def may_be_sold(office: Office, tip: Sale) -> None:
    """Raises RightsFirst, NotToLeave, NotToGoThere for a sale that would stand again and could not be recorded today.

    What a shop's export told was sold elsewhere before it came here, and is only told.
    """
    if tip.channel in {one.channel for one in packaged()}:
        return
    border = Border(office)
    place = StockPlace.objects.current().filter(place=tip.place).first()
    lies = place is not None and place.country == tip.country
    law = border.forbidden if lies else border.refusal
    ours = place is None or place.sort in OURS
    if stays := law(tip.product, tip.lot, tip.country):
        raise stays
    if ours and (kept := border.held(tip.product, tip.lot, tip.place)):
        raise kept


def _flows(product: str, *flows: tuple[str, str, date, int]) -> None:
    """Raises NotThatMany where these flows leave a place short."""
    found = ledgers({(place, product) for place, *_ in flows if place})
    for place, lot, day, quantity in flows:
        if place and (short := found[place, product].put(day, lot, quantity)):
            raise NotThatMany(place, product, -quantity, short)
