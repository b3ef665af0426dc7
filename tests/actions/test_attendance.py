"""Days marked row by row, and a whole workshop's day with its exceptions."""

from datetime import date

import pytest

import crew
from crew import do
from jornal.actions.attendance import MarkedOtherwise, NobodyThere, NotAnException, NoTimetable
from jornal.actions.correcting import take_back
from jornal.actions.given import NotYet
from jornal.actions.hours import DoNotFit
from jornal.actions.office import NotYourRole
from jornal.actions.present import NotPresent
from jornal.actions.verb import BadRows
from jornal.facts.attendance import Shift
from jornal.facts.organisation import Timetable
from jornal.facts.pay import Finding
from jornal.facts.people import Left
from jornal.journal.entry import Entry
from jornal.journal.keys import Locked
from jornal.reads import attendance
from jornal.units.listed import ListedTerm
from jornal.units.periods import month

DAY = "2026-10-05"  # a Monday


def marked(here, text: str) -> list:
    return do(here, "mark", *crew.rows(text))


def days() -> list[tuple]:
    fields = ("worker", "number", "what", "minutes", "start", "end")
    return list(Shift.objects.current().order_by("worker", "day", "number").values_list(*fields))


def findings() -> list[tuple[str, str]]:
    return list(Finding.objects.order_by("about").values_list("control", "about"))


@pytest.mark.usefixtures("database")
def test_rows_of_many_workers_are_marked_at_once_and_read_back():
    here = crew.begun()
    marked(
        here,
        """
        worker  day         number  what      minutes  start  end    pause
        QC01    2026-10-05  1       work      300      -      -      -
        QC02    2026-10-05  1       work      -        08:00  13:30  30
        QC02    2026-10-05  2       training  60       -      -      -
        QC03    2026-10-05  1       sick      -        -      -      -
        """,
    )
    read = attendance.entries("cusco", month("2026-10"))
    assert [(one.id, one.kind, one.minutes, one.start, one.end, one.pause) for one in read["QC02"]] == [
        ("shift 2026-10-05 1", "work", None, 480, 810, 30),
        ("shift 2026-10-05 2", "training", 60, None, None, None),
    ]
    assert (read["QC01"][0].minutes, read["QC03"][0].kind, read["QC03"][0].minutes) == (300, "sick", None)


@pytest.mark.usefixtures("sqlite")
def test_one_row_that_cannot_be_leaves_none_of_them():
    here = crew.begun()
    with pytest.raises(BadRows, match=r"row 2, what: 'wrok' is not a kind of time. Near: work"):
        marked(here, f"worker day what minutes\nQC01 {DAY} work 300\nQC02 {DAY} wrok 300")
    assert days() == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"what": "work"}, "work needs minutes, or start and end"),
        ({"minutes": "300", "start": "08:00", "end": "13:00"}, "give minutes, or start and end"),
        ({"end": "13:00"}, "give minutes, or start and end"),
        ({"what": "sick", "start": "08:00"}, "sick needs minutes, or start and end"),
        ({"minutes": "1441"}, "minutes"),
        ({"minutes": "-1"}, "minutes"),
        ({"minutes": "300", "start": "25:00"}, "not a time of day"),
        ({"minutes": "300", "number": "0"}, "number"),
        ({"minutes": "300", "reason": "late"}, "reason is not a field"),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_row_needs_hours_that_can_be(row, said):
    here = crew.begun()
    with pytest.raises(BadRows, match=said):
        do(here, "mark", {"worker": "QC01", "day": DAY, **row})


@pytest.mark.usefixtures("sqlite")
def test_sending_the_same_rows_twice_changes_nothing():
    here = crew.begun()
    table = f"worker day minutes\nQC01 {DAY} 400\nQC02 {DAY} 300"
    marked(here, table)
    before = Entry.objects.count()
    marked(here, table)
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("worker", "day"), [("QC99", DAY), ("QC01", "2026-08-31"), ("QC02", "2026-10-06")], ids=str
)
@pytest.mark.usefixtures("sqlite")
def test_who_is_not_enrolled_that_day_is_named_with_what_to_do(worker, day):
    here = crew.begun()
    root = crew.Enrolled.objects.get(worker="QC02").root
    here.put([Left(enrolled=root, worker="QC02", site="cusco", day=date(2026, 10, 5), reason="own_choice")])
    with pytest.raises(NotPresent, match=f"{worker} on {day}.*jornal do enrol"):
        do(here, "mark", {"worker": worker, "day": day, "minutes": "300"})


