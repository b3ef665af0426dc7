"""What was sold, by month and channel; lines that wait for a name; settlements, deliveries and what is due."""

from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from django.http import Http404, HttpResponse

from jornal.actions import tradepaper
from jornal.actions.orderchanged import changed
from jornal.actions.sales import waiting
from jornal.actions.selling import Sold as Row
from jornal.facts.orders import Order
from jornal.facts.sales import Sale, Settlement
from jornal.facts.stock import StockPlace
from jornal.pages import acting, settlement
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.goodsdeeds import SALES_FAMILY
from jornal.papers.heads import Issue, issue
from jornal.papers.invoice import invoice
from jornal.papers.packinglist import packinglist
from jornal.papers.settlement import settlement as statement
from jornal.reads.milestones import Due, due
from jornal.reads.sold import Sold, sold
from jornal.reads.stock import nowhere
from jornal.units.faults import UnitsFault
from jornal.units.money import exponent
from jornal.words.dates import month_named

READ = ("seller", "hq_operations", "hq_finance", "auditor")
SEND = ("seller", "hq_operations", "hq_finance")
YEAR = timedelta(days=365)
DUE = {"deposit": "Deposit", "sample_approved": "Sample approved", "delivered": "Delivered"}


class Line(NamedTuple):
    """Sums as they are shown: the month, the place, and the amounts in their own currency."""

    of: Sold
    month: str
    place: str
    amounts: list[str]


def page(desk: Desk) -> HttpResponse:
    """The page: the last twelve months, the newest first."""
    places = dict(StockPlace.objects.current().values_list("place", "label"))
    rows = sorted(
        sold(desk.day - YEAR, desk.day + timedelta(days=1)), key=lambda one: one.month, reverse=True
    )
    return desk.page(
        "sales.html",
        lines=[_line(desk, one, places) for one in rows],
        tipped=any(one.tips for one in rows),
        held=[(row, _named(desk, row)) for row in waiting()],
        nowhere=nowhere(),
        changed=[
            (order, desk.at_if_any("hq.orders.one", order=order), [desk.told(one) for one in says])
            for order, says in changed().items()
        ],
        dues=[(one, desk.say(DUE[one.what]), badge(one, desk.day)) for one in due()],
        settlements=[
            (one, places.get(one.place, one.place), desk.figures_in(one.currency).amount(one.owed))
            for one in Settlement.objects.current().order_by("-until", "settlement")
        ],
        deliveries=_deliveries(),
        acts=[*acting.listed(desk, SALES_FAMILY, "hq.sales.do"), *_settles(desk)],
    )


def paper(desk: Desk, what: str, of: str) -> HttpResponse:
    """An invoice, a packing list or a settlement, to print; nothing of it is kept here."""
    office = desk.office(READ)
    try:
        if what == "settlement":
            drawn = statement(_issue(desk, tradepaper.settlement(of)))
        elif what in ("invoice", "packing-list"):
            draw = invoice if what == "invoice" else packinglist
            drawn = draw(_issue(desk, tradepaper.delivery(office, of)))
        else:
            raise Http404
    except tradepaper.NoSuchPaper:
        raise Http404 from None
    answer = HttpResponse(drawn, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{what}-{of}.pdf"'
    return answer


def form(desk: Desk, verb: str) -> HttpResponse:
    """A form; amounts are typed in the currency of the line, of the sale or of the order."""
    sent = desk.request.POST if desk.posted else desk.request.GET
    order, typed = sent.get("order", ""), sent.get("currency", "").strip()
    if verb == "refund":
        sales = Sale.objects.current().filter(channel=sent.get("channel", ""), order=order)
        typed = next(iter(sales.values_list("currency", flat=True)), "")
    elif verb == "deliver":
        typed = next(iter(Order.objects.current().filter(order=order).values_list("currency", flat=True)), "")
    with suppress(UnitsFault):
        exponent(typed)
        desk.kept["currency"] = typed
    return acting.page(desk, SALES_FAMILY, verb)


def _issue(desk: Desk, table: dict[str, object]) -> Issue:
    return issue(table, desk.words.language)


def _line(desk: Desk, one: Sold, places: dict[str, str]) -> Line:
    money = desk.figures_in(one.currency)
    amounts = [
        money.amount(amount)
        for amount in (one.gross, one.discounts, one.refunds, one.taxes, one.fees, one.net, one.tips)
    ]
    named = month_named(one.month, desk.words.language)
    return Line(one, named, places.get(one.place, one.place or "–"), amounts)


def _named(desk: Desk, row: Row) -> str:
    """The form that names the goods of a held line, "" where this person does not."""
    if not acting.may(desk, "name-goods"):
        return ""
    return desk.at("hq.sales.do", {"channel": row.channel, "goods": row.goods}, verb="name-goods")


def _settles(desk: Desk) -> list[tuple[str, str]]:
    may = acting.may(desk, settlement.VERB)
    return [(desk.at("hq.sales.settle"), desk.say(settlement.TITLE))] if may else []


def _deliveries() -> list[tuple[str, str, date]]:
    rows = Sale.objects.current().filter(channel="wholesale").exclude(paper="").order_by("-day", "paper")
    return list(dict.fromkeys(rows.values_list("paper", "order", "day")))


def badge(one: Due, today: date) -> str:
    """How a milestone stands on a day: paid, late or to come."""
    if one.paid_on is not None:
        return "good"
    return "bad" if one.open_on(today) and one.due_on is not None and one.due_on < today else "soon"


PAGES = [
    Page("hq.sales", "hq/sales", page, READ, label="Sales"),
    Page("hq.sales.do", "hq/sales/do/<slug:verb>", form, SEND, SEND),
    Page("hq.sales.paper", "hq/sales/<slug:what>/<token:of>", paper, READ),
]
