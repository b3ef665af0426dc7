"""How fast a site works, against the slow and obvious sum; and that what was recorded since is never missed."""

import random
from datetime import date, timedelta
from fractions import Fraction

import pytest

import crew
import hands
import making
import slowpace
from jornal.actions.capacity import ahead
from jornal.actions.office import Office
from jornal.actions.pace import measured
from jornal.facts.attendance import Shift, Stoppage
from jornal.facts.organisation import Timetable
from jornal.facts.people import Enrolled, Left
from jornal.facts.pieces import Pieces
from jornal.facts.work import ContractVersion
from jornal.journal.fact import Fact
from jornal.journal.record import record
from making import at_three_quarters
from peopled import do

DAYS = [date(2026, 9, 1) + timedelta(days=number) for number in range(58)]
ROOMS = ("knitting", "weaving", "")


def filled(here: Office, chance: random.Random) -> None:
    """Eight weeks of chance: people who come, leave and come back, marks of every kind, counts on lots and on none."""
    lots = [making.opened(here) for _ in range(2)]
    facts: list[Fact] = [
        Timetable(
            site="cusco",
            workshop="weaving",
            since=since,
            week={**crew.WEEK, "saturday": chance.choice([0, 180])},
        )
        for since in (DAYS[0], DAYS[chance.randrange(10, 50)])
    ]
    ends: list[tuple[Enrolled, date]] = []
    for number in range(12):
        worker, since = f"QX{number:02}", DAYS[chance.randrange(40)]
        more = {"worker": worker, "site": "cusco", "language": "es", "languages": ["es"], "reads": "yes"}
        stay = Enrolled(since=since, workshop=chance.choice(ROOMS), **more)
        facts.append(stay)
        if number % 3 == 0:
            last = since + timedelta(days=chance.randrange(30))
            ends.append((stay, last))
            again = last + timedelta(days=chance.randrange(3))
            if again > since:
                facts.append(Enrolled(since=again, workshop=chance.choice(ROOMS), **more))
        if number % 4 == 0:
            said = {"contract": "knit", "language": "es", "weekly_minutes": chance.choice([None, 700, 1200])}
            facts.append(ContractVersion(worker=worker, site="cusco", since=since, **said))
    facts += _marked(chance, lots)
    hand = hands.hand("S1", "site_manager")
    record(facts, "cusco", hand)
    left = [
        Left(enrolled=stay.root, worker=stay.worker, site="cusco", day=day, reason="own_choice")
        for stay, day in ends
    ]
    record(left, "cusco", hand)


def _marked(chance: random.Random, lots: list[str]) -> list[Fact]:
    workers = [*crew.CREW, *(f"QX{number:02}" for number in range(12))]
    kinds = ["work", "work", "work", "sick", "training", "lockdown"]
    found: list[Fact] = []
    for day in DAYS:
        for worker in workers:
            if chance.random() < 0.5:
                minutes, start = chance.choice([(300, None), (None, None), (None, 480), (0, None)])
                end = None if start is None else start + chance.randrange(1, 400)
                found.append(
                    Shift(worker=worker, day=day, number=1, site="cusco", what=chance.choice(kinds), minutes=minutes,
                          start=start, end=end, pause=chance.choice([None, 15]) if start else None)
                )  # fmt: skip
            if chance.random() < 0.2:
                found.append(
                    Pieces(worker=worker, day=day, operation=chance.choice(["knit", "link", "wash"]), number=1,
                           site="cusco", good=chance.randrange(4), rework=0, lot=chance.choice([*lots, ""]))
                )  # fmt: skip
    stops = [
        Stoppage(site="cusco", workshop=chance.choice(ROOMS), day=day, number=1 + number, what="lockdown")
        for number, day in enumerate(chance.choices(DAYS, k=8))
    ]
    return [*found, *stops]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.usefixtures("sqlite")
def test_it_comes_to_what_the_slow_sum_does(seed: int):
    here = making.begun()
    filled(here, random.Random(seed))
    assert measured(here) == slowpace.measured(here)
    assert measured(here)[0] is not None
    assert ahead(here, 6) == slowpace.ahead(here, 6)


@pytest.mark.usefixtures("database")
def test_what_is_recorded_after_it_was_asked_is_counted_at_once():
    here = making.begun()
    assert measured(here) == measured(here) == (None, 0)
    at_three_quarters(here)
    assert measured(here)[0] == Fraction(3, 4)
    do(here, "stop-work", {"day": "2026-10-07", "ordered_by": "head of security"})
    assert measured(here)[1] == slowpace.measured(here)[1] > 0
