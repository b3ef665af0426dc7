"""Money back in the demo: every row goes through its verb, and the year's papers lie beside the register."""

import pytest

from jornal.demo.funding import FOLDER
from jornal.demo.world import data
from jornal.facts.funding import Advance, Cost, FundSpent
from jornal.reads.funding import advances, money
from jornal.units.periods import month
from papers.reading import words
from papers.test_beancount import checked

TOLD = [(name, one) for name, rows in data("funding").items() for one in rows]


def test_every_enterprise_of_the_demo_has_its_money():
    assert sorted(data("funding")) == ["paso", "qori", "thimble", "trazo"]


@pytest.mark.parametrize(
    ("name", "one"), TOLD, ids=lambda value: value if isinstance(value, str) else value["verb"]
)
def test_every_row_has_its_verb_and_its_day_is_over(name, one):
    assert one["rows"]
    assert all(row["day"].isoformat() <= "2026-11-13" for row in one["rows"] if "day" in row)


def test_an_advance_is_settled_by_receipts_and_by_what_came_back(register):
    (found,) = advances(money(month("2026-11")))
    assert (found.advance.amount, found.spent, found.returned) == (120000, 82350, 30000)
    assert Advance.objects.get().staff
    assert {one.book for one in Cost.objects.filter(paid_from="advance")} == {"cusco"}
    assert not FundSpent.objects.exists()


def test_the_papers_of_the_year_lie_beside_the_register_and_the_ledger_is_accepted(register, tmp_path):
    folder = register.home / FOLDER
    statement = words((folder / "2026.pdf").read_bytes())
    assert "Statement of 2026" in statement
    assert "Advances to buy with" in statement
    assert "11,400.00" in words((folder / "grant-looms-2026.pdf").read_bytes())
    assert checked((folder / "2026.beancount").read_text(encoding="utf-8"), tmp_path) == ""
