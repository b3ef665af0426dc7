from datetime import date

from jornal.demo.cast import told
from jornal.demo.days import marked, of_month
from jornal.demo.people import people
from jornal.demo.world import place
from jornal.facts.attendance import Shift, Stoppage
from jornal.facts.pay import Adjustment
from jornal.facts.pieces import Pieces, Rejected

CUSCO = place("qori/cusco")
ONE = people(CUSCO)[0]
DAY = date(2026, 8, 3)


def rows(text: str, at: str = "qori/cusco") -> list[tuple]:
    return [
        (row.get("what"), row.get("minutes"), row.get("start"), row.get("number"))
        for row in marked(place(at), ONE, DAY, text)
    ]


def test_cells_become_rows_as_a_manager_marks_them():
    assert rows("5") == [("work", 300, None, None)]
    assert rows("5 C") == [("training", 300, None, None)]
    assert rows("EN") == [("lockdown", None, None, None)]
    assert rows("8:00-13:00 14:00-18:00") == [("work", None, "8:00", 1), ("work", None, "14:00", 2)]
    assert rows("1:15", "thimble/barrow") == [(None, 75, None, None)]


def test_makers_hand_in_their_hours_with_their_kits():
    (here,) = told("thimble", ["barrow"])
    august = of_month(here, people(here), "2026-08")
    assert set(august.cells) <= {day for day in here.says["receipts"] if day.month == 8}
    assert all(on <= day for day, cells in august.cells.items() for _, on, _ in cells)


def test_a_week_may_be_keyed_on_its_friday_and_never_after_its_month():
    (here,) = told("trazo", ["jalisco-2"])
    august = of_month(here, people(here), "2026-08", weekly=True)
    assert sorted(august.cells) == [date(2026, 8, day) for day in (7, 14, 21, 28, 31)]
    daily = of_month(here, people(here), "2026-08")
    assert sum(map(len, daily.cells.values())) == sum(map(len, august.cells.values()))


def test_all_three_months_are_worked_and_the_one_that_is_open_has_begun(register):
    assert {f"{day:%Y-%m}" for day in Shift.objects.current().values_list("day", flat=True)} == {
        *told("qori")[0].months,
        "2026-11",
    }


def test_nobody_is_marked_on_a_day_that_the_prison_stopped(register):
    stopped = set(Stoppage.objects.current().values_list("day", flat=True))
    assert stopped == {date(2026, 9, 17), date(2026, 10, 20)}
    assert not Shift.objects.current().filter(day__in=stopped).exists()


def test_nights_run_over_the_end_of_september(register):
    nights = Shift.objects.current().filter(start=22 * 60, end=3 * 60)
    assert {one.day for one in nights} >= {date(2026, 9, 30), date(2026, 10, 1)}


def test_pieces_are_rejected_with_a_cause_and_their_maker_heard_where_it_is_hers(register):
    assert Pieces.objects.current().count() > 100
    assert all((one.heard == "yes") == (one.cause == "worker") for one in Rejected.objects.current())


def test_an_injury_has_its_note_sealed(register):
    hurt = Shift.objects.current().filter(what="injury")
    assert hurt.count() == 3
    assert all(one.note and "needle" not in one.note for one in hurt)


def test_sums_are_decided_on_their_day(register):
    assert set(Adjustment.objects.current().values_list("what", "amount")) == {
        ("bonus", 4500),
        ("refund", 1250),
    }
