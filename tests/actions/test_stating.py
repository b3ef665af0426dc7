"""A statement given out: as it stood, signed by an outsider, never before the year is over."""

from datetime import date

import pytest

from funded import began, case, recorded, spent
from jornal.actions.organisation import NotAnOutsider
from jornal.actions.stating import NotOver
from jornal.facts.funding import YearStated

OVER = date(2027, 1, 31)
ROW = {"year": "2026", "signed_by": "A. Auditor, outside"}


@pytest.fixture(autouse=True)
def here(sqlite):
    began()
    told = case("knitters")
    recorded(told, told["day"])


def test_a_statement_is_kept_with_every_figure_and_how_far_the_books_were_read():
    (kept,) = spent("state-year", ROW, day=OVER)
    assert (kept.number, kept.lines["owed"], len(kept.digest)) == (1, 0, 64)
    assert {"part": "income", "code": "grant", "label": "looms", "amount": 100000, "currency": "PEN"} in (
        kept.lines["figures"]
    )
    assert kept.cursor["cusco"] > 0


def test_the_same_figures_are_given_out_once_and_others_as_the_next_number():
    first, again = spent("state-year", ROW, day=OVER)[0], spent("state-year", ROW, day=OVER)[0]
    assert first.id == again.id
    cost = {
        "cost": "c-9",
        "head": "office",
        "label": "Paper",
        "supplier": "A shop",
        "amount": "5",
        "currency": "PEN",
    }
    spent("record-cost", {**cost, "day": "2026-12-01"}, day=OVER)
    assert spent("state-year", ROW, day=OVER)[0].number == 2
    assert YearStated.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "day", "fault"),
    [(ROW, date(2026, 12, 30), NotOver), ({**ROW, "signed_by": "S1"}, OVER, NotAnOutsider)],
)
def test_neither_early_nor_by_ourselves(row: dict[str, str], day: date, fault: type[Exception]):
    with pytest.raises(fault):
        spent("state-year", row, day=day)
