from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jornal.actions.soldback import came_back, given_back
from jornal.actions.soldrows import Sum, with_back
from jornal.sheets.sold import Back, Line, Order

DAY = date(2026, 10, 7)
TODAY = date(2026, 10, 30)


def line(number: int, paid: int, **more: int) -> Sum:
    return Sum("shopify", "#1", number, f"G{number}", DAY, "EUR", 2, paid, paid // 5, **more)


def order(refunded: int) -> Order:
    return Order("#1", DAY, "EUR", (Line(2, "G1", "", 1, 100),), 2, refunded=refunded)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=6), st.data())
def test_refunds_come_to_what_was_given_back_and_never_over_a_line(sums: list[int], data: st.DataObject):
    lines = [line(number, paid) for number, paid in enumerate(sums, start=1)]
    for refunded in sorted(data.draw(st.lists(st.integers(0, sum(sums) + 5), max_size=3))):
        for row in given_back(order(refunded), lines, TODAY, new=True):
            lines[row.line - 1] = with_back(lines[row.line - 1], row)
        assert sum(one.given_back for one in lines) == min(refunded, sum(sums))
        assert all(one.given_back <= one.paid and one.tax_back <= one.tax for one in lines)


def test_the_day_of_a_refund_nobody_dated_is_the_day_it_is_learnt():
    days = [given_back(order(50), [line(1, 100)], TODAY, new=new)[0].day for new in (True, False)]
    assert days == [DAY, TODAY]


def lines_of(*some: Sum) -> dict:
    return {one.key: one for one in some}


def told(back: Back, *some: Sum) -> tuple[list[tuple[int, int, int]], int]:
    """What is given back of which line, with its pieces; and how many rows are lost."""
    found, lost = came_back([back], lines_of(*some), TODAY)
    return [(row.line, row.amount, row.quantity) for row in found], len(lost)


def test_a_refund_that_stands_is_nothing_more():
    back = Back(3, "#1", "R1", DAY, "EUR", "G1", 1, 40, 0)
    lines = lines_of(line(1, 100), line(2, 100))
    (row,), _ = came_back([back], lines, TODAY)
    lines[row.key] = with_back(lines[row.key], row)
    assert told(back, *lines.values()) == ([], 0)
    assert told(back._replace(reference="R2", amount=70), *lines.values()) == ([], 1)
    assert told(back._replace(reference="R2", goods="G9"), *lines.values()) == ([], 1)
    assert told(back._replace(reference="R2", day=TODAY.replace(month=12)), *lines.values()) == ([], 1)


def test_two_goods_that_came_back_under_one_number_are_both_given_back():
    backs = [Back(3, "#1", "R1", DAY, "EUR", goods, 1, 40, 0) for goods in ("G1", "G2")]
    lines = lines_of(line(1, 100), line(2, 100))
    found, lost = came_back(backs, lines, TODAY)
    assert ([(row.line, row.amount) for row in found], lost) == ([(1, 40), (2, 40)], [])
    for row in found:
        lines[row.key] = with_back(lines[row.key], row)
    assert came_back(backs, lines, TODAY) == ([], [])


def test_two_refunds_of_two_days_under_the_number_of_their_payment_are_two():
    first = Back(3, "#1", "P1", DAY, "EUR", "G1", 1, 40, 0)
    second = first._replace(day=TODAY, amount=30)
    lines = lines_of(line(1, 100))
    for backs, sums in (([first], 40), ([first, second], 70), ([first, second], 70), ([second], 70)):
        found, lost = came_back(backs, lines, TODAY)
        for row in found:
            lines[row.key] = with_back(lines[row.key], row)
        assert (sum(one.given_back for one in lines.values()), lost) == (sums, [])
    assert len({name for one in lines.values() for name, *_ in one.references}) == 2


def test_pieces_sold_in_two_lines_come_back_of_both():
    alike = [line(1, 100), line(2, 100)._replace(goods="G1")]
    assert told(Back(3, "#1", "R1", DAY, "EUR", "G1", 4, 200, 0), *alike) == ([(1, 100, 2), (2, 100, 2)], 0)


def test_what_came_back_with_its_goods_is_not_given_back_again_with_the_whole_order():
    goods = Back(3, "#1", "R1", DAY, "EUR", "G1", 1, 40, 0)
    lines = lines_of(line(1, 100), line(2, 100))
    (row,), _ = came_back([goods], lines, TODAY)
    lines[row.key] = with_back(lines[row.key], row)
    assert told(goods._replace(goods="", quantity=0), *lines.values()) == ([], 0)


def test_a_tip_that_was_given_back_is_beside_the_goods_and_given_back_once():
    tipped = order(130).__class__(**{**order(130).__dict__, "tip": 30})
    lines = [line(1, 100, tip=30)]
    (row,) = given_back(tipped, lines, TODAY, new=True)
    assert (row.amount, row.tip) == (100, 30)
    assert given_back(tipped, [with_back(lines[0], row)], TODAY, new=True) == []
    back = Back(3, "#1", "R1", DAY, "EUR", "", 0, 100, 0, 30)
    found, _ = came_back([back], lines_of(*lines), TODAY)
    assert [(row.amount, row.tip) for row in found] == [(100, 0), (0, 30)]
    after = lines[0]
    for row in found:
        after = with_back(after, row)
    assert came_back([back], lines_of(after), TODAY) == ([], [])
