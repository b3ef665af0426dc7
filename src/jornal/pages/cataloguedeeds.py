"""What can be recorded of designs, products and their costs: the forms, as data."""

from collections.abc import Mapping, Sequence
from typing import Any

from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.facts.organisation import Site
from jornal.facts.products import Design
from jornal.journal.fact import Fact
from jornal.pages import uploads
from jornal.pages.acting import Act, Does, Family
from jornal.pages.choices import Source, choices, worded
from jornal.pages.deed import DAY_OF, SHORT, SINCE, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.pages.tradechoices import products
from jornal.pages.whochoices import people

SEND, SEND_HERE = ("hq_operations", "hq_finance"), ("site_manager", "trainer", "hq_operations")
WHATS = {"brief": "Brief", "sketch": "Sketch", "sample": "Sample", "pattern": "Pattern"}
UNITS = {
    "g": "grams", "cm": "centimetres", "cm2": "square centimetres", "ml": "millilitres", "piece": "pieces",
}  # fmt: skip
PICTURE = (
    "PNG, JPEG or WebP, at most 10 MB, of the work and of nobody. Where and when it was taken is left out."
)
PRODUCT = Asked("product", "Product", "", "select", (), True)
DESIGN = Asked("design", "Design", "", "select", (), True)
OF_THE_LABOUR = "Shares of labour, one a line, as training: 5 %."
OF_A_PIECE = "One a line, for one piece in whole units, as yarn: 450."
OF_A_UNIT = "For one unit of each, one a line, as yarn: 0.08."
OF_BOTH = "Shares of labour and material, one a line, as overhead: 20 %."

DESIGNS = {
    "begin-design": Deed(
        "Begin a design",
        "The design is begun.",
        "",
        (
            Asked("label", "Name", "", "text", (), True),
            Asked("design", "Short name", SHORT, "short"),
            Asked("brief", "Brief", "What is asked for.", "long"),
            Asked("proposed_by", "Proposed by", "The code of a worker or of somebody on the staff."),
            DAY_OF,
        ),
        {"proposed_by": "people"},
    ),
    "add-version": Deed(
        "Add a version",
        "The version is recorded.",
        "",
        (
            DESIGN,
            Asked("what", "What it is", "", "choice", (), True),
            Asked("made_by", "Made by", "", "several", (), True),
            DAY_OF,
            Asked("picture", "Picture", PICTURE, "file", seen=True),
            Asked("proposed_by", "Proposed by", "The code of a worker or of somebody on the staff."),
            Asked("note", "Note", "", "long"),
        ),
        {"design": "designs", "what": "whats", "made_by": "people", "proposed_by": "people"},
    ),
}
PRODUCTS = {
    "name-material": Deed(
        "Name a material",
        "The material is named.",
        "",
        (
            Asked("label", "Name", "", "text", (), True),
            Asked("unit", "Counted in", "", "choice", (), True),
            Asked("material", "Short name", SHORT, "short"),
        ),
        {"unit": "units"},
    ),
    "name-product": Deed(
        "Name a product",
        "The product is named.",
        "",
        (
            Asked("label", "Name", "", "text", (), True),
            SINCE,
            Asked("design", "Design", "", "select", seen=True),
            Asked("product", "Short name", SHORT, "short"),
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
            Asked("operations", "Operations", "One a line in their order, with its standard minutes, as knit: 300.",
                  "lines", (), True),
            Asked("materials", "Materials", OF_A_PIECE, "lines", seen=True),
            Asked("techniques", "Techniques", "", "several", seen=True),
            Asked("parts", "Parts", "Products that go into it, one a line, as strap: 2.", "lines"),
        ),
        {"product": "products", "techniques": "techniques"},
        hint="Each operation has a piece rate somewhere, or a site has named it.",
    ),
    "set-checklist": Deed(
        "Set a checklist",
        "The checklist is set.",
        "",
        (
            PRODUCT,
            SINCE,
            Asked("asks", "What is looked at", "One a line, as seams even.", "lines", (), True),
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
            Asked("on_labour", "What an hour costs beside its wage", OF_THE_LABOUR, "lines", seen=True),
            Asked("materials", "Prices of materials", OF_A_UNIT, "lines", seen=True),
            Asked("shares", "Other shares", OF_BOTH, "lines", seen=True),
            Asked("minute", "A minute of work", "Such as 0.1731. Empty: the minute of the floor.", "price"),
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
    "products": products,
    "people": people,
    "sites": sites,
    "techniques": lambda desk: choices(desk, "techniques"),
    "units": worded(UNITS),
    "whats": worded(WHATS),
}
DOES: dict[str, Does] = {"add-version": _with_picture}
OF_A_SITE = Family("site.catalogue", DESIGNS, SOURCES, does=DOES, sends=SEND_HERE)
HEADQUARTERS = Family("hq.catalogue", {**DESIGNS, **PRODUCTS}, SOURCES, does=DOES, sends=SEND)
