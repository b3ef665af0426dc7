"""What can be recorded of money from others and back: for each verb its words and its fields, as data."""

from collections.abc import Callable, Iterable

from jornal.facts.funding import HEADS, PURPOSES, Advance, Budget, Grant
from jornal.facts.organisation import Authority, Enterprise, Site, Staff, Workshop
from jornal.pages.acting import Family
from jornal.pages.choices import worded
from jornal.pages.deed import DAY_OF, SCAN, SINCE, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.pages.whochoices import representatives
from jornal.papers.yearstatement import HEADS as SAID
from jornal.reads.wagesfunded import WAGES
from jornal.rules.year import WHOLE
from jornal.units.money import exponent

NUMBER = "Letters and digits under which it is found again."
AMOUNT = Asked("amount", "Amount", "", "money", (), wanted=True)
CURRENCY = Asked("currency", "Currency", "", "select", (), wanted=True)
UNTIL = Asked("until", "Until", "", "day", (), wanted=True)
PAPER = Asked("paper", "The paper", SCAN, "paper", seen=True)
HEAD = Asked("head", "What for", "", "select", (), wanted=True)
LABEL = Asked("label", "What", "", "text", (), wanted=True)
SUPPLIER = Asked("supplier", "Supplier", "", "text", (), wanted=True)
AT = Asked("at", "Site", "Empty: headquarters.", "select", seen=True)
PART = Asked("part", "Are other costs on the same paper?", "", "select")

RECEIPT = Deed(
    "Hand in a receipt",
    "The receipt is recorded.",
    "",
    (
        Asked("advance", "Advance", "", "select", (), wanted=True), Asked("cost", "Number", NUMBER, "text", (), True),
        HEAD, LABEL, SUPPLIER, AMOUNT, DAY_OF, PAPER._replace(wanted=True), PART,
    ),
    {"advance": "advances", "head": "heads", "part": "yes_or_no"},
)  # fmt: skip

