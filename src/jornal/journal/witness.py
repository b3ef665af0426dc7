"""Heads that others keep on paper held against a book: what they prove, and which span nobody witnessed."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from jornal.journal import chain
from jornal.journal.entry import Entry, Head
from jornal.journal.faults import (
    HEAD_ELSEWHERE,
    HEAD_UNKNOWN,
    LOOK_AGAIN,
    MISTYPED,
    NOT_AS_PRINTED,
    TELL,
    Fault,
)
from jornal.journal.place import NoSuchBook
from jornal.journal.verify import entries


@dataclass(frozen=True)
class Witnessed:
    """How far printed heads prove a book: entries 1 to `through` are as they were when the paper was printed.

    `beyond` counts the entries that no paper given covers, recorded from `first` to `last` (times as the book has
    them, "" where there are none). `stood` holds the codes that came out again.
    """

    book: str
    through: int
    beyond: int
    first: str
    last: str
    stood: tuple[str, ...]
    faults: tuple[Fault, ...]


def witnessed(book: str, codes: Iterable[str]) -> Witnessed:
    """What the printed codes prove of a book. Each is looked for among its heads, then made again from the entries.

    Codes may be typed with spaces, small letters or look-alikes. Raises NoSuchBook.
    """
    if not Entry.objects.filter(book=book).exists():
        raise NoSuchBook(book)
    asked = list(dict.fromkeys(chain.read(code) for code in codes))
    places = {code: _places(book, code) for code in asked}
    digests = rehashed(book, {seq for some in places.values() for seq in some})
    through, stood, found = 0, [], []
    for code in asked:
        held = [seq for seq in places[code] if seq in digests and chain.code(digests[seq]) == code]
        if held:
            stood.append(code)
            through = max(through, *held)
        else:
            found.append(_fault(book, code, places[code]))
    first, last, beyond = _not_covered(book, through)
    return Witnessed(book, through, beyond, first, last, tuple(stood), tuple(found))


def book_of(code: str) -> str | None:
    """The book among whose heads a printed code is, so that nobody has to say of which book a paper is."""
    head = Head.objects.filter(code=chain.read(code)).order_by("book").first()
    return head.book if head else None


def rehashed(book: str, places: Collection[int]) -> dict[int, str]:
    """The digests of the chain at some places, made from the texts alone and not from stored digests."""
    found: dict[int, str] = {}
    if not places:
        return found
    digest, last = chain.first(book), max(places)
    for seq, _, text, _ in entries(book):
        if seq > last:
            break
        digest = chain.after(digest, text)
        if seq in places:
            found[seq] = digest
    return found


def _places(book: str, code: str) -> list[int]:
    return list(Head.objects.filter(book=book, code=code).order_by("seq").values_list("seq", flat=True))


def _fault(book: str, code: str, places: list[int]) -> Fault:
    shown = ("code", chain.shown(code))
    if len(code) != 10 or not set(code) <= set(chain.ALPHABET):
        return Fault(MISTYPED, LOOK_AGAIN, book, (shown,))
    if places:
        return Fault(NOT_AS_PRINTED, TELL, book, (shown,), places[-1])
    other = book_of(code)
    if other is not None:
        return Fault(HEAD_ELSEWHERE, LOOK_AGAIN, book, (shown, ("other", other)))
    return Fault(HEAD_UNKNOWN, LOOK_AGAIN, book, (shown,))


def _not_covered(book: str, through: int) -> tuple[str, str, int]:
    """When the first and the last entry after a place were recorded, and how many there are."""
    beyond = Entry.objects.filter(book=book, seq__gt=through)
    first, last = beyond.order_by("seq").first(), beyond.order_by("seq").last()
    if first is None or last is None:
        return "", "", 0
    return _time(first.body), _time(last.body), beyond.count()


def _time(text: str) -> str:
    try:
        return str(json.loads(text)["at"])
    except (ValueError, TypeError, KeyError):
        return ""
