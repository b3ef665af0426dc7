"""Photos to a question: kept by their digest, with nobody in them, or those who consent to be shown."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from pydantic import AfterValidator, Field

from jornal.actions import filed
from jornal.actions.dialogue import ROLES, book_of, still_open
from jornal.actions.given import Token, known_here, on
from jornal.actions.inopen import in_the_open
from jornal.actions.office import Office
from jornal.actions.training import Codes
from jornal.actions.verb import Row, Verb
from jornal.facts.dialogue import Photo
from jornal.facts.people import Consent, ConsentWithdrawn
from jornal.journal.fact import Fact
from jornal.units.parts import Part
from jornal.units.said import Said

SCOPES = ("", "dialogue")
"""Consents to be shown that reach a photo of the dialogue: to all of it, or to this alone."""


class NotKept(Said):
    """A photo whose file is not kept here as it is said."""

    def __init__(self, digest: str) -> None:
        super().__init__(
            "No picture {digest} is kept here. Attach its file with `jornal attach`, which checks it and leaves out "
            "where it was taken.",
            digest=digest[:10],
        )


class WhoIsInIt(Said):
    """A photo that shows people without saying whom, or somebody who does not consent to it."""

    def __init__(self, why: str) -> None:
        super().__init__("The photo was not recorded: {why}.", why=why)


def _digest(text: str) -> str:
    if not re.fullmatch("[0-9a-f]{64}", text.lower()):
        raise Said("write the 64 hexadecimal characters of the file's SHA-256 digest")
    return text.lower()


class Attached(Row):
    """A photo to a question, by the digest of its file as it is kept here.

    `people` says that nobody is in it, or that those in `workers` are, each of whom consents to be shown in pictures.
    """

    question: Token
    file_digest: Annotated[str, AfterValidator(_digest)]
    people: Literal["none", "consented"]
    workers: Codes = Field(default_factory=list)
    says: Annotated[str, Field(max_length=300)] = ""
    day: date | None = None


def attach(office: Office, rows: Sequence[Attached]) -> list[Fact]:
    """The photos, as recorded; the same picture again to a question changes nothing.

    Raises NotKept, WhoIsInIt, NotAsked, NoLongerOpen, NotKnownHere, NotYet, ListedTerm, NamesSomebody.
    """
    found: list[Fact] = []
    with transaction.atomic():
        for row in rows:
            found += office.put([_photo(office, row)], book_of(office))
    return found


def may_be_shown(worker: str, day: date) -> bool:
    """Whether her consent to be shown in such pictures stands on a day; one to the press alone does not reach them."""
    return worker in who_may_be_shown([worker], day)


def who_may_be_shown(workers: Collection[str], day: date) -> set[str]:
    """Of some workers those whose consent to be shown in such pictures stands on a day; two queries for all."""
    rows = Consent.objects.current().filter(worker__in=list(workers), purpose="image", given_on__lte=day)
    last = {one.worker: one for one in rows.filter(scope__in=SCOPES).order_by("given_on", "number")}
    roots = [one.root for one in last.values()]
    back = set(ConsentWithdrawn.objects.current().filter(consent__in=roots).values_list("consent", flat=True))
    return {
        worker for worker, one in last.items()
        if one.root not in back and (one.expires_on is None or day < one.expires_on)
    }  # fmt: skip


def shown(photo: Photo, day: date) -> bool:
    """Whether a photo may be shown on a day: nobody is in it, or everybody in it consents still."""
    return all(may_be_shown(worker, day) for worker in photo.workers)


def _photo(office: Office, row: Attached) -> Photo:
    still_open(office, row.question)
    file = filed.kept(Path(settings.HOME), row.file_digest)
    if file is None:
        raise NotKept(row.file_digest)
    day = on(office, row.day)
    if (row.people == "consented") != bool(row.workers):
        raise WhoIsInIt(
            Part("say that nobody is in it (people=none), or who is (people=consented, workers=…)")
        )
    known_here(office, row.workers)
    for worker in row.workers:
        if not may_be_shown(worker, day):
            raise WhoIsInIt(
                Part("{worker} has no consent to be shown in pictures that stands. Take one without her", worker=worker)
            )  # fmt: skip
    key = {"site": office.site, "question": row.question}
    mine = Photo.objects.filter(**key, corrects__isnull=True)
    same = mine.filter(file_digest=file.digest, book=office.book(book_of(office))).first()
    last = mine.aggregate(last=Max("number"))["last"] or 0
    return Photo(
        **key, **file.row(), number=same.number if same else last + 1, day=day, staff=office.hand.by,
        people=row.people, workers=sorted(set(row.workers)), says=in_the_open(row.says, Part("What is said of it")),
    )  # fmt: skip


VERBS: dict[str, Verb] = {
    "attach-photo": Verb(
        Attached, attach, ROLES, "Record a photo to a question; `jornal attach` keeps its file."
    ),
}
