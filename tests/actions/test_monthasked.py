"""What a report is made of for each reader: sealed things are counted only where names are open and for whom it is."""

from datetime import date

import pytest

import crowd
import peopled
import vaulted
from jornal.actions.monthasked import asked_for, last_quarter
from jornal.facts.organisation import Timetable
from jornal.units.periods import month
from jornal.words.catalogue import Words

WEEK = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), 300) | {
    "saturday": 0,
    "sunday": 0,
}


@pytest.fixture
def here(sqlite, tmp_path):
    peopled.opened()
    return crowd.begun(6, vaulted.unlocked(vaulted.new(tmp_path)))


def asked(here, reader, **more):
    return asked_for(crowd.replaced(here, **more), "2026-10", reader, Words("en"))


def test_the_names_open_it_is_counted_and_locked_it_is_not(here):
    assert (
        asked(here, "hq", site="").groups is None,
        asked(here, "hq", site="", keys=None).groups is None,
    ) == (
        False,
        True,
    )
    assert asked(here, "hq", keys=None).wellbeing is None


def test_a_site_and_a_funder_are_told_nothing_of_groups_and_an_authority_nothing_that_is_sealed(here):
    assert asked(here, "hq").groups is None
    assert asked(here, "funder", site="").groups is None
    assert [asked(here, reader, site="").dependants is None for reader in ("hq", "funder", "authority")] == [
        False, False, True,
    ]  # fmt: skip
    assert asked(here, "hq").dependants is None
    authority = asked(here, "authority")
    assert (authority.wellbeing, authority.groups, authority.outcomes) == (None, None, ())


def test_the_timetable_of_a_site_is_told_to_its_authority(here):
    here.put(
        [Timetable(site="cusco", workshop="knitting", since=date(2026, 9, 1), week=WEEK, starts="08:00")]
    )
    head, row = asked(here, "authority").timetable
    assert (head[:2], row[:2], len(row)) == (["Workshop", "Begins"], ["Knitting", "08:00"], 9)
    assert asked(here, "authority", site="").timetable


@pytest.mark.parametrize(
    ("of", "day", "quarter"),
    [
        ("2026-10", "2026-11-13", "2026-Q3"),
        ("2026-12", "2027-01-04", "2026-Q4"),
        ("2026-12", "2026-12-30", "2026-Q3"),
        ("2026-09", "2026-09-30", "2026-Q3"),
        ("2026-01", "2026-02-02", "2025-Q4"),
    ],
)
def test_a_quarter_is_told_once_it_is_over(of, day, quarter):
    assert last_quarter(month(of), date.fromisoformat(day)) == quarter
