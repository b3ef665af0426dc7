"""What the rules give back, as JSON values."""

import json
from datetime import date

from agreement import FIVE_HOURS_FIVE_DAYS, agreement, credit, floor, rate
from cast import ANA, MAY
from jornal.actions.tables import comparison_row, credit_row, fault_row, hours_rows, line_row, says
from jornal.rules.lines import Fault
from tables import month, pay

TERMS = agreement(
    rate("5.00"), floor("1130.00", "month", full_from_minutes=240, plain_hours="240"), credit("ratio", 1, 5),
    timetable=FIVE_HOURS_FIVE_DAYS, site={"credit": "R1"},
)  # fmt: skip
TEXT = "day hours kind\n2026-10-05 5 work\n2026-10-06 5 work\n2026-10-07 5 training\n2026-10-08 5 sick"


def paid(worker=ANA):
    return pay(TERMS, month(TEXT, worker=worker))


def test_every_line_is_json():
    assert [json.loads(json.dumps(line_row(line)))["amount"] for line in paid().lines] == [
        line.amount for line in paid().lines
    ]


def test_hours_are_told_by_kind_and_work_comes_first():
    assert hours_rows(month(TEXT)) == [
        {"kind": "work", "minutes": 600, "days": 2},
        {"kind": "sick", "minutes": 300, "days": 1},
        {"kind": "training", "minutes": 300, "days": 1},
    ]


def test_the_comparison_names_its_floor_and_her_effective_hour():
    found = comparison_row(paid().comparison)
    assert (found["floor"], found["measure"], found["effective"], found["guarantee"]) == (
        "least",
        "guarantee",
        "500",
        15409,
    )


def test_a_month_without_hours_has_no_effective_hour():
    assert comparison_row(pay(TERMS, month()).comparison)["effective"] is None


def test_a_tally_is_told_with_its_rule():
    found = credit_row(paid(MAY).credit[0])
    assert (found["code"], found["num"], found["den"], found["days"], found["days_carried"]) == (
        "R1",
        1,
        5,
        3,
        3,
    )


def test_a_tally_without_a_rule_is_told_too():
    found = credit_row(pay(agreement(rate("5.00")), month(TEXT)).credit[0])
    assert (found["status"], found["why"], found["den"]) == ("unknown", "no_code", 0)


def test_days_in_a_sentence_are_text():
    fault = Fault("Q01", "{day}", (("day", date(2026, 10, 5)), ("name", "x")))
    assert (fault_row(fault)["says"], says(())) == ([["day", "2026-10-05"], ["name", "x"]], [])
