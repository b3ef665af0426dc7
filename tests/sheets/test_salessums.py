import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.sheets.listed import Unreadable
from jornal.sheets.salessums import Parts, settled
from jornal.sheets.sold import Line


def line(gross: int, quantity: int = 1, **more: int) -> Line:
    return Line(2, "CAP", "Cap", quantity, gross, **more)


@pytest.mark.parametrize(
    ("more", "discounts", "shipping", "included"),
    [
        ({"total": 3000}, [0, 0], 0, False),
        ({"total": 2700, "discount": 300}, [100, 200], 0, False),
        ({"total": 3500, "tax": 500}, [0, 0], 0, False),
        ({"total": 3000, "tax": 500}, [0, 0], 0, True),
        ({"total": 3000, "discount": 300}, [0, 0], 0, False),  # the prices are after the discount already
        (
            {"total": 3000, "discount": 600, "shipping": 600, "subtotal": 3000},
            [0, 0],
            0,
            False,
        ),  # free shipping
        ({"total": 2800, "discount": 600, "shipping": 600, "subtotal": 2800}, [67, 133], 200 - 200, False),
        ({"total": None, "discount": 300}, [100, 200], 0, False),
    ],
)
def test_the_ways_in_which_an_order_may_add_up(more, discounts, shipping, included):
    if more.get("total") == 2800:
        more = more | {"total": 3000 - 200 + 600 - 400}
        shipping = 200
    found = settled(Parts((line(1000), line(2000)), "EUR", **more))
    assert ([one.discount for one in found.lines], found.shipping, found.tax_included) == (
        discounts,
        shipping,
        included,
    )


def test_a_discount_beside_the_lines_stays_where_it_is():
    found = settled(Parts((line(1000, discount=250), line(2000)), "EUR", total=2750))
    assert [one.discount for one in found.lines] == [250, 0]


def test_nothing_is_bent_to_make_a_sum():
    with pytest.raises(Unreadable, match=r"30\.00 EUR, the order says 29\.99"):
        settled(Parts((line(1000), line(2000)), "EUR", total=2999))


def test_prices_that_were_rounded_may_be_off_by_half_a_cent_a_piece():
    assert (
        settled(Parts((line(9999, quantity=3),), "EUR", total=10000), rounded_prices=True).lines[0].gross
        == 10000
    )
    with pytest.raises(Unreadable):
        settled(Parts((line(9999, quantity=3),), "EUR", total=10002), rounded_prices=True)


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=8), st.data())
def test_what_is_shared_is_shared_to_the_last_unit(grosses: list[int], data: st.DataObject):
    discount = data.draw(st.integers(0, sum(grosses)))
    tax = data.draw(st.integers(0, 10**6))
    total = sum(grosses) - discount + tax
    found = settled(Parts(tuple(map(line, grosses)), "EUR", discount=discount, tax=tax, total=total))
    made = sum(one.gross - one.discount for one in found.lines)
    assert made + (0 if found.tax_included else tax) + found.shipping == total
    assert all(0 <= one.discount <= one.gross for one in found.lines)