@pytest.mark.usefixtures("sqlite")
def test_her_last_day_is_marked_like_any_other():
    here = crew.begun()
    root = crew.Enrolled.objects.get(worker="QC02").root
    here.put([Left(enrolled=root, worker="QC02", site="cusco", day=date(2026, 10, 5), reason="release")])
    assert len(do(here, "mark", {"worker": "QC02", "day": DAY, "minutes": "300"})) == 1


@pytest.mark.usefixtures("sqlite")
def test_a_day_that_has_not_come_is_not_marked():
    with pytest.raises(NotYet):
        do(crew.begun(), "mark", {"worker": "QC01", "day": "2026-10-31", "minutes": "300"})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"start": "08:00", "end": "13:00"}, {"number": "2", "start": "12:00", "end": "14:00"}),
        ({"minutes": "900"}, {"number": "2", "minutes": "700"}),
        ({"start": "22:00", "end": "06:00"}, {"day": "2026-10-06", "start": "05:00", "end": "09:00"}),
    ],
    ids=["the same hour twice", "more than a day", "a night into the next morning"],
)
@pytest.mark.usefixtures("sqlite")
def test_hours_that_overlap_what_is_recorded_are_refused(first, second):
    here = crew.begun()
    do(here, "mark", {"worker": "QC01", "day": DAY, **first})
    with pytest.raises(DoNotFit, match=r"Nothing was recorded. QC01, .*Correct one of them"):
        do(here, "mark", {"worker": "QC01", "day": DAY, **second})


@pytest.mark.usefixtures("sqlite")
def test_a_note_is_sealed_and_scanned(tmp_path):
    keys = crew.names(tmp_path)
    here = crew.begun(keys)
    row = {"worker": "QC01", "day": DAY, "what": "injury"}
    with pytest.raises(ListedTerm):
        do(here, "mark", {**row, "note": "she was condemned for murder"})
    (shift,) = do(here, "mark", {**row, "note": "a needle in her thumb; washed and bandaged"})
    assert "needle" not in shift.note
    assert "needle" in keys.opened("QC01", "note", shift.note, reader=crew.vaulted.READER)


@pytest.mark.usefixtures("sqlite")
def test_a_note_waits_until_the_names_are_open():
    with pytest.raises(Locked):
        do(crew.begun(), "mark", {"worker": "QC01", "day": DAY, "what": "sick", "note": "a cold"})


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("injury", [("OHS-04", "QC01 injury")]),
        ("lockdown", [("PAY-09", "QC01 lockdown")]),
        ("discipline", [("CON-06", "QC01 discipline")]),
        ("sick", []),
        ("visit", []),
    ],
)
@pytest.mark.usefixtures("sqlite")
def test_what_a_kind_leaves_to_be_followed_up_is_found_and_never_holds_the_row_back(what, expected):
    do(crew.begun(), "mark", {"worker": "QC01", "day": DAY, "what": what})
    assert (findings(), days()[0][2]) == (expected, what)


@pytest.mark.usefixtures("sqlite")
def test_a_lockdown_whose_order_is_recorded_leaves_nothing_open():
    here = crew.begun()
    do(here, "stop-work", {"day": DAY, "ordered_by": "head of security"})
    do(here, "mark", {"worker": "QC01", "day": DAY, "what": "lockdown", "minutes": "120"})
    assert findings() == []


@pytest.mark.usefixtures("sqlite")
def test_time_beyond_the_plan_without_a_yes_is_recorded_and_found():
    here = crew.begun()
    do(here, "mark", {"worker": "QC01", "day": DAY, "minutes": "300"})
    do(here, "mark", {"worker": "QC01", "day": DAY, "number": "2", "minutes": "60"})
    assert (days(), findings()) == (
        [("QC01", 1, "work", 300, None, None), ("QC01", 2, "work", 60, None, None)],
        [("HRS-04", "QC01")],
    )


