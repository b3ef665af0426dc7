"""What grew with her time here: leave that was not taken, and pay of the year, on her last day."""

from dataclasses import replace
from datetime import date

import pytest

from agreement import (
    EIGHT_HOURS_SIX_DAYS,
    FIVE_HOURS_FIVE_DAYS,
    accrual,
    agreement,
    floor,
    kind,
    piece,
    rate,
    rest_pay,
)
from jornal.rules.accrued import FROM_HERE, NO_DAYS, NO_FIRST_DAY, NO_PRICE, NO_RULE, NO_TIMETABLE
from jornal.rules.rows import Worker
from tables import amounts, lines, month, pay

PAID_LEAVE = kind("leave")
TWELVE_DAYS = agreement(rate("10.00"), accrual("12"), PAID_LEAVE, timetable=FIVE_HOURS_FIVE_DAYS)
AT_WORK = "day hours\n2026-10-05..09 5"


def left(on: str, since: str = "2025-10-13", **more: object) -> Worker:
    """A worker with her first and her last day."""
    return Worker("A1", "agreed", since=date.fromisoformat(since), left_on=date.fromisoformat(on), **more)


def keys(found) -> list[str]:
    """The sentences of what is missing."""
    return [fault.key for fault in found.faults]


def test_a_year_of_leave_that_was_not_taken_is_paid_with_her_last_month():
    found = pay(TWELVE_DAYS, month(AT_WORK, worker=left("2026-10-12")))
    (line,) = lines(found, "unused_leave")
    assert (line.quantity, line.unit, line.rate, line.amount) == (12 * 300, "min", "1000", 60000)
    assert (line.part, line.layer, line.rule, line.source) == ("earning", "contract", "leave", "agreement")
    assert found.totals["gross"] == 25000 + 60000


def test_nobody_who_stays_is_paid_for_leave_she_may_still_take():
    stays = Worker("A1", "agreed", since=date(2025, 10, 13))
    found = pay(TWELVE_DAYS, month(AT_WORK, worker=stays))
    assert (amounts(found, "unused_leave"), found.faults) == ([], [])


def test_who_left_before_is_not_paid_for_it_twice():
    assert amounts(pay(TWELVE_DAYS, month(worker=left("2026-09-30"))), "unused_leave") == []


@pytest.mark.parametrize(
    ("since", "on", "minutes"),
    [
        ("2026-10-12", "2026-10-12", 10),  # a day: 3600 / 365, up to the next whole minute
        ("2026-04-13", "2026-10-12", 1805),  # 183 of 365 days
        ("2024-10-13", "2026-10-12", 7200),  # two years
        ("2024-02-29", "2026-10-12", 9430),  # two years, and 226 of 365 days
    ],
)
def test_it_grows_day_by_day(since: str, on: str, minutes: int):
    found = pay(TWELVE_DAYS, month(AT_WORK, worker=left(on, since)))
    assert [line.quantity for line in lines(found, "unused_leave")] == [minutes]


def test_what_she_took_is_taken_off_the_month_of_leaving_included():
    hers = left("2026-10-12", leave_before=((date(2026, 3, 2), 0), (date(2026, 3, 3), 120)))
    days = "day hours kind\n2026-10-05..06 5 work\n2026-10-07..08 5 leave"
    found = pay(TWELVE_DAYS, month(days, worker=hers))
    (line,) = lines(found, "unused_leave")
    assert line.quantity == 3600 - 300 - 120 - 600
    assert dict(line.facts) == {"grown": 3600, "taken": 1020, "until": "2026-10-12"}


def test_leave_that_was_not_paid_takes_nothing_off():
    terms = agreement(rate("10.00"), accrual("12"), timetable=FIVE_HOURS_FIVE_DAYS)
    hers = left("2026-10-12", leave_before=((date(2026, 3, 2), 0),))
    assert [line.quantity for line in lines(pay(terms, month(AT_WORK, worker=hers)), "unused_leave")] == [
        3600
    ]


