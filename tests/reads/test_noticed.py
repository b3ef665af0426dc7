"""What came in since somebody looked last."""

from dataclasses import replace
from datetime import date

import pytest

import payroll
from jornal.facts.attendance import Stoppage
from jornal.facts.pieces import Rejected
from jornal.facts.work import RateCard
from jornal.reads.noticed import Noticed, ends, noticed
from jornal.units.periods import month
from payroll import mended

OCTOBER = month("2026-10")
FIFTH, IN_NOVEMBER = date(2026, 10, 5), date(2026, 11, 3)
CARD = {
    "site": "cusco", "per": "hour", "operation": "", "grade": "maker", "amount": "12.00", "layer": "contract",
}  # fmt: skip


@pytest.fixture
def here(september, tmp_path):
    with payroll.copied(september, tmp_path) as found:
        yield replace(found, day=date(2026, 11, 3))


def test_each_matter_stands_once_with_its_worker_and_its_day(here):
    since = ends("cusco")
    mended(here, "Q01", FIFTH, 300)
    mended(here, "Q01", FIFTH, 360)
    mended(here, "Q02", date(2026, 9, 10), 60)
    payroll.made(here, FIFTH, 4)
    assert noticed("cusco", OCTOBER, since) == [
        Noticed("Q01", "shift", "2026-10-05"),
        Noticed("Q02", "shift", "2026-09-10"),
        Noticed("Q21", "pieces", "2026-10-05"),
    ]


def test_what_is_of_a_later_day_or_was_there_before_is_no_news(here):
    mended(here, "Q01", FIFTH, 300)
    since = ends("cusco")
    mended(here, "Q01", IN_NOVEMBER, 300)
    assert noticed("cusco", OCTOBER, since) == []


def test_what_concerns_everybody_names_nobody(here):
    since = ends("cusco")
    here.put([Stoppage(site="cusco", workshop="", number=1, what="lockdown", day=FIFTH)])
    here.put([RateCard(since=date(2026, 10, 1), **CARD)])
    assert [(one.worker, one.kind) for one in noticed("cusco", OCTOBER, since)] == [
        ("", "rate_card"),
        ("", "stoppage"),
    ]


def test_a_piece_rejected_later_is_told_with_its_own_day(here):
    (made,) = payroll.made(here, FIFTH, 4)
    since = ends("cusco")
    here.put([Rejected(pieces=made.root, number=1, count=1, cause="material", decided_by="S1", heard="yes")])
    assert noticed("cusco", OCTOBER, since) == [Noticed("Q21", "pieces", "2026-10-05")]


def test_it_is_read_alike_on_each_database(database, tmp_path):
    here = payroll.begun(tmp_path)
    since = ends("cusco")
    payroll.days(here, FIFTH, FIFTH, workers=("Q01",))
    assert noticed("cusco", OCTOBER, since) == [Noticed("Q01", "shift", "2026-10-05")]
    assert ends("elsewhere").keys() == {"hq"}
