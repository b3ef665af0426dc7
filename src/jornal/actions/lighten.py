"""A register made lighter: texts of more than 24 months ago go into a sealed archive; rows, digests and heads stay."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.db import OperationalError, connection, transaction

from jornal.actions import backupkey
from jornal.actions.backup import place_of
from jornal.actions.closing import ROLES, own_books
from jornal.actions.copybook import Reading, written
from jornal.actions.office import Office, check
from jornal.actions.parcel import sealed
from jornal.journal import books, guard, node
from jornal.journal.entry import Head
from jornal.journal.faults import Fault
from jornal.journal.opening import TextsPutAway
from jornal.journal.place import bears_signature
from jornal.journal.putaway import CHECKPOINT, before_months, forms_of, may_go
from jornal.journal.verify import chain_faults

ARCHIVE = ".archive"
"""The ending of an archive. It is a backup as `restore` takes it, but none that is ever cleared away."""


class KeptWhole(ValueError):
    """A register that is never made lighter."""

    def __init__(self) -> None:
        super().__init__(
            "A register in PostgreSQL, as at headquarters, keeps every text. Nothing was put away."
        )


class NotSound(ValueError):
    """A book that does not stand, of which nothing may go."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"Nothing was put away. {fault}")


@dataclass(frozen=True)
class Cut:
    """A closed month's head of a book, and how many texts before it went into the archive."""

    head: Head
    texts: int


@dataclass(frozen=True)
class Lightened:
    """What was put away. `archive` is None where nothing new was; `before` and `after` are bytes of the file.

    `told` says why the file could not be made smaller, "" where it could.
    """

    cuts: tuple[Cut, ...]
    archive: Path | None
    before: int
    after: int
    told: str


def lighten(office: Office, home: Path, folder: Path) -> Lightened:
    """Puts away, in every book that this computer writes, the texts before the last month closed 24 months ago.

    In one step, after the archive was opened again and every book proved: a program that is cut off leaves the
    register as it was. Then the file is made as small as it can be. Raises NotYourRole, NotGranted, KeptWhole,
    NotSound, NoRecipient, NotReopened, GuardMissing and what the disk says; then no text is gone.
    """
    check(office, "Putting texts away", ROLES)
    if connection.vendor != "sqlite":
        raise KeptWhole
    file, at = home / "register.sqlite3", office.hand.now()
    before = file.stat().st_size
    heads = [head for book in own_books(office) if (head := _due(book, at)) is not None]
    _sound(heads)
    archive = _archived(home, folder, at) if any(not _recorded(head) for head in heads) else None
    with transaction.atomic():
        cuts = tuple(Cut(head, _emptied(head, archive, office)) for head in heads)
        _sound(heads)
    told = _smaller()
    return Lightened(cuts, archive, before, file.stat().st_size, told)


def _due(book: str, at: datetime) -> Head | None:
    """The last head of a month closed at least 24 months ago, where texts stand before it."""
    heads = Head.objects.filter(book=book, why=CHECKPOINT, signed_at__lte=before_months(at)).order_by("-seq")
    head = next((head for head in heads if bears_signature(head)), None)
    if head is None:
        return None
    return head if may_go(book, head.seq).exists() else None


def _sound(heads: Sequence[Head]) -> None:
    for head in heads:
        for fault in chain_faults(head.book).faults:
            raise NotSound(fault)


def _recorded(head: Head) -> bool:
    """Whether they were put away already, as where a backup brought them back."""
    return TextsPutAway.objects.filter(book=head.book, upto__gte=head.seq).exists()


def _emptied(head: Head, archive: Path | None, office: Office) -> int:
    if archive is not None and not _recorded(head):
        with archive.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        books.put_away(head, forms_of(head.book, head.seq), digest, office.hand)
    return guard.emptied(head.book, head.seq)


def _archived(home: Path, folder: Path, at: datetime) -> Path:
    own, recipient = node.kept(home), backupkey.kept(home)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"jornal-{place_of(own)}-{at.astimezone(UTC):%Y-%m-%dT%H%M%SZ}{ARCHIVE}"
    reading = Reading()
    return sealed(path, written(own, at), recipient, again=reading.take, sound=reading.whole)


def _smaller() -> str:
    """Gives the room back to the disk; why it could not, where another program reads or there is no room to do it."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, *_ = cursor.fetchone()
    except OperationalError as fault:
        return str(fault)
    return "another program is reading it" if busy else ""
