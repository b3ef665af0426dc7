"""What can be recorded of the dialogue, of visits and of promises: the forms, as data."""

from collections.abc import Mapping, Sequence
from typing import Any

from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.facts.lots import Lot
from jornal.facts.orders import OrderLine
from jornal.facts.organisation import Workshop
from jornal.facts.pay import Finding
from jornal.facts.products import Design
from jornal.journal.fact import Fact
from jornal.pages.acting import Act, Family
from jornal.pages.agreementdeeds import AT_A_SITE, SOURCES
from jornal.pages.choices import worded
from jornal.pages.deed import DAY_OF, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.reads.dialogue import Thing, called, promises, threads

OUTCOMES = {"answered": "It is answered", "not_needed": "No answer is needed any more"}
LOOKS = {"kept": "Kept", "not_kept": "Not kept yet", "let_go": "Let go, with the reason"}
SIDES = {"headquarters": "Headquarters", "site": "The site", "authority": "The authority"}
STATES = {"mended": "Mended", "open": "Open still"}
THINGS = {
    "order": "Order {which}",
    "lot": "Lot {which}",
    "design": "Design {which}",
    "group": "Workshop {which}",
}
NOBODY_NAMED = "About work; it names nobody."
WITH_DAYS = "One a line with the day by which it is kept, as 2026-11-20: gloves."
QUESTION = Asked("question", "Question", "", "select", (), True)
NOTE = Asked("note", "Note", NOBODY_NAMED)

DEEDS = {
    "put-question": Deed(
        "Ask a question",
        "The question is asked and has its code.",
        "",
        (
            Asked("says", "Question", NOBODY_NAMED, "long", (), True),
            Asked("put_to", "To whom", "", "choice", (), True),
            Asked("of", "What it is about", "Nothing chosen: work in general.", "select"),
            Asked("due_on", "An answer is needed by", "", "day"),
        ),
        {"put_to": "sides", "of": "things"},
    ),
    "reply-to-question": Deed(
        "Answer a question",
        "The answer is recorded.",
        "",
        (
            QUESTION,
            Asked("says", "Answer", NOBODY_NAMED, "long", (), True),
            Asked("heard", "How many of the team were heard", "A number, never who.", "number"),
        ),
        {"question": "to_answer"},
    ),
    "close-question": Deed(
        "Close a question",
        "The question is closed.",
        "",
        (QUESTION, Asked("outcome", "Outcome", "", "choice", (), True), NOTE),
        {"question": "to_close", "outcome": "outcomes"},
    ),
    "hold-meeting": Deed(
        "Record a meeting with the team",
        "The meeting is recorded.",
        "",
        (
            DAY_OF,
            Asked("present", "How many were there", "", "number", (), True),
            Asked("said", "What they said", "It is sealed; the names have to be open.", "long"),
            Asked("decided", "What was decided", NOBODY_NAMED, "long"),
            Asked("promises", "What was promised", WITH_DAYS, "lines"),
        ),
    ),
    "answer-meeting": Deed(
        "Answer a meeting of the team",
        "The answer is recorded.",
        "",
        (
            Asked("held_on", "Day of the meeting", "", "day", (), True),
            Asked("says", "Answer", NOBODY_NAMED, "long", (), True),
        ),
    ),
}
OF_VISITS = {
    **{verb: AT_A_SITE[verb] for verb in ("plan-visit", "hold-visit", "cancel-visit")},
    "promise": Deed(
        "Record a promise",
        "The promise is recorded.",
        "",
        (
            Asked("says", "What is promised", NOBODY_NAMED, "text", (), True),
            Asked("due_on", "Due on", "", "day", (), True),
            Asked("lies_with", "Who keeps it", "", "choice", (), True),
        ),
        {"lies_with": "keepers"},
    ),
    "look-at-promise": Deed(
        "Say whether a promise was kept",
        "It is recorded.",
        "",
        (
            Asked("promise", "Promise", "", "select", (), True),
            Asked("outcome", "Outcome", "", "choice", (), True),
            NOTE,
            DAY_OF,
        ),
        {"promise": "promises", "outcome": "looks"},
    ),
    "look-at-finding": Deed(
        "Follow a finding up on a visit",
        "It is recorded.",
        "",
        (
            Asked("visitor", "Who visits", "", "select", (), True),
            Asked("finding", "Finding", "", "select", (), True),
            Asked("state", "State", "", "choice", (), True),
            NOTE,
            DAY_OF,
        ),
        {"visitor": "staff", "finding": "findings", "state": "states"},
    ),
}


def thing(desk: Desk, about: str, which: str, names: Mapping[Thing, str]) -> str:
    """What a question is about, by its label among `names` where it has one: "Design Cape"."""
    return desk.say(THINGS[about], which=desk.say(names.get((about, which), which)))


