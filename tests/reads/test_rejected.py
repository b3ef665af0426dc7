"""Rejected pieces of a month, with the counts they are of."""

import pytest

import crew
from crew import do
from jornal.facts.pieces import Pieces
from jornal.reads.rejected import next_number, rejections
from jornal.units.periods import month

SOLES = {"worker": "QC01", "operation": "sole"}


@pytest.mark.usefixtures("database")
def test_the_rejections_of_a_month_stand_with_their_counts_the_latest_first():
    here = crew.begun()
    said = {"cause": "worker", "heard": "yes", "decided_by": "S1"}
    for day, count in (("2026-09-30", 1), ("2026-10-05", 2), ("2026-10-06", 3)):
        do(here, "count", {**SOLES, "day": day, "good": "20"})
        do(here, "reject", {**SOLES, "day": day, "count": str(count), **said, "out_of_good": "yes"})
    do(here, "later-sold", {**SOLES, "day": "2026-10-06"})
    found = rejections("cusco", month("2026-10"))
    assert [
        (str(one.day), one.worker, one.operation, one.of, one.number, one.count, one.unpaid) for one in found
    ] == [
        ("2026-10-06", "QC01", "sole", 1, 1, 3, False),
        ("2026-10-05", "QC01", "sole", 1, 1, 2, True),
    ]
    assert rejections("elsewhere", month("2026-10")) == []
    assert next_number(Pieces.objects.current().get(day="2026-10-05").root) == 2
