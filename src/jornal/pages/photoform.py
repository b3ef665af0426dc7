"""The photo of a question: its form, and what is kept of one that was sent, or the form again as it was filled in."""

from jornal.actions.photos import Attached
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.pages import forms, uploads
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Form

VERB = "attach-photo"
PICTURE = "PNG, JPEG or WebP, at most 10 MB. Where and when it was taken is left out."
WHO = {"none": "Nobody is in it", "consented": "Workers who consent to be shown"}
ASKED = (
    Asked("photo", "Photo", PICTURE, "file", (), True),
    Asked("people", "Who is in it", "", "choice", (), True),
    Asked("workers", "Their codes"),
    Asked("says", "What it shows"),
)
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
    who = [(value, desk.say(label)) for value, label in WHO.items()]
    return [one.offering(who) if one.name == "people" else one for one in ASKED]
