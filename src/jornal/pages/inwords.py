"""What somebody types in words of her own language where a verb takes a code: a country by its name, yes and no."""

from jornal.pages.desk import Desk
from jornal.terms.marketfiles import markets
from jornal.terms.markets import NoSuchPlace
from jornal.units.letters import fold

TICKS = ("yes", "no", "none")
LIMITS = {"label": "labels", "design": "designs", "dialogue": "dialogue"}
"""What a consent may be limited to that the program asks for by a word of its own."""


def plain(desk: Desk, kind: str, text: str) -> str:
    """The text as a verb takes it, by the kind of its field; what is not known here stays as it was typed."""
    if kind == "country":
        return _country(desk, text)
    if kind == "limits":
        known = {name: code for code, word in LIMITS.items() for name in (code, word, desk.say(word))}
        return next((code for name, code in known.items() if fold(name) == fold(text)), text)
    return "; ".join(_tick(desk, one) for one in text.split(";")) if kind == "ticks" else text


def _country(desk: Desk, text: str) -> str:
    """The two letters of a country, from them or from its name; "unknown" for that word."""
    if fold(text) in (fold(desk.say("unknown")), fold(desk.say("Not known"))):
        return "unknown"
    known = markets()
    named = next((one.id for one in known.place if fold(desk.say(one.label)) == fold(text)), text)
    try:
        return known.code(named)
    except NoSuchPlace:
        return text


def _tick(desk: Desk, text: str) -> str:
    """An answer to a checklist: yes, no, or none where it does not apply."""
    said = fold(text.strip())
    return next((one for one in TICKS if said == fold(desk.say(one))), text.strip())
