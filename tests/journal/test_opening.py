"""The journal's own facts."""

import pytest
from django.db import IntegrityError, transaction

from hands import hand
from jornal.journal import books, insert
from jornal.journal.opening import ClockSet, Opening, TextsPutAway
from jornal.journal.record import AlreadyRecorded, NotCorrectable, corrected, record
from journal.goldens import sample

pytestmark = pytest.mark.usefixtures("database")


def test_an_epoch_of_a_book_is_opened_once():
    insert.rows([sample(Opening, 1)])
    with pytest.raises(IntegrityError), transaction.atomic():
        insert.rows([sample(Opening, 2)])


def test_the_cause_of_an_epoch_is_one_of_three():
    wrong = sample(Opening, 1)
    wrong.cause = "because"
    with pytest.raises(IntegrityError), transaction.atomic():
        insert.rows([wrong])


@pytest.mark.parametrize("kind", [Opening, ClockSet])
def test_neither_an_opening_nor_a_clock_set_is_ever_corrected(kind):
    opening = books.opened("cusco", "hq", hand())
    tip = opening if kind is Opening else books.clock_is_right("cusco", hand())
    with pytest.raises(NotCorrectable):
        record([corrected(tip, "it was otherwise")], "cusco", hand())


def test_what_was_put_away_is_said_once_and_never_corrected():
    books.opened("cusco", "hq", hand())
    head = books.signed("cusco", "month", hand())
    said = books.put_away(head, {}, "a" * 64, hand())
    assert (said.upto, said.digest) == (head.seq, head.digest)
    with pytest.raises(AlreadyRecorded):
        books.put_away(head, {}, "b" * 64, hand())
    with pytest.raises(NotCorrectable):
        record([corrected(TextsPutAway.objects.get(), "it was otherwise")], "cusco", hand())
