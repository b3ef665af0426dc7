"""What a statement says beside its figures."""

from datetime import date

from funded import DAY, began, spent
from jornal.actions.yearsaid import of_advances, of_grants, of_tips
from jornal.actions.yearstatement import statement, year_of
from jornal.reads.funding import advances, money
from jornal.rules.year import Figure

GRANT = {
    "grant": "looms", "funder": "A trust", "amount": "100", "currency": "PEN", "purpose": "Looms",
    "since": "2026-01-01", "until": "2026-12-31",
}  # fmt: skip
COST = {
    "cost": "c-1", "head": "tools", "label": "A loom", "supplier": "A mill", "amount": "150", "currency": "PEN",
    "paid_from": "grant", "source": "looms",
}  # fmt: skip
ADVANCE = {"advance": "a-1", "staff": "S1", "amount": "100", "currency": "PEN", "purpose": "Wool"}
RECEIPT = {
    "advance": "a-1", "cost": "c-9", "head": "materials", "label": "Wool", "supplier": "A mill", "amount": "150",
    "day": "2026-11-13", "paper": "1" * 64,
}  # fmt: skip


def found():
    return money(year_of(2026, DAY))


def test_more_spent_of_a_grant_than_was_promised_is_said(sqlite):
    began()
    spent("record-grant", GRANT)
    spent("record-cost", COST)
    assert [str(one) for one in of_grants(found())] == [
        "0.50 PEN more was spent of the grant looms than was promised."
    ]


def test_more_spent_under_a_head_than_was_planned_is_said(sqlite):
    began()
    budget = {"budget": "room", "authority": "inpe", "at": "cusco", "currency": "PEN"}
    spent("agree-budget", {**budget, "since": "2026-01-01", "until": "2026-12-31"})
    spent("plan-head", {"budget": "room", "head": "tools", "planned": "100", "promised": "50"})
    spent("record-cost", {**COST, "paid_from": "budget", "source": "room"})
    assert [str(one) for one in of_grants(found())] == [
        "0.50 PEN more was spent under tools of the budget room than was planned."
    ]


def test_receipts_for_more_than_the_advance_are_owed_to_who_bought(sqlite):
    began()
    spent("give-advance", ADVANCE)
    spent("hand-in-receipt", RECEIPT)
    (said,) = of_advances(advances(found()), year_of(2026, DAY))
    assert "come to 0.50 PEN more than was given" in str(said)


def test_an_advance_of_this_week_is_not_yet_anything_to_say(sqlite):
    began()
    spent("give-advance", ADVANCE)
    assert not list(of_advances(advances(found()), year_of(2026, DAY)))


def test_costs_without_a_paper_are_named(sqlite):
    began()
    spent("record-cost", {**{k: v for k, v in COST.items() if k not in ("paid_from", "source")}})
    said = "\n".join(map(str, statement(2026, date(2026, 11, 13), []).unknown))
    assert "No paper is on file for these costs: c-1." in said


def test_tips_are_asked_after_once_for_each_currency():
    rows = [Figure("income", "tips", label, 150, "PEN", "") for label in ("till", "web")]
    (one,) = of_tips([*rows, Figure("income", "sales", "till", 900, "PEN", "")])
    assert str(one).startswith("Customers gave tips of 3.00 PEN")
    assert list(of_tips([])) == []
