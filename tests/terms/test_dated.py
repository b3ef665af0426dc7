from dataclasses import dataclass
from datetime import date

import pytest

from jornal.terms.dated import Flaw, flaws, in_force, segments
from jornal.units.periods import Period


@dataclass(frozen=True)
class Row:
    since: date
    until: date | None = None


def day(text: str) -> date:
    return date.fromisoformat(text)


OLD = Row(day("2024-01-01"), day("2024-12-31"))
NEW = Row(day("2025-01-01"))


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        ("2023-12-31", None),
        ("2024-01-01", OLD),
        ("2024-12-31", OLD),
        ("2025-01-01", NEW),
        ("2099-01-01", NEW),
    ],
)
def test_a_row_holds_on_its_first_and_its_last_day(on: str, holds: Row | None):
    assert in_force([NEW, OLD], day(on)) is holds


def test_a_period_is_cut_where_the_row_changes():
    cut = segments([OLD, NEW], Period(day("2024-12-30"), day("2025-01-03")))
    assert cut == [
        (Period(day("2024-12-30"), day("2025-01-01")), OLD),
        (Period(day("2025-01-01"), day("2025-01-03")), NEW),
    ]


def test_days_without_a_row_are_a_stretch_of_their_own():
    cut = segments([Row(day("2025-01-03"))], Period(day("2025-01-01"), day("2025-01-05")))
    assert [(stretch.days, row is None) for stretch, row in cut] == [(2, True), (2, False)]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([OLD, NEW], []),
        ([Row(day("2024-01-01")), NEW], []),
        ([OLD, Row(day("2025-01-02"))], [Flaw("gap", day("2025-01-01"), day("2025-01-01"))]),
        ([OLD, Row(day("2024-12-31"))], [Flaw("overlap", day("2024-12-31"), day("2024-12-31"))]),
        ([NEW, NEW], [Flaw("overlap", day("2025-01-01"), day("2025-01-01"))]),
        (
            [Row(day("2025-01-02"), day("2025-01-01"))],
            [Flaw("backwards", day("2025-01-02"), day("2025-01-01"))],
        ),
    ],
)
def test_gaps_and_overlaps_are_found(rows: list[Row], found: list[Flaw]):
    assert flaws(rows) == found
