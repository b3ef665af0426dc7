"""Training, waiting, sickness and stoppage, as the contract pays them."""

import pytest

from agreement import FIVE_HOURS_FIVE_DAYS, agreement, floor, kind, piece, rate
from cast import BY_THE_HOUR, IN_HER_CELL, PIECES_WITH_A_FLOOR
from tables import amounts, figures, lines, month, pay, stopped


@pytest.mark.parametrize(
    "worked", ["training", "induction", "waiting", "rework", "cleaning", "meeting", "rep_duty"]
)
def test_worked_kinds_pay_her_rate_where_the_contract_says_nothing(worked):
    assert amounts(pay(BY_THE_HOUR, month(f"day hours kind\n2026-10-05 5 {worked}")), worked) == [2500]


@pytest.mark.parametrize(
    "absent", ["sick", "injury", "lockdown", "no_material", "visit", "court", "holiday", "absent"]
)
def test_absences_pay_nothing_where_the_contract_says_nothing(absent):
    assert figures(pay(BY_THE_HOUR, month(f"day hours kind\n2026-10-05 5 {absent}")), "gross") == {"gross": 0}


def test_training_on_a_piece_contract_pays_the_floor_so_that_learning_is_never_free():
    found = pay(PIECES_WITH_A_FLOOR, month("day hours kind\n2026-10-05 5 training"))
    assert figures(found, "training", "top_up") == {"training": 3000, "top_up": 0}


def test_a_worked_kind_without_a_word_pays_the_floor_where_there_is_no_hourly_rate():
    terms = agreement(piece("sole", "4.00"), floor("6.00", plain_hours="1"), pays="piece")
    assert amounts(pay(terms, month("day hours kind\n2026-10-05 2 meeting")), "meeting") == [1200]


def test_waiting_on_a_piece_contract_pays_her_own_average():
    october = month(
        """
            day         hours  kind
            2026-10-05  4      work
            2026-10-05  1      waiting
        """,
        tally="day operation good\n2026-10-05 sole 8",
    )
    assert amounts(pay(PIECES_WITH_A_FLOOR, october), "waiting") == [800]


def test_waiting_with_no_pieces_to_average_is_named_and_not_paid_as_nought():
    found = pay(PIECES_WITH_A_FLOOR, month("day hours kind\n2026-10-05 1 waiting"))
    assert (amounts(found, "waiting"), stopped(found)) == ([], ["kind:waiting"])


def test_a_sick_day_written_as_a_code_alone_pays_the_hours_of_the_timetable():
    terms = agreement(rate("5.00"), kind("sick", "rate", "60 %"), timetable=FIVE_HOURS_FIVE_DAYS)
    assert amounts(pay(terms, month("day kind\n2026-10-05 sick")), "sick") == [1500]


def test_a_sick_day_with_hours_pays_those():
    terms = agreement(rate("5.00"), kind("sick", "rate", "60 %"), timetable=FIVE_HOURS_FIVE_DAYS)
    assert amounts(pay(terms, month("day hours kind\n2026-10-05 2 sick")), "sick") == [600]


def test_a_paid_absence_on_a_day_that_plans_nothing_is_asked_about():
    terms = agreement(rate("5.00"), kind("sick"), timetable=FIVE_HOURS_FIVE_DAYS)
    assert stopped(pay(terms, month("day kind\n2026-10-10 sick"))) == ["kind:sick"]


def test_a_stoppage_is_paid_as_the_contract_says_on_each_day():
    terms = agreement(rate("5.00"), kind("lockdown", "rate", {"2026-01-01": "50 %", "2026-10-16": "100 %"}))
    found = pay(terms, month("day hours kind\n2026-10-15 5 lockdown\n2026-10-16 5 lockdown"))
    assert amounts(found, "lockdown") == [1250, 2500]


def test_a_share_that_is_not_known_stops_its_own_line():
    terms = agreement(rate("5.00"), kind("lockdown", "rate", "unknown"))
    found = pay(terms, month("day hours kind\n2026-10-05 5 work\n2026-10-06 5 lockdown"))
    assert (figures(found, "gross"), stopped(found)) == ({"gross": 2500}, ["kind:lockdown"])


def test_absences_are_not_hours_and_never_stand_in_the_floor_test():
    terms = agreement(rate("5.00"), kind("sick"), floor("6.00", plain_hours="1"), measure="plain_hour")
    found = pay(terms, month("day hours kind\n2026-10-05 5 work\n2026-10-06 5 sick"))
    assert figures(found, "top_up") == {"top_up": 500}


def test_a_day_rate_pays_training_with_the_day():
    terms = agreement(rate("300.00", "day"))
    found = pay(terms, month("day hours kind\n2026-10-05 3 work\n2026-10-05 3 training"))
    assert figures(found, "gross") == {"gross": 30000}


def test_sickness_under_a_day_rate_pays_its_share_of_the_planned_day():
    terms = agreement(rate("300.00", "day"), kind("sick", "rate", "60 %"), timetable=FIVE_HOURS_FIVE_DAYS)
    assert amounts(pay(terms, month("day kind\n2026-10-05 sick")), "sick") == [18000]


def test_hours_for_information_pay_no_training():
    assert figures(pay(IN_HER_CELL, month("day hours kind\n2026-10-05 5 training")), "gross") == {"gross": 0}


def test_a_kind_line_names_its_kind_rate_and_rows():
    terms = agreement(rate("5.00"), kind("sick", "rate", "60 %"))
    line = lines(pay(terms, month("day hours kind\n2026-10-05 5 sick")), "sick")[0]
    assert (line.quantity, line.rate, line.rule, line.rests_on) == (300, "300", "kind:sick", ("r1",))
