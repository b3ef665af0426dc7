"""How makers are shown: as each chose, sealed, and with a consent of its own; labels for pieces somebody made."""

import pytest

import labelled
import making
from jornal.actions.makers import MoreThanHers, MoreThanMade, NoConsentToLabels, NoSuchLot, NotOnTheLot
from jornal.actions.verb import BadRows
from jornal.facts.labels import MakerShown
from jornal.journal.entry import Entry
from jornal.units.listed import ListedTerm
from peopled import do, names
from vaulted import READER


@pytest.fixture
def keys(sqlite, tmp_path):
    found = names(tmp_path)
    found.mint("QC01", "QC02")
    return found


def test_a_chosen_name_is_sealed_and_the_last_choice_counts(database, tmp_path):
    keys = names(tmp_path)
    keys.mint("QC01")
    here = making.begun(keys=keys)
    labelled.consented(here, "QC01")
    (kept,) = do(here, "show-maker", {"worker": "QC01", "shown": "chosen_name", "line": "Estrella"})
    assert keys.opened("QC01", "line", kept.line, reader=READER) == "Estrella"
    assert not [body for body in Entry.objects.values_list("body", flat=True) if "Estrella" in body]
    (same,) = do(here, "show-maker", {"worker": "QC01", "shown": "chosen_name", "line": "Estrella"})
    (other,) = do(here, "show-maker", {"worker": "QC01", "shown": "nothing"})
    assert (same.id, other.number, MakerShown.objects.count()) == (kept.id, 2, 2)


@pytest.mark.parametrize("shown", ["mark", "chosen_name", "first_name"])
def test_without_a_consent_of_its_own_nothing_is_shown(keys, shown: str):
    here = making.begun(keys=keys)
    labelled.consented(here, "QC01", scope="press")
    row = {"worker": "QC01", "shown": shown, "line": "" if shown == "mark" else "Ana"}
    with pytest.raises(NoConsentToLabels):
        do(here, "show-maker", row)
    consent = labelled.consented(here, "QC02")
    labelled.took_back(here, consent)
    with pytest.raises(NoConsentToLabels):
        do(here, "show-maker", {**row, "worker": "QC02"})
    do(here, "show-maker", {"worker": "QC01", "shown": "nothing"})


@pytest.mark.parametrize(
    "row", [{"shown": "chosen_name"}, {"shown": "mark", "line": "Ana"}, {"shown": "surname", "line": "Ana"}]
)
def test_a_choice_that_is_none_is_refused(keys, row):
    here = making.begun(keys=keys)
    labelled.consented(here, "QC01")
    with pytest.raises(BadRows):
        do(here, "show-maker", {"worker": "QC01", **row})


def test_a_line_that_says_why_anyone_is_inside_is_refused(keys):
    here = making.begun(keys=keys)
    labelled.consented(here, "QC01")
    with pytest.raises(ListedTerm):
        do(here, "show-maker", {"worker": "QC01", "shown": "chosen_name", "line": "the murderer"})


def test_pieces_are_numbered_on_and_are_of_somebody_who_made_them(keys):
    here = making.begun()
    code = labelled.judged(here)
    first = do(here, "label-pieces", {"lot": code, "count": "3", "maker": "QC01"})
    more = do(here, "label-pieces", {"lot": code, "count": "2"})
    assert [(one.serial, one.worker) for one in (*first, *more)] == [
        (1, "QC01"), (2, "QC01"), (3, "QC01"), (4, ""), (5, ""),
    ]  # fmt: skip
    with pytest.raises(NotOnTheLot):
        do(here, "label-pieces", {"lot": code, "count": "1", "maker": "QC02"})
    with pytest.raises(NoSuchLot):
        do(here, "label-pieces", {"lot": "LQC999X", "count": "1"})


@pytest.mark.usefixtures("sqlite")
def test_no_more_pieces_are_told_to_be_hers_than_she_is_counted_with():
    here = making.begun()
    code = making.opened(here)
    making.made(here, code, "2")
    making.made(here, code, "8", worker="QC02")
    do(here, "label-pieces", {"lot": code, "count": "1", "maker": "QC01"})
    with pytest.raises(MoreThanHers, match="2 pieces of QC01 are counted, and 3 would have a label as hers"):
        do(here, "label-pieces", {"lot": code, "count": "2", "maker": "QC01"})
    do(here, "label-pieces", {"lot": code, "count": "1", "maker": "QC01"})


@pytest.mark.usefixtures("sqlite")
def test_there_are_no_more_labels_than_pieces_to_put_them_on():
    here = making.begun()
    code = making.opened(here)
    do(here, "label-pieces", {"lot": code, "count": "9"})
    with pytest.raises(MoreThanMade, match="has 10 good pieces, and 11 would have a label"):
        do(here, "label-pieces", {"lot": code, "count": "2"})
    do(here, "label-pieces", {"lot": code, "count": "1"})
