"""A chain held against itself."""

from dataclasses import replace

import pytest

from hands import STRANGER, at, hand
from jornal.journal import books
from jornal.journal.entry import Entry, Head
from jornal.journal.faults import (
    CHANGED,
    DAMAGED,
    GAP,
    HEAD_AHEAD,
    HEAD_OTHER,
    HEAD_UNSIGNED,
    MISPLACED,
    TWICE,
)
from jornal.journal.place import NoSuchBook, signed_text
from jornal.journal.record import record
from jornal.journal.verify import chain_faults, checkpoint, entries
from journal.registers import register, shift, worked
from journal.tampering import rechained, reworded, unguarded

both = pytest.mark.usefixtures("database")


def found(since: Head | None = None) -> list[tuple[str, int | None]]:
    return [(fault.key, fault.seq) for fault in chain_faults("cusco", since).faults]


@both
def test_a_book_that_nobody_touched_stands_from_end_to_end():
    heads = register()
    verified = chain_faults("cusco")
    assert verified.faults == ()
    assert (verified.since, verified.last, verified.epoch, verified.heads) == (0, 10, 1, len(heads))
    assert verified.digest == heads[-1].digest


@both
def test_a_book_nobody_opened_is_said_not_to_be_there():
    with pytest.raises(NoSuchBook):
        chain_faults("lima")


@both
def test_a_book_with_restores_and_a_clock_put_right_stands():
    register()
    books.next_epoch("cusco", "restored", hand(node=STRANGER))
    early = replace(hand(node=STRANGER), clock=at("2026-09-01T08:00:00+00:00"))
    books.clock_is_right("cusco", early)
    record([shift("QC09")], "cusco", early)
    books.signed("cusco", "day", early)
    assert (chain_faults("cusco").faults, chain_faults("cusco").epoch) == ((), 2)


@both
def test_entries_come_a_page_at_a_time_and_none_twice():
    by = hand()
    books.opened("cusco", "hq", by)
    record([shift(f"Q{n}") for n in range(4100)], "cusco", by)
    assert [row[0] for row in entries("cusco")] == list(range(1, 4102))


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE jornal_entry SET body = replace(body, '300', '200') WHERE seq = 3", [(CHANGED, 3)]),
        ("UPDATE jornal_entry SET kind = 'pieces' WHERE seq = 3", [(MISPLACED, 3)]),
        ("UPDATE jornal_entry SET digest = 'none' WHERE seq = 3", [(CHANGED, 3)]),
        ("DELETE FROM jornal_entry WHERE seq IN (4, 6)", [(GAP, 4), (GAP, 6)]),
        ("DELETE FROM jornal_entry WHERE seq > 7", [(HEAD_AHEAD, 10)]),
        ("UPDATE jornal_head SET digest = 'none' WHERE seq = 3", [(HEAD_OTHER, 3), (HEAD_UNSIGNED, 3)]),
        ("UPDATE jornal_head SET why = 'issue' WHERE seq = 5", [(HEAD_UNSIGNED, 5)]),
    ],
    ids=lambda value: str(value)[:60],
)
def test_what_was_changed_is_named_by_its_place_and_the_rest_stands(database, statement, expected):
    register()
    with unguarded(database) as run:
        run(statement)
    assert found() == expected


def test_two_entries_exchanged_are_both_named(database):
    register()
    with unguarded(database) as run:
        run("UPDATE jornal_entry SET seq = -4 WHERE seq = 4")
        run("UPDATE jornal_entry SET seq = 4 WHERE seq = 5")
        run("UPDATE jornal_entry SET seq = 5 WHERE seq = -4")
    assert {(key, seq) for key, seq in found()} >= {(MISPLACED, 4), (CHANGED, 4)}
    assert [fault.until for fault in chain_faults("cusco").faults if fault.key == MISPLACED] in (
        [5],
        [None, None],
    )


