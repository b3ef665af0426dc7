"""A day's sheet recorded at once."""

import pytest

import crew
from jornal.actions.attendance import NoTimetable
from jornal.actions.markday import mark_day
from jornal.actions.office import NotYourRole
from jornal.facts.attendance import Shift

DAY = "2026-10-30"


def rows() -> list[tuple]:
    return list(Shift.objects.order_by("worker").values_list("worker", "what", "minutes"))


@pytest.mark.usefixtures("database")
def test_rows_that_were_set_and_everybody_else_are_recorded_together():
    found = mark_day(
        crew.begun(), [{"worker": "QC02", "day": DAY, "what": "sick", "minutes": 300}], {"day": DAY}
    )
    assert len(found) == 4
    assert rows() == [
        ("QC01", "work", 300),
        ("QC02", "sick", 300),
        ("QC03", "work", 300),
        ("QC04", "work", 300),
    ]


@pytest.mark.parametrize(
    ("row", "recorded"),
    [
        ({"what": "sick", "minutes": "", "number": 1}, [("sick", 300, None)]),
        ({"minutes": 240, "number": 1}, [("work", 240, None)]),
        ({"minutes": 240, "number": 2}, [("work", 240, None)]),
        ({"start": "08:00", "end": "12:00", "number": 1}, [("work", None, 480)]),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_row_that_was_set_is_nobody_elses(row, recorded):
    mark_day(crew.begun(), [{"worker": "QC02", "day": DAY, **row}], {"day": DAY})
    found = Shift.objects.filter(worker="QC02").values_list("what", "minutes", "start")
    assert (list(found), Shift.objects.count()) == (recorded, 4)


@pytest.mark.usefixtures("sqlite")
def test_where_everybody_else_cannot_be_marked_nothing_is():
    here = crew.begun(timetable=False)
    with pytest.raises(NoTimetable):
        mark_day(here, [{"worker": "QC02", "day": DAY, "minutes": 300}], {"day": DAY})
    assert rows() == []


@pytest.mark.usefixtures("sqlite")
def test_nothing_to_record_is_nothing_recorded():
    assert (mark_day(crew.begun(), []), rows()) == ([], [])


@pytest.mark.usefixtures("sqlite")
def test_it_is_done_by_those_who_mark():
    crew.begun()
    with pytest.raises(NotYourRole):
        mark_day(crew.at("seller", "V1"), [{"worker": "QC01", "day": DAY, "minutes": 300}])
