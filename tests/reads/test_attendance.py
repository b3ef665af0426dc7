"""The days of a site as the rules read them, and what a stoppage means for who was not marked."""

from datetime import date

import pytest

import crew
from crew import do
from jornal.facts.attendance import Shift
from jornal.facts.people import Enrolled, Left
from jornal.journal import place
from jornal.journal.record import corrected, voided
from jornal.reads.attendance import entries
from jornal.rules.rows import Entry
from jornal.units.periods import month

OCTOBER = month("2026-10")
MONDAY = "2026-10-05"
STOPPED = {"day": MONDAY, "what": "lockdown", "ordered_by": "head of security"}


def read(**more: object) -> dict[str, list[tuple[str, str, int | None]]]:
    """By worker: id, kind and minutes of each row."""
    found = entries("cusco", OCTOBER, **more)
    return {worker: [(one.id, one.kind, one.minutes) for one in rows] for worker, rows in found.items()}


def shift(worker: str = "QC01", day: date = date(2026, 10, 5), number: int = 1, **more: object) -> Shift:
    return Shift(
        worker=worker, day=day, number=number, **{"site": "cusco", "what": "work", "minutes": 300, **more}
    )


@pytest.mark.usefixtures("database")
def test_each_worker_has_her_rows_in_order_with_everything_that_was_written():
    here = crew.begun()
    here.put(
        [
            shift(
                day=date(2026, 10, 6),
                minutes=None,
                start=480,
                end=790,
                pause=10,
                place="cell",
                trade="knitting",
            ),
            shift(number=2, what="training", minutes=60),
            shift(substitute=True),
            shift("QC02"),
        ]
    )
    assert entries("cusco", OCTOBER)["QC01"] == [
        Entry(
            "shift 2026-10-05 1",
            "QC01",
            date(2026, 10, 5),
            "work",
            300,
            None,
            None,
            None,
            "",
            "",
            substitute=True,
        ),
        Entry("shift 2026-10-05 2", "QC01", date(2026, 10, 5), "training", 60),
        Entry(
            "shift 2026-10-06 1", "QC01", date(2026, 10, 6), "work", None, 480, 790, 10, "cell", "knitting"
        ),
    ]


@pytest.mark.usefixtures("sqlite")
def test_only_the_period_and_the_site_are_read():
    here = crew.begun()
    days = (date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 1))
    here.put([*(shift(day=day) for day in days), shift(number=2, site="lima")])
    assert [row[0] for row in read()["QC01"]] == ["shift 2026-10-01 1", "shift 2026-10-31 1"]


@pytest.mark.usefixtures("sqlite")
def test_what_was_corrected_reads_as_it_is_now_and_what_was_taken_back_is_gone():
    here = crew.begun()
    first, gone = here.put([shift(), shift("QC02")])
    here.put([corrected(first, "she left at noon", minutes=240), voided(gone, "not her")])
    assert read() == {"QC01": [("shift 2026-10-05 1", "work", 240)]}


@pytest.mark.usefixtures("sqlite")
def test_a_book_reads_as_it_stood():
    here = crew.begun()
    (first,) = here.put([shift()])
    before = {"cusco": place.found("cusco").seq}
    here.put([corrected(first, "she left at noon", minutes=240), shift("QC02")])
    assert read(upto=before) == {"QC01": [("shift 2026-10-05 1", "work", 300)]}
    assert read(upto={"hq": 99}) == {}


@pytest.mark.usefixtures("sqlite")
def test_some_workers_may_be_asked_for():
    here = crew.begun()
    here.put([shift(), shift("QC02")])
    do(here, "stop-work", STOPPED)
    assert set(read(workers=["QC02", "QC03"])) == {"QC02", "QC03"}


@pytest.mark.usefixtures("database")
def test_a_day_without_work_gives_a_row_to_everybody_who_has_none():
    here = crew.begun()
    here.put([shift("QC01"), shift("QC02", what="sick", minutes=None)])
    do(here, "stop-work", STOPPED)
    assert read(planned=lambda worker, _: 0 if worker == "QC04" else 300) == {
        "QC01": [("shift 2026-10-05 1", "work", 300)],
        "QC02": [("shift 2026-10-05 1", "sick", None)],
        "QC03": [("stoppage 2026-10-05 1", "lockdown", 300)],
    }


@pytest.mark.usefixtures("sqlite")
def test_where_nobody_says_what_was_planned_the_rules_ask_the_contract():
    do(crew.begun(), "stop-work", STOPPED)
    assert read()["QC01"] == [("stoppage 2026-10-05 1", "lockdown", None)]


@pytest.mark.usefixtures("sqlite")
def test_part_of_a_day_gives_nobody_a_row():
    do(crew.begun(), "stop-work", {**STOPPED, "start": "08:00", "end": "10:00"})
    assert read() == {}


@pytest.mark.usefixtures("sqlite")
def test_a_stoppage_of_a_workshop_is_of_those_who_work_there():
    here = crew.begun()
    sewing = {
        "site": "cusco",
        "since": crew.FIRST,
        "workshop": "sewing",
        "language": "es",
        "languages": ["es"],
    }
    here.put([Enrolled(worker="QC05", reads="yes", **sewing)])
    do(here, "stop-work", {**STOPPED, "workshop": "sewing", "what": "no_material"})
    assert read() == {"QC05": [("stoppage 2026-10-05 1", "no_material", None)]}


@pytest.mark.usefixtures("sqlite")
def test_of_two_stoppages_on_a_day_each_worker_has_one_row_her_workshops_first():
    here = crew.begun()
    do(here, "stop-work", STOPPED, {**STOPPED, "workshop": "knitting", "what": "no_material"})
    assert read()["QC01"] == [("stoppage 2026-10-05 1", "no_material", None)]


@pytest.mark.usefixtures("sqlite")
def test_a_stoppage_is_of_those_who_are_there_that_day():
    here = crew.begun()
    root = Enrolled.objects.get(worker="QC01").root
    here.put([Left(enrolled=root, worker="QC01", site="cusco", day=date(2026, 10, 4), reason="release")])
    do(here, "stop-work", STOPPED)
    assert set(read()) == {"QC02", "QC03", "QC04"}


@pytest.mark.usefixtures("sqlite")
def test_a_row_of_a_stoppage_stands_among_the_others_by_its_day():
    here = crew.begun()
    here.put([shift(day=date(2026, 10, 6)), shift(day=date(2026, 10, 2))])
    do(here, "stop-work", STOPPED)
    assert [row[0] for row in read()["QC01"]] == [
        "shift 2026-10-02 1",
        "stoppage 2026-10-05 1",
        "shift 2026-10-06 1",
    ]
