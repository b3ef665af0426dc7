"""What can be recorded of one worker: for each verb its words, its fields and what becomes of it, as data."""

from collections.abc import Mapping
from typing import NamedTuple

from jornal.actions.correcting import AT_A_SITE
from jornal.actions.verbs import VERBS
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked

OFFER, ABOUT, WORK, DAY, PAY, LEAVING = (
    "Offer and consent",
    "About her",
    "Her work",
    "Her days",
    "Her pay",
    "Leaving and moving",
)
GROUPS = (OFFER, ABOUT, WORK, DAY, PAY, LEAVING)
"""The heads under which a person's page lists what can be recorded."""


class Deed(NamedTuple):
    """One thing to record of a worker: the key of its title, what the next page says of it, its group, its fields.

    `choices` names the source of a field's choices (see `choices`). `who` is the field that holds the worker. What
    cannot be undone is shown once more before it is recorded (`check`). `sealed` needs the names open. With
    `corrects` it is the next version of her last fact of that kind, and the fields are its columns with the reason;
    those of `anew` are never what stood there.
    """

    title: str
    done: str
    group: str
    asked: tuple[Asked, ...]
    choices: Mapping[str, str] = {}
    hint: str = ""
    who: str = "worker"
    check: bool = False
    sealed: bool = False
    corrects: str = ""
    anew: tuple[str, ...] = ()


def roles_of(verb: str) -> tuple[str, ...]:
    """The roles that do a verb, or correct a worker's facts where it is no verb."""
    return VERBS[verb].roles if verb in VERBS else AT_A_SITE


def kept(desk: Desk) -> dict[str, object]:
    """The list from which somebody came to a worker's pages, for the query of the addresses there."""
    query = desk.request.GET.get("list", "")
    return {"list": query} if query else {}


DAY_OF = Asked("day", "Day", "", "day", (), wanted=True)
SINCE = Asked("since", "Since", "", "day", (), wanted=True)
COURSE = Asked("course", "Course", "A short name, such as looms.", "text", (), True)
LENGTH = "Hours such as 5:30, or minutes such as 330."
MINUTES = Asked("minutes", "How long", LENGTH, "minutes", (), wanted=True)
SCAN = "A scan or photo of it. Its digest is recorded, which proves what it said; the file is kept nowhere."
ONE_A_LINE = "One a line, as needles: 3."
SHORT = "Empty: made of the name. Small letters, digits and dashes."
MONTH = Asked("month", "Month", "", "select", (), wanted=True)
WHY = Asked("why", "Reason", "It stays with the correction.", "text", (), wanted=True)
