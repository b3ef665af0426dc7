"""Where the register stands, at a glance: books, guards, names, clock, last backup; for the page and for the screen."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.db import connection

from jornal.facts.organisation import Enterprise, Site
from jornal.journal import chain, guard, node, place
from jornal.journal.entry import Entry, Head
from jornal.journal.vaultfile import NAME

BACKUPS = "backups"
"""The folder of JORNAL_HOME where backups lie unless another is named."""


@dataclass(frozen=True)
class Book:
    """A book: how many entries it has, the code of its head, its last entry; `ours` where this computer writes it."""

    book: str
    entries: int
    code: str
    last: datetime | None
    signed: datetime | None
    ours: bool


@dataclass(frozen=True)
class Standing:
    """Everything at a glance. `guards` is empty where all stand, else what is wrong.

    `clock` is None, or the time of the last record where the clock went back behind it. `names` is whether there is a
    vault here at all; a page never has it open.
    """

    label: str
    language: str
    country: str
    books: tuple[Book, ...]
    backup: datetime | None
    guards: str
    names: bool
    clock: datetime | None


def standing(home: Path, now: datetime) -> Standing:
    """How it stands now. Raises NoNode where there is no register."""
    own = node.kept(home)
    books = tuple(_book(name, own.public) for name in place.books())
    site = Site.objects.current().filter(site__in=[book.book for book in books if book.ours]).first()
    enterprise = Enterprise.objects.current().first()
    last = max((book.last for book in books if book.ours and book.last), default=now)
    return Standing(
        label=site.label if site else enterprise.label if enterprise else "",
        language=next(iter(languages(site)), "en"),
        country=site.jurisdiction if site else "",
        books=books,
        backup=_backup(home / BACKUPS),
        guards=_guards(),
        names=(home / NAME).is_file(),
        clock=last if last - now > place.DRIFT else None,
    )


def entries_since(book: str, at: datetime | None) -> int:
    """How many entries of a book were recorded after an instant; all of them where it is None.

    Times in a book never go back, so the place is found by halving, in some twenty looks.
    """
    first, after = 0, place.found(book).seq
    whole = after
    while at is not None and first < after:
        middle = (first + after + 1) // 2
        body = Entry.objects.values_list("body", flat=True).get(book=book, seq=middle)
        if datetime.fromisoformat(json.loads(body)["at"]) <= at:
            first = middle
        else:
            after = middle - 1
    return whole - first


def languages(site: Site | None) -> list[str]:
    """The languages of a site, the first one first; none where nothing is said."""
    said = site.languages if site else []
    return list(said.get("languages", ())) if isinstance(said, dict) else list(said)


def _book(name: str, public: str) -> Book:
    found = place.found(name)
    head = Head.objects.filter(book=name).order_by("-seq", "-signed_at").first()
    signed = head.signed_at if head else None
    return Book(name, found.seq, chain.code(found.digest), found.at, signed, found.public_key == public)


def _guards() -> str:
    try:
        guard.check(connection)
    except guard.GuardMissing as fault:
        return str(fault)
    return ""


def _backup(folder: Path) -> datetime | None:
    made = [path.stat().st_mtime for path in folder.glob("*.backup")]
    return datetime.fromtimestamp(max(made), UTC) if made else None
