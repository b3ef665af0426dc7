"""A picture sent with a form: kept as it is read, and named by a ticket of its own when the form comes once more."""

from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat

from jornal.actions import filed
from jornal.pages.desk import Desk

SALT = "jornal.picture"
LASTS = 12 * 60 * 60
"""Seconds for which a form may come once more without its file being chosen again."""


class Sent(NamedTuple):
    """A picture that a form brought: the ticket that stands for it in the form, its name, and what a record holds."""

    ticket: str
    name: str
    kept: filed.Kept

    @property
    def label(self) -> str:
        """What it is called on the form: its name and its size."""
        return f"{self.name} · {filesizeformat(self.kept.size)}"


def sent(desk: Desk, name: str) -> Sent | None:
    """The picture of a field: the file that was sent now, else the one that this person sent with the form before.

    None where there is none. Raises NotAPicture and TooLarge, which say what to send instead.
    """
    file = desk.request.FILES.get(name)
    if isinstance(file, UploadedFile):
        called = Path(file.name or "").name
        kept = filed.keep(Path(settings.HOME), file.read(filed.MOST_READ), called)
        return Sent(_signer(desk).sign_object([kept.digest, called]), called, kept)
    tickets = desk.request.POST.getlist(name)  # a browser sends "" after it for the file that nobody chose
    return _before(desk, next(filter(None, tickets), ""))


def of_ticket(desk: Desk, ticket: str) -> filed.Kept | None:
    """What is kept of the picture that a ticket stands for; None where it stands for none, or for another person's."""
    found = _before(desk, ticket)
    return found.kept if found else None


def _before(desk: Desk, ticket: str) -> Sent | None:
    """Whose name is not on a ticket gets no picture by it: what is kept belongs to what was recorded of it."""
    try:
        digest, called = _signer(desk).unsign_object(ticket, max_age=LASTS)
    except signing.BadSignature:
        return None
    kept = filed.kept(Path(settings.HOME), digest)
    return Sent(ticket, called, kept) if kept else None


def _signer(desk: Desk) -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=f"{SALT}.{desk.who}")
