"""Two programs record into one book at the same time, while a third makes a backup: each fact is there once."""

from cutting import finished, run, started
from jornal.actions import backupkey
from jornal.actions.backup import back_up, checked
from jornal.facts.attendance import Shift
from jornal.journal.entry import Entry
from jornal.journal.record import AlreadyRecorded, record
from jornal.journal.verify import chain_faults
from lost import AT, SECRET, anybody, laptop, shift

EACH = 200


def of(worker):
    """One shift after the other of a worker, each acknowledged."""

    def recording(say):
        by = anybody()
        for number in range(EACH):
            record([shift(number, worker)], "cusco", by)
            say(number)

    return recording


def test_none_is_lost_none_doubled_and_nobody_is_told_to_wait(database):
    laptop(database)

    def backing_up(say):
        say(back_up(database.home, database.home / "backups", at=AT).contents.entries)

    children = [started(work) for work in (of("QC01"), of("QC02"), backing_up)]
    said = [finished(*child).said for child in children]
    assert said[:2] == [[str(number) for number in range(EACH)]] * 2
    there = sorted(Shift.objects.values_list("worker", "number"))
    assert there == [(worker, number) for worker in ("QC01", "QC02") for number in range(EACH)]
    places = list(Entry.objects.filter(book="cusco").order_by("seq").values_list("seq", flat=True))
    assert places == list(range(1, 2 * EACH + 2))
    assert chain_faults("cusco").faults == ()
    (made,) = (database.home / "backups").iterdir()
    assert checked(made, backupkey.identity(SECRET)).entries == int(said[2][0]) <= 2 * EACH + 1


def test_the_same_record_made_twice_at_once_is_there_once(database):
    laptop(database)

    def recording(say):
        for number in range(40):
            try:
                record([shift(number)], "cusco", anybody())
                say(number)
            except AlreadyRecorded:
                continue

    children = [started(recording) for _ in range(2)]
    said = [int(one) for child in children for one in finished(*child).said]
    assert sorted(said) == list(range(40))
    assert sorted(Shift.objects.values_list("number", flat=True)) == list(range(40))
    assert run(recording).said == []
