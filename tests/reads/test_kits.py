"""Kits that are out and the last count of each workshop's tools."""

import pytest

import peopled
from jornal.reads.kits import kits_out, tool_counts
from offices import office
from peopled import do


@pytest.mark.usefixtures("sqlite")
def test_every_workshop_with_tools_is_there_counted_or_not():
    peopled.opened()
    here = office()
    do(here, "open-workshop", {"workshop": "leather", "label": "Leather", "place": "workshop"})
    for workshop in ("knitting", "leather"):
        do(here, "list-tools", {"workshop": workshop, "tools": "scissors: 2", "since": "2026-09-01"})
    row = {"workshop": "knitting", "tools": "scissors: 1"}
    do(
        here,
        "count-tools",
        {**row, "day": "2026-09-30"},
        {**row, "day": "2026-10-01", "tools": "scissors: 2"},
    )
    found = [(one.label, one.last and (str(one.last.day), one.last.missing)) for one in tool_counts("cusco")]
    assert found == [("Knitting", ("2026-10-01", 0)), ("Leather", None)]
    assert kits_out("cusco") == []
