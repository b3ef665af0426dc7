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
    NOT_MADE_AGAIN,
    RESTORE,
    TELL,
    TEXT_GONE,
    TWICE,
    Fault,
    add,
)
from jornal.journal.place import NoSuchBook, bears_signature, openings
from jornal.journal.putaway import CHECKPOINT, Away, digest_before, record_faults
from jornal.journal.walk import Walk, parsed

Row = tuple[int, str, str, str]

_PAGE = """
SELECT seq, kind, body, digest, id FROM jornal_entry
WHERE book = %s AND (seq, id) > (%s, %s) ORDER BY seq, id LIMIT 2000
"""
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Verified:
    """What is true of a book after its chain was followed from `since` to `last`, and what is not.

    `until` is the time of its last entry; `heads` is how many signed heads were held against the chain, `rows` how
    many entries were proved by their rows in the tables, because their texts were put away.
    """

    book: str
    since: int
    last: int
    digest: str
    epoch: int
    until: str
    heads: int
    rows: int
    faults: tuple[Fault, ...]


def entries(book: str, after: int = -(2**62)) -> Iterator[Row]:
    """The entries of a book in order, a page at a time: place, kind, text, digest.

    A text that was put away is made again from its row.
    """
    away = Away(book)
    yield from (row for row, _ in _placed(book, after, away))


def _placed(book: str, after: int, away: Away) -> Iterator[tuple[Row, bool]]:
    """The entries, and of each whether its text was made again."""
    last, before = (after, 2**62), ""
    while True:
        with connection.cursor() as cursor:
            cursor.execute(_PAGE, [book, *last])
            page = cursor.fetchall()
        for seq, kind, text, digest, _ in page:
            missing = text == ""
            if missing:
                text = away.text(seq, kind, before or digest_before(book, seq), digest)  # noqa: PLW2901
            before = digest
            yield (seq, kind, text, digest), missing
        if not page:
            return
        last = (page[-1][0], page[-1][4])


def checkpoint(book: str) -> Head | None:
    """The newest head of a month's close whose signature stands; None where there is none yet."""
    heads = Head.objects.filter(book=book, why=CHECKPOINT).order_by("-seq")
    return next((head for head in heads if bears_signature(head)), None)


def chain_faults(book: str, since: Head | None = None) -> Verified:
    """What is wrong with the chain of a book and its heads: from its start, or for the daily audit from a checkpoint.

    From its start every text is written out again and compared. Raises NoSuchBook.
    """
    heads = _heads(book, since)  # before the entries: what is recorded meanwhile is no fault
    walk = Walk(book, thorough=since is None)
    found: list[Fault] = record_faults(book)
    if since is not None:
        _begin_at(walk, since, found)
    elif not Entry.objects.filter(book=book).exists():
        raise NoSuchBook(book)
    met, rows, away = 0, 0, Away(book)
    try:
        for row, missing in _placed(book, walk.seq if since else -(2**62), away):
            seq, kind, text, _ = row
            if not (type(seq) is int and type(text) is str):
                found.append(Fault(MISPLACED, TELL, book, (), walk.seq + 1))
                continue
            rows += missing
            _step(walk, row, found, _gone(away, seq, kind) if missing else None)
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
    return Verified(book, start, walk.seq, walk.digest, walk.epoch, walk.at, met, rows, tuple(found))


def _gone(away: Away, seq: int, kind: str) -> str:
    return NOT_MADE_AGAIN if away.covers(seq, kind) else TEXT_GONE


def _step(walk: Walk, row: Row, found: list[Fault], missing: str | None) -> None:
    """Goes on to an entry. `missing` is what is wrong with one whose text had to be made again, if it is not right."""
    seq, kind, text, digest = row
    new = walk.step(seq, kind, text)
    gap, right = any(fault.key == GAP for fault in new), digest == walk.digest
    if missing and not right:  # what its row says now tells nothing of what was recorded
        new = [fault for fault in new if fault.key in (GAP, TWICE)]
    for fault in new:
        add(found, fault)
    if missing == TEXT_GONE or not (right or gap):  # after a gap no digest can come out
        add(found, Fault(missing or CHANGED, TELL, walk.book, (), seq))
    if right:
        return
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
    if not bears_signature(since, walk.public_key):
        found.append(_of_head(HEAD_UNSIGNED, since))


def _check_head(head: Head, walk: Walk, found: list[Fault]) -> None:
    if head.digest != walk.digest:
        found.append(_of_head(HEAD_OTHER, head))
    if not bears_signature(head, walk.public_key):
        found.append(_of_head(HEAD_UNSIGNED, head))


def _of_head(key: str, head: Head) -> Fault:
    return Fault(key, TELL, head.book, (("day", head.signed_at.date()),), head.seq)
