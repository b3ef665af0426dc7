"""A computer that goes out while somebody records or takes in a book: nothing acknowledged is lost, nothing doubled."""

import signal
from datetime import date, timedelta

import pytest
from django.db import connection

from cutting import largest, points, run, spread
from jornal.facts.attendance import Shift
from jornal.journal import books, guard, place
from jornal.journal.entry import Head
from jornal.journal.record import AlreadyRecorded, corrected, record
from jornal.journal.verify import chain_faults
from journal.registers import Computer, held, register, take
from lost import anybody, laptop

SETS = 4
OF = 3


def shifts(book, number):
    """The set of a number: three shifts of a day."""
    day = date(2026, 10, 1) + timedelta(days=number)
    about = {"worker": f"Q{book}", "day": day, "site": "cusco", "what": "work"}
    return [Shift(number=one, minutes=300, **about) for one in range(OF)]


def work(book):
    """One set after the other, each acknowledged; between them a correction and a head."""

    def recording(say):
        by = anybody()
        books.opened(book, "hq", by)
        say("opened")
        for number in range(SETS):
            first, *_ = record(shifts(book, number), book, by)
            say(number)
        record([corrected(first, "she left at noon", minutes=240)], book, by)
        say("corrected")
        books.signed(book, "day", by)
        say("signed")

    return recording


def stands(book, said):
    """Holds a book against what was acknowledged, then goes on recording in it."""
    guard.check(connection)
    acknowledged = [int(one) for one in said if one.isdigit()]
    there = sorted(Shift.objects.filter(book=book, corrects=None).values_list("day", "number"))
    sets = sorted({(day - date(2026, 10, 1)).days for day, _ in there})
    assert there == [(date(2026, 10, 1) + timedelta(days=n), one) for n in sets for one in range(OF)]
    assert sets in (acknowledged, [*acknowledged, len(acknowledged)])  # the last may have been on its way
    assert ("corrected" not in said) or Shift.objects.filter(book=book, minutes=240).count() == 1
    if "opened" not in said and book not in place.books():
        books.opened(book, "hq", anybody())
    for number in range(SETS):
        if number in sets:
            with pytest.raises(AlreadyRecorded):
                record(shifts(book, number), book, anybody())
        else:
            record(shifts(book, number), book, anybody())
    assert Shift.objects.filter(book=book, corrects=None).count() == SETS * OF
    assert chain_faults(book).faults == ()


@points(40)
def test_killed_at_every_step_of_recording(database, most):
    laptop(database)
    whole = run(work("whole"))
    assert whole.said[-1] == "signed"
    stands("whole", whole.said)
    for at in spread(whole.steps, most):
        cut = run(work(f"b{at}"), at=at)
        assert cut.by == signal.SIGKILL
        stands(f"b{at}", cut.said)


def test_killed_in_the_middle_of_what_is_written_to_the_disk(sqlite):
    laptop(sqlite)
    ended = set()
    for number, more in enumerate([1, 30, 3000, 4110, 9000, 20_001, 41_000, 60_000, 90_000]):
        connection.close()
        file = sqlite.home / "register.sqlite3-wal"
        size = (file.stat().st_size if file.exists() else 0) + more
        cut = run(work(f"w{number}"), before=lambda size=size: largest(size, kill=True))
        ended.add(cut.by)
        stands(f"w{number}", cut.said)
    assert signal.SIGXFSZ in ended


def test_a_kill_in_the_middle_leaves_no_lock_behind(database):
    laptop(database)
    steps = run(work("one")).steps
    assert run(work("two"), at=steps // 2).by == signal.SIGKILL
    assert run(work("three")).said[-1] == "signed"


@points(12)
def test_killed_at_every_step_of_taking_in_what_a_site_delivered(database, tmp_path, most):
    site = Computer.new(tmp_path / "site")
    with site.used():
        register()
    take(site.delivery())

    def taking(delivery):
        return lambda say: say(take(delivery))

    steps = run(taking(site.days())).steps
    for at in spread(steps, most):
        before, delivery = held(), site.days(since=100 + at)
        cut = run(taking(delivery), at=at)
        assert cut.by == signal.SIGKILL
        assert held() - before in ((2,) if cut.said else (0, 2))
        take(delivery)
        assert (held(), Head.objects.count()) == (before + 2, len(delivery[1]))
        assert chain_faults("cusco").faults == ()
