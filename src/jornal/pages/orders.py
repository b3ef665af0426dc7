"""Orders: what is wanted by when, the earliest honest week with its whole sum, what was promised, what serves it."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from django.http import Http404, HttpResponse

from jornal.actions.abroad import lines_held
from jornal.actions.orderchanged import changed
from jornal.actions.partsowed import with_parts
from jornal.actions.promising import kept_sum
from jornal.actions.quoting import Empty, quoted
from jornal.facts.orders import Order
from jornal.facts.organisation import Site
from jornal.facts.products import Product
from jornal.pages import acting, milestones
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.marketsaid import Place, asked
from jornal.pages.orderdeeds import FAMILY, SEND
from jornal.reads.orders import TO_SUNDAY, Ordered
from jornal.rules.sold import together
from jornal.words.dates import day_text
from jornal.words.numbers import fraction_text, number, per_cent

READ = ("hq_operations", "hq_finance", "seller", "auditor")
READ_HERE = ("site_manager", "hq_operations", "hq_finance", "auditor")
STATES = {
    "empty": ("soon", "no line yet"), "asked": ("soon", "not promised"), "promised": ("good", "promised"),
    "late": ("bad", "late"), "made": ("good", "made"),
}  # fmt: skip
RATED = (
    "Line {line}: a piece costs {cost}, which is {least} or more; its price of {price} is worth {worth} by the rate of "
    "{day}: 1 {base} was {rate} {quote} ({source})."
)
OF_AN_ORDER = ("add-line", "confirm-order")


class Sum(NamedTuple):
    """The sum of a promise at a site in words: what is wanted and booked, rounded up, how fast, and week by week.

    `lines` are what is made there: its label, whether it goes into another, pieces, minutes of one, and their hours.
    """

    site: str
    wanted: str
    booked: str
    pace: str
    stops: str
    weeks: list[tuple[str, str, str, str, str]]
    lines: list[tuple[str, bool, str, str, str]]

    @property
    def has_parts(self) -> bool:
        """Whether something of it goes into another product."""
        return any(part for _, part, *_ in self.lines)


def page(desk: Desk) -> HttpResponse:
    """Every order of the enterprise, or those that are made at this site."""
    return desk.page(
        "orders.html",
        rows=[_row(desk, one) for one in with_parts(desk.day, desk.place)],
        acts=[] if desk.site else acting.listed(desk, FAMILY, "hq.orders.do", ("place-order", "add-line")),
    )  # fmt: skip


def one(desk: Desk, order: str) -> HttpResponse:
    """An order: its lines, whether it may go where it goes, what was promised with its sum, its lots."""
    found = _found(desk, order)
    desk.kept["currency"] = found.of.currency
    promise = found.promised
    labels = _labels(desk)
    asks = not desk.site and found.lines and promise is None
    return desk.page(
        "order.html",
        row=_row(desk, found), found=found, home=desk.at(_home(desk)),
        lines=[(each, labels.get(each.of.site, each.of.site)) for each in found.lines],
        owed=[(each, labels.get(each.site, each.site)) for each in found.parts], rated=_rated(desk, found),
        markets=_markets(desk, found), open=desk.day <= found.of.cutoff_on,
        quote=desk.at_if_any("hq.orders.quote", order=order) if asks else "",
        sums=[
            _sum(desk, labels.get(site, site), told)
            for site, told in (promise.sums if promise else {}).items()
            if not desk.site or site == desk.place
        ],
        week_ends=promise.week + TO_SUNDAY if promise else None,
        lots=[(each, desk.at_if_any("site.lots.one", site=each.lot.site, code=each.lot.code)) for each in found.lots],
        acts=_acts(desk, found),
        parts=[] if desk.site else milestones.told(desk, order),
        changed=[] if desk.site else [desk.told(says) for says in changed([order]).get(order, ())],
    )  # fmt: skip


def quote(desk: Desk, order: str) -> HttpResponse:
    """The earliest honest week for an order with its whole sum, or no, because; nothing is recorded."""
    found = _found(desk, order)
    try:
        told = quoted(desk.office(READ), order)
    except Empty as fault:
        raise Http404 from fault
    labels = _labels(desk)
    return desk.page(
        "quote.html",
        found=found, week=told.week, no=desk.told(told.no) if told.no else "",
        waits=desk.told(told.first) if told.first else "",
        sums=[
            _sum(desk, labels.get(site, site), {
                **(kept := kept_sum(of, told.needs, site)), "weeks": kept["weeks"][:26],
            })
            for site, of in told.of.items()
        ],
        markets=_markets(desk, found), acts=_acts(desk, found, ("confirm-order",)), rated=_rated(desk, found),
    )  # fmt: skip


def form(desk: Desk, verb: str) -> HttpResponse:
    """A form; a price is typed in the currency of the order."""
    sent = desk.request.POST if desk.posted else desk.request.GET
    order = Order.objects.current().filter(order=sent.get("order", "")).first()
    if order is not None:
        desk.kept["currency"] = order.currency
    return acting.page(desk, FAMILY, verb)


def _found(desk: Desk, order: str) -> Ordered:
    found = next(iter(with_parts(desk.day, desk.place, [order])), None)
    if found is None:
        raise Http404
    return found


def _home(desk: Desk) -> str:
    return "site.orders" if desk.site else "hq.orders"


def _row(desk: Desk, one: Ordered) -> dict[str, Any]:
    how, badge = STATES[one.state(desk.day)]
    only_parts = not one.lines and bool(one.parts)
    made = [(each.good, each.of.quantity) for each in one.lines] or [
        (each.good, each.pieces) for each in one.parts
    ]
    of = desk.figures_in(one.of.currency)
    return {
        "of": one.of, "how": how, "badge": desk.say(badge), "only_parts": only_parts,
        "address": desk.at(f"{_home(desk)}.one", order=one.of.order),
        "pieces": sum(wanted for _, wanted in made), "good": sum(good for good, _ in made),
        "week": one.promised.week if one.promised else None,
        "amount": "" if only_parts else of.amount(together(each.of for each in one.lines)),
    }  # fmt: skip


def _acts(desk: Desk, found: Ordered, verbs: Iterable[str] = OF_AN_ORDER) -> list[tuple[str, str]]:
    """The forms of this order, with it filled in; no promise before a line or after one was made."""
    if desk.site:
        return []
    parts = [(desk.at("hq.orders.milestones", order=found.of.order), desk.say(milestones.TITLE))]
    mine = [verb for verb in verbs if verb != "confirm-order" or (found.lines and found.promised is None)]
    return [
        (desk.at("hq.orders.do", {"order": found.of.order}, verb=verb), title)
        for verb in mine
        for _, title in acting.listed(desk, FAMILY, "hq.orders.do", (verb,))
    ] + (parts if found.lines and verbs is OF_AN_ORDER and acting.may(desk, milestones.VERB) else [])


def _markets(desk: Desk, found: Ordered) -> list[Place]:
    """What the law of its destination says, once for each country it is made in and each product."""
    pairs = dict.fromkeys((one.of.site, one.of.product) for one in found.lines)
    said = [place for site, of in pairs for place in asked(desk, found.of.country, site=site, product=of)]
    return list({place.says: place for place in said}.values())


def _rated(desk: Desk, found: Ordered) -> list[str]:
    """How each price in another currency bears its cost, by which rate of which day; nothing where all are in one."""
    said = []
    for line, one in sorted(lines_held(found.of, [each.of for each in found.lines]).items()):
        pays, costs, rate = desk.figures_in(one.pays), desk.figures_in(one.costs), one.rate
        said.append(
            desk.say(
                RATED,
                line=line,
                cost=costs.amount(one.cost),
                least=pays.amount(one.least),
                price=pays.amount(one.price),
                worth=costs.amount(one.worth),
                day=day_text(rate.day, desk.words.language),
                base=rate.base,
                rate=rate.rate,
                quote=rate.quote,
                source=rate.source,
            )
        )
    return said  # fmt: skip


def _labels(desk: Desk) -> dict[str, str]:
    return {site: desk.say(label) for site, label in Site.objects.current().values_list("site", "label")}


def _sum(desk: Desk, site: str, told: Mapping[str, Any]) -> Sum:
    """A sum as it is read, from exact numbers or their texts; no weeks where no pace was measured."""
    language, measured = desk.words.language, bool(_exact(told["efficiency"]))
    labels = dict(Product.objects.current().values_list("product", "label"))

    def hours(minutes: object, up: bool = False) -> str:
        exact = _exact(minutes)
        return desk.figures.time(-(-exact.numerator // exact.denominator) if up else int(exact))

    def share(of: object) -> str:
        return per_cent(_exact(of), language)

    return Sum(
        site, hours(told["wanted"], up=True), hours(told["booked"], up=True),
        share(told["efficiency"]) if measured else "", share(told["stops"]),
        [
            (
                day_text(_day(each["week"]), language), hours(each["contract"]), hours(each["training"]),
                hours(each["makes"]), hours(each["after"], up=True),
            )
            for each in (told["weeks"] if measured else ())
        ],
        [
            (
                labels.get(each["product"], each["product"]), each["part"],
                number(Fraction(each["pieces"]), language, 0),
                number(_exact(each["minutes"]), language, 2),
                hours(_exact(each["minutes"]) * each["pieces"], up=True),
            )
            for each in told.get("lines", ())  # a promise of before they were kept has none
        ],
    )  # fmt: skip


def _exact(value: object) -> Fraction:
    return value if isinstance(value, Fraction) else fraction_text(str(value))


def _day(value: date | str) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


PAGES = [
    Page("hq.orders", "hq/orders", page, READ, label="Orders"),
    Page("hq.orders.do", "hq/orders/do/<slug:verb>", form, SEND, SEND),
    Page("hq.orders.quote", "hq/orders/<token:order>/quote", quote, ("hq_operations", "seller", "auditor")),
    Page("hq.orders.one", "hq/orders/<token:order>", one, READ),
    Page("site.orders", "<token:site>/orders", page, READ_HERE, label="Orders"),
    Page("site.orders.one", "<token:site>/orders/<token:order>", one, READ_HERE),
]
