"""Where a book stands: its last entry, the epoch it is in, and who may write it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

from jornal.journal import chain
from jornal.journal.canon import instant
from jornal.journal.entry import Entry, Head
from jornal.journal.hand import Hand
from jornal.journal.node import stands
from jornal.journal.opening import Opening
from jornal.units.said import Said

DRIFT = timedelta(minutes=10)
"""How far a clock may be put back without anybody being asked."""


class NoSuchBook(Said):
    """A book that was never opened here."""

    def __init__(self, book: str) -> None:
        super().__init__(
            'There is no book "{book}" here. `jornal status` lists those there are.',
            book=book,
        )


class NotTheAuthor(Said):
    """A book that another computer writes."""

    def __init__(self, book: str) -> None:
        super().__init__(
            'The book "{book}" is written on another computer; here it can only be read. Record what '
            "is wrong with it as a finding, and its site corrects it.",
            book=book,
        )


class ClockWentBack(Said):
    """A clock that says an earlier time than what is recorded already."""

    def __init__(self, now: datetime, last: datetime) -> None:
        super().__init__(
            "The computer's clock says {now} UTC, but the last record is of {last}. "
            "Set the clock; if it is right now, say so with `jornal do clock-is-right`.",
            now=f"{now:%Y-%m-%d %H:%M}",
            last=f"{last:%Y-%m-%d %H:%M}",
        )


@dataclass
class Place:
    """The end of a book."""

    book: str
    seq: int
    digest: str
    epoch: int
    public_key: str
    at: datetime | None


def locked(book: str) -> None:
    """Holds the book until the transaction ends; on SQLite the transaction itself does."""
    if connection.vendor == "postgresql":
        number = int.from_bytes(hashlib.sha256(book.encode()).digest()[:8], "big", signed=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def found(book: str) -> Place:
    """Where a book stands. Raises NoSuchBook."""
    with connection.cursor() as cursor:
        cursor.execute(_END, [book, book])
        row = cursor.fetchone()
    if row is None or row[2] is None:
        raise NoSuchBook(book)
    seq, digest, epoch, key, body = row
    at = body[7:31] if body.startswith('{"at":"') else ""
    return Place(book, seq, digest, epoch, key, datetime.fromisoformat(at) if at else None)


_END = """
SELECT e.seq, e.digest, o.epoch, o.public_key, e.body
FROM jornal_entry e LEFT JOIN jornal_opening o
  ON o.id = (SELECT id FROM jornal_opening WHERE opened = %s ORDER BY epoch DESC LIMIT 1)
WHERE e.book = %s ORDER BY e.seq DESC LIMIT 1
"""


def ends() -> tuple[str, ...]:
    """The digests at which the books end that are kept here: others as soon as anything is recorded or received."""
    with connection.cursor() as cursor:
        cursor.execute(_ENDS)
        return tuple(digest or "" for (digest,) in cursor.fetchall())


_ENDS = """
SELECT (SELECT digest FROM jornal_entry WHERE book = o.opened ORDER BY seq DESC LIMIT 1)
FROM (SELECT DISTINCT opened FROM jornal_opening) o ORDER BY o.opened
"""


def start(book: str) -> Place:
    """The place before the first entry of a book."""
    return Place(book, 0, chain.first(book), 0, "", None)


def ours(book: str, hand: Hand) -> Place:
    """Where a book stands that this computer writes. Raises NoSuchBook, NotTheAuthor."""
    place = found(book)
    if place.public_key != hand.node.public:
        raise NotTheAuthor(book)
    return place


def time(place: Place, hand: Hand) -> datetime:
    """The time to record, never before the last entry's. Raises ClockWentBack beyond a few minutes."""
    now = hand.now()
    if place.at is None or now >= place.at:
        return now
    if place.at - now > DRIFT:
        raise ClockWentBack(now, place.at)
    return place.at


def openings(book: str) -> list[Opening]:
    """The epochs of a book, the first one first."""
    return list(Opening.objects.filter(opened=book).order_by("epoch"))


def books() -> list[str]:
    """Every book that is kept here."""
    return sorted(Entry.objects.values_list("book", flat=True).distinct())


def signed_text(book: str, seq: int, digest: str, why: str, at: datetime) -> str:
    """What the signature of a head is of."""
    return f"jornal head {book} {seq} {digest} {why} {instant(at)}"


def bears_signature(head: Head, key: str | None = None) -> bool:
    """Whether a head is signed with a key, or where none is given by the computer that wrote its book there."""
    if key is None:
        before = (one.public_key for one in reversed(openings(head.book)) if one.seq <= head.seq)
        key = next(before, "")
    text = signed_text(head.book, head.seq, head.digest, head.why, head.signed_at)
    return stands(key, text, head.signature)
