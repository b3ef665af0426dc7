"""The milestones of an order in one form: its sum parted into what is due when, added up before it is recorded."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpResponse

from jornal.actions.milestones import Parted, sums
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.facts.orders import Order
from jornal.facts.sales import Milestone
from jornal.pages import several
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Form, said
from jornal.pages.sales import DUE, badge
from jornal.pages.several import Lines
from jornal.reads.milestones import Due, due
from jornal.units.money import major

SEND = ("seller", "hq_operations")
VERB = "set-milestones"
ASKED = (
    Asked("number", "Milestone", "", "number", (), True),
    Asked("what", "Due when", "", "select", (), True),
    Asked("amount", "Amount", "", "money", (), True),
    Asked("days", "Days after it", "", "number"),
)
LEAD = "Order {order} comes to {amount}; its milestones have to come to the same. Nought takes one out."
TOTALS = ("Milestones together", "The order comes to")
TITLE = "Part its sum into milestones"


def page(desk: Desk, order: str) -> HttpResponse:
    """The form of an order's milestones; a POST shows more lines, what they come to, or records them."""
    found = Order.objects.current().filter(order=order).first()
    if found is None:
        raise Http404
    desk.kept["currency"] = found.currency
    if not desk.posted:
        return _form(desk, order, _blank(desk, order))
    rows, form = _read(desk, order)
    asks = desk.request.POST.get("do", "")
    if asks in ("more", "change"):
        return _form(desk, order, form, more=several.FURTHER if asks == "more" else 0)
    if not form.stands:
        return _form(desk, order, form, status=422)
    try:
        sums(order, [Parted(**row) for row in rows], fit=True)
        if asks != "record":
            return _check(desk, order, rows, form)
        done(VERB, VERBS[VERB], desk.office(SEND), rows)
    except ValueError as fault:
        return desk.again("several.html", [fault], **_context(desk, order, form))
    desk.note("The milestones are set.")
    return desk.to("hq.orders.one", order=order)


def told(desk: Desk, order: str) -> list[tuple[Due, str, str, str]]:
    """The milestones of an order as they are shown: each with when it is due, its amount, and how it stands.

    The amount is in the currency of this page.
    """
    return [
        (one, desk.say(DUE[one.what]), desk.figures.amount(one.amount), badge(one, desk.day))
        for one in due(order)
    ]


def _asked(desk: Desk) -> list[Asked]:
    whats = [(name, desk.say(label)) for name, label in DUE.items()]
    return [one.offering(whats) if one.name == "what" else one for one in ASKED]


def _blank(desk: Desk, order: str) -> Lines:
    """The milestones that stand, and empty lines with the numbers that follow."""
    stood = Milestone.objects.current().filter(order=order).order_by("number")
    given: list[Mapping[str, object]] = [
        {
            "number": one.number,
            "what": one.what,
            "days": one.days,
            "amount": major(one.amount, desk.figures.currency),
        }
        for one in stood
    ]
    last = max((one.number for one in stood), default=0)
    given += [{"number": last + more} for more in range(1, several.FEWEST + 1)]
    return Lines(Form([]), several.blank(desk, _asked(desk), given))


def _read(desk: Desk, order: str) -> tuple[list[dict[str, Any]], Lines]:
    def known(at: int) -> Mapping[str, Any] | None:
        filled = any(several.typed(desk, one.name, at) for one in ASKED if one.name != "number")
        return {"order": order} if filled else None

    rows, lines = several.read(desk, _asked(desk), Parted, known)
    form = Lines(Form([]), lines)
    if form.stands and not rows:
        form.head.general = [desk.say("Fill in one line at least.")]
    return rows, form


def _context(desk: Desk, order: str, form: Lines) -> dict[str, Any]:
    whole = sums(order, []).whole
    return {
        "form": form, "title": TITLE, "back": desk.at("hq.orders.one", order=order), "of": order,
        "back_to": desk.say("Order {order}", order=order), "legend": "Milestone",
        "lead": desk.say(LEAD, order=order, amount=desk.figures.amount(whole)),
    }  # fmt: skip


def _form(desk: Desk, order: str, form: Lines, *, more: int = 0, status: int = 200) -> HttpResponse:
    last = max((line.number for line in form.lines), default=0)
    further = [{"number": last + one} for one in range(1, more + 1)]
    form.lines += several.blank(desk, _asked(desk), further, after=last)
    return desk.page("several.html", status=status, **_context(desk, order, form))


def _check(desk: Desk, order: str, rows: Sequence[Mapping[str, Any]], form: Lines) -> HttpResponse:
    """Each milestone once more, and what they come to beside the order."""
    language, found = desk.words.language, sums(order, [Parted(**row) for row in rows])
    filled = [line.form for line in form.lines if any(one.value for one in line.form.fields[1:])]
    table = [
        [
            said(one, language) if one.kind != "money" else desk.figures.amount(int(row["amount"]))
            for one in each.fields
        ]
        for each, row in zip(filled, rows, strict=True)
    ]
    totals = zip(TOTALS, (found.parts, found.whole), strict=True)
    return desk.page(
        "several_check.html", heads=[desk.say(one.label) for one in ASKED], table=table,
        totals=[(desk.say(label), desk.figures.amount(amount)) for label, amount in totals],
        **_context(desk, order, form),
    )  # fmt: skip


PAGES = [Page("hq.orders.milestones", "hq/orders/<token:order>/milestones", page, SEND, SEND)]
