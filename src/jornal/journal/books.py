"""Books opened, heads signed: what a computer does with a book as a whole."""

from typing import Any

from django.db import connection, transaction

from jornal.journal import chain, guard
from jornal.journal.entry import Head
from jornal.journal.hand import Hand
from jornal.journal.opening import ClockSet, Opening, TextsPutAway
from jornal.journal.place import NoSuchBook, Place, found, locked, ours, signed_text, start, time
from jornal.journal.record import AlreadyRecorded, written
from jornal.units.parts import Part


def opened(book: str, reader: str, hand: Hand) -> Opening:
    """The first epoch of a new book, which this computer writes and `reader` reads. Raises AlreadyRecorded."""
    with transaction.atomic():
        locked(book)
        guard.check(connection)
        try:
            found(book)
        except NoSuchBook:
            return _open(start(book), reader, "new", hand)
        raise AlreadyRecorded(Part('the book "{book}"', book=book))


def next_epoch(book: str, cause: str, hand: Hand) -> Opening:
    """A new epoch of a book, which this computer writes from now on: after a restore, or on a new laptop."""
    with transaction.atomic():
        locked(book)
        guard.check(connection)
        place = found(book)
        reader = Opening.objects.filter(opened=book).latest("epoch").reader
        return _open(place, reader, cause, hand)


def _open(place: Place, reader: str, cause: str, hand: Hand) -> Opening:
    at = max(hand.now(), place.at or hand.now())
    (new,) = hand.ids(1, at)
    fact = Opening(
        id=new, root=new, book=place.book, seq=place.seq + 1, by=hand.by, role=hand.role, recorded_at=at,
        opened=place.book, epoch=place.epoch + 1, public_key=hand.node.public, reader=reader, after=place.digest,
        cause=cause,
    )  # fmt: skip
    place.epoch += 1
    written([fact], place)
    return fact


def clock_is_right(book: str, hand: Hand) -> ClockSet:
    """A person says that the computer's clock, which went back, is right now; recording goes on from it."""
    with transaction.atomic():
        locked(book)
        guard.check(connection)
        place = ours(book, hand)
        now = hand.now()
        (new,) = hand.ids(1, now)
        fact = ClockSet(
            id=new, root=new, book=book, seq=place.seq + 1, by=hand.by, role=hand.role, recorded_at=now,
            opened=book, last=place.at or now, set_at=now,
        )  # fmt: skip
        written([fact], place)
        return fact


def put_away(head: Head, forms: dict[str, Any], archive: str, hand: Hand) -> TextsPutAway:
    """The record that the texts before a closed month's head stand in an archive; they go by `guard.emptied`."""
    with transaction.atomic():
        locked(head.book)
        guard.check(connection)
        place = ours(head.book, hand)
        at = time(place, hand)
        (new,) = hand.ids(1, at)
        fact = TextsPutAway(
            id=new, root=new, book=head.book, seq=place.seq + 1, by=hand.by, role=hand.role, recorded_at=at,
            opened=head.book, upto=head.seq, digest=head.digest, forms=forms, archive=archive,
        )  # fmt: skip
        written([fact], place)
        return fact


def signed(book: str, why: str, hand: Hand) -> Head:
    """The head of a book as it stands, signed by this computer; the same place and reason give the same head again."""
    with transaction.atomic():
        locked(book)
        guard.check(connection)
        place = ours(book, hand)
        head = Head.objects.filter(book=book, seq=place.seq, why=why).first()
        if head is None:
            at = hand.now()
            text = signed_text(book, place.seq, place.digest, why, at)
            head = Head.objects.create(
                book=book, seq=place.seq, digest=place.digest, code=chain.code(place.digest), why=why, signed_at=at,
                signature=hand.node.sign(text),
            )  # fmt: skip
        return head
