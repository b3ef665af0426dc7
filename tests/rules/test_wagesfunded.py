"""Which wages others pay for: worked by hand, and what has to hold whatever the crews and lines are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.rules.wagesfunded import Wage, WageLine, covered, over_the_whole, shares

MONTH = "2026-05"


def crew(
    people: int, room: str = "", gross: int = 1000, site: str = "cusco", month: str = MONTH
) -> list[Wage]:
    return [Wage(site, month, f"{site}{room}{one}", room, gross) for one in range(people)]


def line(name: str, *places: str, part: int = 10000, most: int = 10**9, last: str = "2026-12") -> WageLine:
    return WageLine(("grant", name, 1), places, "2026-01", last, part, most)


def amounts(lines: list[WageLine], wages: list[Wage]) -> list[tuple[str, str, int, int]]:
    return [(one.source[1], one.month, one.people, one.amount) for one in shares(lines, wages)[0]]


@pytest.mark.parametrize(
    ("lines", "wages", "expect"),
    [
        ([line("a", "cusco")], crew(5), [("a", MONTH, 5, 5000)]),
        ([line("a", "cusco", part=3333)], crew(5, gross=101), [("a", MONTH, 5, 168)]),
        ([line("a", "cusco", most=5500)], crew(5) + crew(5, month="2026-06") + crew(5, month="2026-07"),
         [("a", MONTH, 5, 5000), ("a", "2026-06", 5, 500)]),
        ([line("a", "cusco/loom")], crew(6, "loom") + crew(5, "pots"), [("a", MONTH, 6, 6000)]),
        ([line("a", "cusco/loom", "lima")], crew(6, "loom") + crew(5, site="lima"),
         [("a", MONTH, 6, 6000), ("a", MONTH, 5, 5000)]),
        ([line("a", "cusco", last="2026-04")], crew(5), []),
    ],
    ids=["the whole", "a share, rounded down", "at most so much", "a workshop", "two places", "another month"],
)  # fmt: skip
def test_a_line_pays_its_share(lines, wages, expect):
    assert amounts(lines, wages) == expect


@pytest.mark.parametrize(
    ("lines", "wages"),
    [
        ([line("a", "cusco")], crew(4)),
        ([line("a", "cusco/loom")], crew(4, "loom") + crew(20, "pots")),
        ([line("a", "cusco/loom")], crew(20, "loom") + crew(4, "pots")),
        ([line("a", "cusco/loom")], crew(20, "loom") + crew(2)),
    ],
    ids=["a small site", "a small workshop", "a small rest", "two who were in no one workshop"],
)
def test_what_fewer_than_five_people_earned_is_in_no_sum_and_left_between_no_two(lines, wages):
    paid, untold = shares(lines, wages)
    assert paid == []
    assert [(one.source[1], one.site, one.month) for one in untold] == [("a", "cusco", MONTH)]


def test_the_second_line_pays_what_is_left_of_a_wage_and_no_more():
    lines = [line("a", "cusco", part=7000), line("b", "cusco", part=7000)]
    assert amounts(lines, crew(5)) == [("a", MONTH, 5, 3500), ("b", MONTH, 5, 1500)]


def test_two_runs_of_a_month_are_one_wage():
    assert amounts([line("a", "cusco")], crew(5) + crew(5, gross=10)) == [("a", MONTH, 5, 5050)]


@pytest.mark.parametrize(
    ("lines", "expect"),
    [
        ([line("a", "cusco", part=6000), line("b", "cusco", part=4000)], None),
        ([line("a", "cusco", part=6000), line("b", "cusco", part=4001)], ("cusco", "2026-01", 10001)),
        ([line("a", "cusco", part=6000), line("b", "cusco/loom", part=5000)], ("cusco/loom", "2026-01", 11000)),
        ([line("a", "cusco/pots"), line("b", "cusco/loom")], None),
        ([line("a", "cusco"), line("b", "lima")], None),
        ([line("a", "cusco", last="2025-12"), line("b", "cusco")], None),
    ],
    ids=["the whole", "over it", "a workshop of the site", "two workshops", "two sites", "one after another"],
)  # fmt: skip
def test_lines_that_would_pay_more_than_the_whole_are_found(lines, expect):
    assert over_the_whole(lines) == expect


ROOMS = st.sampled_from(["", "loom", "pots"])
wages = st.lists(
    st.builds(
        Wage, st.sampled_from(["cusco", "lima"]), st.sampled_from([MONTH, "2026-06"]),
        st.sampled_from([f"w{one}" for one in range(14)]), ROOMS, st.integers(0, 9999),
    ), max_size=60, unique_by=lambda one: (one.site, one.month, one.worker),
)  # fmt: skip
PLACES = st.sampled_from(["cusco", "lima", "cusco/loom", "cusco/pots", "lima/loom"])
lines = st.lists(
    st.builds(
        lambda number, places, part, most: line(f"g{number}", *places, part=part, most=most),
        st.integers(1, 99), st.sets(PLACES, min_size=1), st.integers(1, 10000), st.integers(1, 60000),
    ), max_size=5, unique_by=lambda one: one.source,
)  # fmt: skip


@given(lines, wages)
def test_no_wage_is_charged_beyond_the_whole_and_no_line_beyond_what_it_has(lines, wages):
    paid, _ = shares(lines, wages)
    for of in lines:
        assert sum(one.amount for one in paid if one.source == of.source) <= of.most
    for site, month in {(one.site, one.month) for one in wages}:
        whole = sum(one.gross for one in wages if (one.site, one.month) == (site, month))
        assert sum(one.amount for one in paid if (one.site, one.month) == (site, month)) <= whole


@given(lines, wages)
def test_sums_and_what_is_left_between_them_are_of_five_people_or_of_nobody(lines, wages):
    of = {one.source: one for one in lines}
    paid, _ = shares(lines, wages)
    for site, month in {(one.site, one.month) for one in wages}:
        told = [of[one.source] for one in paid if (one.site, one.month) == (site, month)]
        alike: dict[tuple[bool, ...], int] = {}
        for one in wages:
            if told and (one.site, one.month) == (site, month):
                which = tuple(covered(line.places, site, one.workshop) for line in told)
                alike[which] = alike.get(which, 0) + 1
        assert all(number >= 5 for number in alike.values())
