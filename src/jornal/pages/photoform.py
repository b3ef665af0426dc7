"""The photo of a question: its form, and what is kept of one that was sent, or the form again as it was filled in."""

from jornal.actions.photos import Attached, who_may_be_shown
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.pages import forms, uploads
from jornal.pages.desk import Desk
from jornal.pages.forms import MOST_TICKED, Asked, Form
from jornal.pages.whochoices import at_work

VERB = "attach-photo"
PICTURE = "PNG, JPEG or WebP, at most 10 MB. Where and when it was taken is left out."
WHO = {"none": "Nobody is in it", "consented": "Workers who consent to be shown"}
ASKED = (
    Asked("photo", "Photo", PICTURE, "file", (), True),
    Asked("people", "Who is in it", "", "choice", (), True),
    Asked("workers", "Which of them", "Nothing where nobody is in it.", "several"),
    Asked("says", "What it shows"),
)
NOT_ASKED = "{name} (no consent to be shown)"
UNREAD = "0" * 64
"""Stands for the digest of the picture until it is read."""


def blank(desk: Desk) -> Form:
    """The form that nobody touched: nobody is in the photo."""
    return forms.blank(desk, _asked(desk), {"people": "none"})


def read(desk: Desk, question: str) -> tuple[dict[str, str] | None, Form]:
    """The row of the verb, with what is kept of the picture; None for it where a field cannot be read.

    The form that comes with it holds everything that was typed, and the picture.
    """
    told, form = forms.read(
        desk, _asked(desk), Attached, {"question": question, "file_digest": UNREAD}
    )  # fmt: skip
    kept = uploads.of_ticket(desk, told.pop("photo", "")) if told else None
    return ({**told, "file_digest": kept.digest} if told and kept else None), form


def attach(desk: Desk, row: dict[str, str], roles: tuple[str, ...]) -> None:
    """Records the photo. Raises what attach-photo raises."""
    done(VERB, VERBS[VERB], desk.office(roles), [row])


def _asked(desk: Desk) -> list[Asked]:
    offered = {"people": [(value, desk.say(label)) for value, label in WHO.items()], "workers": _who(desk)}
    return [one.offering(offered[one.name]) if one.name in offered else one for one in ASKED]


def _who(desk: Desk) -> list[tuple[str, str]]:
    """Those at work here, by name where names are open; of many only those who consent; and whoever was sent."""
    there = [(one.value, one.label) for one in at_work(desk)]
    may = who_may_be_shown([worker for worker, _ in there], desk.day)
    named = [(worker, name if worker in may else desk.say(NOT_ASKED, name=name)) for worker, name in there]
    if len(named) > MOST_TICKED:
        named = [one for one in named if one[0] in may]
    known = {worker for worker, _ in named}
    return named + [(one, one) for one in desk.request.POST.getlist("workers") if one and one not in known]