@pytest.mark.usefixtures("sqlite")
def test_without_a_timetable_nothing_is_beyond_it():
    do(crew.begun(timetable=False), "mark", {"worker": "QC01", "day": DAY, "minutes": "600"})
    assert findings() == []


@pytest.mark.usefixtures("database")
def test_everybody_planned_is_marked_with_exceptions():
    here = crew.begun()
    do(here, "mark", {"worker": "QC04", "day": DAY, "what": "court"})
    do(here, "mark-all", {"day": DAY, "but": "QC02: sick; QC03: training 120"})
    assert days() == [
        ("QC01", 1, "work", 300, None, None),
        ("QC02", 1, "sick", 300, None, None),
        ("QC03", 1, "training", 120, None, None),
        ("QC04", 1, "court", None, None, None),
    ]


@pytest.mark.usefixtures("sqlite")
def test_a_whole_day_sent_twice_is_marked_once():
    here = crew.begun()
    for _ in range(2):
        do(here, "mark-all", {"day": DAY, "but": "QC02: sick"})
    assert len(days()) == 4


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"day": "2026-10-04"}, NobodyThere),  # a Sunday
        ({"day": DAY, "workshop": "sewing"}, NobodyThere),
        ({"day": DAY, "but": "QC99: sick"}, NotPresent),
        ({"day": DAY, "but": "QC01: unwell"}, NotAnException),
        ({"day": DAY, "but": "QC01: sick 10 20"}, NotAnException),
        ({"day": DAY, "but": "QC04: sick"}, MarkedOtherwise),
        ({"day": "2026-11-02"}, NotYet),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_day_that_cannot_be_marked_for_everybody_says_why(row, fault):
    here = crew.begun()
    do(here, "mark", {"worker": "QC04", "day": DAY, "minutes": "300"})
    with pytest.raises(fault):
        do(here, "mark-all", row)
    assert len(days()) == 1


@pytest.mark.usefixtures("sqlite")
def test_without_a_timetable_the_minutes_are_asked_for_and_then_taken():
    here = crew.begun(timetable=False)
    with pytest.raises(NoTimetable, match="QC01, QC02, QC03, QC04"):
        do(here, "mark-all", {"day": DAY})
    do(here, "mark-all", {"day": DAY, "minutes": "240"})
    assert {row[3] for row in days()} == {240}


@pytest.mark.usefixtures("sqlite")
def test_a_seller_marks_no_days():
    crew.begun()
    with pytest.raises(NotYourRole):
        do(crew.at("seller", "V1"), "mark", {"worker": "QC01", "day": DAY, "minutes": "300"})


@pytest.mark.usefixtures("sqlite")
def test_marking_everybody_leaves_those_whom_a_stoppage_of_the_whole_day_kept_from_work():
    here = crew.begun()
    do(here, "stop-work", {"day": DAY, "ordered_by": "head of security"})
    do(here, "mark-all", {"day": DAY, "but": "QC02: training 120"})
    assert days() == [("QC02", 1, "training", 120, None, None)]


@pytest.mark.usefixtures("sqlite")
def test_a_row_that_was_taken_back_does_not_stop_the_day_from_being_marked():
    here = crew.begun()
    do(here, "mark", {"worker": "QC02", "day": DAY, "what": "sick"})
    take_back(here, "shift", {"worker": "QC02", "day": DAY, "number": "1"}, "it was QC03")
    do(here, "mark-all", {"day": DAY, "but": "QC03: sick"})
    assert [row[:3] for row in days()] == [
        ("QC01", 1, "work"), ("QC02", 2, "work"), ("QC03", 1, "sick"), ("QC04", 1, "work"),
    ]  # fmt: skip


@pytest.mark.usefixtures("sqlite")
def test_a_night_as_planned_says_from_when_to_when_so_that_it_is_paid_as_a_night():
    here = crew.begun()
    week = {**crew.WEEK, "monday": 480}
    here.put(
        [Timetable(site="cusco", workshop="knitting", since=date(2026, 9, 7), week=week, starts="22:00")]
    )
    do(here, "mark-all", {"day": DAY, "but": "QC02: sick; QC03: 240"})
    assert [row[2:] for row in days()] == [
        ("work", None, 1320, 360), ("sick", 480, None, None), ("work", 240, None, None), ("work", None, 1320, 360),
    ]  # fmt: skip
