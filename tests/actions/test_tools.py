"""One count of tools at the end of a shift, each tool, with what is missing."""

import pytest

import peopled
from jornal.actions.given import NotYet
from jornal.actions.kits import ToolsNotCounted
from jornal.actions.tools import NoSuchWorkshop, NoToolsListed
from jornal.facts.kits import ToolCount
from jornal.journal.record import AlreadyRecorded
from offices import office
from peopled import do

HELD = {"workshop": "knitting", "tools": "scissors: 12; needles: 40", "since": "2026-09-01"}
COUNT = {"workshop": "knitting", "tools": "needles: 40; scissors: 12", "day": "2026-10-01"}


@pytest.fixture
def here(sqlite):
    peopled.opened()
    return office()


@pytest.mark.usefixtures("database")
def test_a_count_says_how_many_are_missing():
    peopled.opened()
    here = office()
    do(here, "list-tools", HELD)
    do(
        here,
        "count-tools",
        COUNT,
        {**COUNT, "number": "2", "tools": "needles: 39; scissors: 13", "seen_by": "security"},
    )
    assert list(ToolCount.objects.order_by("number").values_list("missing", "counted_by", "seen_by")) == [
        (0, "S1", ""),
        (1, "S1", "security"),
    ]


def test_the_same_count_sent_twice_is_one_and_another_needs_its_number(here):
    do(here, "list-tools", HELD)
    first, second = (do(here, "count-tools", COUNT)[0] for _ in range(2))
    assert first.id == second.id
    with pytest.raises(AlreadyRecorded):
        do(here, "count-tools", {**COUNT, "tools": "needles: 1; scissors: 12"})


def test_what_is_not_listed_cannot_be_counted(here):
    with pytest.raises(NoToolsListed, match="jornal do list-tools"):
        do(here, "count-tools", COUNT)
    with pytest.raises(NoSuchWorkshop):
        do(here, "list-tools", {**HELD, "workshop": "cells"})
    do(here, "list-tools", HELD)
    with pytest.raises(ToolsNotCounted):
        do(here, "count-tools", {**COUNT, "tools": "scissors: 12"})
    with pytest.raises(NotYet):
        do(here, "count-tools", {**COUNT, "day": "2026-10-02"})


def test_a_later_list_holds_from_its_day_on(here):
    do(here, "list-tools", HELD, {**HELD, "since": "2026-10-01", "tools": "scissors: 13"})
    with pytest.raises(ToolsNotCounted):
        do(here, "count-tools", COUNT)
    assert do(here, "count-tools", {**COUNT, "tools": "scissors: 13"})[0].missing == 0
