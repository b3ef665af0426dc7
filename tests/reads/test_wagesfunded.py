"""Wages that others pay for, as they are read: of issued months, by workshop, in as many queries for many or few."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import hands
from funded import began, issued, spent
from jornal.facts.people import Enrolled, Left
from jornal.journal.record import record
from jornal.reads.funding import money
from jornal.reads.wagesfunded import within
from jornal.units.periods import Period, month

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
LASTS = {"currency": "PEN", "since": "2026-01-01", "until": "2026-12-31"}
GRANT = {"grant": "looms", "funder": "A trust", "amount": "1000000", "purpose": "Work", **LASTS}
LINE = {
    "source": "looms", "places": "cusco/knitting", "since": "2026-01-01", "until": "2026-12-31", "amount": "900000",
}  # fmt: skip


@pytest.fixture(autouse=True)
def here(sqlite):
    began()
    spent("record-grant", GRANT)
    spent("fund-wages", LINE)


def stays(people: range, room: str, since: str = "2026-01-01", left: str = "") -> None:
    hand = hands.hand("S1", "site_manager")
    more: dict[str, Any] = {"language": "es", "languages": ["es"], "reads": "yes", "clock_number": ""}
    for number in people:
        fact = Enrolled(
            worker=f"cusco-{number}", site="cusco", since=date.fromisoformat(since), workshop=room, **more
        )
        (root,) = record([fact], "cusco", hand)
        if left:
            gone = {
                "worker": fact.worker,
                "site": "cusco",
                "day": date.fromisoformat(left),
                "reason": "own_choice",
            }
            record([Left(enrolled=root.root, **gone)], "cusco", hand)


def found(of: Period = YEAR) -> list[tuple[str, int, int]]:
    return [(one.month, one.people, one.amount) for one in within(money(YEAR).funded, of)]


def test_only_who_was_in_the_workshop_the_whole_time_is_in_its_sum():
    stays(range(6), "knitting")
    stays(range(6, 12), "weaving")
    stays(range(12, 14), "weaving", left="2026-05-10")
    stays(range(12, 14), "knitting", since="2026-05-11")
    issued("cusco", "2026-05", [100] * 14, [])
    issued("cusco", "2026-06", [100] * 14, [])
    assert found() == [("2026-05", 6, 600), ("2026-06", 8, 800)]
    assert found(month("2026-06")) == [("2026-06", 8, 800)]


def test_many_are_as_many_queries_as_few():
    stays(range(30), "knitting")
    issued("cusco", "2026-05", [100] * 5, [])
    counts = []
    for of in ("2026-06", "2026-07"):
        with CaptureQueriesContext(connection) as caught:
            money(YEAR)
        counts.append(len(caught))
        issued("cusco", of, [100] * 30, [])
    assert counts[0] == counts[1]
