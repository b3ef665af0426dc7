"""What can be recorded of lots, material, kits and tools: the forms, as data."""

from collections.abc import Mapping, Sequence
from typing import Any

from jornal.facts.kits import ToolList
from jornal.facts.lots import MaterialLot
from jornal.facts.products import Checklist, Material
from jornal.pages import judging, toolsasked
from jornal.pages.acting import Family
from jornal.pages.cataloguedeeds import UNITS
from jornal.pages.choices import Source, worded
from jornal.pages.deed import DAY_OF, ONE_A_LINE, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.pages.tradechoices import countries, orders, products, workshops
from jornal.reads.kits import kits_out, tools_out
from jornal.reads.lots import lots, materials, stock

LOT = Asked("lot", "Lot", "", "select", (), True)
WORKSHOP = Asked("workshop", "Workshop", "", "select", (), True)
QUANTITY = Asked("quantity", "How much", "In the whole unit of the material.", "number", (), True)
OF_STOCK = Asked("material", "Material", "", "select", (), True)
EVERY_TOOL = "Every tool on a line, as needles: 3. Nought for one that is gone."
WHY_TOOLS = Asked("why", "Reason", "Where a tool is missing or one too many.")
ONE_AN_ANSWER = "One a line in its order: yes, no or none."
CAUSES = {
    "none": "No cause", "material": "Material", "machine": "Machine", "design": "Design", "worker": "Her own fault",
    "unknown": "Not known",
}  # fmt: skip

DEEDS = {
    "open-lot": Deed(
        "Open a lot",
        "The lot is open and has its code.",
        "",
        (
            Asked("product", "Product", "", "select", (), True),
            Asked("quantity", "Pieces to make", "", "number", (), True),
            Asked("workshop", "Workshop", "", "select", seen=True),
            Asked("opened_on", "Since", "", "day", (), True),
            Asked("due_on", "Due on", "", "day", seen=True),
            Asked("order", "For which order", "", "select", seen=True),
            Asked("line", "Line", "Of that order.", "number"),
        ),
        {"product": "products", "workshop": "workshops", "order": "orders"},
    ),
    "receive-material": Deed(
        "Receive material",
        "The material is received and has its code.",
        "",
        (
            Asked("material", "Material", "", "select", (), True),
            QUANTITY,
            Asked("country", "Country", "Its name or its two letters; or the word unknown.", "country", (), True),
            Asked("origin", "Place it comes from"),
            Asked("supplier", "Supplier", seen=True),
            Asked("supplier_lot", "The supplier's lot"),
            Asked("cost", "What it cost", "All of it, in the currency of the site.", "money", seen=True),
            Asked("received_on", "Received on", "", "day", (), True),
        ),
        {"material": "materials", "country": "countries"},
    ),
    "issue-material": Deed(
        "Issue material to a lot", "The material is issued.", "", (LOT, OF_STOCK, QUANTITY, DAY_OF),
        {"lot": "open_lots", "material": "stock"},
    ),
    "return-material": Deed(
        "Bring material back", "The material is back in stock.", "", (LOT, OF_STOCK, QUANTITY, DAY_OF),
        {"lot": "lots", "material": "received"},
    ),
    "finish-lot": Deed(
        "Finish a lot",
        "The lot is finished.",
        "",
        (LOT, Asked("quantity", "Finished pieces", "As many as have every operation.", "number", (), True), DAY_OF),
        {"lot": "open_lots"},
    ),
    "judge-lot": Deed(
        "Judge a lot",
        "The judgement is recorded.",
        "",
        (
            LOT,
            Asked("good", "Good pieces", "", "number", (), True),
            Asked("rework", "To be done again", "", "number", seen=True),
            Asked("rejected", "Rejected pieces", "", "number", seen=True),
            Asked("cause", "Cause", "Where not all are good.", "select", seen=True),
            Asked("answers", "Answers to the checklist", ONE_AN_ANSWER, "ticks", seen=True),
            Asked("note", "Note", "", "long"),
            DAY_OF,
        ),
        {"lot": "finished_lots", "cause": "causes"},
        hint="By somebody who is not paid by output.",
    ),
    "return-kit": Deed(
        "Count a kit that came back",
        "The kit is counted, and its pieces are paid.",
        "",
        (
            Asked("kit", "Kit", "", "select", (), True),
            Asked("good", "Good pieces", "", "number", (), True),
            Asked("rework", "To be done again", "", "number", seen=True),
            Asked("tools", "Tools with it", EVERY_TOOL, "lines"),
            WHY_TOOLS,
            DAY_OF,
        ),
        {"kit": "kits"},
    ),
    "list-tools": Deed(
        "List the tools of a workshop",
        "The list is recorded.",
        "",
        (
            WORKSHOP,
            Asked("tools", "Tools", ONE_A_LINE, "lines", (), True),
            Asked("since", "Since", "", "day"),
        ),
        {"workshop": "workshops"},
    ),
    "count-tools": Deed(
        "Count the tools of a shift",
        "The count is recorded.",
        "",
        (
            WORKSHOP,
            Asked("tools", "Tools", EVERY_TOOL, "lines", (), True),
            WHY_TOOLS,
            DAY_OF,
            Asked("number", "Count of that day", "2 for a second one.", "number"),
            Asked("seen_by", "Seen by", "An office, such as head of security."),
        ),
        {"workshop": "with_tools"},
    ),
}  # fmt: skip


