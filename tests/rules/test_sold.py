"""What a line of a sale comes to."""

from types import SimpleNamespace

import pytest

from jornal.rules.sold import gross, paid, together


@pytest.mark.parametrize(("inside", "comes_to"), [(True, 2000 - 100 + 50), (False, 2000 - 100 + 50 + 342)])
def test_tax_is_paid_on_top_unless_the_price_holds_it(inside, comes_to):
    line = SimpleNamespace(quantity=2, price=1000, discount=100, tax=342, tax_included=inside, shipping=50)
    assert (gross(line), paid(line)) == (2000, comes_to)


def test_an_order_comes_to_what_its_lines_come_to():
    lines = [SimpleNamespace(quantity=2, price=1000), SimpleNamespace(quantity=3, price=250)]
    assert (together(lines), together([])) == (2750, 0)
