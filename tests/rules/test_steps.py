"""Deductions: each step's base, threshold, limits and payee, the limits over all, and what is held."""

from dataclasses import replace

import pytest

from agreement import agreement, falls, floor, hers, piece, rate, step
from cast import ANA, IN_HER_CELL, JO, REPARATION, SPLIT
from tables import amounts, figures, lines, month, pay, stopped


def taken(*rows, gross="100.00", of="2026-10", worker=ANA, **more):
    """What is left of a gross after these steps: her own, and each deduction."""
    terms = agreement(piece("lot", gross), *rows, pays="piece")
    found = pay(terms, month(of=of, tally=f"day operation good\n{of}-05 lot 1", worker=worker, **more))
    return found.totals["own"], {line.code: line.amount for line in lines(found, "deduction")}


def test_a_tenth_and_a_fifth_leave_seven_tenths():
    found = pay(SPLIT, month("day hours\n2026-10-05..09 5", worker=ANA))
    assert [(line.code, line.amount) for line in found.lines if line.part in ("deduction", "own")] == [
        ("authority", 1250),
        ("reparation", 2500),
        ("own", 8750),
    ]


@pytest.mark.parametrize(
    ("rounding", "amount"), [("half_up", 13), ("half_even", 12), ("down", 12), ("up", 13), ("half_down", 12)]
)
def test_each_step_is_rounded_as_it_says_and_she_gets_the_rest(rounding, amount):
    assert taken(step("s", "10 %", rounding=rounding), hers(), gross="1.25") == (125 - amount, {"s": amount})


def test_a_debt_is_paid_down_to_nothing_and_never_beyond():
    worker = replace(ANA, balances={"reparation": 700})
    assert taken(REPARATION, worker=worker) == (9300, {"reparation": 700})


def test_a_debt_that_is_paid_off_takes_nothing_and_its_share_is_hers():
    worker = replace(ANA, balances={"reparation": 0})
    assert taken(REPARATION, hers(), worker=worker) == (10000, {})


def test_a_debt_nobody_has_confirmed_is_held_and_not_taken_from_her():
    terms = agreement(rate("5.00"), REPARATION, hers())
    found = pay(terms, month("day hours\n2026-10-05..09 5", worker=replace(ANA, balances={})))
    assert (figures(found, "own", "held"), stopped(found)) == (
        {"own": 12500, "held": 2500},
        ["deduction:reparation"],
    )


def test_what_is_paid_off_may_go_to_the_other_shares_equally_but_never_to_the_last():
    steps = (
        step("dependants", "30 %"),
        step("debt", "30 %", needs="balance", if_none="others_equally_but_last"),
        step("savings", "30 %"),
        step("small", "10 %"),
    )
    worker = replace(ANA, balances={"debt": 0})
    assert taken(*steps, worker=worker)[1] == {"dependants": 4500, "savings": 4500, "small": 1000}


def test_a_step_on_request_is_taken_only_when_she_asks():
    steps = step("own-wish", "10 %", needs="request"), hers()
    asking = replace(ANA, requests=frozenset({"own-wish"}))
    assert [taken(*steps, worker=worker)[1] for worker in (ANA, asking)] == [{}, {"own-wish": 1000}]


def test_no_step_takes_more_than_is_left():
    assert taken(step("a", "80 %"), step("b", "80 %")) == (0, {"a": 8000, "b": 2000})


def test_all_steps_together_keep_within_the_most_and_later_ones_give_way_first():
    assert taken(step("a", "40 %"), step("b", "40 %"), falls(most_of_gross="50 %"))[1] == {
        "a": 4000,
        "b": 1000,
    }


def test_a_step_outside_the_limits_is_taken_beside_them():
    steps = step("a", "40 %"), step("alimony", "30 %", counts_in_cap=False)
    assert taken(*steps, falls(most_of_gross="40 %"))[1] == {"a": 4000, "alimony": 3000}


def test_a_protected_share_of_the_gross_stays_hers_rounded_up():
    assert taken(step("a", "90 %"), falls(protected_of_gross="1/3"), gross="1.00") == (34, {"a": 66})


def test_her_guarantee_under_a_floor_stays_hers():
    terms = agreement(
        rate("8.00"),
        floor("6.00", plain_hours="1"),
        step("a", "50 %"),
        falls(protected_floor="least"),
        measure="plain_hour",
    )
    assert figures(pay(terms, month("day hours\n2026-10-05 5")), "own", "deduction") == {
        "own": 3000,
        "deduction": 1000,
    }


def test_where_the_protected_floor_is_not_known_nothing_is_taken():
    terms = agreement(rate("8.00"), step("a", "50 %"), falls(protected_floor="nowhere"))
    assert figures(pay(terms, month("day hours\n2026-10-05 5")), "own", "deduction") == {
        "own": 4000,
        "deduction": 0,
    }


def test_a_protected_floor_is_her_guarantee_though_the_contract_measures_it_by_the_hour():
    day = floor("30.00", "day", full_from_minutes=1, plain_hours="8")
    terms = agreement(
        rate("8.00"), day, step("a", "50 %"), falls(protected_floor="least"), measure="plain_hour"
    )
    assert figures(pay(terms, month("day hours\n2026-10-05 5")), "own") == {"own": 3000}


WEEKLY = step("levy", "40 %", over="20.00", per="week", rounding="down")
BY_WEEK = """
    day         operation  good
    2027-02-03  lot        1
    2027-02-10  lot        3
    2027-02-17  lot        3
    2027-02-24  lot        3
"""


def test_a_weekly_levy_looks_at_each_week_so_that_a_poor_week_bears_nothing():
    terms = agreement(piece("lot", "10.00"), WEEKLY, pays="piece")
    assert amounts(pay(terms, month(of="2027-02", tally=BY_WEEK)), "deduction") == [400, 400, 400]


def test_a_weekly_share_runs_a_debt_down_week_by_week():
    terms = agreement(piece("lot", "10.00"), step("debt", "50 %", per="week", needs="balance"), pays="piece")
    worker = replace(ANA, balances={"debt": 1800})
    assert amounts(pay(terms, month(of="2027-02", tally=BY_WEEK, worker=worker)), "deduction") == [500, 1300]


def test_the_levy_of_one_week_is_taken_on_that_week():
    found = pay(
        IN_HER_CELL, month(of="2026-10-05..11", tally="day operation good\n2026-10-05 kit 5", worker=JO)
    )
    assert figures(found, "deduction", "own") == {"deduction": 1600, "own": 4400}


def test_where_no_account_may_be_opened_her_money_goes_where_the_law_says():
    tally = "day operation good\n2026-10-05 kit 1"
    payees = [
        lines(pay(IN_HER_CELL, month(tally=tally, worker=replace(JO, account_allowed=allowed))), "own")[
            0
        ].payee
        for allowed in (False, True, None)
    ]
    assert payees == ["cash box", "account", "account"]


def test_a_share_line_says_its_share_base_and_payee():
    line = lines(pay(SPLIT, month("day hours\n2026-10-05 5", worker=ANA)), "deduction:authority")[0]
    assert (line.quantity, line.rate, line.payee, line.layer) == (2500, "1/10", "prison authority", "law")
