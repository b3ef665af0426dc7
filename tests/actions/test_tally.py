"""A day's pieces keyed in at once: new counts and counts set right, all or none."""

from uuid import UUID

import pytest

import crew
import making
from crew import do
from jornal.actions.office import NotYourRole
from jornal.actions.onlot import MoreThanTheLot
from jornal.actions.pieces import Counted
from jornal.actions.present import NotPresent
from jornal.actions.tally import Mended, tallied
from jornal.facts.pieces import Pieces
from jornal.journal.record import CorrectedMeanwhile, NotCorrectable
from jornal.units.listed import ListedTerm

SOLES = {"worker": "QC01", "day": "2026-10-05", "operation": "sole"}


def row(**said: object) -> Counted:
    return Counted.model_validate({**SOLES, "good": 1, **said})


def standing() -> list[tuple[str, int, int]]:
    return sorted(Pieces.objects.current().values_list("worker", "good", "rework"))


@pytest.mark.usefixtures("database")
def test_counts_and_corrections_are_recorded_together():
    here = crew.begun()
    one = do(here, "count", {**SOLES, "good": "20"})[0]
    tallied(here, [row(worker="QC02", good=7)], [Mended(one.id, 18, 2)], "two of them are to be done again")
    assert standing() == [("QC01", 18, 2), ("QC02", 7, 0)]
    assert Pieces.objects.current().get(worker="QC01").why == "two of them are to be done again"


@pytest.mark.parametrize(
    ("rows", "why", "fault"),
    [
        ([row(worker="QC02")], "", NotCorrectable),
        ([row(worker="QC02")], "she was convicted", ListedTerm),
        ([row(worker="QC09")], "counted twice", NotPresent),
    ],
    ids=("no reason", "a listed term", "nobody"),
)
@pytest.mark.usefixtures("sqlite")
def test_what_cannot_be_recorded_leaves_all_as_it_was(rows, why, fault):
    here = crew.begun()
    one = do(here, "count", {**SOLES, "good": "20"})[0]
    with pytest.raises(fault):
        tallied(here, rows, [Mended(one.id, 18, 0)], why)
    assert standing() == [("QC01", 20, 0)]


@pytest.mark.usefixtures("sqlite")
def test_a_version_that_is_not_the_last_is_not_corrected():
    here = crew.begun()
    one = do(here, "count", {**SOLES, "good": "20"})[0]
    first = UUID(str(one.id))
    tallied(here, [], [Mended(first, 18, 0)], "counted twice")
    with pytest.raises(CorrectedMeanwhile):
        tallied(here, [], [Mended(first, 15, 0)], "counted thrice")
    assert standing() == [("QC01", 18, 0)]


@pytest.mark.usefixtures("sqlite")
def test_only_who_counts_pieces_keys_them_in():
    crew.begun()
    with pytest.raises(NotYourRole):
        tallied(crew.at("auditor", "A1"), [row()])


@pytest.mark.usefixtures("sqlite")
def test_a_sheet_is_no_way_to_more_pieces_than_a_lot_has():
    here = making.begun()
    lot = making.opened(here)
    on_it = {"operation": "knit", "day": "2026-10-06", "lot": lot}
    with pytest.raises(MoreThanTheLot):
        tallied(here, [row(**on_it, good=6), row(**on_it, good=5, worker="QC02")])
    one = tallied(here, [row(**on_it, good=6)])[0]
    with pytest.raises(MoreThanTheLot):
        tallied(here, [], [Mended(one.id, 11, 0)], "miscounted")
    tallied(here, [row(**on_it, good=4, worker="QC02")], [Mended(one.id, 6, 1)], "one is to be done again")
    assert standing() == [("QC01", 6, 1), ("QC02", 4, 0)]
