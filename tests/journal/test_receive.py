"""Another computer's book taken in."""

import json

import pytest

from hands import HEADQUARTERS, STRANGER, hand
from jornal.facts.attendance import Shift
from jornal.journal import books
from jornal.journal.canon import UnknownKind
from jornal.journal.entry import Entry, Head
from jornal.journal.faults import UNREADABLE
from jornal.journal.place import signed_text
from jornal.journal.record import record
from jornal.journal.refused import (
    Clashes,
    HeadNotOfBook,
    Missing,
    NotReceivable,
    NotSigned,
)
from jornal.journal.replay import replayed_faults
from jornal.journal.verify import chain_faults
from journal.registers import held, laptop_of_cusco, shift, take, tampered
from journal.tampering import reworded

both = pytest.mark.usefixtures("database")
alone = pytest.mark.usefixtures("sqlite")


@pytest.fixture
def laptop(tmp_path):
    return laptop_of_cusco(tmp_path)


@both
def test_a_book_comes_in_whole_with_the_bytes_it_was_written_with(laptop):
    entries, heads = laptop.delivery()
    assert take((entries, heads)) == 10
    assert list(Entry.objects.order_by("seq").values_list("seq", "body")) == entries
    assert (chain_faults("cusco").faults, replayed_faults()) == ((), [])
    assert min(Shift.objects.current().values_list("worker", "day__day", "minutes")) == ("QC01", 1, 240)
    assert list(Head.objects.order_by("seq").values_list("code", flat=True)) == [head.code for head in heads]


@both
def test_the_same_again_changes_nothing_and_only_what_is_new_is_taken(laptop):
    take(laptop.delivery())
    assert take(laptop.delivery()) == 0
    assert take(laptop.days()) == 2
    assert (held(), Head.objects.count()) == (12, 5)


@both
def test_only_the_new_part_need_be_brought(laptop):
    take(laptop.delivery())
    laptop.days()
    assert take(laptop.delivery(since=10)) == 2
    assert chain_faults("cusco").faults == ()


@both
def test_what_is_missing_between_is_named(laptop):
    entries, heads = laptop.delivery()
    with pytest.raises(Missing, match=r"entries 1 to 4 are missing .* Ask for everything from 1 on"):
        take((entries[4:], heads))
    take(laptop.delivery())
    laptop.days(2)
    with pytest.raises(Missing, match="entries 11 to 12 are missing"):
        take(laptop.delivery(since=12))
    with pytest.raises(Missing, match="entry 11 is missing"):
        take(laptop.delivery(since=11))
    assert held() == 10


@alone
def test_a_hole_in_what_came_is_named(laptop):
    entries, heads = laptop.delivery()
    with pytest.raises(NotReceivable, match="entry 5: missing"):
        take((entries[:4] + entries[5:], heads))


@both
def test_entries_without_a_signed_head_at_their_end_are_refused(laptop):
    entries, heads = laptop.delivery()
    with pytest.raises(NotSigned, match="without a signed head at its last entry, 10"):
        take((entries, heads[:-1]))
    assert held() == 0


@pytest.mark.parametrize(
    "wrong",
    [{"digest": "0" * 64}, {"signature": "00"}, {"why": "issue"}, {"book": "lima"}, {"seq": 9}, {"seq": 11}],
    ids=str,
)
@alone
def test_a_head_that_is_not_of_these_entries_or_not_signed_is_refused(laptop, wrong):
    entries, heads = laptop.delivery()
    for name, value in wrong.items():
        setattr(heads[-1], name, value)
    with pytest.raises((HeadNotOfBook, NotSigned)):
        take((entries, heads))
    assert held() == 0


@alone
def test_a_head_signed_by_another_computer_is_refused(laptop):
    entries, heads = laptop.delivery()
    last = heads[-1]
    last.signature = STRANGER.sign(signed_text("cusco", last.seq, last.digest, last.why, last.signed_at))
    with pytest.raises(HeadNotOfBook, match="by another way"):
        take((entries, heads))


