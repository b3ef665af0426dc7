"""What the law of a destination says of goods made in prison, as a page says it: place by place, with its source."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from jornal.actions.markets import Answer, Checked, answered
from jornal.pages.desk import Desk
from jornal.papers.phrases import capital
from jornal.rules.markets import Stop

ASKS = ("hq_operations", "seller", "hq_finance", "auditor", "site_manager")
HOWS = {"clear": "good", "counsel": "soon", "refuse": "bad"}
HOW_SURE = {
    "V": "verified in a published text", "I": "interpreted from a published text", "K-high": "from knowledge",
    "K-med": "from knowledge", "K-low": "from knowledge, unsure", "invented": "invented",
}  # fmt: skip
DECISIONS = {"clear": "may go", "counsel": "counsel decides", "refuse": "refused"}


class Place(NamedTuple):
    """What is said of one place: how it looks, the decision in a word, the sentence, the source of its law."""

    how: str
    badge: str
    says: str
    source: str


def asked(
    desk: Desk,
    destination: str,
    transit: Sequence[str] = (),
    *,
    site: str = "",
    origin: str = "",
    product: str = "",
) -> list[Place]:
    """What is said of each place on the way, the destination first; nothing is recorded.

    Raises NoSuchPlace, WhereMade.
    """
    row = Checked(
        shipment="asked", destination=destination, transit=list(transit), origin=origin, product=product
    )
    return places(desk, answered(replace(desk.office(ASKS), site=site or desk.place), row))


def places(desk: Desk, answer: Answer) -> list[Place]:
    """An answer as it is read; what stops it wherever it goes stands first."""
    rights = answer.rights()
    first = [Place("bad", desk.say("not yet"), desk.told(rights), "")] if rights else []
    return first + [
        Place(
            *_word(desk, stop, not rights),
            capital(desk.told(sentence)),
            f"{stop.rule.source} ({desk.say(HOW_SURE[stop.rule.confidence])})" if stop.rule else "",
        )
        for stop, sentence in zip(answer.stops, answer.sentences(), strict=True)
    ]


def _word(desk: Desk, stop: Stop, free: bool) -> tuple[str, str]:
    """How a place looks and its decision in a word; it may go only where nothing stops it everywhere."""
    if stop.goes and free:
        return "good", desk.say("may go")
    if stop.decision == "clear":
        return "bad", desk.say("not yet")
    return HOWS[stop.decision], desk.say(DECISIONS[stop.decision])
