"""Old copies, restored computers and strangers: whose entries of a book are taken, and whose are not."""

from datetime import timedelta

import pytest

from hands import BEGIN, LAPTOP, STRANGER, hand
from jornal.journal import books
from jornal.journal.opening import Opening
from jornal.journal.receive import receive
from jornal.journal.refused import (
    Forked,
    HoldsMore,
    NotAsExpected,
    OldCopy,
    OtherComputer,
    OwnBook,
)
from jornal.journal.verify import chain_faults
from journal.registers import held, laptop_of_cusco, take, tampered, worked
from journal.tampering import reworded

LATER = BEGIN + timedelta(days=10)
both = pytest.mark.usefixtures("database")
alone = pytest.mark.usefixtures("sqlite")


@pytest.fixture
def laptop(tmp_path):
    return laptop_of_cusco(tmp_path)


@both
def test_an_old_copy_that_was_used_is_told_from_a_rewriting(laptop, tmp_path):
    old = laptop.copied(tmp_path / "image", begin=LATER)
    take(laptop.days())
    with pytest.raises(Forked, match=r"entry 11 .* an old copy of that computer was put back and used"):
        take(old.days(since=20))
    entries, heads = laptop.delivery()
    with pytest.raises(Forked, match=r"entry 6 .* The book was rewritten there"):
        take(tampered((entries, heads), 6, reworded(entries[5][1], minutes=1)))
    assert (held(), chain_faults("cusco").faults) == (12, ())


@both
def test_two_copies_used_at_the_same_time_are_told_as_that(laptop, tmp_path):
    other = laptop.copied(tmp_path / "image", begin=BEGIN + timedelta(minutes=5))
    with laptop.used():
        worked(hand(begin=BEGIN + timedelta(minutes=2)), 1, since=10)
        worked(hand(begin=BEGIN + timedelta(minutes=30)), 1, since=11)
    take(laptop.delivery())
    with pytest.raises(Forked, match="Two copies of that computer were used at the same time"):
        take(other.days(since=20))


@both
def test_a_restored_computer_goes_on_in_an_epoch_of_its_own(laptop, tmp_path):
    take(laptop.delivery())
    restored = laptop.copied(tmp_path / "restored", begin=LATER)
    with restored.used():
        books.next_epoch("cusco", "restored", restored.hand)
    assert take(restored.days()) == 3
    assert (chain_faults("cusco").faults, Opening.objects.count()) == ((), 2)


@both
def test_after_a_new_epoch_nothing_more_of_the_old_copy_is_taken(laptop, tmp_path):
    restored = laptop.copied(tmp_path / "restored", begin=LATER)
    with restored.used():
        books.next_epoch("cusco", "restored", restored.hand)
    take(restored.days())
    with pytest.raises(OldCopy, match="epoch that ended when the book was opened anew on 2026-10-11"):
        take(laptop.days())
    laptop.days(3, since=30)
    with pytest.raises(OldCopy, match="Take that copy out of use"):
        take(laptop.delivery(since=13))


@both
def test_a_new_epoch_waits_until_the_restored_computer_has_what_is_held_here(laptop, tmp_path):
    image = laptop.copied(tmp_path / "image", begin=LATER)
    take(laptop.days())
    with image.used():
        books.next_epoch("cusco", "restored", image.hand)
        books.signed("cusco", "day", image.hand)
    with pytest.raises(HoldsMore, match="opened anew at 11, but here it is held up to 12"):
        take(image.delivery())


def test_a_restored_computer_gets_back_what_others_hold_of_its_own_book(laptop, tmp_path):
    image = laptop.copied(tmp_path / "image", begin=LATER)
    entries, heads = laptop.days()
    with image.used():
        with pytest.raises(OwnBook, match="written on this computer"):
            receive("cusco", entries, heads, ours=LAPTOP.public)
        assert receive("cusco", entries, heads) == 2
        books.next_epoch("cusco", "restored", image.hand)
        assert chain_faults("cusco").faults == ()


@alone
def test_somebody_elses_delivery_of_our_own_book_is_refused(laptop, tmp_path):
    stranger = laptop.copied(tmp_path / "stranger", node=STRANGER, begin=LATER)
    with stranger.used():
        books.next_epoch("cusco", "moved", stranger.hand)
        books.signed("cusco", "day", stranger.hand)
    with laptop.used(), pytest.raises(OwnBook):
        receive("cusco", *stranger.delivery(), ours=LAPTOP.public)


@alone
def test_a_book_met_for_the_first_time_is_trusted_unless_its_key_was_given_and_is_another(laptop):
    with pytest.raises(NotAsExpected, match="do not trust this delivery"):
        take(laptop.delivery(), expected_key=STRANGER.public)
    assert take(laptop.delivery(), expected_key=LAPTOP.public) == 10


@alone
def test_a_book_that_goes_on_on_another_computer_needs_somebody_to_vouch_for_its_key(laptop, tmp_path):
    take(laptop.delivery())
    moved = laptop.copied(tmp_path / "moved", node=STRANGER, begin=LATER)
    with moved.used():
        books.next_epoch("cusco", "moved", moved.hand)
        books.signed("cusco", "day", moved.hand)
    with pytest.raises(OtherComputer, match=STRANGER.public):
        take(moved.delivery())
    assert take(moved.delivery(), expected_key=STRANGER.public) == 1
    assert take(moved.days()) == 2
