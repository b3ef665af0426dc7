"""How a grant and a budget stand, and what is not there."""

from datetime import date

from funded import DAY, began, case, recorded
from jornal.reads.funding import money
from jornal.reads.stated import Fund, budgeted, granted
from jornal.units.periods import Period

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


def test_a_grant_stands_with_what_came_and_what_it_was_spent_on(sqlite):
    began()
    told = case("knitters")
    recorded(told, told["day"])
    found = granted(money(YEAR), "looms", DAY)
    assert found is not None
    assert (found.came, found.went, [one.cost for one in found.spent]) == (100000, 70000, ["c-1"])
    budget = budgeted(money(YEAR), "room", DAY)
    assert budget is not None
    assert [tuple(one) for one in budget.heads] == [("machines", 80000, 60000, 40000, 50000)]


def test_what_is_not_there_is_none(sqlite):
    began()
    assert granted(money(YEAR), "looms", DAY) is None
    assert budgeted(money(YEAR), "room", DAY) is None


def test_a_fund_ends_with_what_was_there_and_set_aside_less_what_was_spent():
    assert Fund("PEN", 100, 50, {"training": 70, "other": 30}, 30).end == 50
