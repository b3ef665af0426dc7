"""An operation that the site names itself: recorded at once, paid at the floor, priced from the day it has a rate."""

from dataclasses import replace
from datetime import date

import pytest

import crew
from agreement import agreement, floor, piece
from cast import ANA
from crew import do
from jornal.actions.given import NotYet
from jornal.actions.office import NotYourRole
from jornal.actions.operations import Adopted, NoRateYet, NotNamed, RatedAlready, adopt_with_rate, of_the_site
from jornal.actions.rates import NewRate
from jornal.facts.pieces import LocalOperation, OperationAdopted
from jornal.reads import attendance, pieces
from jornal.reads.rates import rate_cards
from jornal.rules.hours import shifts_of
from jornal.rules.pay import Paid, paid
from jornal.rules.plan import laid_out
from jornal.rules.rows import Month
from jornal.units.periods import month

OCTOBER = month("2026-10")
NAMED = {"operation": "strap", "label": "Sewing the strap", "since": "2026-10-05"}
RATED = {"per": "piece", "operation": "strap", "since": "2026-10-19", "amount": "2.50"}
# Soles at 4.00, held to 6.00 an hour.
BY_THE_PIECE = agreement(piece("sole", "4.00"), floor("6.00", plain_hours="1"), pays="piece")


def month_of(worker: str = "QC01") -> tuple[Paid, list]:
    """Her October as the rules pay it, and the pieces kept apart."""
    shifts, faults = shifts_of(attendance.entries("cusco", OCTOBER)[worker], "America/Lima")
    assert not faults
    rated = replace(BY_THE_PIECE.contract, rate=(*BY_THE_PIECE.contract.rate, *rate_cards("cusco")))
    made = pieces.pieces("cusco", OCTOBER).get(worker, [])
    found = paid(
        Month(replace(ANA, code=worker), OCTOBER, tuple(shifts), tuple(made)),
        laid_out(replace(BY_THE_PIECE, contract=rated), OCTOBER),
    )
    return found, pieces.unpriced("cusco", OCTOBER).get(worker, [])


def earned(found: Paid) -> dict[str, int]:
    return {line.kind: line.amount for line in found.lines if line.part in ("earning", "top_up")}


def a_day_on_each(here, what: str) -> None:
    """Monday on soles, well above the floor; Tuesday five hours on straps."""
    do(here, "mark", {"worker": "QC01", "day": "2026-10-05", "minutes": "300"})
    do(here, "count", {"worker": "QC01", "day": "2026-10-05", "operation": "sole", "good": "20"})
    do(here, "mark", {"worker": "QC01", "day": "2026-10-06", "what": what, "minutes": "300"})
    do(here, "count", {"worker": "QC01", "day": "2026-10-06", "operation": "strap", "good": "9"})


@pytest.mark.usefixtures("database")
def test_the_site_names_an_operation_and_its_pieces_wait():
    here = crew.begun()
    do(here, "name-operation", NAMED)
    a_day_on_each(here, "sample")
    found, waiting = month_of()
    assert pieces.local_operations("cusco", date(2026, 10, 6)) == {"strap"}
    assert [(one.operation, one.good) for one in waiting] == [("strap", 9)]
    assert found.faults == []


@pytest.mark.usefixtures("sqlite")
def test_its_time_marked_as_sample_is_paid_at_the_floor_beside_her_other_pieces():
    here = crew.begun()
    do(here, "name-operation", NAMED)
    a_day_on_each(here, "sample")
    assert earned(month_of()[0]) == {"sample": 3000, "piece": 8000}


@pytest.mark.usefixtures("sqlite")
def test_its_time_marked_as_work_has_the_floor_of_the_week_alone_which_other_days_may_hide():
    here = crew.begun()
    do(here, "name-operation", NAMED)
    a_day_on_each(here, "work")
    assert earned(month_of()[0]) == {"piece": 8000}  # ten hours at 6.00 are 60.00


@pytest.mark.usefixtures("sqlite")
def test_a_week_on_nothing_else_is_topped_up_to_the_floor_whole():
    here = crew.begun()
    do(here, "name-operation", NAMED)
    do(here, "mark", {"worker": "QC01", "day": "2026-10-06", "minutes": "300"})
    do(here, "count", {"worker": "QC01", "day": "2026-10-06", "operation": "strap", "good": "9"})
    assert earned(month_of()[0]) == {"top_up": 3000}


