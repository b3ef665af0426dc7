"""One count of tools at the end of a shift, each tool, with what is missing."""

import pytest

import making
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


def counted(here, tools: str, **more: str) -> ToolCount:
    (found,) = do(here, "count-tools", {**COUNT, "tools": tools, "day": "2026-10-06", **more})
    assert isinstance(found, ToolCount)
    return found


def kitted(**lot: str):
    """Two needles of the workshop of knitting are out in a cell since the day before."""
    here = making.begun()
    do(here, "open-workshop", {"workshop": "knitting", "label": "Knitting", "place": "workshop"})
    do(here, "list-tools", HELD)
    code = making.opened(here, **lot)
    row = {"worker": "QC01", "lot": code, "pieces": "2", "tools": "needles: 2", "day": "2026-10-05"}
    return here, str(do(here, "issue-kit", row)[0].code)  # type: ignore[attr-defined]


@pytest.mark.usefixtures("sqlite")
def test_a_needle_that_is_out_in_a_cell_is_not_missing_from_its_workshop():
    here, kit = kitted()
    whole = counted(here, "needles: 38; scissors: 12")
    assert (whole.missing, whole.tools[1]) == (0, {"tool": "needles", "held": 40, "out": 2, "counted": 38})
    assert counted(here, "needles: 37; scissors: 12", number="2").missing == 1
    do(here, "return-kit", {"kit": kit, "good": "2", "tools": "needles: 2", "day": "2026-10-07"})
    assert counted(here, "needles: 38; scissors: 12", day="2026-10-07").missing == 2
    assert counted(here, "needles: 38; scissors: 12", number="3").missing == 0, "it was out on that day"


@pytest.mark.usefixtures("sqlite")
def test_a_needle_that_a_kit_lost_is_missing_from_the_workshop_once_the_kit_is_back():
    here, kit = kitted()
    do(here, "return-kit", {"kit": kit, "good": "2", "tools": "needles: 1", "day": "2026-10-06"})
    assert counted(here, "needles: 39; scissors: 12").missing == 1


@pytest.mark.usefixtures("sqlite")
def test_tools_of_a_kit_are_those_of_the_workshop_of_its_lot():
    here = making.begun()
    do(here, "open-workshop", {"workshop": "knitting", "label": "Knitting", "place": "workshop"})
    do(here, "open-workshop", {"workshop": "weaving", "label": "Weaving", "place": "workshop"})
    do(here, "list-tools", HELD, {**HELD, "workshop": "weaving", "tools": "needles: 5"})
    code = making.opened(here, workshop="weaving")
    row = {"worker": "QC01", "lot": code, "pieces": "2", "tools": "needles: 2", "day": "2026-10-05"}
    do(here, "issue-kit", row)
    assert counted(here, "needles: 3", workshop="weaving").missing == 0
    assert counted(here, "needles: 40; scissors: 12").missing == 0


@pytest.mark.usefixtures("sqlite")
def test_one_tool_too_many_is_written_down_with_its_reason():
    here, _ = kitted()
    more = counted(here, "needles: 40; scissors: 12", why="two of a visitor")
    assert (more.missing, more.tools[1]["why"]) == (0, "two of a visitor")
    assert "why" not in more.tools[0]