DEEDS = {
    "record-grant": Deed(
        "Record a grant",
        "The grant is recorded.",
        "",
        (
            Asked("grant", "Short name", NUMBER, "text", (), True), Asked("funder", "Funder", "", "text", (), True),
            AMOUNT, CURRENCY, Asked("purpose", "For what", "", "long", (), True),
            Asked("heads", "Restricted to", "Nothing ticked: to nothing.", "several", seen=True),
            SINCE, UNTIL, PAPER,
        ),
        {"currency": "currencies", "heads": "heads_of_budgets"},
    ),
    "agree-budget": Deed(
        "Agree a budget with an authority",
        "The budget is recorded. Add its heads.",
        "",
        (
            Asked("budget", "Short name", NUMBER, "text", (), True),
            Asked("authority", "Authority", "", "select", (), True), AT._replace(hint="", wanted=True),
            Asked("workshop", "Workshop", "Nothing chosen: the whole site.", "select"), CURRENCY, SINCE, UNTIL, PAPER,
        ),
        {"authority": "authorities", "at": "sites", "workshop": "workshops", "currency": "currencies"},
    ),
    "plan-head": Deed(
        "Add a head to a budget",
        "The head is recorded.",
        "",
        (
            Asked("budget", "Budget", "", "select", (), True), HEAD,
            Asked("planned", "Planned in all", "", "money", (), True),
            Asked("promised", "Of it promised by the authority", "", "money", (), True),
        ),
        {"budget": "budgets", "head": "heads"},
    ),
    "receive-money": Deed(
        "Record money received",
        "The money is recorded.",
        "",
        (
            Asked("received", "Number", NUMBER, "text", (), True), Asked("of", "Of what", "", "choice", (), True),
            Asked("source", "Grant or budget", "Where it is of one.", "select", seen=True),
            Asked("head", "What for", "Where it is of a budget.", "select", seen=True),
            Asked("giver", "From whom", "Where it is of neither.", seen=True), AMOUNT, CURRENCY, DAY_OF, PAPER,
        ),
        {"of": "comes_of", "source": "purses", "head": "heads_of_budgets", "currency": "currencies"},
    ),
    "record-cost": Deed(
        "Record a cost",
        "The cost is recorded.",
        "",
        (
            Asked("cost", "Number", NUMBER, "text", (), True), HEAD, LABEL, SUPPLIER, AMOUNT, CURRENCY, DAY_OF, AT,
            Asked("paid_from", "Whose money", "", "choice", (), True),
            Asked("source", "Grant or budget", "Where it is of one.", "select", seen=True), PAPER, PART,
        ),
        {
            "head": "heads", "currency": "currencies", "at": "sites", "paid_from": "money_of", "source": "purses",
            "part": "yes_or_no",
        },
    ),
    "fund-wages": Deed(
        "Add a line for wages to a grant or a budget",
        "The line is recorded. The wages of issued months count against it from now on.",
        "",
        (
            Asked("of", "Of what", "", "choice", (), True), Asked("source", "Grant or budget", "", "select", (), True),
            Asked("line", "Number", "1 for its first line.", "number"),
            Asked("places", "Whose wages", "", "several", (), True),
            SINCE, UNTIL,
            Asked("of_10000", "Share", "100 is all of it.", "share", (), True),
            Asked("amount", "At most", "", "money", (), wanted=True), PAPER,
        ),
        {"of": "pays_of", "source": "purses", "places": "rooms"},
    ),
    "give-advance": Deed(
        "Give an advance to buy with",
        "The advance is recorded.",
        "",
        (
            Asked("advance", "Short name", NUMBER, "text", (), True), Asked("staff", "To whom", "", "select", (), True),
            AT, AMOUNT, CURRENCY, Asked("purpose", "For what", "", "long", (), True), DAY_OF, PAPER,
        ),
        {"staff": "staff", "at": "sites", "currency": "currencies"},
    ),
    "hand-in-receipt": RECEIPT,
    "bring-back-advance": Deed(
        "Record what came back of an advance",
        "What came back is recorded.",
        "",
        (Asked("advance", "Advance", "", "select", (), True), AMOUNT, DAY_OF, PAPER),
        {"advance": "advances"},
    ),
    "promise-profit": Deed(
        "Promise a share of the profit",
        "The promise is recorded.",
        "",
        (
            SINCE, Asked("of_10000", "Share", "100 is all of it.", "share", (), True),
            Asked("purposes", "For what", "", "several", (), True),
            Asked("says", "In which words", "As it is published.", "long", (), True),
            Asked("published_at", "Where it is published"),
        ),
        {"purposes": "purposes_of_fund"},
        check=True,
    ),
    "set-aside": Deed(
        "Set money aside for the fund",
        "The money is set aside.",
        "",
        (
            Asked("year", "Of the profit of", "A year, such as 2026.", "number", (), True),
            Asked("number", "Number", "1 for the first of that year.", "number"), AMOUNT, CURRENCY, DAY_OF, PAPER,
        ),
        {"currency": "currencies"},
    ),
    "spend-fund": Deed(
        "Record spending from the fund",
        "The spending is recorded.",
        "",
        (
            Asked("spending", "Number", NUMBER, "text", (), True), Asked("purpose", "What for", "", "choice", (), True),
            LABEL, AT, AMOUNT, CURRENCY, DAY_OF, PAPER,
            Asked("heard", "Who was heard", "The workers' representatives.", "several", seen=True),
            Asked("heard_on", "Heard on", "Before the money is spent.", "day", seen=True),
        ),
        {"purpose": "purposes_of_fund", "at": "sites", "currency": "currencies", "heard": "representatives"},
    ),
    "state-year": Deed(
        "Give out the statement of a year",
        "The statement is given out.",
        "",
        (
            Asked("year", "Year", "A year that is over, such as 2026.", "number", (), True),
            Asked("signed_by", "Signed by", "Somebody outside the enterprise and the prison.", "text", (), True),
        ),
        hint="The figures are kept as they stand at this moment. It is not taken back.",
        check=True,
    ),
    "set-exchange-rate": Deed(
        "Record a rate of exchange",
        "The rate is recorded.",
        "",
        (
            Asked("base", "One unit of", "", "select", (), True),
            Asked("quote", "Was worth, in", "", "select", (), True),
            Asked("rate", "So many", "", "rate", (), True), DAY_OF,
            Asked("source", "Who says so", "Such as the central bank's list of that day.", "text", (), True),
        ),
        {"base": "all_currencies", "quote": "all_currencies"},
    ),
}  # fmt: skip
"""In the order of the page."""

