"""Who records, with which clock and chance."""

import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from hands import LAPTOP, at, chance
from jornal.journal.hand import Hand, utc_now

TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


IDS = chance("ids")


def by(moment: datetime, random=IDS) -> Hand:
    return Hand("S1", "site_manager", LAPTOP, lambda: moment, random)


def milliseconds(one: uuid.UUID) -> int:
    return one.int >> 80


def test_time_is_utc_and_whole_milliseconds():
    now = Hand("S1", "site_manager", LAPTOP, at("2026-10-01T07:05:09.001999-05:00")).now()
    assert (now, now.tzinfo) == (datetime(2026, 10, 1, 12, 5, 9, 1000, tzinfo=UTC), UTC)


def test_the_computers_own_time_is_utc():
    assert utc_now().utcoffset() == timedelta(0)


@settings(max_examples=60, deadline=None)
@given(TIMES, TIMES)
def test_identifiers_are_sorted_by_the_millisecond_they_were_made_in(one, other):
    (first,), (second,) = by(one).ids(1, by(one).now()), by(other).ids(1, by(other).now())
    if milliseconds(first) != milliseconds(second):
        assert (first < second) == (one < other)


@settings(max_examples=60, deadline=None)
@given(TIMES, st.binary(min_size=30, max_size=30))
def test_identifiers_are_of_version_7_and_keep_the_time_whatever_chance_gives(moment, bits):
    hand = by(moment, lambda number: bits[:number])
    for one in hand.ids(3, hand.now()):
        assert (one.version, one.variant) == (7, uuid.RFC_4122)
        assert milliseconds(one) == int(hand.now().timestamp() * 1000)


def test_a_set_of_identifiers_has_none_twice():
    assert len(set(by(datetime(2026, 10, 1, tzinfo=UTC)).ids(2000, utc_now()))) == 2000


def test_the_same_time_and_chance_give_the_same_identifiers():
    moment = datetime(2026, 10, 1, tzinfo=UTC)
    first, again = (by(moment, chance("story")).ids(5, moment) for _ in range(2))
    assert first == again
