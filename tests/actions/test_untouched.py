"""A measured pace is kept while nothing was recorded that tells of its weeks, and never a moment longer."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import making
from jornal.actions import pace
from jornal.actions.correcting import correct, take_back
from jornal.actions.pace import measured
from jornal.actions.untouched import aside, ends
from jornal.facts.lots import Lot, MaterialLot
from jornal.journal.fact import kinds
from making import COST, LINE, ORDER, at_three_quarters
from peopled import do

TODAY = {"worker": "QC01", "day": "2026-10-30"}
THEN = {"worker": "QC02", "day": "2026-10-07"}
LAST_DAY = "2026-10-25"
"""The Sunday that ends the eight weeks before the week of 30 October."""


@pytest.fixture
def here(sqlite):
    """The manager of a site whose pace was measured and asked for."""
    here = making.begun()
    at_three_quarters(here)
    pace._known.clear()
    measured(here)
    return here


@pytest.fixture
def reckoned(monkeypatch):
    """How often a pace is reckoned from now on."""
    found = []
    whole = pace._measured
    monkeypatch.setattr(pace, "_measured", lambda *of: found.append(1) or whole(*of))
    return found


def fresh(here):
    """The pace as a program that was started just now would have it."""
    pace._known.clear()
    return measured(here)


def ordered(here) -> None:
    hq = making.headquarters()
    do(hq, "set-cost", COST)
    do(hq, "place-order", ORDER)
    do(hq, "add-line", LINE)
    do(hq, "confirm-order", {"order": "o1"})


def counted(here, **more: str) -> None:
    lot = Lot.objects.first().code
    do(here, "count", {**TODAY, "operation": "knit", "good": "1", "lot": lot, **more})


ASIDE = {
    "an order and its promise": ordered,
    "today is marked": lambda here: do(here, "mark", {**TODAY, "minutes": "300"}),
    "pieces of today": counted,
    "yarn": lambda here: do(here, "receive-material", making.YARN),
    "a question": lambda here: do(here, "put-question", {"says": "Which grey?"}),
}
TELLS = {
    "a day of then is marked": lambda here: do(here, "mark", {**THEN, "minutes": "60"}),
    "the last day is marked": lambda here: do(here, "mark", {**THEN, "day": LAST_DAY, "minutes": "60"}),
    "pieces of then": lambda here: counted(here, day="2026-10-06", number="2", worker="QC02"),
    "a day of then is corrected": lambda here: correct(
        here, "shift", {"worker": "QC01", "day": "2026-10-06", "number": "1", "minutes": "390"}, "it was less"
    ),
    "pieces of then are taken back": lambda here: take_back(
        here,
        "pieces",
        {"worker": "QC01", "day": "2026-10-06", "operation": "knit", "number": "1"},
        "not hers",
    ),
    "work was stopped": lambda here: do(
        here, "stop-work", {"day": "2026-10-07", "ordered_by": "head of security"}
    ),
    "somebody left": lambda here: do(
        here, "leave", {"worker": "QC03", "day": "2026-10-05", "reason": "own_choice"}
    ),
}


@pytest.mark.parametrize("what", list(ASIDE))
def test_what_tells_nothing_of_those_weeks_leaves_the_pace_as_it_is(here, reckoned, what):
    ASIDE[what](here)
    found, times = measured(here), len(reckoned)
    assert (times, found) == (0, fresh(here))


@pytest.mark.parametrize("what", list(TELLS))
def test_what_tells_of_those_weeks_is_counted_at_once(here, reckoned, what):
    TELLS[what](here)
    found, times = measured(here), len(reckoned)
    assert (times, found) == (1, fresh(here))
    measured(here)
    assert len(reckoned) == 2


def test_what_was_aside_does_not_hide_what_came_before_it(here):
    do(here, "mark", {**THEN, "minutes": "60"})
    ordered(here)
    assert measured(here) == fresh(here)


def test_another_week_has_a_pace_of_its_own(here, reckoned):
    assert measured(replace(here, day=making.crew.TODAY.replace(day=9))) != measured(here)
    assert len(reckoned) == 1


def test_a_book_that_was_begun_anew_is_not_the_one_before(here, reckoned):
    (key,) = pace._known
    before, found = pace._known[key]
    for wrong in (
        {**before, "cusco": (before["cusco"][0] - 1, "0" * 64)},
        {**before, "hq": (10_000, "0" * 64)},
    ):
        pace._known[key] = wrong, found
        measured(here)
    assert (len(reckoned), ends("cusco")) == (2, before)


def test_nothing_that_the_pace_is_reckoned_from_counts_as_aside(here):
    do(here, "stop-work", {"day": "2026-10-07", "ordered_by": "head of security"})
    tables = {kinds()[name]._meta.db_table for name in aside()}
    with CaptureQueriesContext(connection) as asked:
        fresh(here)
    read = {table for table in tables for one in asked.captured_queries if f'"{table}"' in one["sql"]}
    assert (read, len(asked) > 5, MaterialLot._meta.db_table in tables) == (set(), True, True)
