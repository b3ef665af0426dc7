"""A book of thirty months, each closed with a head, for the tests of what is put away of it."""

from dataclasses import replace
from datetime import UTC, datetime

from django.db import transaction

import hands
from jornal.journal import books, guard
from jornal.journal.entry import Entry, Head
from jornal.journal.hand import Hand
from jornal.journal.opening import TextsPutAway
from jornal.journal.putaway import forms_of
from jornal.journal.record import corrected, record, voided
from journal.registers import shift

BEGIN, MONTHS = (2024, 4), 30
NOW = datetime(2026, 10, 1, 8, tzinfo=UTC)
CUT = 6
"""How many of its months were closed 24 months before NOW: April to September 2024."""


def month_end(number: int) -> datetime:
    """The first morning after a month of the book, the first being 0."""
    whole = BEGIN[0] * 12 + BEGIN[1] + number
    return datetime(whole // 12, whole % 12 + 1, 1, 7, tzinfo=UTC)


def at(moment: datetime) -> Hand:
    """S1 at the laptop at a moment."""
    return replace(hands.hand(), clock=lambda: moment)


def book(name: str = "cusco") -> list[Head]:
    """Thirty months of two workers with a day each, a correction and a void among the first; gives the heads."""
    heads = []
    books.opened(name, "hq", at(datetime(2024, 4, 1, 7, tzinfo=UTC)))
    for number in range(MONTHS):
        by = at(month_end(number))
        first, second = record([shift(one, 30 * number) for one in ("QC01", "QC02")], name, by)
        if not number:
            record([corrected(first, "she left at noon", minutes=240), voided(second, "not hers")], name, by)
        heads.append(books.signed(name, "month", by))
    return heads


def put_away(head: Head, by: Hand | None = None, archive: str = "a" * 64) -> TextsPutAway:
    """The texts before a head put away, as `lighten` does it; whether they may is not asked here."""
    with transaction.atomic():
        said = books.put_away(head, forms_of(head.book, head.seq), archive, by or at(NOW))
        guard.emptied(head.book, head.seq)
    return said


def missing(name: str = "cusco") -> list[int]:
    """The places whose texts are not there."""
    return list(Entry.objects.filter(book=name, body="").order_by("seq").values_list("seq", flat=True))