def test_a_second_entry_at_one_place_is_found_where_the_constraint_was_dropped(database):
    register()
    with unguarded(database) as run:
        if database.vendor == "sqlite":
            run("CREATE TABLE remade AS SELECT * FROM jornal_entry")
            run("DROP TABLE jornal_entry")
            run("ALTER TABLE remade RENAME TO jornal_entry")
        else:
            run("ALTER TABLE jornal_entry DROP CONSTRAINT entry_place")
        run("INSERT INTO jornal_entry (id, book, seq, kind, body, digest) SELECT 99, book, seq, kind, body, digest "
            "FROM jornal_entry WHERE seq = 4")  # fmt: skip
    assert (TWICE, 4) in found()


def test_texts_rewritten_and_chained_anew_no_longer_fit_the_heads_that_were_signed(database):
    register()
    with unguarded(database) as run:
        body = reworded(Entry.objects.get(seq=4).body, minutes=900)
        run("UPDATE jornal_entry SET body = %s WHERE seq = 4", body)
        rechained(run, "cusco", sign=None)
    assert found() == [(HEAD_OTHER, 5), (HEAD_OTHER, 7), (HEAD_OTHER, 10)]


def test_heads_signed_by_another_computer_are_named(database):
    register()
    with unguarded(database) as run:
        body = reworded(Entry.objects.get(seq=4).body, minutes=900)
        run("UPDATE jornal_entry SET body = %s WHERE seq = 4", body)
        rechained(run, "cusco", sign=STRANGER)
    assert found() == [(HEAD_UNSIGNED, seq) for seq in (3, 5, 7, 10)]


@both
def test_the_daily_audit_starts_at_the_newest_close_of_a_month_that_is_signed():
    register()
    worked(hand(), days=2, since=10)
    since = checkpoint("cusco")
    verified = chain_faults("cusco", since)
    assert (verified.faults, verified.since, verified.last, verified.heads) == ((), 10, 14, 2)


def test_a_checkpoint_whose_signature_does_not_stand_is_passed_over(database):
    register()
    worked(hand(), days=1, since=10)
    books.signed("cusco", "month", hand())
    with unguarded(database) as run:
        run("UPDATE jornal_head SET signature = '00' WHERE seq = 12 AND why = 'month'")
    assert checkpoint("cusco").seq == 10


@both
def test_without_a_close_there_is_no_checkpoint():
    books.opened("cusco", "hq", hand())
    worked(hand(), days=1)
    assert checkpoint("cusco") is None


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE jornal_entry SET body = replace(body, '300', '200') WHERE seq = 3", []),
        ("UPDATE jornal_entry SET body = replace(body, '300', '200') WHERE seq = 12", [(CHANGED, 12)]),
        ("UPDATE jornal_entry SET digest = repeat_a WHERE seq = 10", [(HEAD_OTHER, 10)]),
        ("DELETE FROM jornal_entry WHERE seq = 10", [(HEAD_AHEAD, 10)]),
    ],
    ids=lambda value: str(value)[:60],
)
def test_the_daily_audit_sees_what_came_after_its_checkpoint(database, statement, expected):
    register()
    since = checkpoint("cusco")
    worked(hand(), days=2, since=10)
    with unguarded(database) as run:
        run(statement.replace("repeat_a", f"'{'a' * 64}'"))
    assert found(since) == expected


def test_a_head_is_held_against_the_key_of_its_own_epoch(database):
    register()
    books.next_epoch("cusco", "restored", hand(node=STRANGER))
    head = books.signed("cusco", "day", hand(node=STRANGER))
    text = signed_text("cusco", head.seq, head.digest, "day", head.signed_at)
    with unguarded(database) as run:
        run("UPDATE jornal_head SET signature = %s WHERE seq = %s", hand().node.sign(text), head.seq)
    assert found() == [(HEAD_UNSIGNED, 11)]


def test_a_damaged_file_is_told_as_a_fault_and_what_to_do(sqlite):
    register()
    with unguarded(sqlite) as run:
        run("UPDATE jornal_entry SET body = CAST(x'ff00ff' AS TEXT) WHERE seq = 4")
    (key, _), *_ = found()
    assert key == DAMAGED
