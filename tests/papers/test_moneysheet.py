"""A sheet of money, on paper and in plain text: every cell, the rules under their lines, what is open at the end."""

from datetime import date

import pytest

from jornal.papers.moneysheet import Line, Section, Sheet, says, sheet, text
from papers.reading import words

SHEET = Sheet(
    language="en", title="Statement of 2026", enterprise="Ñandú", period="2026", lead="Half goes back.",
    sections=(
        Section(
            "In PEN", ("What", "PEN"),
            (Line(("Sales", "1,000.00"), note="A rule."), Line(("Income", "2.00"), True)),
        ),
        Section("Spent", ("Day", "For", "What", "Amount"), (Line(("1 May", "Shops", "A shelf", "3.00")),), words=3),
    ),
    open_title="What is not known", open=("No sale is recorded.",), foot="No figure is of fewer than five people.",
    day=date(2026, 12, 31),
)  # fmt: skip


def test_plain_text_puts_figures_under_each_other():
    assert text(SHEET).splitlines()[3:8] == [
        "In PEN",
        "What         PEN",
        "Sales   1,000.00",
        "    A rule.",
        "Income      2.00",
    ]


@pytest.mark.parametrize("language", ["en", "th"])
def test_everything_that_is_said_stands_on_the_paper(language: str):
    found = words(sheet(SHEET._replace(language=language)))
    for wanted in ("Statement of 2026", "Sales", "1,000.00", "A rule.", "A shelf", "No sale is recorded."):
        assert wanted in found


def test_a_sheet_without_anything_open_ends_with_its_figures():
    assert "What is not known" not in words(sheet(SHEET._replace(open=())))
    assert says(SHEET)["sections"][0]["lines"][1]["strong"] is True
