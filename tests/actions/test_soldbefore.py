"""A line sent again is told from one that says something else, whatever became of it since."""

import pytest

import stocked
from jornal.actions.correcting import correct, take_back
from jornal.actions.soldbefore import before
from jornal.facts.sales import Sale

KEY = ("till", "1", 1)


@pytest.fixture
def sale(sqlite):
    stocked.moved(stocked.begun())
    return stocked.sold({})[0]


def test_what_stands_is_found_by_its_key(sale):
    found = before([KEY])
    assert ([one.id for one in found.sales[KEY]], found.held) == ([sale.id], {})
    assert before([("web", "1", 1)]).sales == {}


def test_a_line_that_was_corrected_or_taken_back_is_not_sold_again(sale):
    typed = {"channel": "till", "order": "1", "line": "1"}
    correct(stocked.hq(), "sale", {**typed, "price": "19000"}, "a discount was forgotten")
    assert stocked.sold({})[0].price == 19000
    take_back(stocked.hq(), "sale", typed, "it was a trial")
    assert (stocked.sold({})[0].void, Sale.objects.filter(corrects=None).count()) == (True, 1)


def test_held_lines_count_with_the_total_of_their_order(sale):
    stocked.sold({"line": "2", "product": "", "goods": "mystery", "price": "500"})
    assert before([KEY]).paid_besides(_key(sale), {KEY}) == 500


class _key:  # noqa: N801 (it stands for a row)
    def __init__(self, sale: Sale) -> None:
        self.key = (sale.channel, sale.order, sale.line)
