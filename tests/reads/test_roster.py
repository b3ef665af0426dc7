"""Whom a site knows, and how each stands there."""

from datetime import date, timedelta

import pytest

from jornal.reads.roster import person, roster
from offices import DAY, office
from peopled import OFFERED, do, names, offered, opened, working


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    return names(tmp_path)


def standings(day: date = DAY) -> dict[str, str]:
    return {one.worker: one.standing for one in roster("cusco", day)}


def test_everybody_is_here_or_left_or_offered_work(database, tmp_path):
    opened()
    keys = names(tmp_path)
    here, left, waiting = working(keys), working(keys), offered(keys)
    do(office(), "leave", {"worker": left, "reason": "own_choice"})
    after = DAY + timedelta(days=1)
    assert standings(after) == {here: "here", left: "left", waiting: "offered"}
    for standing, worker in (("here", here), ("left", left), ("offered", waiting)):
        assert [one.worker for one in roster("cusco", after, standing)] == [worker]


def test_on_her_last_day_she_is_here(keys):
    worker = working(keys)
    do(office(), "leave", {"worker": worker, "reason": "own_choice"})
    assert standings() == {worker: "here"}


def test_who_left_and_was_offered_work_again_waits(keys):
    worker = working(keys)
    do(office(), "leave", {"worker": worker, "reason": "own_choice"})
    later = DAY + timedelta(days=9)
    do(office(day=later), "offer-work", {**OFFERED, "worker": worker})
    assert standings(later) == {worker: "offered"}
    assert roster("cusco", later, "left") == []


def test_the_list_says_where_and_since_when_she_works(keys):
    worker = working(keys, workshop="knitting", clock_number="7", reads="with_help")
    found = person("cusco", worker, DAY)
    assert (found.since, found.workshop, found.clock_number, found.reads, found.language) == (
        DAY, "knitting", "7", "with_help", "es",
    )  # fmt: skip


def test_another_site_knows_nobody_of_here(keys):
    opened("lima", "QL")
    worker = working(keys)
    assert (roster("lima", DAY), person("lima", worker, DAY)) == ([], None)


def test_before_she_took_up_work_she_waits(keys):
    worker = working(keys)
    assert standings(DAY - timedelta(days=2)) == {worker: "offered"}
