"""What a line of a sale comes to."""

from types import SimpleNamespace

import pytest

from jornal.rules.sold import gross, paid


@pytest.mark.parametrize(("inside", "comes_to"), [(True, 2000 - 100 + 50), (False, 2000 - 100 + 50 + 342)])
def test_tax_is_paid_on_top_unless_the_price_holds_it(inside, comes_to):
    line = SimpleNamespace(quantity=2, price=1000, discount=100, tax=342, tax_included=inside, shipping=50)
    assert (gross(line), paid(line)) == (2000, comes_to)
