"""What the tables of labels take, and that a passport that was issued is never altered."""

import uuid

import pytest

import labelled
import making
from jornal.facts.labels import Item, MakerShown
from jornal.journal.canon import NotCanonical
from jornal.journal.record import AlreadyRecorded, NotCorrectable, corrected, record

pytestmark = pytest.mark.usefixtures("sqlite")


def test_what_was_issued_is_never_altered():
    here = making.begun()
    issued = labelled.issued(here, labelled.judged(here))
    with pytest.raises(NotCorrectable):
        record([corrected(issued, "it looks better so", body={})], "cusco", here.hand)


def test_a_piece_has_its_number_once():
    here = making.begun()
    code = labelled.judged(here)
    root = labelled.issued(here, code).lot
    record([Item(lot=root, serial=1, worker="", day=here.day)], "cusco", here.hand)
    with pytest.raises(AlreadyRecorded):
        record([Item(lot=root, serial=1, worker="QC01", day=here.day)], "cusco", here.hand)
    with pytest.raises(ValueError, match="lot"):
        record([Item(lot=uuid.uuid4(), serial=2, worker="", day=here.day)], "cusco", here.hand)


def test_nobody_is_shown_in_a_way_that_she_could_not_choose():
    here = making.begun()
    with pytest.raises(NotCanonical):
        record([MakerShown(worker="QC01", number=1, day=here.day, shown="surname")], "cusco", here.hand)
