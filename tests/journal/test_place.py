"""Where a book stands, and who may write it when."""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction

from hands import BEGIN, LAPTOP, STRANGER, at, hand
from jornal.facts.attendance import Shift
from jornal.journal import books, chain, place
from jornal.journal.entry import Entry
from jornal.journal.place import ClockWentBack, NoSuchBook, NotTheAuthor
from jornal.journal.record import record
from journal.registers import register, shift

both = pytest.mark.usefixtures("database")


def on(moment: str):
    return replace(hand(), clock=at(moment))


@both
def test_a_book_stands_at_its_last_entry():
    heads = register()
    found = place.found("cusco")
    last = Entry.objects.get(seq=10)
    assert (found.seq, found.digest, found.epoch, found.public_key) == (10, last.digest, 1, LAPTOP.public)
    assert found.digest == heads[-1].digest
    assert f'"at":"{found.at:%Y-%m-%dT%H:%M:%S}' in last.body


@both
def test_a_book_that_was_never_opened_stands_nowhere():
    with pytest.raises(NoSuchBook, match="jornal status"):
        place.found("cusco")
    assert (place.start("cusco").seq, place.start("cusco").digest) == (0, chain.first("cusco"))
    assert place.books() == []


@both
def test_books_and_their_epochs_are_listed_in_order():
    for book in ("lima", "cusco"):
        books.opened(book, "hq", hand())
    books.next_epoch("cusco", "moved", hand(node=STRANGER))
    assert place.books() == ["cusco", "lima"]
    assert [(one.epoch, one.public_key) for one in place.openings("cusco")] == [
        (1, LAPTOP.public),
        (2, STRANGER.public),
    ]


@both
def test_only_the_computer_of_the_last_epoch_writes_a_book():
    books.opened("cusco", "hq", hand())
    assert place.ours("cusco", hand()).epoch == 1
    books.next_epoch("cusco", "moved", hand(node=STRANGER))
    with pytest.raises(NotTheAuthor, match="Record what is wrong with it as a finding"):
        place.ours("cusco", hand())


@pytest.mark.parametrize(
    ("back", "kept"),
    [(timedelta(0), 0), (timedelta(seconds=30), 0), (place.DRIFT, 0), (timedelta(days=-1), 86400)],
)
def test_a_clock_a_few_minutes_behind_goes_on_from_the_last_entry(sqlite, back, kept):
    books.opened("cusco", "hq", on("2026-10-01T12:00:00+00:00"))
    stands = place.found("cusco")
    assert place.time(stands, replace(hand(), clock=lambda: BEGIN - back)) == BEGIN + timedelta(seconds=kept)


@both
def test_a_clock_far_behind_stops_recording_until_somebody_says_that_it_is_right():
    books.opened("cusco", "hq", on("2026-10-01T12:00:00+00:00"))
    early = on("2026-09-30T08:00:00+00:00")
    with pytest.raises(ClockWentBack, match=r"says 2026-09-30 08:00 UTC, but .* 2026-10-01 12:00"):
        record([shift("QC09", day=20)], "cusco", early)
    books.clock_is_right("cusco", early)
    (found,) = record([shift("QC09", day=20)], "cusco", early)
    assert (found.seq, found.recorded_at) == (3, early.now())


def test_what_a_head_signs_never_changes():
    """Signed heads rest on these bytes for ever."""
    said = place.signed_text("cusco", 3, "ab", "day", BEGIN)
    assert said == "jornal head cusco 3 ab day 2026-10-01T12:00:00.000Z"


def test_a_book_is_held_until_the_transaction_ends(database):
    books.opened("cusco", "hq", hand())
    program = "import django; django.setup(); from hands import hand; from journal.registers import shift; "
    program += "from jornal.journal.record import record; record([shift('QC99')], 'cusco', hand())"
    ours = {"DJANGO_SETTINGS_MODULE": "jornal.settings", "PYTHONPATH": str(Path(__file__).parents[1])}
    with transaction.atomic():
        place.locked("cusco")
        other = subprocess.Popen([sys.executable, "-c", program], env=database.environment | ours)
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(timeout=4)
        record([shift()], "cusco", hand())
    assert other.wait(timeout=30) == 0
    assert list(Shift.objects.order_by("seq").values_list("worker", flat=True)) == ["QC01", "QC99"]


@both
def test_the_ends_of_the_books_are_others_as_soon_as_anything_is_recorded():
    register()
    before = place.ends()
    assert place.ends() == before
    record([shift("QC09", day=20)], "cusco", hand())
    after = place.ends()
    assert len(before) == len(after) == len(place.books())
    assert sum(was != now for was, now in zip(before, after, strict=True)) == 1
