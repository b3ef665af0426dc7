"""What a past month should have been less what was issued: lines of this month, and nothing ever taken."""

from datetime import date

import pytest

from agreement import agreement, rate
from cast import ANA, SPLIT
from jornal.rules.corrections import due_less_issued, sums
from jornal.rules.lines import Line
from tables import month, pay


def line(text):
    """A line from "part kind:code amount", and the payee if there is one."""
    part, name, amount, *payee = text.split()
    kind, _, code = name.partition(":")
    return Line(part, kind, code, 1, "base", "", int(amount), "law", "", "", payee="".join(payee))


def lines_of(text):
    return [line(row) for row in text.strip().splitlines()]


def corrected(due, issued):
    """The correction lines as (part, kind, code, amount), and what is owed back."""
    found = due_less_issued(lines_of(due), lines_of(issued), "2026-09")
    return [(one.part, one.kind, one.code, one.amount) for one in found.lines], found.owed_back


ISSUED = """
    earning hourly 10000
    top_up top_up:least 500
    deduction deduction:authority 1050 authority
    instruction family:f:mother 4000 M.Q.
    own own 9450
"""


def test_a_month_that_was_right_needs_no_line():
    assert corrected(ISSUED, ISSUED) == ([], 0)


def test_hours_found_later_are_paid_with_their_deductions_and_shares():
    due = """
        earning hourly 12000
        top_up top_up:least 500
        deduction deduction:authority 1250 authority
        instruction family:f:mother 4500 M.Q.
    """
    assert corrected(due, ISSUED)[0] == [
        ("earning", "hourly", "", 2000),
        ("deduction", "deduction", "authority", 200),
        ("instruction", "family", "f:mother", 500),
    ]


def test_a_correction_is_marked_with_the_month_it_belongs_to():
    found = due_less_issued([line("earning hourly 12000")], [line("earning hourly 10000")], "2026-09")
    assert [(one.of, dict(one.facts)) for one in found.lines] == [
        ("2026-09", {"due": 12000, "issued": 10000})
    ]


def test_a_month_that_was_paid_too_much_is_shown_as_owed_back_and_never_taken():
    due = "earning hourly 8000\ntop_up top_up:least 500\ndeduction deduction:authority 850 authority"
    assert corrected(due, ISSUED) == ([("info", "hourly", "", -2000)], 2000)


def test_a_top_up_is_never_taken_back_though_better_pieces_come_to_light():
    assert corrected("earning hourly 10200", "earning hourly 10000\ntop_up top_up:least 200") == (
        [("earning", "hourly", "", 200)],
        0,
    )


def test_operations_are_set_beside_their_own():
    assert corrected(
        "earning piece:sole 900\nearning piece:heel 300", "earning piece:sole 800\nearning piece:heel 300"
    )[0] == [("earning", "piece", "sole", 100)]


def test_an_operation_booked_under_the_wrong_name_changes_lines_and_takes_nothing():
    found, owed = corrected("earning piece:sole 800", "earning piece:heel 800")
    assert (sum(row[3] for row in found), owed) == (0, 0)


def test_payees_are_told_apart():
    due = "earning hourly 100\ninstruction family:f 60 M.Q.\ninstruction family:f 40 J.Q."
    issued = "earning hourly 100\ninstruction family:f 50 M.Q.\ninstruction family:f 50 J.Q."
    assert sorted(row[3] for row in corrected(due, issued)[0]) == [-10, 10]


def test_what_was_issued_in_two_runs_counts_together():
    assert corrected("earning hourly 12000", "earning hourly 10000\nearning hourly 2000") == ([], 0)


@pytest.mark.parametrize("part", ["own own", "in_hand cash_rounding", "held deduction:s", "info x"])
def test_lines_that_are_not_money_moved_are_not_corrected(part):
    assert corrected(f"{part} 100", f"{part} 900") == ([], 0)


def test_the_sums_of_correction_lines():
    found = lines_of(
        "earning hourly 2000\ntop_up top_up:x 100\ndeduction deduction:a 210\ninstruction family:f 945"
    )
    assert sums(found) == (2100, 210, 945)


WEEK = "day hours\n2026-09-07..11 5"


def test_a_rate_that_is_raised_backwards_is_made_up_and_split():
    raised = agreement(rate("6.00"), *SPLIT.steps)
    before = pay(SPLIT, month(WEEK, "2026-09", worker=ANA))
    found = due_less_issued(pay(raised, month(WEEK, "2026-09", worker=ANA)).lines, before.lines, "2026-09")
    assert [(one.kind, one.code, one.amount) for one in found.lines] == [
        ("hourly", "", 2500),
        ("deduction", "authority", 250),
        ("deduction", "reparation", 500),
    ]


def test_a_forgotten_day_is_made_up():
    whole = pay(SPLIT, month("day hours\n2026-09-07..14 5", "2026-09", worker=ANA))
    found = due_less_issued(whole.lines, pay(SPLIT, month(WEEK, "2026-09", worker=ANA)).lines, "2026-09")
    assert (sums(found.lines).gross, found.lines[0].quantity) == (7500, 900)


def test_rows_of_the_corrected_month_stand_behind_the_correction():
    whole = pay(SPLIT, month("day hours\n2026-09-07..08 5", "2026-09", worker=ANA))
    short = pay(SPLIT, month("day hours\n2026-09-07 5", "2026-09", worker=ANA))
    found = due_less_issued(whole.lines, short.lines, "2026-09")
    assert (found.lines[0].rests_on, found.lines[0].since) == (("r1", "r2"), date(2020, 1, 1))


def test_a_deduction_raised_backwards_is_shown_as_owed_back_and_not_taken_from_this_month():
    due = ISSUED.replace("authority 1050", "authority 2100")
    assert corrected(due, ISSUED) == ([("info", "deduction", "authority", 1050)], 1050)
