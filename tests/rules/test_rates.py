"""The price of an ordinary minute, which premiums and absences are taken of."""

from datetime import date

import pytest

from agreement import EIGHT_HOURS_SIX_DAYS, FIVE_HOURS_FIVE_DAYS, agreement, piece, rate
from jornal.rules.earned import Earned
from jornal.rules.pieces import priced_pieces
from jornal.rules.plan import laid_out
from jornal.rules.rates import days_of_month, minute_on, minute_rate
from tables import month, span

DAY = date(2026, 10, 5)


def hour(*rows, **contract):
    """Minor units of an ordinary hour."""
    plan = laid_out(agreement(*rows, **contract), span("2026-10"))
    minute = minute_rate(plan, "", DAY)
    return None if minute is None else minute * 60 / plan.parts


def test_an_hour_of_an_hourly_rate():
    assert hour(rate("6.00")) == 600


@pytest.mark.parametrize(
    ("timetable", "amount"), [(None, 3750), (EIGHT_HOURS_SIX_DAYS, 3750), (FIVE_HOURS_FIVE_DAYS, 6000)]
)
def test_an_hour_of_a_day_rate_is_the_day_over_the_longest_day_planned(timetable, amount):
    assert hour(rate("300.00", "day"), timetable=timetable) == amount


def test_an_hour_of_a_month_rate():
    assert hour(rate("1100.00", "month"), timetable=FIVE_HOURS_FIVE_DAYS) == 1000  # 22 days of 5 hours


def test_a_month_without_a_timetable_has_30_days():
    assert days_of_month(laid_out(agreement(), span("2026-10")), DAY) == 30


def test_nothing_prices_a_minute_where_there_is_no_rate():
    assert hour(piece("sole", "4.00")) is None


def test_on_pieces_it_is_her_average_of_that_week():
    terms = agreement(piece("sole", "4.00"), pays="piece")
    plan, earned = laid_out(terms, span("2026-10")), Earned()
    period = month(
        "day hours kind\n2026-10-05 4 work\n2026-10-05 4 waiting\n2026-10-12 1 work",
        tally="day operation good\n2026-10-05 sole 8\n2026-10-12 sole 9",
    )
    priced_pieces(period, plan, earned)
    assert minute_on(period, plan, earned, DAY) * 60 / plan.parts == 800
