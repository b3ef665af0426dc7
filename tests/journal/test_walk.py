"""A chain followed from entry to entry."""

import pytest

from jornal.facts.attendance import Shift
from jornal.journal import chain
from jornal.journal.canon import body_of, canonical
from jornal.journal.faults import (
    BAD_OPENING,
    GAP,
    MISPLACED,
    NO_OPENING,
    TWICE,
    UNREADABLE,
    WENT_BACK,
    WRONG_EPOCH,
)
from jornal.journal.opening import ClockSet, Opening
from jornal.journal.walk import Walk, is_canonical, parsed
from journal.goldens import sample
from journal.tampering import reworded


def opening(seq: int = 1, epoch: int = 1, after: str = "") -> str:
    fact = sample(Opening, seq)
    fact.opened, fact.epoch, fact.public_key = "cusco", epoch, "ab" * 32
    fact.after = after or chain.first("cusco")
    return canonical(body_of(fact, epoch))


def text(seq: int = 2, **changes: object) -> str:
    return reworded(canonical(body_of(sample(Shift, seq), 1)), **changes)


def begun() -> Walk:
    walk = Walk("cusco")
    assert walk.step(1, "opening", opening()) == []
    return walk


def keys(walk: Walk, seq: int, kind: str, body: str) -> list[str]:
    return [fault.key for fault in walk.step(seq, kind, body)]


def test_an_entry_that_follows_has_no_fault_and_the_walk_stands_on_it():
    walk = begun()
    assert walk.step(2, "shift", text()) == []
    assert (walk.seq, walk.epoch, walk.public_key, walk.at) == (2, 1, "ab" * 32, "2026-10-01T12:00:00.250Z")
    assert walk.digest == chain.after(chain.after(chain.first("cusco"), opening()), text())


@pytest.mark.parametrize(
    ("seq", "kind", "body", "expected"),
    [
        (4, "shift", text(4), [GAP]),
        (1, "shift", text(1), [TWICE]),
        (2, "shift", text(3), [MISPLACED]),
        (2, "shift", text(book="lima"), [MISPLACED]),
        (2, "pieces", text(), [MISPLACED]),
        (2, "shift", text(at="2026-10-01T11:59:59.000Z"), [WENT_BACK]),
        (2, "shift", text(epoch=2), [WRONG_EPOCH]),
        (2, "shift", text(at="yesterday"), [UNREADABLE]),
        (2, "shift", text(minutes=1.5), [UNREADABLE]),
        (2, "shift", text(minutes=2**53), [UNREADABLE]),
        (2, "shift", text().replace('"minutes"', '"minutes" '), [UNREADABLE]),
        (2, "shift", text().replace('"void"', '"void":true,"void"'), [UNREADABLE]),
        (2, "shift", text().replace('"why"', '"because"'), [UNREADABLE]),
        (2, "shift", "[" * 100_000, [UNREADABLE]),
        (2, "shift", "", [UNREADABLE]),
        (2, "opening", opening(2), [BAD_OPENING, WRONG_EPOCH]),
    ],
    ids=lambda value: str(value)[:40],
)
def test_an_entry_that_cannot_follow_is_named_with_what_is_wrong(seq, kind, body, expected):
    assert keys(begun(), seq, kind, body) == expected


def test_a_gap_names_every_place_that_is_missing():
    (fault,) = begun().step(6, "shift", text(6))
    assert fault.named["places"] == "2–5"


def test_a_book_begins_with_its_opening():
    assert keys(Walk("cusco"), 1, "shift", text(1)) == [NO_OPENING]


def test_time_may_go_back_where_somebody_set_the_clock():
    walk = begun()
    early = reworded(canonical(body_of(sample(ClockSet, 2), 1)), at="2026-10-01T09:00:00.000Z")
    assert keys(walk, 2, "clock_set", early) == []
    assert keys(walk, 3, "shift", text(3, at="2026-10-01T09:00:01.000Z")) == []


def test_the_next_epoch_has_its_own_key_and_names_what_stands_before_it():
    walk = begun()
    walk.step(2, "shift", text())
    assert keys(walk, 3, "opening", opening(3, 2, walk.digest)) == []
    assert keys(walk, 4, "shift", text(4, epoch=2)) == []
    assert keys(begun(), 2, "opening", opening(2, 2, "0" * 64)) == [BAD_OPENING]


def test_what_is_no_body_is_none():
    assert [
        parsed(one) for one in (None, b"\xff", "1", "{}", '{"is":1}', text(epoch="1"), text(seq=True))
    ] == [None] * 7


def test_only_the_one_form_of_a_table_is_canonical():
    one = text()
    assert is_canonical(one, parsed(one))
    assert not is_canonical(one, parsed(text(minutes=2)))