@pytest.mark.usefixtures("sqlite")
def test_an_operation_that_nobody_named_stops_its_own_line_and_says_so():
    a_day_on_each(crew.begun(), "sample")
    found, waiting = month_of()
    assert [fault.stops for fault in found.faults] == ["piece:strap"]
    assert (earned(found), waiting) == ({"sample": 3000, "piece": 8000}, [])


@pytest.mark.usefixtures("sqlite")
def test_from_the_day_of_its_rate_it_is_priced_under_the_name_headquarters_gave():
    here = crew.begun()
    do(here, "name-operation", NAMED)
    headquarters = crew.headquarters()
    do(headquarters, "set-rate", {**RATED, "operation": "strap-sewing"})
    do(
        headquarters,
        "adopt-operation",
        {"operation": "strap", "day": "2026-10-19", "adopted_as": "strap-sewing"},
    )
    for day in ("2026-10-16", "2026-10-19"):
        do(here, "mark", {"worker": "QC01", "day": day, "minutes": "60"})
        do(here, "count", {"worker": "QC01", "day": day, "operation": "strap", "good": "10"})
    found, waiting = month_of()
    assert [(str(one.day), one.operation) for one in waiting] == [("2026-10-16", "strap")]
    assert [(line.code, line.amount) for line in found.lines if line.kind == "piece"] == [
        ("strap-sewing", 2500)
    ]
    assert (OperationAdopted.objects.get().book, LocalOperation.objects.get().book) == ("hq.cusco", "cusco")


@pytest.mark.usefixtures("sqlite")
def test_no_operation_is_adopted_before_it_has_a_rate():
    do(crew.begun(), "name-operation", NAMED)
    headquarters = crew.headquarters()
    do(headquarters, "set-rate", RATED)
    with pytest.raises(NoRateYet, match="jornal do set-rate"):
        do(headquarters, "adopt-operation", {"operation": "strap", "day": "2026-10-12"})
    assert len(do(headquarters, "adopt-operation", {"operation": "strap", "day": "2026-10-19"})) == 1


@pytest.mark.usefixtures("sqlite")
def test_headquarters_adopts_what_the_site_named_and_nobody_else_does():
    here = crew.begun()
    with pytest.raises(NotNamed, match='has named no operation "strap"'):
        do(crew.headquarters(), "adopt-operation", {"operation": "strap", "day": "2026-10-19"})
    with pytest.raises(NotYourRole):
        do(here, "adopt-operation", {"operation": "strap", "day": "2026-10-19"})
    with pytest.raises(NotYet):
        do(here, "name-operation", {**NAMED, "since": "2026-10-31"})


@pytest.mark.usefixtures("sqlite")
def test_what_has_a_rate_is_not_named_once_more():
    here = crew.begun()
    do(crew.headquarters(), "set-rate", {**RATED, "since": "2026-09-01"})
    with pytest.raises(RatedAlready):
        do(here, "name-operation", NAMED)
    assert not LocalOperation.objects.exists()


@pytest.mark.usefixtures("sqlite")
def test_an_operation_that_was_adopted_may_be_sent_again():
    here = crew.begun()
    do(here, "name-operation", NAMED)
    do(crew.headquarters(), "set-rate", {**RATED, "since": "2026-10-05"})
    do(here, "name-operation", NAMED)
    assert LocalOperation.objects.count() == 1


@pytest.mark.usefixtures("sqlite")
def test_headquarters_sees_how_many_pieces_wait_and_gives_rate_and_name_at_once():
    here = crew.begun()
    do(here, "name-operation", NAMED)
    a_day_on_each(here, "sample")
    assert [(one.operation, one.rated_on, one.pieces) for one in of_the_site("cusco")] == [("strap", None, 9)]
    row = Adopted(operation="strap", day=date(2026, 10, 19))
    with pytest.raises(NoRateYet):
        adopt_with_rate(crew.headquarters(), row, None)
    adopt_with_rate(crew.headquarters(), row, NewRate.model_validate(RATED))
    assert [(one.rated_on, one.rated_as, one.pieces) for one in of_the_site("cusco")] == [
        (date(2026, 10, 19), "strap", 0)
    ]
    with pytest.raises(NotYourRole):
        adopt_with_rate(here, row, None)


@pytest.mark.usefixtures("sqlite")
def test_a_rate_is_not_set_where_its_operation_cannot_be_adopted():
    crew.begun()
    with pytest.raises(NotNamed):
        adopt_with_rate(
            crew.headquarters(),
            Adopted(operation="strap", day=date(2026, 10, 19)),
            NewRate.model_validate(RATED),
        )
    assert rate_cards("cusco") == ()
