"""What a piece costs, labour first; and no piece pays less than the floor of its minutes."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.rules.costing import Bought, Share, Worked, below_least, cost_sheet, least_rate

KNIT, LINK = Worked("knit", Fraction(300), Fraction(6000)), Worked("link", Fraction("90.5"), None)


def test_labour_at_full_cost_stands_first_and_the_lines_add_up():
    sheet = cost_sheet(
        [KNIT, LINK], Fraction(10), [Share("training", Fraction(1, 20))],
        bought=[Bought("yarn", 450, Fraction(8))], shares=[Share("overhead", Fraction(1, 5))],
    )  # fmt: skip
    assert [(line.head, line.name, line.amount) for line in sheet] == [
        ("labour", "knit", 6000),
        ("labour", "link", 905),
        ("on_labour", "training", 345),
        ("material", "yarn", 3600),
        ("share", "overhead", 2170),
        ("total", "", 13020),
    ]


@pytest.mark.parametrize(
    ("rate", "factor", "below"),
    [("3000", "1", []), ("2999", "1", ["knit"]), ("3000", "1.1", ["knit"]), ("3300", "1.1", [])],
)
def test_a_piece_rate_is_held_to_the_floor_of_its_minutes(rate, factor, below):
    worked = [Worked("knit", Fraction(300), Fraction(rate)), LINK]
    assert [one.operation for one, _ in below_least(worked, Fraction(10), Fraction(factor))] == below


def test_a_factor_below_one_is_refused():
    with pytest.raises(ValueError, match="less than its time"):
        least_rate(Fraction(10), Fraction(300), Fraction(9, 10))


@given(
    st.lists(st.tuples(st.integers(1, 600), st.none() | st.integers(1, 100_000)), min_size=1, max_size=6),
    st.lists(st.fractions(0, 1), max_size=3),
)
def test_the_total_is_always_the_sum_of_the_lines_before_it(worked, shares):
    of = [
        Worked(str(number), Fraction(minutes), None if rate is None else Fraction(rate))
        for number, (minutes, rate) in enumerate(worked)
    ]
    *lines, total = cost_sheet(of, Fraction(7, 3), [Share("a", one) for one in shares])
    assert total.amount == sum(line.amount for line in lines)
