"""A settlement with a consignee in one form: every lot that was there, and what it comes to before it is recorded."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse

from jornal.actions.settling import ROLES, Looked, Lying, Settled, Time, looked_at, lying
from jornal.actions.verb import WANTED, done
from jornal.actions.verbs import VERBS
from jornal.facts.products import Product
from jornal.facts.stock import StockPlace
from jornal.pages import forms, several
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.pages.goodsdeeds import INCLUDED, TAX, TAXES
from jornal.pages.several import Line, Lines
from jornal.rules.sold import paid

VERB = "settle"
TITLE = "Settle with a consignee"
NOTHING = (
    "Nothing of ours was there in these days, so there is nothing to settle. Look at the place and the days."
)
NOBODY = (
    "No place is named that keeps goods of ours on commission. Headquarters names it first, among the goods."
)
LEAD = (
    "Every lot that was there has its line, with nought where none of it was sold. What went back or was lost is "
    "recorded first."
)
TOTALS = ("What buyers paid", "The consignee keeps", "Owed to us")
HEADS = ("Goods", "Pieces sold", "Price of one piece", *TOTALS[:2])
HEAD = (
    Asked("settlement", "Short name", "Small letters, such as s-2026-11.", "text", (), True),
    Asked("place", "Place", "", "select", (), True),
    Asked("since", "Since", "", "day", (), True),
    Asked("until", "Until", "", "day", (), True),
)
ASKED = (
    Asked("goods", "Goods", "", "select", (), True),
    Asked("sold", "Pieces sold", "", "number"),
    Asked("left", "Pieces left", "", "number", (), True),
    Asked("price", "Price of one piece", "", "money"),
    TAX,
    INCLUDED,
)


def page(desk: Desk) -> HttpResponse:
    """The form: with whom and for which days, then a line for each lot; a POST adds up, or records."""
    if not desk.posted:
        blank = forms.blank(desk, _head(desk), desk.request.GET.dict())
        lines = Lines(blank, [])
        return _form(desk, lines) if blank.by("place").choices else _nobody(desk, lines)
    told, head = forms.read(desk, _head(desk), Time)
    if told is None:
        return _form(desk, Lines(head, []), status=422)
    return _lines(desk, told, head)


def _nobody(desk: Desk, lines: Lines) -> HttpResponse:
    """Nothing is wrong where there is nobody to settle with: it says so, with what comes first."""
    return desk.page("several.html", none=desk.say(NOBODY), **_context(desk, lines))


def _lines(desk: Desk, told: Mapping[str, Any], head: forms.Form) -> HttpResponse:
    """What comes next once it is known with whom and for which days."""
    place = StockPlace.objects.current().filter(place=told["place"]).first()
    if place is not None:
        desk.kept["currency"] = place.currency
    days = Time(**told)
    lots = lying(days.place, days.since, days.until)
    asks = desk.request.POST.get("do", "")
    if asks not in ("check", "more", "record", "change"):
        head.general = [] if lots else [desk.say(NOTHING)]
        return _form(desk, Lines(head, _blank(desk, lots)), lots, status=200 if lots else 422)
    rows, form = _read(desk, told, head, lots)
    if asks in ("more", "change"):
        form.lines += several.blank(
            desk, _asked(desk, lots), [{}] if asks == "more" else [], after=len(form.lines)
        )
        return _form(desk, form, lots)
    if not form.stands:
        return _form(desk, form, lots, status=422)
    try:
        if asks == "record":
            done(VERB, VERBS[VERB], desk.office(ROLES), rows)
            desk.note("The settlement is recorded; its statement can be printed.")
            return desk.to("hq.sales")
        return _check(desk, form, lots, looked_at(desk.office(ROLES), [Settled(**row) for row in rows]))
    except ValueError as fault:
        return desk.again("several.html", [fault], **_context(desk, form, lots))


def _head(_: Desk) -> list[Asked]:
    rows = StockPlace.objects.current().filter(sort="consignee").order_by("label")
    places = list(rows.values_list("place", "label"))
    return [one.offering(places) if one.name == "place" else one for one in HEAD]


def _asked(desk: Desk, lots: Sequence[Lying]) -> list[Asked]:
    """The fields of a line, with the goods that were there to choose from."""
    labels = dict(Product.objects.current().values_list("product", "label"))
    goods = [
        (_goods(one), f"{labels.get(one.product, one.product)} · {one.lot}".rstrip(" ·")) for one in lots
    ]
    taxes = [(name, desk.say(label)) for name, label in TAXES.items()]
    offers = {"goods": goods, "tax_included": taxes}
    return [one.offering(offers[one.name]) if one.name in offers else one for one in ASKED]


def _goods(one: Lying) -> str:
    return f"{one.product} {one.lot}".rstrip()


def _blank(desk: Desk, lots: Sequence[Lying]) -> list[Line]:
    return several.blank(desk, _asked(desk, lots), [{"goods": _goods(one)} for one in lots])


def _read(
    desk: Desk, told: Mapping[str, Any], head: forms.Form, lots: Sequence[Lying]
) -> tuple[list[dict[str, Any]], Lines]:
    """The rows as the verb takes them; what is sold has its price."""

    def known(at: int) -> Mapping[str, Any] | None:
        goods = several.typed(desk, "goods", at)
        if not any(several.typed(desk, one.name, at) for one in ASKED):
            return None
        product, _, lot = goods.partition(" ")
        return {**told, "product": product or "-", "lot": lot}

    rows, lines = several.read(desk, _asked(desk, lots), Settled, known)
    for line in lines:
        _, sold, _, price, *_ = line.form.fields
        if sold.value not in ("", "0") and not price.value:
            price.fault = desk.say(WANTED)
    form = Lines(head, lines)
    if form.stands and not rows:
        head.general = [desk.say(NOTHING)]
    return [{name: value for name, value in row.items() if name != "goods"} for row in rows], form


def _context(desk: Desk, form: Lines, lots: Sequence[Lying] = ()) -> dict[str, Any]:
    """What the form shows: beside each lot what the books say of it in these days."""
    told = {_goods(one): one for one in lots}
    for at, line in enumerate(form.lines):
        of = told.get(line.form.fields[0].value) if line.number <= len(lots) else None
        form.lines[at] = line._replace(given=_said(desk, line, of) if of else ())
    return {
        "form": form, "title": TITLE, "back": desk.at("hq.sales"), "back_to": desk.say("Sales"), "legend": "Lot",
        "lead": desk.say(LEAD),
        "first": not form.lines, "more": desk.say("One more line, for a lot sold at two prices"),
    }  # fmt: skip


def _said(desk: Desk, line: Line, of: Lying) -> tuple[str, ...]:
    label = next(one.label for one in line.form.fields[0].choices if one.value == line.form.fields[0].value)
    counts = desk.say(
        "{before} were there, {received} came, {back} went back.",
        before=of.before, received=of.received, back=of.back,
    )  # fmt: skip
    return (label, counts)


def _form(desk: Desk, form: Lines, lots: Sequence[Lying] = (), *, status: int = 200) -> HttpResponse:
    return desk.page("several.html", status=status, **_context(desk, form, lots))


def _check(desk: Desk, form: Lines, lots: Sequence[Lying], found: Looked) -> HttpResponse:
    """What was sold of each lot and what is ours of it, in sums, before it is recorded."""
    money = desk.figures
    named = {one.value: one.label for line in form.lines[:1] for one in line.form.fields[0].choices}
    table = [
        [
            named.get(f"{one.product} {one.lot}".rstrip(), one.product), str(one.quantity), money.amount(one.price),
            money.amount(paid(one)), money.amount(one.fee),
        ]
        for one in found.lines
    ]  # fmt: skip
    totals = zip(TOTALS, (found.of.sold, found.of.kept, found.of.owed), strict=True)
    return desk.page(
        "several_check.html", heads=[desk.say(one) for one in HEADS], table=table,
        totals=[(desk.say(label), money.amount(amount)) for label, amount in totals],
        answers=forms.answers(form.head, desk.words.language), **_context(desk, form, lots),
    )  # fmt: skip


PAGES = [Page("hq.sales.settle", "hq/sales/settle", page, ROLES, ROLES)]
