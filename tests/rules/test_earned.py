"""What a month has earned so far."""

from datetime import date

from jornal.rules.earned import Earned, Group, add, rows_of
from tables import before, month

DAY = date(2026, 10, 5)


def test_a_fault_is_noted_once_for_everything_it_stops():
    earned = Earned()
    for row in ("r1", "r2"):
        earned.stop("Q01", "hourly", "No rate.", row=row, says={"day": DAY})
    assert [(fault.worker, fault.row, fault.stops) for fault in earned.faults] == [("Q01", "r1", "hourly")]


def test_sums_of_a_day_add_up():
    by_day = {}
    add(by_day, DAY, 3)
    add(by_day, DAY, 4)
    assert by_day == {DAY: 7}


def test_a_group_gathers_quantity_price_and_days():
    group = Group()
    group.add(60, 100, DAY)
    group.add(30, 50, DAY)
    assert (group.quantity, group.exact, group.days) == (90, 150, {DAY})


def test_the_rows_of_some_days_are_those_of_work_and_not_of_absence():
    period = month(
        "day hours kind\n2026-10-05 5 work\n2026-10-05 1 sick\n2026-10-06 5 work",
        carry=before("day hours\n2026-09-30 5"),
    )
    assert rows_of(period, Earned(trace=True), [DAY, date(2026, 9, 30)]) == ["c1", "r1"]