def test_leave_taken_ahead_is_never_taken_back():
    many = tuple((date(2026, 3, day), 300) for day in range(1, 20))
    found = pay(TWELVE_DAYS, month(AT_WORK, worker=left("2026-10-12", leave_before=many)))
    assert (amounts(found, "unused_leave"), found.totals["gross"]) == ([], 25000)


@pytest.mark.parametrize(
    ("counts", "days", "minutes"),
    [("work_day", "10", 3000), ("calendar_day", "14", 3000), ("week", "2", 3000), ("week", "5.6", 8400)],
)
def test_a_day_is_counted_as_the_law_counts_it(counts: str, days: str, minutes: int):
    terms = agreement(rate("10.00"), accrual(days, counts=counts), timetable=FIVE_HOURS_FIVE_DAYS)
    found = pay(terms, month(AT_WORK, worker=left("2026-10-12")))
    assert [line.quantity for line in lines(found, "unused_leave")] == [minutes]


def test_more_days_with_each_year_of_service_and_a_premium_on_what_was_not_taken():
    rule = accrual("12", {2: "14", 3: "16"}, share="125 %")
    terms = agreement(rate("10.00"), rule, timetable=FIVE_HOURS_FIVE_DAYS)
    (line,) = lines(pay(terms, month(AT_WORK, worker=left("2026-10-12", "2022-10-13"))), "unused_leave")
    assert (line.quantity, line.rate) == ((12 + 14 + 16 + 16) * 300, "1250")


