"""Printed heads held against a book."""

import pytest

from hands import hand
from jornal.journal import books, chain
from jornal.journal.entry import Entry, Head
from jornal.journal.faults import HEAD_ELSEWHERE, HEAD_UNKNOWN, MISTYPED, NOT_AS_PRINTED
from jornal.journal.place import NoSuchBook
from jornal.journal.verify import chain_faults
from jornal.journal.witness import book_of, rehashed, witnessed
from journal.registers import register, worked
from journal.tampering import rechained, reworded, unguarded

both = pytest.mark.usefixtures("database")


def keys(*codes: str) -> list[str]:
    return [fault.key for fault in witnessed("cusco", codes).faults]


@both
def test_a_printed_head_that_comes_out_again_proves_all_that_stands_before_it():
    heads = register()
    proved = witnessed("cusco", [heads[1].code])
    assert (proved.through, proved.faults, proved.stood) == (5, (), (heads[1].code,))


@both
def test_the_span_that_nobody_witnessed_is_always_stated_with_its_times():
    heads = register()
    proved = witnessed("cusco", [heads[0].code, heads[1].code])
    assert (proved.through, proved.beyond) == (5, 5)
    assert proved.first.startswith("2026-10-01T12:00:")
    assert proved.first < proved.last


@both
def test_without_paper_nothing_is_proved():
    register()
    assert (witnessed("cusco", []).through, witnessed("cusco", []).beyond) == (0, 10)


@both
def test_a_paper_of_the_last_entry_leaves_nothing_open():
    heads = register()
    proved = witnessed("cusco", [heads[-1].code])
    assert (proved.through, proved.beyond, proved.first, proved.last) == (10, 0, "", "")


@pytest.mark.usefixtures("sqlite")
def test_a_code_may_be_typed_as_people_read_it():
    heads = register()
    typed = chain.shown(heads[0].code).lower().replace("1", "l").replace("0", "o").replace(" ", " - ")
    assert witnessed("cusco", [typed]).through == 3


@pytest.mark.usefixtures("sqlite")
def test_a_code_of_another_length_was_mistyped():
    register()
    assert keys("7K2Q9", "7K2Q9 XM4T!") == [MISTYPED, MISTYPED]


@pytest.mark.usefixtures("sqlite")
def test_a_code_that_no_head_has_is_told_with_what_it_may_mean():
    register()
    (fault,) = witnessed("cusco", ["7K2Q9 XM4TD"]).faults
    assert fault.key == HEAD_UNKNOWN
    assert (
        "rewritten before that paper was printed, or the head was removed, or the paper is of another"
        in str(fault)
    )


@pytest.mark.usefixtures("sqlite")
def test_a_paper_of_another_book_is_told_as_one():
    register()
    heads = register_in_lima()
    assert keys(heads[0].code) == [HEAD_ELSEWHERE]
    assert (book_of(chain.shown(heads[0].code)), book_of("7K2Q9 XM4TD")) == ("lima", None)


def register_in_lima() -> list[Head]:
    books.opened("lima", "hq", hand())
    return [books.signed("lima", "day", hand())]


@pytest.mark.usefixtures("sqlite")
def test_a_book_nobody_opened_has_no_witness():
    with pytest.raises(NoSuchBook):
        witnessed("lima", [])


@both
def test_digests_are_made_from_the_texts_and_not_read():
    heads = register()
    assert rehashed("cusco", {3, 10}) == {3: heads[0].digest, 10: heads[-1].digest}
    assert rehashed("cusco", set()) == {}


def test_a_rewriting_signed_with_the_laptops_own_key_is_found_by_what_was_printed_before(database):
    printed = [head.code for head in register()]
    with unguarded(database) as run:
        run(
            "UPDATE jornal_entry SET body = %s WHERE seq = 4",
            reworded(Entry.objects.get(seq=4).body, minutes=900),
        )
        run("UPDATE jornal_shift SET minutes = 900 WHERE seq = 4")
        rechained(run, "cusco")
    assert chain_faults("cusco").faults == ()
    proved = witnessed("cusco", printed)
    assert [fault.key for fault in proved.faults] == [HEAD_UNKNOWN] * 3
    assert (proved.through, proved.stood) == (3, (printed[0],))


def test_a_printed_code_kept_beside_rewritten_entries_does_not_come_out_again(database):
    printed = [head.code for head in register()]
    with unguarded(database) as run:
        run(
            "UPDATE jornal_entry SET body = %s WHERE seq = 4",
            reworded(Entry.objects.get(seq=4).body, minutes=900),
        )
        rechained(run, "cusco")
        run("UPDATE jornal_head SET code = %s WHERE seq = 10", printed[-1])
    assert keys(printed[-1]) == [NOT_AS_PRINTED]


def test_a_removed_tail_is_found_by_the_paper_of_its_head(database):
    printed = [head.code for head in register()]
    with unguarded(database) as run:
        run("DELETE FROM jornal_entry WHERE seq > 5")
        run("DELETE FROM jornal_head WHERE seq > 5")
        run("DELETE FROM jornal_shift WHERE seq > 5")
    assert chain_faults("cusco").faults == ()
    assert keys(*printed) == [HEAD_UNKNOWN, HEAD_UNKNOWN]


def test_removed_heads_are_found_by_their_papers(database):
    printed = [head.code for head in register()]
    with unguarded(database) as run:
        run("DELETE FROM jornal_head")
    assert keys(*printed) == [HEAD_UNKNOWN] * 4


@pytest.mark.usefixtures("sqlite")
def test_what_is_recorded_later_is_not_covered_by_an_older_paper():
    heads = register()
    worked(hand(), days=1, since=10)
    assert witnessed("cusco", [heads[-1].code]).beyond == 2
