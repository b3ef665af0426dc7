"""What the tables of release take."""

from datetime import date

import pytest

import crew
from jornal.facts import release
from jornal.facts.release import ReleaseExpected, ReleasePlan
from jornal.journal.canon import NotCanonical
from jornal.journal.columns import Sealed
from jornal.journal.fact import kinds
from jornal.journal.record import AlreadyRecorded, record

DAY = date(2026, 10, 5)
pytestmark = pytest.mark.usefixtures("sqlite")


@pytest.fixture
def hand():
    return crew.office().hand


def test_what_is_expected_is_told_once_a_day(hand):
    told = {"worker": "QC01", "told_on": DAY, "site": "cusco", "source": "authority"}
    record([ReleaseExpected(**told, month="2027-02")], "cusco", hand)
    with pytest.raises(AlreadyRecorded):
        record([ReleaseExpected(**told, month="2027-03")], "cusco", hand)


@pytest.mark.parametrize(("answer", "work"), [("no", "home"), ("made", "prison")])
def test_a_value_that_is_none_of_those_there_are_is_refused(hand, answer, work):
    with pytest.raises(NotCanonical):
        record([ReleasePlan(worker="QC01", day=DAY, site="cusco", answer=answer, work=work)], "cusco", hand)


def test_her_plan_is_sealed_and_no_day_of_release_is_kept():
    mine = [kind for kind in kinds().values() if kind.__module__ == release.__name__]
    sealed = {f"{kind.KIND}.{one.name}" for kind in mine for one in kind.content() if isinstance(one, Sealed)}
    assert sealed == {"release_plan.told"}
    assert [one.name for one in ReleaseExpected.content()] == ["worker", "told_on", "site", "month", "source"]
