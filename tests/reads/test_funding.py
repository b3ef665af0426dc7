"""Money and wages as they are read: of the period and before it, in as many queries for many facts as for few."""

from datetime import date
from fractions import Fraction

from django.db import connection
from django.test.utils import CaptureQueriesContext

from funded import DAY, began, issued, spent
from jornal.reads.funding import advances, money, of_sites, rates, unissued, wages
from jornal.units.periods import Period

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
COST = {"head": "materials", "label": "Wool", "supplier": "A mill", "amount": "500", "currency": "PEN"}


def queries() -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        advances(money(YEAR))
        of_sites(wages("2026-01", "2026-12"))
    return len(caught)


def test_many_facts_are_as_many_queries_as_few(sqlite):
    began()
    issued("cusco", "2026-01", [100] * 5, [])
    spent("record-cost", {"cost": "c-1", **COST})
    few = queries()
    for month in ("2026-02", "2026-03", "2026-04"):
        issued("cusco", month, [100] * 9, [])
    spent("record-cost", *({"cost": f"d-{number}", **COST} for number in range(20)))
    assert queries() == few


def test_the_wages_of_a_site_are_those_of_its_issued_months_and_of_everybody_in_them(database):
    began()
    issued("cusco", "2025-12", [100] * 5, [])
    issued("cusco", "2026-01", [100] * 5, [])
    issued("cusco", "2026-02", [200] * 6, [10])
    found = wages("2026-01", "2026-12")
    assert [(one.month, one.gross, one.top_up, len(one.topped)) for one in found] == [
        ("2026-01", 500, 0, 0),
        ("2026-02", 1200, 10, 1),
    ]
    (site,) = of_sites(found)
    assert (site.gross, len(site.people), site.rounding) == (1700, 6, 0)
    assert unissued(found, ["cusco"], ["2026-01", "2026-03"]) == {"cusco": ["2026-03"]}


def test_a_rate_is_read_exactly_with_its_day(sqlite):
    began()
    rows = [
        {"base": "DKK", "quote": "PEN", "day": day, "rate": rate, "source": "A bank"}
        for day, rate in (("2026-11-01", "0.55"), ("2026-06-30", "0.5"))
    ]
    spent("set-exchange-rate", *rows, day=DAY)
    assert [(one.day.month, one.rate) for one in rates(DAY)] == [(6, Fraction(1, 2)), (11, Fraction(11, 20))]
    assert [one.day.month for one in rates(date(2026, 7, 1))] == [6]


def test_an_advance_is_read_with_what_settles_it(sqlite):
    began()
    spent(
        "give-advance",
        {"advance": "a-1", "staff": "S1", "amount": "900", "currency": "PEN", "purpose": "Wool"},
    )
    row = {"advance": "a-1", "label": "Wool", "supplier": "A mill", "head": "materials", "day": "2026-11-13"}
    spent("hand-in-receipt", {**row, "cost": "c-1", "amount": "500", "paper": "1" * 64})
    spent("bring-back-advance", {"advance": "a-1", "amount": "300"})
    (found,) = advances(money(YEAR))
    assert (found.spent, found.returned, found.left) == (500, 300, 100)
