from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jornal.actions.soldrows import Places, Sum, came_back, given_back, with_back
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


def test_a_refund_that_stands_is_nothing_more():
    back = Back(3, "#1", "R1", DAY, "EUR", "G1", 1, 40, 0)
    lines = {one.key: one for one in (line(1, 100), line(2, 100))}
    (row,) = came_back(back, lines, "shopify") or []
    lines[row.key] = with_back(lines[row.key], row)
    assert came_back(back, lines, "shopify") == []
    assert came_back(back._replace(reference="R2", amount=70), lines, "shopify") is None
    assert came_back(back._replace(reference="R2", goods="G9"), lines, "shopify") is None


def test_places_as_shops_write_them():
    places = Places()
    assert [
        places.code(*pair) for pair in (("US", "NY"), ("US", "TX"), ("DK", ""), ("Atlantis", ""), ("", ""))
    ] == [
        "US-NY",
        "US",
        "DK",
        "",
        "",
    ]
