"""Whose agreement to tell holds, and who was asked."""

from datetime import date

import pytest

import crew
from jornal.facts.told import CheckedIn, TellingAgreed, TellingWithdrawn
from jornal.reads.told import agreements, asked, quarter_of

DAY = date(2026, 10, 5)


@pytest.fixture
def here(sqlite):
    return crew.begun()


def agreed(here, worker, subject="wellbeing", number=1, day=DAY):
    said = {"worker": worker, "subject": subject, "voice": f"{worker}~{subject[0]}{number}"}
    return here.put([TellingAgreed(**said, day=day, ends_on=day.replace(year=day.year + 1))])[0]


def test_an_agreement_holds_for_a_year_or_until_it_is_taken_back(here):
    first = agreed(here, "QC01")
    agreed(here, "QC02", "groups")
    back = agreed(here, "QC03")
    here.put([TellingWithdrawn(worker="QC03", voice=back.voice, agreed=back.root, day=DAY)])
    assert agreements(crew.CREW, "wellbeing", DAY) == {"QC01": first}
    assert agreements(crew.CREW, "wellbeing", date(2026, 10, 4)) == {}
    assert agreements(crew.CREW, "wellbeing", date(2027, 10, 5)) == {}


def test_who_was_asked_in_a_quarter(here):
    one = agreed(here, "QC01")
    said = {"worker": "QC01", "voice": one.voice, "agreed": one.root, "day": DAY, "told": "c2VhbGVk"}
    here.put([CheckedIn(**said, quarter="2026-Q4", site="cusco")])
    assert (asked("cusco", "2026-Q4"), asked("cusco", "2026-Q3"), asked("lima", "2026-Q4")) == (
        {"QC01"},
        set(),
        set(),
    )


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        ("2026-01-01", "2026-Q1"),
        ("2026-03-31", "2026-Q1"),
        ("2026-10-01", "2026-Q4"),
        ("2026-12-31", "2026-Q4"),
    ],
)
def test_the_quarter_of_a_day(day, quarter):
    assert quarter_of(date.fromisoformat(day)) == quarter