def test_a_law_that_changes_counts_from_its_day():
    terms = agreement(
        rate("10.00"), accrual({"2020-01-01": "6", "2026-01-01": "12"}), timetable=FIVE_HOURS_FIVE_DAYS
    )
    found = pay(terms, month(AT_WORK, worker=left("2026-10-12")))
    # 80 days at 6 and 285 at 12 a year of 365 days
    assert [line.quantity for line in lines(found, "unused_leave")] == [-(-(80 * 6 + 285 * 12) * 300 // 365)]


def test_who_was_there_for_less_than_the_least_has_none_and_nothing_is_missing():
    terms = agreement(rate("10.00"), accrual("6", after_months=12), timetable=FIVE_HOURS_FIVE_DAYS)
    short, whole = (pay(terms, month(AT_WORK, worker=left(on))) for on in ("2026-10-11", "2026-10-12"))
    assert (amounts(short, "unused_leave"), short.faults) == ([], [])
    assert amounts(whole, "unused_leave") == [30000]


def test_a_week_of_leave_is_paid_with_its_rest_day():
    terms = agreement(
        rate("10.00"), rest_pay(6), accrual("7", counts="calendar_day"), timetable=EIGHT_HOURS_SIX_DAYS
    )
    found = pay(terms, month("day hours\n2026-10-05..10 8", worker=left("2026-10-12")))
    assert amounts(found, "unused_leave") == [56000]  # 48 h at 10.00 and their sixth


def test_on_pieces_a_day_of_leave_is_worth_her_average_and_never_less_than_the_floor():
    tally = "day operation good\n2026-10-05..09 hat 10"
    for price, each in (("5.00", 5000), ("2.00", 3000)):
        terms = agreement(
            piece("hat", price), floor("6.00", plain_hours="1"), accrual("1"),
            pays="piece", measure="plain_hour", timetable=FIVE_HOURS_FIVE_DAYS,
        )  # fmt: skip
        found = pay(terms, month(AT_WORK, tally=tally, worker=left("2026-10-12")))
        assert amounts(found, "unused_leave") == [each]


def test_it_stands_outside_the_floor_so_that_no_top_up_is_lessened_by_it():
    terms = agreement(
        rate("5.00"), floor("6.00", plain_hours="1"), accrual("12"),
        measure="plain_hour", timetable=FIVE_HOURS_FIVE_DAYS,
    )  # fmt: skip
    found = pay(terms, month(AT_WORK, worker=left("2026-10-12")))
    assert found.totals["top_up"] == 2500


def test_pay_of_the_year_is_paid_on_its_day_to_who_stays_and_in_part_to_who_leaves():
    bonus = accrual(
        "15", gives="pay", pays_on="12-20", counts="work_day", id="year-end", label="Year-end bonus"
    )
    terms = agreement(rate("10.00"), bonus, accrual("0"), timetable=FIVE_HOURS_FIVE_DAYS)
    stays = Worker("A1", "agreed", since=date(2026, 7, 2))
    in_december = pay(terms, month("day hours\n2026-12-01 5", "2026-12", worker=stays))
    assert [line.quantity for line in lines(in_december, "accrued_pay")] == [-(-183 * 4500 // 365)]
    assert lines(pay(terms, month(AT_WORK, worker=stays)), "accrued_pay") == []
    leaves = replace(stays, since=date(2020, 1, 1), left_on=date(2026, 10, 12))
    (line,) = lines(pay(terms, month(AT_WORK, worker=leaves)), "accrued_pay")
    assert (line.quantity, line.label) == (-(-285 * 4500 // 365), "Year-end bonus")


def test_who_leaves_after_the_day_of_the_year_was_paid_to_its_end():
    bonus = accrual("15", gives="pay", pays_on="12-20", id="year-end")
    terms = agreement(rate("10.00"), bonus, timetable=FIVE_HOURS_FIVE_DAYS)
    week = pay(terms, month(of="2026-12-28..31", worker=left("2026-12-30", "2020-01-01")))
    assert lines(week, "accrued_pay") == []


@pytest.mark.parametrize(
    ("terms", "hers", "missing"),
    [
        (TWELVE_DAYS, replace(left("2026-10-12"), since=None), NO_FIRST_DAY),
        (agreement(rate("10.00"), accrual("12")), left("2026-10-12"), NO_TIMETABLE),
        (
            agreement(rate("10.00"), accrual("unknown"), timetable=FIVE_HOURS_FIVE_DAYS),
            left("2026-10-12"),
            NO_DAYS,
        ),
        (
            agreement(piece("hat", "5.00"), accrual("12"), pays="piece", timetable=FIVE_HOURS_FIVE_DAYS),
            left("2026-10-12"),
            NO_PRICE,
        ),
    ],
)
def test_what_is_missing_stops_its_own_line_and_no_wage(terms, hers: Worker, missing: str):
    found = pay(terms, month("" if missing == NO_PRICE else AT_WORK, worker=hers))
    assert amounts(found, "unused_leave") == []
    assert [fault.stops for fault in found.faults if fault.key == missing] == ["accrued:leave"]
    assert found.totals["gross"] == (0 if missing == NO_PRICE else 25000)


def test_where_the_days_of_one_stretch_are_unknown_the_others_are_paid():
    terms = agreement(
        rate("10.00"), accrual({"2020-01-01": "12", "2026-01-01": "unknown"}), timetable=FIVE_HOURS_FIVE_DAYS
    )
    found = pay(terms, month(AT_WORK, worker=left("2026-10-12")))
    assert [line.quantity for line in lines(found, "unused_leave")] == [-(-80 * 3600 // 365)]
    assert keys(found) == [NO_DAYS]


def test_where_nothing_is_said_of_leave_the_slip_says_so_and_is_not_held():
    found = pay(agreement(rate("10.00")), month(AT_WORK, worker=left("2026-10-12")))
    assert [(fault.key, fault.stops) for fault in found.faults] == [(NO_RULE, "")]
    none = agreement(rate("10.00"), accrual("0"), timetable=FIVE_HOURS_FIVE_DAYS)
    assert pay(none, month(AT_WORK, worker=left("2026-10-12"))).faults == []


@pytest.mark.parametrize(("since", "known"), [("2023-05-01", "2026-07-01"), ("2023-05-01", None)])
def test_what_lies_before_anything_is_known_is_said_and_not_guessed(since: str, known: str | None):
    rule = accrual({"2026-07-01": "12"} if known is None else "12")
    hers = left("2026-10-12", since, known_since=date.fromisoformat(known) if known else None)
    found = pay(agreement(rate("10.00"), rule, timetable=FIVE_HOURS_FIVE_DAYS), month(AT_WORK, worker=hers))
    assert [(fault.key, fault.stops) for fault in found.faults] == [(FROM_HERE, "")]
    assert [line.quantity for line in lines(found, "unused_leave")] == [-(-104 * 3600 // 365)]