def _with_tools(desk: Desk) -> list[tuple[str, str]]:
    """The workshops that hold tools, each with the tools to count and those that are not there but in kits."""
    rows = ToolList.objects.current().filter(site=desk.place, since__lte=desk.day).order_by("since")
    out = tools_out(desk.place, desk.day)
    held = {one.workshop: _tools(one.tools) + _in_kits(desk, out.get(one.workshop, {})) for one in rows}
    return [
        (workshop, f"{label}: {held[workshop]}") for workshop, label in workshops(desk) if workshop in held
    ]


def _in_kits(desk: Desk, out: Mapping[str, int]) -> str:
    told = "; ".join(f"{tool}: {count}" for tool, count in sorted(out.items()))
    return f" · {desk.say('out in kits: {tools}', tools=told)}" if told else ""


def _tools(rows: Sequence[Mapping[str, Any]]) -> str:
    """The names of tools; not how many there should be, which is what somebody counts."""
    return "; ".join(str(one["tool"]) for one in rows)


def _lots(state: str = "") -> Source:
    """The lots of a site: all, the open ones, or those that are finished."""

    def found(desk: Desk) -> list[tuple[str, str]]:
        rows = [one for one in lots(desk.place) if state in ("", "finished" if one.finished else "open")]
        return [(one.lot.code, f"{one.lot.code} · {one.label}") for one in rows]

    return found


def _to_judge(desk: Desk) -> list[tuple[str, str]]:
    """The lots that are finished, each with what its checklist asks, in its order."""
    rows = Checklist.objects.current().filter(since__lte=desk.day).order_by("since")
    asks = {product: "; ".join(found) for product, found in rows.values_list("product", "asks")}
    found = [one for one in lots(desk.place) if one.finished]
    return [
        (one.lot.code, " · ".join(filter(None, (one.lot.code, one.label, asks.get(one.lot.product)))))
        for one in found
    ]


def _stock(desk: Desk) -> list[tuple[str, str]]:
    rows = [(one, there) for one, there in stock(desk.place) if there]
    of = materials(one.material for one, _ in rows)
    return [(one.code, f"{one.code} · {_said(desk, of.get(one.material), there)}") for one, there in rows]


def _received(desk: Desk) -> list[tuple[str, str]]:
    rows = MaterialLot.objects.current().filter(site=desk.place).order_by("code")
    of = materials(one.material for one in rows)
    return [(one.code, f"{one.code} · {_said(desk, of.get(one.material))}") for one in rows]


def _materials(desk: Desk) -> list[tuple[str, str]]:
    rows = Material.objects.current().order_by("label")
    return [(one.material, _said(desk, one)) for one in rows]


def _said(desk: Desk, one: Material | None, there: int | None = None) -> str:
    """A material by its name and the unit it is counted in, with how much of it there is."""
    if one is None:
        return "" if there is None else str(there)
    unit = desk.say(UNITS[one.unit])
    return f"{one.label} · {unit}" if there is None else f"{one.label} · {there} {unit}"


def _kits(desk: Desk) -> list[tuple[str, str]]:
    out = kits_out(desk.place)
    names = desk.called({one.worker for one in out})
    told = {one.code: _tools(one.tools or ()) for one in out}
    return [
        (one.code, " · ".join(filter(None, (one.code, names[one.worker], told[one.code])))) for one in out
    ]


FAMILY = Family(
    "site.lots",
    DEEDS,
    {
        "products": products,
        "materials": _materials,
        "workshops": workshops,
        "with_tools": _with_tools,
        "lots": _lots(),
        "open_lots": _lots("open"),
        "finished_lots": _to_judge,
        "stock": _stock,
        "received": _received,
        "kits": _kits,
        "causes": worded(CAUSES),
        "countries": countries,
        "orders": orders,
    },
    does={judging.VERB: judging.judged} | dict.fromkeys(toolsasked.COUNTS, toolsasked.counted),
    asks={judging.VERB: judging.question_by_question},
)