def _sides(desk: Desk) -> list[tuple[str, str]]:
    """To whom a question can be put from here: the other side, or the team."""
    other = ("site", SIDES["site"]) if _from_headquarters(desk) else ("headquarters", SIDES["headquarters"])
    return [(other[0], desk.say(other[1])), ("team", desk.say("The team"))]


def _from_headquarters(desk: Desk) -> bool:
    return not desk.roles & {"site_manager", "trainer", "quality"}


def _things(desk: Desk) -> list[tuple[str, str]]:
    """What a question can be about: the orders, lots, designs and workshops of this site."""
    orders = OrderLine.objects.current().filter(site=desk.place).order_by("order")
    lots = Lot.objects.current().filter(site=desk.place).order_by("-opened_on", "code")
    designs = Design.objects.current().filter(site__in=["", desk.place]).order_by("design")
    rooms = Workshop.objects.current().filter(site=desk.place).order_by("workshop")
    found = {
        "order": dict.fromkeys(orders.values_list("order", flat=True)), "lot": lots.values_list("code", flat=True),
        "design": designs.values_list("design", flat=True), "group": rooms.values_list("workshop", flat=True),
    }  # fmt: skip
    names = called(desk.place)
    return [
        (f"{about} {which}", thing(desk, about, which, names))
        for about, some in found.items()
        for which in some
    ]


def _put(act: Act, told: Mapping[str, Any]) -> Sequence[Fact]:
    """The question with what it is about as the verb takes it."""
    row = dict(told)
    about, _, which = row.pop("of", "").partition(" ")
    return done(
        act.verb, VERBS[act.verb], act.office, [row | ({"about": about, "which": which} if about else {})]
    )


def _follow(act: Act, told: Mapping[str, Any]) -> Sequence[Fact]:
    """The finding by its control, what it is about and its day, as the verb takes it."""
    row = dict(told)
    wanted = row.pop("finding")
    open_ones = Finding.objects.current().filter(site=act.desk.place, closed_on=None)
    for one in open_ones:
        if str(one.root) == wanted:
            row |= {"control": one.control, "about": one.about, "found_on": str(one.day)}
    return done(act.verb, VERBS[act.verb], act.office, [row])


def _to_answer(desk: Desk) -> list[tuple[str, str]]:
    mine = ("headquarters",) if _from_headquarters(desk) else ("site", "team")
    found = threads([desk.place], desk.day)
    return [
        (one.asked.question, f"{one.asked.question} · {one.asked.says[:80]}")
        for one in found
        if one.state != "closed" and one.asked.put_to in mine
    ]


def _to_close(desk: Desk) -> list[tuple[str, str]]:
    book = f"hq.{desk.place}" if _from_headquarters(desk) else desk.place
    found = threads([desk.place], desk.day)
    return [
        (one.asked.question, f"{one.asked.question} · {one.asked.says[:80]}")
        for one in found
        if one.state != "closed" and one.asked.book == book
    ]


def _promises(desk: Desk) -> list[tuple[str, str]]:
    return [
        (one.of.promise, f"{one.of.promise} · {one.of.says[:80]}")
        for one in promises([desk.place], desk.day)
        if one.open
    ]


def _findings(desk: Desk) -> list[tuple[str, str]]:
    rows = (
        Finding.objects.current().filter(site=desk.place, closed_on=None, day__lte=desk.day).order_by("day")
    )
    return [(str(one.root), f"{one.control} · {one.about} · {one.day}") for one in rows]


def _usual(desk: Desk, verb: str) -> dict[str, object]:
    """What stands in a form: the usual outcome, and of whom one asks or who promises."""
    side = "headquarters" if _from_headquarters(desk) else "site"
    other = "site" if side == "headquarters" else "headquarters"
    usual: dict[str, dict[str, object]] = {
        "put-question": {"put_to": other}, "close-question": {"outcome": "answered"}, "promise": {"lies_with": side},
        "look-at-promise": {"outcome": "kept"}, "look-at-finding": {"state": "mended"},
    }  # fmt: skip
    return usual.get(verb, {})


FOUND = {
    **SOURCES,
    "sides": _sides,
    "things": _things,
    "to_answer": _to_answer,
    "to_close": _to_close,
    "outcomes": worded(OUTCOMES),
    "looks": worded(LOOKS),
    "keepers": worded(SIDES),
    "states": worded(STATES),
    "promises": _promises,
    "findings": _findings,
}
DIALOGUE = Family("site.dialogue", DEEDS, FOUND, usual=_usual, does={"put-question": _put})
UNKNOWN = {"control": "-", "about": "-", "found_on": "2000-01-01"}
"""What stands for a finding until the one that was chosen is looked up."""

VISITS = Family(
    "site.visits", OF_VISITS, FOUND, usual=_usual, does={"look-at-finding": _follow},
    known={"look-at-finding": UNKNOWN},
)  # fmt: skip
