"""What an audit finds wrong, as values: what it means, and what to do next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

GAP = "Book {book}, entry {places}: missing. Somebody removed it."
TWICE = "Book {book}, entry {places}: there are two of them. Somebody added one beside the journal."
CHANGED = (
    "Book {book}, entry {places}: its text or its place was changed after it was recorded. "
    "All that stands after it rests on what it was."
)
UNREADABLE = "Book {book}, entry {places}: its text is not one that jornal writes."
MISPLACED = "Book {book}, entry {places}: its text says another book, place or kind than its row."
WRONG_EPOCH = (
    "Book {book}, entry {places}: written in epoch {said} while epoch {epoch} was open, as by an old copy."
)
WENT_BACK = "Book {book}, entry {places}: recorded at {at}, before the entry it follows, and nobody had set the clock."
NO_OPENING = "Book {book}, entry {places}: the book does not begin with its opening."
BAD_OPENING = (
    "Book {book}, entry {places}: it opens an epoch that does not follow from what stands before it."
)
NOT_ITS_VERSION = "Book {book}, entry {places}: {what} corrects a version that is not one of its own."
HEAD_AHEAD = "Book {book}: a head was signed at entry {seq} on {day}, but that entry is gone."
HEAD_OTHER = (
    "Book {book}: the head signed at entry {seq} on {day} is of other entries. What stands up to there was "
    "rewritten after it was signed."
)
HEAD_UNSIGNED = (
    "Book {book}: the head at entry {seq} of {day} does not bear the signature of the computer that wrote it."
)
TEXT_GONE = "Book {book}, entry {places}: its text is gone, and no record says that it was put away."
NOT_MADE_AGAIN = (
    "Book {book}, entry {places}: its text was put away, and its row no longer gives what was recorded. The row was "
    "changed or removed; the archive holds the text."
)
PUT_AWAY_WRONGLY = "Book {book}, entry {places}: it says that texts before it were put away, but {told}."
DAMAGED = "Book {book}: the database cannot be read after entry {seq} ({told})."
DAMAGED_TABLE = "The table of {kind} cannot be read ({told})."

MISTYPED = "Head {code}: a head has ten letters and figures."
HEAD_UNKNOWN = (
    "Head {code}: book {book} holds no such head. Either the book was rewritten before that paper was printed, or "
    "the head was removed, or the paper is of another book."
)
HEAD_ELSEWHERE = "Head {code}: it is not of book {book} but of book {other}."
NOT_AS_PRINTED = (
    "Head {code}: the entries of book {book} up to {seq} do not give what is printed. They were rewritten after "
    "that paper was printed."
)

NO_ROW = "Book {book}, entry {places}: {what} is recorded, but its row is gone from the tables."
NO_ENTRY = "Book {book}: {what} stands in the tables at place {seq}, but was never recorded."
OTHER_VALUE = "Book {book}, entry {places}: {what} says {stands} for {column}, but {recorded} was recorded."
NOT_REPLAYED = "Book {book}, entry {places}: {what} cannot be entered again ({told})."
UNKNOWN_KIND = 'Book {book}, entry {places}: this release knows no record "{kind}" of version {version}.'
COUNT = "Book {book}: {entries} entries are of {kind}, but the tables hold {rows}."

TELL = (
    "Record nothing more in this book. Keep the register as it is, make a copy of it, and tell headquarters: its copy "
    "and the printed heads show what stood there."
)
FULL = "Run the full audit; it names each row."
RESTORE = "Put back the newest backup on another disk, and tell headquarters."
LOOK_AGAIN = "Compare the letters with the paper. If they are right, tell headquarters and keep the paper."
NEWER = "Install a newer jornal, then audit again."


@dataclass(frozen=True)
class Fault:
    """One thing that an audit found: a sentence, the next step, and the facts that fill both.

    `seq` to `until` are the entries it is about, where it is about entries.
    """

    key: str
    then: str
    book: str
    facts: tuple[tuple[str, Any], ...] = ()
    seq: int | None = None
    until: int | None = None

    @property
    def named(self) -> dict[str, Any]:
        """What fills the sentence: the facts, the book, and the entries as "7" or "7–9"."""
        if self.seq is None:
            places = ""
        elif self.until in (None, self.seq):
            places = str(self.seq)
        else:
            places = f"{self.seq}–{self.until}"
        return {"book": self.book, "seq": self.seq, "places": places, **dict(self.facts)}

    def __str__(self) -> str:
        return f"{self.key} {self.then}".format(**self.named)


def joined(faults: Iterable[Fault]) -> list[Fault]:
    """The faults, those of one kind at entries that follow each other as one."""
    found: list[Fault] = []
    for fault in faults:
        add(found, fault)
    return found


def add(found: list[Fault], fault: Fault) -> None:
    """Adds a fault to a list, or makes the last one longer where it goes on."""
    last = found[-1] if found else None
    if (
        last is not None
        and fault.seq is not None
        and last.seq is not None
        and (last.key, last.book, last.facts) == (fault.key, fault.book, fault.facts)
        and fault.seq == (last.until or last.seq) + 1
    ):
        found[-1] = replace(last, until=fault.until or fault.seq)
    else:
        found.append(fault)
