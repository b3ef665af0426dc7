"""The catalogue: designs with versions and credits; products with recipe, piece rate beside its floor, and costs."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.http import Http404, HttpResponse

from jornal.actions import filed
from jornal.actions.costing import wages_of
from jornal.actions.leastrates import against_floor
from jornal.actions.needed import minutes_of
from jornal.actions.pictures import kind_of
from jornal.facts.orders import CostSheet
from jornal.facts.organisation import Site
from jornal.facts.products import DesignVersion, Recipe
from jornal.journal.vaultlog import Reader
from jornal.pages import acting
from jornal.pages.access import Page
from jornal.pages.cataloguedeeds import HEADQUARTERS, OF_A_SITE, SEND, SEND_HERE, UNITS, WHATS, file_kind
from jornal.pages.choices import WORDS, operations_called
from jornal.pages.desk import Desk
from jornal.reads.catalogue import Drawn, Held, designs, materials, products
from jornal.units.money import exponent
from jornal.words.dates import day_text
from jornal.words.numbers import Figures, fraction_text, number

READ = ("hq_operations", "hq_finance", "seller", "auditor")
READ_HERE = ("site_manager", "trainer", "quality", "hq_operations", "hq_finance", "auditor")
SEES_COSTS = frozenset({"hq_operations", "hq_finance", "auditor", "site_manager"})
OF_A_DESIGN, OF_A_PRODUCT = ("add-version",), ("set-recipe", "set-checklist", "set-cost")
PICTURE = "catalogue/design/<token:design>/<int:number>/picture"
HEADS = {
    "labour": "Labour",
    "on_labour": "On labour",
    "material": "Material",
    "share": "Share",
    "total": "Cost",
}


class Version(NamedTuple):
    """A version of a design as it is shown, with its makers as they are called; "" where its picture is not here."""

    of: DesignVersion
    what: str
    makers: str
    proposed_by: str
    type: str
    picture: str


class Cost(NamedTuple):
    """A cost sheet as it is shown: its lines in words, each operation beside its floor, the wages in the price."""

    of: CostSheet
    site: str
    lines: list[tuple[str, str, str, str]]
    floors: list[tuple[str, str, str, str, bool]]
    price: str
    wages: str
    since: str


def page(desk: Desk) -> HttpResponse:
    """Every product and every design."""
    rows = [_row(desk, one) for one in products(desk.day)]
    drawn = designs(desk.day)
    called = desk.called(one.of.proposed_by for one in drawn if one.of.proposed_by)
    return desk.page(
        "catalogue.html",
        products=rows, costs=bool(desk.roles & SEES_COSTS),
        materials=[(one, desk.say(UNITS[one.unit])) for one in materials().values()],
        designs=[
            (one, _at(desk, ".design", design=one.of.design), called.get(one.of.proposed_by, "–")) for one in drawn
        ],
        acts=acting.listed(desk, _family(desk), f"{_home(desk)}.do"),
    )  # fmt: skip


def product(desk: Desk, product: str) -> HttpResponse:
    """A product: what it is made of, in how many minutes, what a piece pays beside the floor, and what it costs."""
    found = next(iter(products(desk.day, [product])), None)
    if found is None:
        raise Http404
    names = materials()
    bought = [
        (names[one["material"]].label, f"{one['quantity']} {desk.say(UNITS[names[one['material']].unit])}")
        for one in (found.recipe.materials if found.recipe else ())
    ]
    whose = next(iter(designs(desk.day, [found.of.design])), None) if found.of.design else None
    labels = dict(Site.objects.current().values_list("site", "label"))
    seen = {desk.place} if desk.site else labels.keys()
    costs = [
        _cost(desk, one, found.recipe, desk.say(labels.get(site, site)))
        for site, one in found.costs.items()
        if site in seen and found.recipe is not None
    ]
    return desk.page(
        "product.html",
        row=_row(desk, found), found=found, bought=bought, home=_at(desk, ""), design=whose,
        design_at=_at(desk, ".design", design=whose.of.design) if whose else "",
        steps=[(one["operation"], _minutes(desk, fraction_text(one["minutes"])))
               for one in (found.recipe.operations if found.recipe else ())],
        called={code: one.label for code, one in names.items()} | operations_called(desk),
        costs=costs if desk.roles & SEES_COSTS else [], sees=bool(desk.roles & SEES_COSTS),
        acts=_of_one(desk, OF_A_PRODUCT, product=product),
    )  # fmt: skip


def design(desk: Desk, design: str) -> HttpResponse:
    """A design: its versions with their makers, and each maker credited as she chose."""
    found = next(iter(designs(desk.day, [design])), None)
    if found is None:
        raise Http404
    people = {one for version in found.versions for one in version.made_by}
    people |= {one.proposed_by for one in found.versions if one.proposed_by} | {found.of.proposed_by} - {""}
    called = desk.called(people)
    made = [
        Version(
            one, desk.say(WHATS[one.what]), ", ".join(called[who] for who in one.made_by),
            called.get(one.proposed_by, ""), file_kind(one.file_type), _picture_at(desk, one),
        )
        for one in found.versions
    ]  # fmt: skip
    return desk.page(
        "design.html",
        found=found, made=made, home=_at(desk, ""), proposed_by=called.get(found.of.proposed_by, "–"),
        credits=_credits(desk, found, called),
        products=[(one.label, _at(desk, ".product", product=one.product)) for one in found.products],
        acts=_of_one(desk, OF_A_DESIGN, design=design),
    )  # fmt: skip


def picture(_: Desk, design: str, number: int) -> HttpResponse:
    """The picture of a version of a design."""
    held = DesignVersion.objects.current().filter(design=design, number=number).first()
    data = filed.read(Path(settings.HOME), held.file_digest) if held else None
    kind = kind_of(data) if data else ""
    if not kind:
        raise Http404
    return HttpResponse(data, content_type=kind)


def form(desk: Desk, verb: str) -> HttpResponse:
    """A form; what costs is typed in the currency of the site that was chosen."""
    sent = desk.request.POST if desk.posted else desk.request.GET
    site = Site.objects.current().filter(site=sent.get("at", "")).first() if verb == "set-cost" else None
    if site is not None:
        desk.kept["currency"] = site.currency
    return acting.page(desk, _family(desk), verb)


def _family(desk: Desk) -> acting.Family:
    return OF_A_SITE if desk.site else HEADQUARTERS


def _home(desk: Desk) -> str:
    return _family(desk).home


def _at(desk: Desk, rest: str, **captured: str) -> str:
    return desk.at(f"{_home(desk)}{rest}", None, **captured)


def _picture_at(desk: Desk, one: DesignVersion) -> str:
    """The address of its picture; "" where none belongs to it or its file is kept at another computer."""
    if not filed.there(Path(settings.HOME), one.file_digest):
        return ""
    return desk.at(f"{_home(desk)}.picture", design=one.design, number=one.number)


def _of_one(desk: Desk, verbs: Iterable[str], **known: str) -> list[tuple[str, str]]:
    """The forms that lead on from one design or product, with it filled in."""
    mine = [verb for verb in verbs if verb in _family(desk).deeds]
    return [
        (desk.at(f"{_home(desk)}.do", known, verb=verb), title)
        for verb in mine
        for _, title in acting.listed(desk, _family(desk), f"{_home(desk)}.do", (verb,))
    ]


def _row(desk: Desk, one: Held) -> dict[str, Any]:
    minutes = minutes_of(one.recipe) if one.recipe else None
    here = {site: cost for site, cost in one.costs.items() if not desk.site or site == desk.place}
    return {
        "of": one.of, "address": _at(desk, ".product", product=one.of.product),
        "minutes": None if minutes is None else -(-minutes.numerator // minutes.denominator),
        "techniques": ", ".join(desk.say(each) for each in (one.recipe.techniques if one.recipe else ())),
        "prices": [_money(desk, cost).amount(cost.price) for cost in here.values()],
        "costs": [_money(desk, cost).amount(cost.cost) for cost in here.values()],
    }  # fmt: skip


def _minutes(desk: Desk, exact: Fraction) -> str:
    """Standard minutes: whole where they are, else with one decimal."""
    text = number(exact, desk.words.language, 0 if exact.denominator == 1 else 1)
    return desk.say("{minutes} min", minutes=text)


def _money(desk: Desk, sheet: CostSheet) -> Figures:
    return Figures(desk.words, sheet.currency, exponent(sheet.currency))


def _cost(desk: Desk, sheet: CostSheet, recipe: Recipe | None, site: str) -> Cost:
    money = _money(desk, sheet)
    floors = [
        (
            one.operation, _minutes(desk, one.minutes),
            desk.say("paid by time") if one.rate is None else money.rate(one.rate),
            desk.say("not known") if one.least is None else money.rate(one.least),
            one.rate is not None and one.least is not None,
        )
        for one in (against_floor(sheet, recipe) if recipe else ())
    ]  # fmt: skip
    wages = number(wages_of(sheet) * 100, desk.words.language, 1) if sheet.price else "–"
    return Cost(
        sheet, site, [_line(desk, money, one) for one in sheet.lines], floors, money.amount(sheet.price), wages,
        day_text(sheet.since, desk.words.language),
    )  # fmt: skip


def _line(desk: Desk, money: Figures, one: dict[str, Any]) -> tuple[str, str, str, str]:
    """A line of a cost sheet: its head, its name, how much at which rate, its amount."""
    quantity, rate = fraction_text(one["quantity"]), money.rate(fraction_text(one["rate"]))
    how = {
        "of": f"{money.share(quantity)} × {rate}",
        "min": f"{_minutes(desk, quantity)} × {rate}",
        "unit": f"{number(quantity, desk.words.language)} × {rate}",
    }.get(one["unit"], "")
    return desk.say(HEADS[one["head"]]), one["name"], how, money.amount(one["amount"])


def _credits(desk: Desk, found: Drawn, called: dict[str, str]) -> list[tuple[str, str, str]]:
    """Each maker who chose: her token for her mark, what she is called here, and her credit as it may be shown."""
    sealed = [(worker, "line", one.sealed) for worker, one in found.credits.items() if one.sealed]
    opened: dict[str, str] = {}
    if sealed and desk.keys is not None:
        lines = desk.keys.opened_many(
            sealed, reader=Reader(desk.who, f"design {found.of.design}", desk.now())
        )
        opened = {one[0]: line for one, line in zip(sealed, lines, strict=True) if isinstance(line, str)}
    return [
        (
            worker if one.shown != "nothing" else "", called.get(worker, worker),
            opened.get(worker) or desk.say(WORDS["credits"][one.shown]),
        )
        for worker, one in found.credits.items()
    ]  # fmt: skip


PAGES = [
    Page("hq.catalogue", "hq/catalogue", page, READ, label="Catalogue"),
    Page("hq.catalogue.do", "hq/catalogue/do/<slug:verb>", form, SEND, SEND),
    Page("hq.catalogue.product", "hq/catalogue/product/<token:product>", product, READ),
    Page("hq.catalogue.design", "hq/catalogue/design/<token:design>", design, READ),
    Page("hq.catalogue.picture", f"hq/{PICTURE}", picture, READ),
    Page("site.catalogue", "<token:site>/catalogue", page, READ_HERE, label="Catalogue"),
    Page("site.catalogue.do", "<token:site>/catalogue/do/<slug:verb>", form, SEND_HERE, SEND_HERE),
    Page("site.catalogue.product", "<token:site>/catalogue/product/<token:product>", product, READ_HERE),
    Page("site.catalogue.design", "<token:site>/catalogue/design/<token:design>", design, READ_HERE),
    Page("site.catalogue.picture", f"<token:site>/{PICTURE}", picture, READ_HERE),
]  # fmt: skip
