"""Books opened, heads signed."""

from dataclasses import replace

import pytest

from hands import LAPTOP, STRANGER, at, hand
from jornal.journal import books, chain
from jornal.journal.entry import Entry, Head
from jornal.journal.node import stands
from jornal.journal.opening import Opening
from jornal.journal.place import NoSuchBook, NotTheAuthor, found, signed_text
from jornal.journal.record import AlreadyRecorded, record
from jornal.journal.verify import chain_faults
from journal.registers import register, shift

pytestmark = pytest.mark.usefixtures("database")


def test_a_book_begins_with_its_opening_and_the_key_of_its_computer():
    opening = books.opened("cusco", "hq", hand())
    assert (opening.seq, opening.epoch, opening.public_key, opening.reader) == (1, 1, LAPTOP.public, "hq")
    assert (opening.after, opening.cause) == (chain.first("cusco"), "new")
    assert chain_faults("cusco").faults == ()


def test_a_book_is_opened_once():
    books.opened("cusco", "hq", hand())
    with pytest.raises(AlreadyRecorded, match='the book "cusco"'):
        books.opened("cusco", "hq", hand(node=STRANGER))
    assert Entry.objects.count() == 1


def test_the_next_epoch_goes_on_from_what_stands_with_the_same_reader():
    heads = register()
    opening = books.next_epoch("cusco", "restored", hand(node=STRANGER))
    assert (opening.seq, opening.epoch, opening.after) == (11, 2, heads[-1].digest)
    assert (opening.reader, opening.public_key) == ("hq", STRANGER.public)
    with pytest.raises(NotTheAuthor):
        record([shift("QC09")], "cusco", hand(node=LAPTOP))
    assert record([shift("QC09")], "cusco", hand(node=STRANGER))[0].seq == 12


def test_a_book_that_was_never_opened_has_no_next_epoch_no_head_and_no_clock():
    for deed in (books.next_epoch, books.signed):
        with pytest.raises(NoSuchBook):
            deed("cusco", "restored", hand())
    with pytest.raises(NoSuchBook):
        books.clock_is_right("cusco", hand())


def test_an_epoch_opened_with_a_clock_behind_keeps_the_time_of_the_book():
    books.opened("cusco", "hq", hand())
    last = found("cusco").at
    early = replace(hand(), clock=at("2026-01-01T00:00:00+00:00"))
    assert books.next_epoch("cusco", "restored", early).recorded_at == last


def test_a_clock_put_right_says_which_times_overlap():
    books.opened("cusco", "hq", hand())
    early = replace(hand(), clock=at("2026-01-01T00:00:00+00:00"))
    said = books.clock_is_right("cusco", early)
    assert (said.last, said.set_at) == (Opening.objects.get().recorded_at, early.now())


def test_a_head_is_signed_over_what_stands_and_prints_its_code():
    *_, head = register()
    assert head.code == chain.code(found("cusco").digest)
    text = signed_text("cusco", 10, head.digest, "month", head.signed_at)
    assert stands(LAPTOP.public, text, head.signature)


def test_the_same_place_and_reason_give_the_same_head_again():
    register()
    first = books.signed("cusco", "export", hand())
    assert books.signed("cusco", "export", hand()).pk == first.pk
    assert Head.objects.filter(seq=10).count() == 2


def test_only_the_author_signs_a_head():
    register()
    with pytest.raises(NotTheAuthor):
        books.signed("cusco", "day", hand(node=STRANGER))
