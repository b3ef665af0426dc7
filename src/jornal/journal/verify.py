"""A chain held against itself: every place, digest, epoch, time and signed head; from its start or a checkpoint."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain as after_each_other

from django.db import DatabaseError, connection

from jornal.journal.entry import Entry, Head
from jornal.journal.faults import (
    CHANGED,
    DAMAGED,
    GAP,
    HEAD_AHEAD,
    HEAD_OTHER,
    HEAD_UNSIGNED,
    MISPLACED,
    RESTORE,
    TELL,
    Fault,
    add,
)
from jornal.journal.node import stands
from jornal.journal.place import NoSuchBook, openings, signed_text
from jornal.journal.walk import Walk, parsed

Row = tuple[int, str, str, str]
CHECKPOINT = "month"
"""The reason of the heads from which a daily audit may start: the close of a month."""

_PAGE = """
SELECT seq, kind, body, digest, id FROM jornal_entry
WHERE book = %s AND (seq, id) > (%s, %s) ORDER BY seq, id LIMIT 2000
"""
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Verified:
    """What is true of a book after its chain was followed from `since` to `last`, and what is not.

    `until` is the time of its last entry; `heads` is how many signed heads were held against the chain.
    """

    book: str
    since: int
    last: int
    digest: str
    epoch: int
    until: str
    heads: int
    faults: tuple[Fault, ...]


def entries(book: str, after: int = -(2**62)) -> Iterator[Row]:
    """The entries of a book in order, a page at a time: place, kind, text, digest."""
    last = (after, 2**62)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(_PAGE, [book, *last])
            page = cursor.fetchall()
        yield from (row[:4] for row in page)
        if not page:
            return
        last = (page[-1][0], page[-1][4])


def checkpoint(book: str) -> Head | None:
    """The newest head of a month's close whose signature stands; None where there is none yet."""
    heads = Head.objects.filter(book=book, why=CHECKPOINT).order_by("-seq")
    return next((head for head in heads if _bears_signature(head, _key_at(book, head.seq))), None)


def chain_faults(book: str, since: Head | None = None) -> Verified:
    """What is wrong with the chain of a book and its heads: from its start, or for the daily audit from a checkpoint.

    From its start every text is written out again and compared. Raises NoSuchBook.
    """
    heads = _heads(book, since)  # before the entries: what is recorded meanwhile is no fault
    walk = Walk(book, thorough=since is None)
    found: list[Fault] = []
    if since is not None:
        _begin_at(walk, since, found)
    elif not Entry.objects.filter(book=book).exists():
        raise NoSuchBook(book)
    met = 0
    try:
        for seq, kind, text, digest in entries(book, walk.seq if since else -(2**62)):
            if not (type(seq) is int and type(text) is str):
                found.append(Fault(MISPLACED, TELL, book, (), walk.seq + 1))
                continue
            _step(walk, (seq, kind, text, digest), found)
            for head in heads.pop(seq, ()):
                met += 1
                _check_head(head, walk, found)
    except DatabaseError as fault:
        told = ("told", str(fault).strip())
        found.append(Fault(DAMAGED, RESTORE, book, (told,), walk.seq))
    for head in after_each_other.from_iterable(heads.values()):
        met += 1
        found.append(_of_head(HEAD_AHEAD, head))
    start = since.seq if since else 0
    return Verified(book, start, walk.seq, walk.digest, walk.epoch, walk.at, met, tuple(found))


def _step(walk: Walk, row: Row, found: list[Fault]) -> None:
    seq, kind, text, digest = row
    new = walk.step(seq, kind, text)
    for fault in new:
        add(found, fault)
    if digest == walk.digest:
        return
    if not any(fault.key == GAP for fault in new):  # after a gap no digest can come out
        add(found, Fault(CHANGED, TELL, walk.book, (), seq))
    if _DIGEST.fullmatch(str(digest)):
        walk.digest = digest


def _heads(book: str, since: Head | None) -> dict[int, list[Head]]:
    found: dict[int, list[Head]] = {}
    for head in Head.objects.filter(book=book, seq__gt=since.seq if since else -(2**62)).order_by("seq"):
        found.setdefault(head.seq, []).append(head)
    return found


def _begin_at(walk: Walk, since: Head, found: list[Fault]) -> None:
    """Puts a walk where a checkpoint stands, and holds the entry there and the checkpoint against each other."""
    before = [one for one in openings(walk.book) if one.seq <= since.seq]
    entry = Entry.objects.filter(book=walk.book, seq=since.seq).first()
    body = parsed(entry.body) if entry else None
    walk.seq, walk.digest, walk.at = since.seq, since.digest, body["at"] if body else ""
    walk.epoch, walk.public_key = (before[-1].epoch, before[-1].public_key) if before else (0, "")
    if entry is None:
        found.append(_of_head(HEAD_AHEAD, since))
    elif entry.digest != since.digest:
        found.append(_of_head(HEAD_OTHER, since))
    if not _bears_signature(since, walk.public_key):
        found.append(_of_head(HEAD_UNSIGNED, since))


def _check_head(head: Head, walk: Walk, found: list[Fault]) -> None:
    if head.digest != walk.digest:
        found.append(_of_head(HEAD_OTHER, head))
    if not _bears_signature(head, walk.public_key):
        found.append(_of_head(HEAD_UNSIGNED, head))


def _bears_signature(head: Head, key: str) -> bool:
    text = signed_text(head.book, head.seq, head.digest, head.why, head.signed_at)
    return stands(key, text, head.signature)


def _key_at(book: str, seq: int) -> str:
    return next((one.public_key for one in reversed(openings(book)) if one.seq <= seq), "")


def _of_head(key: str, head: Head) -> Fault:
    return Fault(key, TELL, head.book, (("day", head.signed_at.date()),), head.seq)
