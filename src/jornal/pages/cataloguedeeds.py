"""What can be recorded of designs, products and their costs: the forms, as data."""

from collections.abc import Mapping, Sequence
from typing import Any

from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.facts.organisation import Site
from jornal.facts.products import Design, Product
from jornal.journal.fact import Fact
from jornal.pages import uploads
from jornal.pages.acting import Act, Does, Family
from jornal.pages.choices import Source, worded
from jornal.pages.deed import DAY_OF, SINCE, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked

SEND, SEND_HERE = ("hq_operations", "hq_finance"), ("site_manager", "trainer", "hq_operations")
WHATS = {"brief": "Brief", "sketch": "Sketch", "sample": "Sample", "pattern": "Pattern"}
UNITS = {
    "g": "grams", "cm": "centimetres", "cm2": "square centimetres", "ml": "millilitres", "piece": "pieces",
}  # fmt: skip
PICTURE = (
    "PNG, JPEG or WebP, at most 10 MB, of the work and of nobody. Where and when it was taken is left out."
)
SHORT = "A short name: small letters, digits and dashes."
PRODUCT = Asked("product", "Product", "", "select", (), True)
DESIGN = Asked("design", "Design", "", "select", (), True)
OF_THE_LABOUR = "Shares of labour, as paid rest: 1/6; training: 5 %."
OF_BOTH = "Shares of labour and material, as overhead: 20 %; safety: 3 %."

DESIGNS = {
    "begin-design": Deed(
        "Begin a design",
        "The design is begun.",
        "",
        (
            Asked("design", "Short name", SHORT, "text", (), True),
            Asked("label", "Name", "", "text", (), True),
            Asked("brief", "Brief", "What is asked for.", "long"),
            Asked("proposed_by", "Proposed by", "The code of a worker or of somebody on the staff."),
            DAY_OF,
        ),
    ),
    "add-version": Deed(
        "Add a version",
        "The version is recorded.",
        "",
        (
            DESIGN,
            Asked("what", "What it is", "", "choice", (), True),
            Asked("made_by", "Made by", "Codes with spaces between, of workers and staff.", "text", (), True),
            DAY_OF,
            Asked("picture", "Picture", PICTURE, "file"),
            Asked("proposed_by", "Proposed by", "The code of a worker or of somebody on the staff."),
            Asked("note", "Note", "", "long"),
        ),
        {"design": "designs", "what": "whats"},
    ),
}
PRODUCTS = {
    "name-material": Deed(
        "Name a material",
        "The material is named.",
        "",
        (
            Asked("material", "Short name", SHORT, "text", (), True),
            Asked("label", "Name", "", "text", (), True),
            Asked("unit", "Counted in", "", "choice", (), True),
        ),
        {"unit": "units"},
    ),
    "name-product": Deed(
        "Name a product",
        "The product is named.",
        "",
        (
            Asked("product", "Short name", SHORT, "text", (), True),
            Asked("label", "Name", "", "text", (), True),
            SINCE,
            Asked("design", "Design", "", "select"),
            Asked("design_number", "Version of the design", "Empty: the first.", "number"),
            Asked("gtin", "Trade item number", "8, 12, 13 or 14 digits, as GS1 gave it; its label needs it."),
        ),
        {"design": "designs"},
    ),
    "set-recipe": Deed(
        "Set a recipe",
        "The recipe is set.",
        "",
        (
            PRODUCT,
            SINCE,
            Asked("operations", "Operations", "In their order with standard minutes, as knit: 300; link: 90.5.",
                  "text", (), True),
            Asked("materials", "Materials", "For one piece in whole units, as yarn: 450; buttons: 5."),
            Asked("parts", "Parts", "Products that go into it, as strap: 2."),
            Asked("techniques", "Techniques", "As knitting; linking."),
        ),
        {"product": "products"},
        hint="Each operation has a piece rate somewhere, or a site has named it.",
    ),
    "set-checklist": Deed(
        "Set a checklist",
        "The checklist is set.",
        "",
        (
            PRODUCT,
            SINCE,
            Asked("asks", "What is looked at", "As seams even; size as drawn.", "text", (), True),
        ),
        {"product": "products"},
    ),
    "set-cost": Deed(
        "Set what it costs",
        "What it costs is set, labour first.",
        "",
        (
            PRODUCT,
            Asked("at", "Site", "", "select", (), True),
            SINCE,
            Asked("price", "Price", "In the currency of the site, as 250.00.", "money", (), True),
            Asked("on_labour", "What an hour costs beside its wage", OF_THE_LABOUR),
            Asked("materials", "Prices of materials", "For one unit of each, as yarn: 0.08."),
            Asked("shares", "Other shares", OF_BOTH),
            Asked("minute", "A minute of work", "In minor units. Empty: the minute of the floor."),
            Asked("factor", "Factor", "Between the floor and a piece rate: 1 or more."),
        ),
        {"product": "products", "at": "sites"},
        hint="Labour stands first at full cost. A price below the whole cost is refused.",
    ),
}  # fmt: skip


def file_kind(kind: str) -> str:
    """A kind of file as people call it: "image/png" is PNG."""
    return kind.partition("/")[2].upper()


def _designs(_: Desk) -> list[tuple[str, str]]:
    return list(Design.objects.current().order_by("label").values_list("design", "label"))


def _products(_: Desk) -> list[tuple[str, str]]:
    return list(Product.objects.current().order_by("label").values_list("product", "label"))


def sites(desk: Desk) -> list[tuple[str, str]]:
    """The sites of the enterprise, by what they are called."""
    rows = Site.objects.current().order_by("site").values_list("site", "label")
    return [(site, desk.say(label)) for site, label in rows]


def _with_picture(act: Act, told: Mapping[str, Any]) -> Sequence[Fact]:
    """The version with what its record holds of the picture."""
    row = dict(told)
    kept = uploads.of_ticket(act.desk, row.pop("picture", ""))
    return done(
        act.verb,
        VERBS[act.verb],
        act.office,
        [row | ({n: str(v) for n, v in kept.row().items()} if kept else {})],
    )


SOURCES: dict[str, Source] = {
    "designs": _designs,
    "products": _products,
    "sites": sites,
    "units": worded(UNITS),
    "whats": worded(WHATS),
}
DOES: dict[str, Does] = {"add-version": _with_picture}
OF_A_SITE = Family("site.catalogue", DESIGNS, SOURCES, does=DOES, sends=SEND_HERE)
HEADQUARTERS = Family("hq.catalogue", {**DESIGNS, **PRODUCTS}, SOURCES, does=DOES, sends=SEND)
