"""Night: a premium, a shorter hour, or a higher floor."""

from dataclasses import replace

import pytest

from agreement import agreement, floor, night, rate
from tables import amounts, before, figures, lines, month, pay, shifts

PREMIUM = agreement(rate("6.00"), night("35 %"))


@pytest.mark.parametrize(
    ("start", "end", "amount"),
    [("22:00", "06:00", 1680), ("20:00", "23:00", 210), ("05:00", "09:00", 210), ("08:00", "16:00", 0)],
)
def test_only_the_minutes_of_the_night_have_its_premium(start, end, amount):
    found = pay(PREMIUM, month(f"day start end\n2026-10-05 {start} {end}"))
    assert figures(found, "night") == {"night": amount}


def test_the_night_in_which_the_clock_goes_back_is_an_hour_longer():
    london = replace(month(), shifts=shifts("day start end\n2026-10-24 22:00 06:00", "Europe/London"))
    assert figures(pay(PREMIUM, london), "hourly", "night") == {"hourly": 5400, "night": 1890}


def test_hours_alone_have_no_night_premium():
    assert amounts(pay(PREMIUM, month("day hours\n2026-10-05 16")), "night") == []


def test_a_night_hour_of_52_and_a_half_minutes_counts_eight_sevenths():
    terms = agreement(rate("7.00"), night("20 %", hour_minutes="52.5"))
    found = pay(terms, month("day start end\n2026-10-05 22:00 05:00"))  # 7 h are 8 night hours
    assert figures(found, "hourly", "night", "night_hour") == {
        "hourly": 4900,
        "night": 1120,
        "night_hour": 700,
    }


def test_the_longer_night_is_pay_for_time_and_counts_towards_the_floor():
    terms = agreement(
        rate("7.00"), night("20 %", hour_minutes="52.5"), floor("8.00", plain_hours="1"), measure="plain_hour"
    )
    found = pay(terms, month("day start end\n2026-10-05 22:00 05:00"))
    assert figures(found, "top_up") == {"top_up": 0}  # 49.00 and 7.00 are the floor of 56.00


def test_the_premium_does_not_count_towards_the_floor():
    terms = agreement(rate("7.00"), night("50 %"), floor("8.00", plain_hours="1"), measure="plain_hour")
    found = pay(terms, month("day start end\n2026-10-05 22:00 05:00"))
    assert figures(found, "top_up") == {"top_up": 700}


def test_where_night_is_a_higher_floor_it_raises_the_top_up_and_pays_no_premium():
    terms = agreement(
        rate("6.00"), night("35 %", "floor"), floor("6.00", plain_hours="1"), measure="plain_hour"
    )
    found = pay(terms, month("day start end\n2026-10-05 22:00 02:00"))
    assert figures(found, "night", "top_up") == {"night": 0, "top_up": 840}


def test_a_night_of_the_month_before_is_not_paid_again():
    carry = before("day start end\n2026-09-30 22:00 02:00")
    assert amounts(pay(PREMIUM, month("day start end\n2026-10-01 22:00 02:00", carry=carry)), "night") == [
        840
    ]


def test_absence_in_the_night_has_no_premium():
    assert amounts(pay(PREMIUM, month("day start end kind\n2026-10-05 22:00 06:00 sick")), "night") == []


def test_a_night_line_counts_its_minutes():
    line = lines(pay(PREMIUM, month("day start end\n2026-10-05 22:00 06:00")), "night")[0]
    assert (line.quantity, line.rate, line.rests_on) == (480, "210", ("r1",))
