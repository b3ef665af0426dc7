"""What a funder and an authority read: promised, received, spent on what with which paper, what is left."""

from datetime import date

import pytest

from jornal.facts.funding import Budget, Cost, Grant, MoneyReceived
from jornal.papers.grantreport import of_budget, of_grant
from jornal.papers.moneysheet import sheet, text
from jornal.reads.stated import Budgeted, Granted, HeadStands
from jornal.reads.wagesfunded import WagesPaid
from jornal.words.catalogue import LANGUAGES, Words
from papers.reading import words

DAY = date(2026, 5, 1)
GRANT = Grant(
    grant="looms", funder="A trust", amount=200000, currency="PEN", purpose="Looms", restricted=True,
    heads=["training", "tools"], since=date(2026, 1, 1), until=date(2026, 12, 31),
)  # fmt: skip
CAME = MoneyReceived(received="r-1", of="grant", source="looms", day=DAY, amount=100000, currency="PEN")
COST = Cost(
    cost="c-1", day=DAY, head="training", label="A teacher", supplier="A school", amount=70000, currency="PEN",
    paper="ab" * 32,
)  # fmt: skip
BARE = Cost(
    cost="c-2", day=DAY, head="tools", label="A loom", supplier="A mill", amount=50000, currency="PEN"
)


def flat(told: str) -> str:
    return " ".join(told.replace("\u00a0", " ").split())


def test_what_is_left_of_a_grant_and_each_cost_with_its_paper():
    found = flat(text(of_grant(Granted(GRANT, DAY, (CAME,), (COST,)), "Alpaca", Words("en"))))
    assert "S/ 1,000.00 of S/ 2,000.00 came, S/ 700.00 of it was spent, S/ 300.00 is left." in found
    assert "A teacher A school ababababab S/ 700.00" in found
    assert "Restricted to: Training, Tools." in found


def test_more_spent_than_came_and_a_cost_without_a_paper_are_said():
    found = flat(text(of_grant(Granted(GRANT, DAY, (CAME,), (COST, BARE)), "Alpaca", Words("en"))))
    assert "More was spent than came: S/ 200.00 was our own money." in found
    assert "No paper is on file for these costs: c-2." in found


def test_wages_are_told_for_their_months_together_and_what_is_not_paid_is_said():
    months = [
        WagesPaid("grant", "looms", "PEN", 1, date(2026, month, 30), "cusco", f"2026-0{month}", ("cusco/knitting",),
                  5000, people, 8000, 4000)
        for month, people in ((4, 6), (6, 5))
    ]  # fmt: skip
    of = Granted(GRANT, DAY, (CAME,), (COST,), tuple(months), (("cusco", "2026-05"),),
                 {"cusco": "Cusco", "cusco/knitting": "Knitting room"})  # fmt: skip
    found = flat(text(of_grant(of, "Alpaca", Words("en"))))
    assert "S/ 780.00 of it was spent, S/ 220.00 is left." in found
    assert "1 April 2026 – 30 June 2026 Cusco: Knitting room 5 S/ 160.00 50% S/ 80.00" in found
    assert "fewer than five people could be worked out: Cusco May 2026." in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_budget_is_drawn_head_by_head_in_every_language(language: str):
    budget = Budget(
        budget="room", authority="inpe", site="cusco", workshop="knitting", currency="PEN",
        since=date(2026, 1, 1), until=date(2026, 12, 31),
    )  # fmt: skip
    heads = (HeadStands("training", 80000, 60000, 40000, 70000), HeadStands("tools", 100, 0, 0, 0))
    found = words(
        sheet(of_budget(Budgeted(budget, DAY, heads, (COST,)), ("Alpaca", "INPE"), Words(language)))
    )
    assert "INPE" in found
    assert "801" in found.replace(".", "").replace(",", "")
