"""Registers for the tests of the journal: a book with some days of work, a correction and a void, and signed heads."""

import shutil
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from databases import Database, fresh, used
from hands import BEGIN, HEADQUARTERS, LAPTOP, hand
from jornal.facts.attendance import Shift
from jornal.journal import books, chain
from jornal.journal.entry import Entry, Head
from jornal.journal.hand import Hand
from jornal.journal.node import Node
from jornal.journal.place import signed_text
from jornal.journal.receive import receive
from jornal.journal.record import corrected, record, voided

FIRST = date(2026, 10, 1)


def shift(worker: str = "QC01", day: int = 0, **more: object) -> Shift:
    said = {
        "worker": worker,
        "day": FIRST + timedelta(day),
        "number": 1,
        "site": "cusco",
        "what": "work",
        "minutes": 300,
    }
    return Shift(**{**said, **more})


def worked(by: Hand, days: int = 3, book: str = "cusco", since: int = 0) -> list[Head]:
    """Days of two workers in a book, each closed with a head; gives the heads."""
    heads = []
    for day in range(since, since + days):
        record([shift("QC01", day), shift("QC02", day)], book, by)
        heads.append(books.signed(book, "day", by))
    return heads


def register(book: str = "cusco") -> list[Head]:
    """A book of ten entries: its opening, three days of two workers, a correction, a void and what came after it."""
    by = hand()
    books.opened(book, "hq", by)
    heads = worked(by, book=book)
    first, second = Shift.objects.filter(book=book).order_by("seq")[:2]
    record([corrected(first, "she left at noon", minutes=240)], book, by)
    (gone,) = record([voided(second, "it was another worker")], book, by)
    record([corrected(gone, "it was her after all", minutes=120)], book, by)
    heads.append(books.signed(book, "month", by))
    return heads


Delivery = tuple[list[tuple[int, str]], list[Head]]


class Computer:
    """A computer with a register of its own, whose books can be delivered to others."""

    def __init__(self, home: Path, node: Node = LAPTOP, begin: datetime = BEGIN) -> None:
        self.home, self.hand = home, hand(node=node, begin=begin)

    @classmethod
    def new(cls, home: Path, **more: Any) -> "Computer":
        """A computer with an empty register."""
        with fresh("sqlite", home):
            return cls(home, **more)

    def copied(self, home: Path, **more: Any) -> "Computer":
        """What an image of its disk, taken now, will be where somebody puts it back."""
        shutil.copytree(self.home, home)
        return Computer(home, **more)

    def used(self) -> AbstractContextManager[Database]:
        """While somebody works on it."""
        return used(Database("sqlite", self.home))

    def delivery(self, book: str = "cusco", since: int = 0) -> Delivery:
        """Every entry of a book after a place, and every head from there on, as rows that are saved nowhere."""
        with self.used():
            rows = Entry.objects.filter(book=book, seq__gt=since).order_by("seq").values_list("seq", "body")
            heads = [
                Head(
                    book=head.book, seq=head.seq, digest=head.digest, code=head.code, why=head.why,
                    signed_at=head.signed_at, signature=head.signature,
                )
                for head in Head.objects.filter(book=book, seq__gt=since).order_by("seq")
            ]  # fmt: skip
            return list(rows), heads

    def days(self, number: int = 1, since: int = 10) -> Delivery:
        """More days of work on it, and everything it has then."""
        with self.used():
            worked(self.hand, number, since=since)
        return self.delivery()


def take(delivery: Delivery, **more: str) -> int:
    """Takes in at headquarters what a site delivered."""
    return receive("cusco", *delivery, ours=HEADQUARTERS.public, **more)


def held() -> int:
    """How many entries of Cusco's book stand here."""
    return Entry.objects.filter(book="cusco").count()


def tampered(delivery: Delivery, seq: int, text: str) -> Delivery:
    """The delivery with another text at a place, and its heads made anew and signed with the laptop's own key."""
    entries = [(place, text if place == seq else body) for place, body in delivery[0]]
    digest, heads = chain.first("cusco"), []
    for place, body in entries:
        digest = chain.after(digest, body)
        for head in delivery[1]:
            if head.seq == place:
                head.digest = digest
                head.signature = LAPTOP.sign(signed_text("cusco", place, digest, head.why, head.signed_at))
                heads.append(head)
    return entries, heads


def laptop_of_cusco(folder: Path) -> Computer:
    """The site's laptop, with ten entries in the book of Cusco."""
    computer = Computer.new(folder / "laptop")
    with computer.used():
        register()
    return computer
