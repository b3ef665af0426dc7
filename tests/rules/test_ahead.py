"""The minutes of weeks to come, against the slow and obvious sum: every person, every week, every day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jornal.rules.ahead import Stay, by_week

FIRST, WEEKS = date(2026, 11, 2), 4
DAYS = [FIRST + timedelta(days=number) for number in range(7 * WEEKS)]
days = st.integers(-20, 7 * WEEKS + 20).map(lambda number: FIRST + timedelta(days=number))
stays = st.lists(
    st.builds(
        Stay, st.sampled_from(["knitting", "pots"]), days, st.none() | days, st.none() | st.integers(0, 2400)
    ),
    max_size=30,
)
minutes = st.fixed_dictionaries(
    {hours: st.lists(st.integers(0, 600), min_size=28, max_size=28) for hours in ("knitting", "pots")}
)


def slowly(those: list[Stay], planned: dict[str, list[int]]) -> list[int]:
    found = []
    for week in range(WEEKS):
        whole = 0
        for stay in those:
            hers = 0
            for number in range(7 * week, 7 * week + 7):
                if stay.since <= DAYS[number] and (stay.left_on is None or DAYS[number] <= stay.left_on):
                    hers += planned[str(stay.hours)][number]
            whole += hers if stay.most is None else min(hers, stay.most)
        found.append(whole)
    return found


@given(stays, minutes)
def test_alike_people_reckoned_once_come_to_what_each_of_them_does(those, planned):
    assert by_week(those, planned, FIRST) == slowly(those, planned)


def test_nobody_s_hours_are_no_week():
    assert by_week([], {}, FIRST) == []
