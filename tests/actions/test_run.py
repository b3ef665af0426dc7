"""One month paid as one self-describing table."""

import pytest

from jornal.actions import run as action

KEYS = set("format release enterprise site period complete inputs terms listed repeated workers".split())


@pytest.fixture
def october(desk):
    desk.pay()
    return desk


def test_a_run_describes_itself(october):
    assert set(october.read()) >= KEYS


def test_workers_are_in_the_order_of_their_codes(october):
    assert [one["code"] for one in october.read()["workers"]] == ["Q01", "Q02", "Q21"]


def test_her_totals_are_those_of_her_lines(october):
    worker = october.worker("Q01")
    sums = {
        part: sum(one["amount"] for one in worker["lines"] if one["part"] == part)
        for part in ("deduction", "instruction")
    }
    totals = worker["totals"]
    assert (totals["deductions"], totals["instructions"]) == (sums["deduction"], sums["instruction"])


def test_corrections_join_the_totals_to_the_cent(desk):
    desk.sheet("shifts.csv", "code,day,hours\nQ01,2026-09-07,5\n")
    desk.sheet("pieces.csv", "code,day,operation,good\n")
    desk.pay(month="2026-09")
    desk.sheet("shifts.csv", "code,day,hours\nQ01,2026-09-08,5\nQ01,2026-10-05,5\n")
    desk.pay("--previous", "2026-09")
    lines, totals = desk.worker("Q01")["lines"], desk.worker("Q01")["totals"]
    sums = {}
    for one in lines:
        sums[one["part"]] = sums.get(one["part"], 0) + one["amount"]
    gross = sum(sums.get(part, 0) for part in ("earning", "top_up", "bonus"))
    assert (totals["gross"], totals["own"]) == (gross, gross - sums["deduction"])
    assert totals["in_hand"] == totals["own"] - sums["instruction"] + sums.get("in_hand", 0)
    assert sums["own"] == totals["own"]


def test_a_fault_that_leaves_an_earning_out_issues_the_slip_on_account(desk):
    desk.sheet("pieces.csv", "code,day,operation,good\nQ21,2026-10-05,scarf,9\nQ21,2026-10-05,kite,9\n")
    desk.pay()
    worker = desk.worker("Q21")
    assert (worker["status"], [fault["stops"] for fault in worker["faults"]]) == (
        "on_account",
        ["piece:kite"],
    )


def test_an_unknown_debt_is_held_and_the_slip_is_still_whole(desk):
    text = (desk.folder / "people.csv").read_text(encoding="utf-8")
    desk.sheet("people.csv", text.replace("5000.00", ""))
    desk.pay()
    worker = desk.worker("Q01")
    assert (worker["status"], worker["totals"]["held"] > 0) == ("ready", True)


def test_one_without_a_slip_has_no_figures(desk):
    desk.sheet("shifts.csv", "code,day,hours\nQ01,2026-10-05,many\nQ02,2026-10-05,5\n")
    desk.pay()
    worker = desk.worker("Q01")
    assert (worker["lines"], set(worker["totals"].values())) == ([], {0})


def test_the_order_of_the_sheets_rows_never_matters(october):
    before = october.read()["workers"]
    rows = (october.folder / "shifts.csv").read_text(encoding="utf-8").splitlines()
    october.sheet("shifts.csv", "\n".join([rows[0], *rows[:0:-1]]) + "\n")
    october.pay(out="again")
    after = october.read("again")["workers"]
    assert [one["totals"] for one in after] == [one["totals"] for one in before]


def test_two_processes_pay_as_one_does(desk, monkeypatch):
    desk.pay()
    alone = desk.read()
    monkeypatch.setattr(action, "MANY", 2)
    monkeypatch.setattr(action, "PART", 2)
    desk.pay()
    assert desk.read() == alone
