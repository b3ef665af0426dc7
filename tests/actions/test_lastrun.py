"""What run folders leave to a register that begins."""

from dataclasses import replace
from datetime import date

import pytest

from jornal.actions.lastrun import faults, leave, left, missing, week
from jornal.actions.stored import Earlier, carry_out
from jornal.rules.rows import Carry, CreditCarry, Piece, Shift
from jornal.units.periods import month

OCTOBER = month("2026-10")  # its first week begins on 28 September
MONDAY, WEDNESDAY = date(2026, 9, 28), date(2026, 9, 30)
CARRY = Carry(
    shifts=(Shift("s!2", MONDAY, 300), Shift("s!3", WEDNESDAY, 540)),
    pieces=(Piece("p!2", WEDNESDAY, "hat", 4, 1),),
    week_top_up=900,
    year=2026,
    credit=(CreditCarry("PE-R1", 3, 0, 2),),
    year_to_date={"gross": 5000},
    owed_back=310,
)
LAST = carry_out(CARRY)


def run(label="2026-09", **carries) -> Earlier:
    """A run of a month with what each worker carries on."""
    workers = {code: {"code": code, "status": "ready", "carry": carry} for code, carry in carries.items()}
    return Earlier(label, month(label), workers)


def found(*runs: Earlier) -> list[str]:
    return list(faults(runs, OCTOBER))


def test_what_the_last_run_leaves_is_what_counts():
    august = run("2026-08", Q01={**LAST, "owed_back": 9}, Q02=LAST)
    assert {
        code: one.owed_back for code, one in left([august, run(Q01=LAST)], OCTOBER, "monday").items()
    } == {
        "Q01": 310,
        "Q02": 310,
    }


@pytest.mark.parametrize(
    ("label", "week_start", "days", "top_up"),
    [
        ("2026-10", "monday", [MONDAY, WEDNESDAY], 900),
        ("2026-10", "saturday", [MONDAY, WEDNESDAY], 900),
        ("2026-11", "monday", [], 0),
    ],
)
def test_of_the_days_only_those_of_the_open_week_are_left(label, week_start, days, top_up):
    (ana,) = left([run(Q01=LAST)], month(label), week_start).values()
    assert ([one.day for one in ana.shifts], ana.week_top_up, ana.owed_back) == (days, top_up, 310)


def test_the_week_is_named_column_by_column():
    said = week(CARRY)
    assert said["shifts"][1] == {
        "id": "s!3", "day": "2026-09-30", "minutes": 540, "kind": "work", "start": None, "end": None, "pause": 0,
        "place": "", "trade": "", "substitute": False,
    }  # fmt: skip
    assert (said["pieces"][0]["operation"], said["pieces"][0]["rejected_paid"], said["top_up"]) == (
        "hat",
        1,
        900,
    )


def test_leave_that_was_taken_in_months_on_sheets_is_told_with_its_minutes():
    told = run(Q01=LAST, Q02=LAST)
    told.workers["Q01"]["days"] = [
        {"day": "2026-09-03", "minutes": 480, "kind": "leave"},
        {"day": "2026-09-04", "minutes": 480, "kind": "work"},
    ]
    assert leave([told], "Q01") == {"since": "2026-09-01", "days": [["2026-09-03", 480]]}
    assert leave([told], "Q02") == {"since": "2026-09-01", "days": []}


def test_a_run_of_the_month_before_with_everything_in_it_has_no_fault():
    assert found(run(Q01=LAST, Q02=carry_out(Carry()))) == []
    assert found() == []


@pytest.mark.parametrize(
    ("runs", "says"),
    [
        ([run("2026-08")], "what 2026-09 leaves is missing"),
        ([run("2026-09"), run("2026-10")], "The run of 2026-10 is not before 2026-10"),
        ([run("2026-09"), run("2026-09")], "There are two runs of 2026-09. Give the one that was paid."),
    ],
)
def test_runs_lead_up_to_the_month_each_once(runs, says):
    (told,) = found(*runs)
    assert says in told


def without(name: str) -> dict:
    return {key: value for key, value in LAST.items() if key != name}


def of(**changes: object) -> dict:
    return carry_out(replace(CARRY, **changes))


@pytest.mark.parametrize(
    "carry",
    [
        None,
        {},
        "all of it",
        without("shifts"),
        without("owed_back"),
        LAST | {"week_top_up": "some"},
        LAST | {"year_to_date": {"gross": 1.5}},
        of(shifts=(Shift("s!2", date(2026, 10, 1), 300),)),
        of(pieces=(Piece("p!2", date(2026, 9, 23), "hat", 1),)),
        of(shifts=(Shift("s!2", MONDAY, -300),)),
        of(pieces=(Piece("p!2", MONDAY, "hat", -1),)),
        of(week_top_up=-1),
        of(owed_back=-1),
    ],
    ids=str,
)
def test_what_cannot_be_read_or_cannot_be_is_named_and_nothing_is_taken_for_nought(carry):
    (told,) = found(run(Q01=carry, Q02=LAST))
    assert told == (
        "What Q01 carries on from 2026-09 cannot be read in its run. "
        "Make that run again with `jornal pay`, from the same files."
    )


def test_who_has_no_slip_in_the_last_run_is_named_and_in_an_earlier_one_passed_on():
    waiting = run(Q01=LAST)
    waiting.workers["Q01"]["status"] = "none"
    (told,) = found(waiting)
    assert told.startswith("Q01 has no slip in the run of 2026-09")
    assert found(replace(waiting, label="2026-08", period=month("2026-08")), run(Q02=LAST)) == []


def test_who_is_in_a_run_and_in_no_list_is_named_once_with_her_last_month():
    runs = [run("2026-08", Q01=LAST, Q02=LAST), run("2026-09", Q01=LAST)]
    (told,) = missing(runs, {"Q02"}, "people.csv")
    assert told == (
        "Q01 is in the run of 2026-09 and not in people.csv. Add her row; "
        "if she has left, with the day on which she left."
    )