PAYS_OF = {"grant": "A grant", "budget": "A budget"}
MONEY_OF = {"own": "Our own", "grant": "A grant's", "budget": "Of a budget"}
COMES_OF = {"grant": "A grant", "budget": "A budget", "gift": "A gift", "other": "Something else"}
YES_OR_NO = {"no": "No", "yes": "Yes"}
Found = list[tuple[str, str]]
AT_ITS_SITE = "{site}/{workshop}"


def _rows(kind, name: str, label: str) -> Callable[[Desk], Found]:  # type: ignore[no-untyped-def]
    """What there is of a kind of fact, each with what it is for."""
    return lambda _: list(kind.objects.current().order_by(name).values_list(name, label))


def _currencies(desk: Desk) -> Found:
    """The currencies of the enterprise and its sites that are written with as many decimals as the one here."""
    return [(one, one) for one in _every(desk) if exponent(one) == exponent(desk.figures.currency)]


def _all(desk: Desk) -> Found:
    return [(one, one) for one in _every(desk)]


def _every(desk: Desk) -> list[str]:
    known: Iterable[str] = (
        *Enterprise.objects.current().values_list("currency", flat=True),
        *Site.objects.current().values_list("currency", flat=True),
        *Grant.objects.current().values_list("currency", flat=True),
    )
    return sorted({*known, desk.figures.currency}, key=lambda one: (one != desk.figures.currency, one))


def _purses(_: Desk) -> Found:
    grants = Grant.objects.current().order_by("grant").values_list("grant", "funder")
    return [*grants, *Budget.objects.current().order_by("budget").values_list("budget", "authority")]


def _advances(desk: Desk) -> Found:
    """The advances given for this site, or all of them at headquarters, the last first."""
    rows = Advance.objects.current().order_by("-day", "advance")
    return list((rows.filter(site=desk.place) if desk.place else rows).values_list("advance", "purpose"))


def _rooms(form: str) -> Found:
    """The workshops of every site, each with what it is called there."""
    rows = Workshop.objects.current().order_by("site", "label")
    return [(form.format(site=one.site, workshop=one.workshop), f"{one.label} · {one.site}") for one in rows]


def _staff(desk: Desk) -> Found:
    tokens = list(
        Staff.objects.current().filter(of="enterprise").order_by("staff").values_list("staff", flat=True)
    )
    named = desk.called(tokens)
    return [(one, named[one]) for one in tokens]


YEAR: dict[str, Callable[[int], dict[str, object]]] = {
    "set-aside": lambda year: {"year": year, "number": 1}, "state-year": lambda year: {"year": year},
    "fund-wages": lambda _: {"line": 1, "of_10000": WHOLE},
}  # fmt: skip


def _usual(desk: Desk, verb: str) -> dict[str, object]:
    """What stands in a form: the currency here, our own money, the year that is over, the next number."""
    usual: dict[str, object] = {"currency": desk.figures.currency, "paid_from": "own", "of": "grant"}
    more = YEAR.get(verb)
    return usual | more(desk.day.year - 1) if more else usual


SOURCES = {
    "heads": worded({one: SAID[one] for one in HEADS}),
    "heads_of_budgets": worded({one: SAID[one] for one in (*HEADS, WAGES)}),
    "purposes_of_fund": worded({one: SAID[one] for one in PURPOSES}),
    "money_of": worded(MONEY_OF),
    "comes_of": worded(COMES_OF),
    "pays_of": worded(PAYS_OF),
    "yes_or_no": worded(YES_OR_NO),
    "currencies": _currencies,
    "all_currencies": _all,
    "purses": _purses,
    "advances": _advances,
    "staff": _staff,
    "authorities": _rows(Authority, "authority", "label"),
    "budgets": _rows(Budget, "budget", "workshop"),
    "representatives": representatives,
    "rooms": lambda _: [
        *Site.objects.current().order_by("site").values_list("site", "label"),
        *_rooms(AT_ITS_SITE),
    ],
    "sites": _rows(Site, "site", "label"),
    "workshops": lambda _: _rooms("{workshop}"),
}
OF_ALL = Family("hq.money", DEEDS, SOURCES, usual=_usual)
OF_A_SITE = Family("site.advances", {"hand-in-receipt": RECEIPT}, SOURCES, sends=("site_manager",))
