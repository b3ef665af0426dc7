"""Markets: where goods may go, by which law; what is asked of one way; opinions on file and shipments checked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from django.http import HttpResponse

from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.facts.markets import OpinionFiled, ShipmentChecked
from jornal.journal.fact import Fact
from jornal.pages import acting
from jornal.pages.access import Page
from jornal.pages.acting import Act, Family
from jornal.pages.cataloguedeeds import sites
from jornal.pages.choices import worded
from jornal.pages.deed import SCAN, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Choice
from jornal.pages.marketsaid import DECISIONS, HOW_SURE, HOWS, Place, asked
from jornal.pages.tradechoices import products
from jornal.terms.marketfiles import markets
from jornal.terms.markets import Market, Markets

READ = ("hq_operations", "hq_finance", "seller", "auditor")
SEND = ("hq_operations", "hq_finance", "seller")
GOODS = {"imported": "brought in", "made_there": "made there", "any": "any goods"}
SORTS = {
    "sale": "Sale", "sample": "Sample", "gift": "Gift", "exhibition": "Exhibition", "repair": "Repair",
}  # fmt: skip
MOST = 40
"""So many shipments stand on the page, the last first."""

DEEDS = {
    "file-opinion": Deed(
        "Put an opinion on file",
        "The opinion is on file.",
        "",
        (
            Asked("opinion", "Short name", "Small letters, digits and dashes.", "text", (), True),
            Asked("place", "Place", "A name, or a code such as GB.", "text", (), True),
            Asked("product", "Product", "Empty: all of them.", "select", seen=True),
            Asked("counsel", "Counsel", "Who wrote it.", "text", (), True),
            Asked("given_on", "Given on", "", "day", (), True),
            Asked("ends_on", "Ends on", "", "day", (), True),
            Asked("digest", "The paper", SCAN, "paper", seen=True),
        ),
        {"product": "products"},
        hint="A written opinion on one place. Where the law refuses outright, no opinion opens it.",
    ),
    "check-shipment": Deed(
        "Check a shipment",
        "The shipment is checked, and what was found is on file.",
        "",
        (
            Asked("shipment", "Short name", "Small letters, digits and dashes.", "text", (), True),
            Asked("destination", "Destination", "A name, or a code such as DK.", "text", (), True),
            Asked("transit", "On the way", "Places it crosses, one a line, as GB.", "lines", seen=True),
            Asked("at", "Where it was made", "", "select", (), True),
            Asked("product", "Product", "", "select", seen=True),
            Asked("consignment", "What kind", "It changes nothing: a sample or a gift goes where a sale goes.",
                  "choice"),
        ),
        {"at": "sites", "product": "products", "consignment": "sorts"},
    ),
}  # fmt: skip


class Rule(NamedTuple):
    """A rule as it is shown."""

    of: Market
    place: str
    how: str
    badge: str
    goods: str
    sure: str


def page(desk: Desk) -> HttpResponse:
    """The rules, and what is asked in the address: a destination, what is crossed, where it was made."""
    known = markets()
    sent = {
        name: desk.request.GET.get(name, "").strip()[:60]
        for name in ("destination", "transit", "made", "product")
    }
    places, fault = _asked(desk, sent)
    shipments = ShipmentChecked.objects.current().order_by("-day", "shipment", "-number")[:MOST]
    return desk.page(
        "markets.html",
        status=422 if fault else 200, wrong=fault, markets=places, asked=sent,
        sites=[Choice(*one) for one in sites(desk)], products=[Choice(*one) for one in products(desk)],
        rules=[_rule(desk, one, known) for one in known.market],
        opinions=[_opinion(desk, one, known) for one in OpinionFiled.objects.current().order_by("-given_on")],
        shipments=[_shipment(desk, one, known) for one in shipments],
        acts=acting.listed(desk, FAMILY, "hq.markets.do"),
    )  # fmt: skip


def _asked(desk: Desk, sent: Mapping[str, str]) -> tuple[list[Place], str]:
    """What decides on the way that was asked about; and why nobody can say, "" where it was said."""
    if not sent["destination"]:
        return [], ""
    crossed = [one.strip() for one in sent["transit"].replace(",", ";").split(";") if one.strip()]
    try:
        return asked(desk, sent["destination"], crossed, site=sent["made"], product=sent["product"]), ""
    except ValueError as fault:
        return [], desk.told(fault)


def _rule(desk: Desk, one: Market, known: Markets) -> Rule:
    return Rule(
        one, desk.say(known.label(one.where)), HOWS[one.decision], desk.say(DECISIONS[one.decision]),
        desk.say(GOODS[one.goods]), desk.say(HOW_SURE[one.confidence]),
    )  # fmt: skip


def _opinion(desk: Desk, one: OpinionFiled, known: Markets) -> tuple[OpinionFiled, str, str, str]:
    how, badge = ("good", "in force") if one.ends_on >= desk.day else ("bad", "ended")
    return one, desk.say(known.label(one.place)), how, desk.say(badge)


def _shipment(desk: Desk, one: ShipmentChecked, known: Markets) -> dict[str, Any]:
    said = "may go" if one.goes else DECISIONS[one.decision] if one.decision != "clear" else "not yet"
    crossed: Sequence[str] = one.transit.get("places", ())
    return {
        "of": one, "how": "good" if one.goes else "bad", "badge": desk.say(said),
        "way": " ← ".join(desk.say(known.label(place)) for place in (one.destination, *crossed)),
        "laws": "; ".join(dict.fromkeys(stop["law"] for stop in one.stops["stops"] if stop["law"])),
    }  # fmt: skip


def _checked(act: Act, told: Mapping[str, Any]) -> Sequence[Fact]:
    """A shipment of the site where it was made, whose open findings count."""
    row = dict(told)
    office = replace(act.office, site=str(row.pop("at")))
    return done(act.verb, VERBS[act.verb], office, [row])


FAMILY = Family(
    "hq.markets",
    DEEDS,
    {"products": products, "sites": sites, "sorts": worded(SORTS)},
    usual=lambda _, __: {"consignment": "sale"},
    does={"check-shipment": _checked},
    sends=SEND,
)
PAGES = [
    Page("hq.markets", "hq/markets", page, READ, label="Markets"),
    Page("hq.markets.do", "hq/markets/do/<slug:verb>", acting.form_of(FAMILY), SEND, SEND),
]