@alone
def test_the_printed_code_is_made_here_and_not_taken_over(laptop):
    entries, heads = laptop.delivery()
    for head in heads:
        head.code = "0000000000"
    take((entries, heads))
    assert not Head.objects.filter(code="0000000000").exists()


@pytest.mark.parametrize(
    "change",
    [
        {"minutes": "300"},
        {"minutes": None, "worker": None},
        {"worker": "x" * 61},
        {"worker": "\0"},
        {"day": "2026-13-01"},
        {"by": 7},
        {"by": "x" * 61},
        {"void": 0},
        {"void": True},
        {"id": "7"},
        {"at": "2026-10-01T12:00:00.0001Z"},
        {"at": "2026-09-01T12:00:00.000Z"},
        {"epoch": 2},
        {"seq": 5},
        {"book": "lima"},
        {"trade": 1.5},
        {"trade": 2**53},
        {"extra": 1},
    ],
    ids=str,
)
@alone
def test_an_entry_that_jornal_would_not_have_written_is_refused_whole(laptop, change):
    entries, heads = laptop.delivery()
    text = reworded(entries[5][1], **change)
    with pytest.raises((NotReceivable, Clashes)):
        take(tampered((entries, heads), 6, text))
    assert held() == 0


@alone
def test_a_text_that_is_not_in_its_one_form_is_refused(laptop):
    entries, heads = laptop.delivery()
    with pytest.raises(NotReceivable) as told:
        take(tampered((entries, heads), 6, entries[5][1].replace(",", ", ", 1)))
    assert (told.value.fault.key, told.value.fault.seq) == (UNREADABLE, 6)


@pytest.mark.parametrize("change", [{"kind": "lottery"}, {"v": 99}], ids=str)
@both
def test_a_kind_this_release_does_not_know_is_refused_whole(laptop, change):
    entries, heads = laptop.delivery()
    with pytest.raises(UnknownKind, match="Install a newer jornal"):
        take(tampered((entries, heads), 6, reworded(entries[5][1], **change)))
    assert held() == 0


@pytest.mark.parametrize(
    "change", [{"corrects": "01a0f7a4-fc60-710c-9e43-6d5851a4f408"}, {"worker": "QC77"}], ids=str
)
@alone
def test_a_version_of_what_is_not_its_own_is_refused(laptop, change):
    entries, heads = laptop.delivery()
    with pytest.raises(NotReceivable, match="corrects a version that is not one of its own"):
        take(tampered((entries, heads), 8, reworded(entries[7][1], **change)))


@pytest.mark.usefixtures("database")
def test_a_book_may_hold_a_record_that_another_book_holds_too(laptop):
    books.opened("hq", "cusco", hand(node=HEADQUARTERS))
    record([shift("QC02", 2)], "hq", hand(node=HEADQUARTERS))
    assert take(laptop.delivery()) == 10
    assert replayed_faults() == []


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("taken", ["its key", "its id"])
def test_a_record_that_is_held_already_is_refused_and_nothing_of_the_rest_is_taken(laptop, taken):
    entries, heads = laptop.delivery()
    first = json.loads(entries[3][1])
    as_first = first["is"] if taken == "its key" else {"id": first["id"], "root": first["id"]}
    with pytest.raises(Clashes, match="is held already"):
        take(tampered((entries, heads), 6, reworded(entries[5][1], **as_first)))
    assert held() == 0


@both
def test_a_version_in_a_later_delivery_follows_from_one_that_is_held(laptop):
    entries, heads = laptop.delivery()
    take((entries[:7], [head for head in heads if head.seq <= 7]))
    assert take((entries, heads)) == 3
    assert replayed_faults() == []


@alone
def test_two_texts_for_one_place_are_refused(laptop):
    entries, heads = laptop.delivery()
    with pytest.raises(NotReceivable, match="there are two"):
        take(([*entries[:6], (6, reworded(entries[5][1], minutes=1)), *entries[6:]], heads))
