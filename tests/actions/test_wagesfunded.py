"""Wages that others pay for: never twice, never of fewer than five people, and never in the way of a wage."""

import ast
from datetime import date
from pathlib import Path

import pytest

import jornal.actions
from funded import began, finance, issued, spent
from jornal.actions.correcting import correct
from jornal.actions.funding import NotInTheBudget, NotWhatItIsFor, OtherCurrency, OutOfItsTime
from jornal.actions.organisation import NotThere
from jornal.actions.verb import BadRows
from jornal.actions.wagesfunded import MoreThanTheGrant, NotOfTheBudget, PaidTwice
from jornal.actions.yearstatement import statement
from jornal.reads.funding import money
from jornal.reads.stated import budgeted, granted
from jornal.units.periods import Period
from peopled import opened

DAY = date(2027, 1, 31)
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
LASTS = {"currency": "PEN", "since": "2026-01-01", "until": "2026-12-31"}
GRANT = {"grant": "looms", "funder": "A trust", "amount": "100000", "purpose": "Work", **LASTS}
BUDGET = {"budget": "room", "authority": "inpe", "at": "cusco", "workshop": "", **LASTS}
LINE = {
    "source": "looms", "places": "cusco", "since": "2026-05-01", "until": "2026-12-31", "of_10000": "5000",
    "amount": "60000",
}  # fmt: skip


@pytest.fixture
def here(sqlite):
    began()
    spent("record-grant", GRANT)
    spent("agree-budget", BUDGET)


def test_wages_of_issued_months_count_against_the_grant_and_the_year_says_so(database):
    began()
    spent("record-grant", {**GRANT, "heads": "wages; tools"})
    came = {"received": "r-1", "of": "grant", "source": "looms", "amount": "5000", "currency": "PEN"}
    spent("receive-money", {**came, "day": "2026-05-02"})
    spent("fund-wages", LINE)
    issued("cusco", "2026-04", [900] * 6, [])
    issued("cusco", "2026-05", [1000] * 6, [])
    found = granted(money(YEAR), "looms", DAY)
    assert found is not None
    assert [(one.month, one.people, one.wages, one.amount) for one in found.wages] == [
        ("2026-05", 6, 6000, 3000)
    ]
    assert (found.came, found.went) == (5000, 3000)
    made = statement(2026, DAY, [])
    assert [one.amount for one in made.figures if one.part == "put_by"] == [2000]
    assert [one.amount for one in made.wages_paid] == [3000]
    assert made.profits == {"PEN": 5000 - 2000 - 5400 - 6000}


def test_an_authority_pays_for_wages_under_a_head_of_their_own(here):
    came = {
        "received": "r-1",
        "of": "budget",
        "source": "room",
        "head": "wages",
        "amount": "9",
        "currency": "PEN",
    }
    with pytest.raises(NotInTheBudget):
        spent("receive-money", came)
    spent("fund-wages", {**LINE, "of": "budget", "source": "room", "amount": "2000"})
    spent("receive-money", came)
    issued("cusco", "2026-05", [1000] * 5, [])
    found = budgeted(money(YEAR), "room", DAY)
    assert found is not None
    assert found.heads[-1] == ("wages", 2000, 2000, 9, 2000)


def test_a_month_of_four_people_is_not_charged_and_it_is_said(here):
    spent("fund-wages", LINE)
    issued("cusco", "2026-05", [1000] * 4, [])
    found = granted(money(YEAR), "looms", DAY)
    assert found is not None
    assert (found.wages, found.untold) == ((), (("cusco", "2026-05"),))
    assert "looms pays nothing of the wages of 2026-05 at Cusco" in "\n".join(
        map(str, statement(2026, DAY, []).unknown)
    )


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"source": "other"}, NotThere),
        ({"places": "lima"}, NotThere),
        ({"places": "cusco/cellar"}, NotThere),
        ({"until": "2027-01-31"}, OutOfItsTime),
        ({"amount": "100001"}, MoreThanTheGrant),
        ({"of": "budget", "source": "room", "places": "puno"}, NotOfTheBudget),
        ({"source": "tools"}, NotWhatItIsFor),
        ({"source": "abroad"}, OtherCurrency),
        ({"line": "2", "amount": "9", "of_10000": "5001"}, PaidTwice),
        ({"line": "2", "amount": "9", "places": "cusco/knitting", "of_10000": "5001"}, PaidTwice),
        ({"since": "2026-05-02"}, BadRows),
        ({"of_10000": "10001"}, BadRows),
    ],
)
def test_a_line_that_cannot_be_is_refused(here, row: dict[str, str], fault: type[Exception]):
    opened("puno", "QP")
    spent("record-grant", {**GRANT, "grant": "tools", "heads": "tools"})
    spent("record-grant", {**GRANT, "grant": "abroad", "currency": "USD"})
    spent("fund-wages", LINE)
    with pytest.raises(fault):
        spent("fund-wages", {**LINE, **row})


@pytest.mark.parametrize(
    ("kind", "values", "fault"),
    [
        ("wages_funded", {"of": "grant", "source": "looms", "line": "2", "of_10000": "6000"}, PaidTwice),
        (
            "wages_funded",
            {"of": "grant", "source": "looms", "line": "2", "amount": "90000"},
            MoreThanTheGrant,
        ),
        ("grant", {"grant": "looms", "amount": "50000"}, MoreThanTheGrant),
        ("grant", {"grant": "looms", "until": "2026-06-30"}, OutOfItsTime),
    ],
)
def test_a_correction_is_no_way_round(here, kind: str, values: dict[str, str], fault: type[Exception]):
    spent("fund-wages", LINE, {**LINE, "line": "2", "amount": "30000"})
    with pytest.raises(fault):
        correct(finance(), kind, values, "the letter says so")


def test_nothing_that_reckons_or_pays_a_wage_knows_of_grants():
    # Issuing, approving, paying and closing a month may not wait for, ask or read what others pay of it.
    folder = Path(jornal.actions.__file__).parent
    rooms = [folder.parent / "rules" / f"{name}.py" for name in ("pay", "hours", "deducted", "top_up")]
    verbs = (
        "run",
        "issuing",
        "issued",
        "approving",
        "paying",
        "payfiles",
        "closing",
        "recompute",
        "inputs",
        "slips",
    )
    for path in [*(folder / f"{name}.py" for name in verbs), *rooms]:
        names = {
            name
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom)
            for name in (node.module or "", *(one.name for one in node.names))
        }
        assert not [one for one in names if "funding" in one or "wagesfunded" in one], path
