"""Each worker's month put together from her rows."""

from dataclasses import replace
from datetime import date

import pytest

from jornal.actions.inputs import Asked, gathered
from jornal.actions.plans import Plans
from jornal.actions.stored import Earlier, carry_out
from jornal.actions.workers import ready
from jornal.rules.rows import Carry
from jornal.units.periods import month


@pytest.fixture
def made(desk):
    """Gives her month as it is put together, by code."""

    def of(code, held=(), attendance="shifts.csv", **more):
        asked = Asked(
            desk.folder / "people.csv", (desk.folder / attendance,), (desk.folder / "pieces.csv",),
            "qori", "cusco", "2026-10", **more,
        )  # fmt: skip
        inputs = gathered(asked)
        person = next(one for one in inputs.people if one.worker.code == code)
        return ready(person, Plans(inputs), frozenset(held))

    return of


def test_one_with_rows_is_ready(made):
    assert made("Q01").status == "ready"


def test_one_without_rows_is_idle(desk, made):
    desk.sheet("pieces.csv", "code,day,operation,good\n")
    assert made("Q21").status == "idle"


def test_one_with_a_row_that_could_not_be_used_has_no_slip(made):
    assert made("Q01", held=["Q01"]).status == "none"


def test_accepted_it_is_on_account(made):
    assert made("Q01", held=["Q01"], accept_bad_rows=True).status == "on_account"


def test_the_bad_row_of_another_is_not_hers(made):
    assert made("Q01", held=["Q02"]).status == "ready"


def test_punches_of_a_clock_become_her_shifts(desk, made):
    text = (desk.folder / "people.csv").read_text(encoding="utf-8").splitlines()
    desk.sheet(
        "people.csv",
        "\n".join([f"{text[0]},clock number", f"{text[1]},7", f"{text[2]},8", f"{text[3]},9"]) + "\n",
    )
    touches = ("2026-10-05 08:00:00", "2026-10-05 13:00:00", "2026-10-06 08:00:00")
    (desk.folder / "attlog.dat").write_text("".join(f"7\t{touch}\t1\t0\t1\t0\n" for touch in touches))
    found = made("Q01", attendance="attlog.dat")
    assert ([shift.minutes for shift in found.month.shifts], len(found.faults), found.status) == (
        [300],
        1,
        "none",
    )


def test_pieces_are_in_the_order_of_their_days(desk, made):
    desk.sheet(
        "pieces.csv",
        "code,day,operation,good\nQ21,2026-10-06,hat,1\nQ21,2026-10-05,scarf,1\nQ21,2026-10-05,hat,1\n",
    )
    assert [(one.day.day, one.operation) for one in made("Q21").month.pieces] == [
        (5, "hat"),
        (5, "scarf"),
        (6, "hat"),
    ]


def test_a_contract_that_is_not_there_is_a_fault_naming_it(desk, made):
    text = (desk.folder / "people.csv").read_text(encoding="utf-8")
    desk.sheet("people.csv", text.replace("cusco-piece", "cusco-kite"))
    found = made("Q21")
    assert (found.status, dict(found.faults[0].says)["contract"]) == ("none", "cusco-kite")


@pytest.mark.parametrize("day", ["2025-10-07", "2026-11-04", "2026-09-30"])
def test_a_row_dated_outside_the_month_is_said_to_her_and_not_dropped_in_silence(desk, made, day):
    desk.sheet("shifts.csv", f"code,day,start,end\nQ01,2026-10-05,8:00,13:00\nQ01,{day},8:00,13:00\n")
    found = made("Q01")
    told = [fault for fault in found.faults if "outside the month" in fault.key]
    assert ([dict(fault.says) for fault in told], told[0].stops, found.status) == (
        [{"number": 1, "place": "shifts.csv!3"}],
        "",
        "ready",
    )


def test_a_sum_dated_outside_the_month_is_said_too(desk, made):
    desk.sheet(
        "adjustments.csv",
        "code,day,kind,label,amount,reason,payer,approver\n"
        "Q01,2026-12-05,bonus,Sample,20.00,sample made,workshop,Rosa\n",
    )
    found = made("Q01", adjustments=desk.folder / "adjustments.csv")
    assert [dict(fault.says)["place"] for fault in found.faults] == ["adjustments.csv!2"]


@pytest.mark.parametrize(
    ("column", "day", "rows"),
    [("left on", "2026-10-05", 1), ("since", "2026-10-06", 1), ("left on", "2026-10-06", 0)],
)
def test_work_after_she_left_or_before_she_came_is_paid_and_said(desk, made, column, day, rows):
    text = (desk.folder / "people.csv").read_text(encoding="utf-8").splitlines()
    desk.sheet("people.csv", "\n".join([f"{text[0]},{column}", f"{text[1]},{day}"]) + "\n")
    desk.sheet("shifts.csv", "code,day,start,end\nQ01,2026-10-05,8:00,13:00\nQ01,2026-10-06,8:00,13:00\n")
    desk.sheet("pieces.csv", "code,day,operation,good\n")
    found = made("Q01")
    told = [dict(fault.says)["number"] for fault in found.faults if "after she left" in fault.key]
    assert (told, len(found.month.shifts), found.status) == ([rows] if rows else [], 2, "ready")


def test_the_leave_of_the_runs_given_is_known_when_she_leaves(desk):
    person = next(one for one in gathered(_asked(desk)).people if one.worker.code == "Q01")
    leaves = replace(person, worker=replace(person.worker, left_on=date(2026, 10, 12)))
    inputs = gathered(_asked(desk))
    assert ready(leaves, Plans(inputs), frozenset()).month.worker.known_since == date(2026, 10, 1)
    days = [{"day": "2026-09-03", "kind": kind, "minutes": 120} for kind in ("leave", "work")]
    inputs.previous = [Earlier("2026-09", month("2026-09"), {"Q01": {"days": days, "status": "none"}})]
    inputs.previous[0].workers["Q01"]["carry"] = carry_out(Carry())
    hers = ready(leaves, Plans(inputs), frozenset()).month.worker
    assert (hers.leave_before, hers.known_since) == (((date(2026, 9, 3), 120),), date(2026, 9, 1))


def _asked(desk):
    files = [desk.folder / name for name in ("people.csv", "shifts.csv", "pieces.csv")]
    return Asked(files[0], (files[1],), (files[2],), "qori", "cusco", "2026-10")
