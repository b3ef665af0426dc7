"""The log and its heads, as tables."""

import pytest
from django.db import IntegrityError, transaction

from hands import BEGIN
from jornal.journal.entry import Entry, Head

pytestmark = pytest.mark.usefixtures("database")


def entry(seq: int = 1, book: str = "cusco") -> Entry:
    return Entry(book=book, seq=seq, kind="shift", body="{}", digest="0" * 64)


def head(why: str = "day") -> Head:
    return Head(
        book="cusco", seq=1, digest="0" * 64, code="7K2Q9XM4TD", why=why, signed_at=BEGIN, signature=""
    )


@pytest.mark.parametrize("row", [entry, head])
def test_a_place_of_a_book_is_taken_once(row):
    row().save()
    with pytest.raises(IntegrityError), transaction.atomic():
        row().save()


def test_other_places_books_and_reasons_have_room():
    for row in (entry(), entry(2), entry(1, "lima"), head(), head("month")):
        row.save()
    assert [str(one) for one in (*Entry.objects.order_by("pk"), *Head.objects.order_by("pk"))] == [
        "cusco 1",
        "cusco 2",
        "lima 1",
        "cusco 1 7K2Q9XM4TD",
        "cusco 1 7K2Q9XM4TD",
    ]
