"""Who belongs to a month."""

from datetime import date

import pytest

from jornal.facts.attendance import Shift
from jornal.facts.pay import Adjustment
from jornal.facts.people import Enrolled, Left
from jornal.facts.pieces import Pieces
from jornal.reads.present import before, is_present, present
from jornal.units.periods import month
from offices import office

OCTOBER = month("2026-10")
SUM = {
    "what": "bonus",
    "number": 1,
    "label": "care",
    "reason": "",
    "payer": "qori",
    "approver": "F1",
    "amount": 5,
}


@pytest.fixture
def here(database):
    at = office()
    stays = at.put(
        Enrolled(worker=worker, site="cusco", since=date(2026, 9, 1), reads="yes")
        for worker in ("Q01", "Q02", "Q03")
    )
    at.put(
        [Left(enrolled=stays[1].root, worker="Q02", site="cusco", day=date(2026, 9, 30), reason="release")]
    )
    at.put(
        [Left(enrolled=stays[2].root, worker="Q03", site="cusco", day=date(2026, 10, 1), reason="release")]
    )
    at.put([Shift(worker="Q04", day=date(2026, 10, 31), number=1, site="cusco", what="work", minutes=60)])
    at.put(
        [
            Pieces(
                worker="Q05",
                day=date(2026, 9, 30),
                operation="scarf",
                number=1,
                site="cusco",
                good=1,
                rework=0,
            )
        ]
    )
    at.put([Adjustment(worker="Q06", day=date(2026, 10, 1), site="cusco", **SUM)])
    at.put([Shift(worker="Q07", day=date(2026, 10, 1), number=1, site="lima", what="work", minutes=60)])
    return at


@pytest.mark.usefixtures("here")
def test_who_is_enrolled_on_a_day_and_who_has_a_row_belongs_to_the_month():
    assert present("cusco", OCTOBER) == {"Q01", "Q03", "Q04", "Q06"}
    assert present("cusco", OCTOBER, workers={"Q04", "Q05"}) == {"Q04"}


@pytest.mark.usefixtures("here")
def test_rows_before_a_day_are_named():
    assert before("cusco", OCTOBER) == {"Q05": ["pieces 2026-09-30 scarf 1"]}
    assert before("cusco", OCTOBER, workers={"Q04"}) == {}


def test_as_the_books_stood_nobody_was_there_yet(here):
    assert present("cusco", OCTOBER, {"cusco": 1}) == set()


def test_one_worker_belongs_to_a_month_where_she_is_among_its_people(here):
    everybody = [f"Q{number:02}" for number in range(1, 12)]
    found = {worker for worker in everybody if is_present(worker, "cusco", OCTOBER)}
    assert found == present("cusco", OCTOBER) & set(everybody)
