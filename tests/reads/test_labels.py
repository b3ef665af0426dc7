"""How a maker may be shown at this moment: as she chose, while her consent stands, and never by name before a trial."""

from datetime import timedelta

import pytest

import labelled
import making
from jornal.facts.labels import MakerShown
from jornal.facts.people import ConsentWithdrawn, Custody
from jornal.journal import books
from jornal.journal.record import record
from jornal.reads.labels import Maker, choices, maker, passport, piece, published
from jornal.reads.labels import labelled as labelled_pieces
from jornal.units.itemcode import Item, with_check_digit
from labelled import GTIN
from peopled import do

MARK = 123_456_789


@pytest.fixture
def here(sqlite):
    found = making.begun()
    labelled.marked(found, "QC01", MARK)
    return found


def chose(here, shown, line=""):
    record([MakerShown(worker="QC01", number=1, day=here.day, shown=shown, line=line)], "cusco", here.hand)


def test_a_mark_is_shown_while_the_consent_stands_and_no_more_on_the_day_it_ends(here):
    consent = labelled.consented(here, "QC01")
    chose(here, "mark")
    days = [
        consent.given_on - timedelta(days=1),
        here.day,
        consent.expires_on - timedelta(days=1),
        consent.expires_on,
    ]
    assert [maker("QC01", day) for day in days] == [None, Maker("QC01", MARK), Maker("QC01", MARK), None]


def test_taken_back_it_is_gone_at_once_whatever_day_was_written(here):
    consent = labelled.consented(here, "QC01")
    chose(here, "chosen_name", "sealed")
    assert maker("QC01", here.day) == Maker("QC01", MARK, "sealed")
    record([ConsentWithdrawn(consent=consent.root, day=here.day + timedelta(days=1))], "cusco", here.hand)
    assert maker("QC01", here.day) is None


@pytest.mark.parametrize("scope", ["", "press", "Label "])
def test_a_consent_to_something_else_is_none_to_labels(here, scope: str):
    labelled.consented(here, "QC01", scope=scope)
    chose(here, "mark")
    assert maker("QC01", here.day) is None


def test_who_was_never_asked_or_chose_nothing_is_not_shown(here):
    labelled.consented(here, "QC01")
    assert maker("QC01", here.day) is None
    chose(here, "nothing")
    assert maker("QC01", here.day) is None


def test_after_a_transfer_what_she_says_there_is_the_last_she_said(here):
    labelled.consented(here, "QC01")
    chose(here, "first_name", "sealed")
    record([MakerShown(worker="QC01", number=2, day=here.day, shown="mark")], "cusco", here.hand)
    assert maker("QC01", here.day) == Maker("QC01", MARK)
    books.opened("puno", "auditor", here.hand)
    record([MakerShown(worker="QC01", number=1, day=here.day, shown="nothing")], "puno", here.hand)
    assert (maker("QC01", here.day), choices(["QC01"])) == (None, {"QC01": "nothing"})


def test_who_waits_for_a_trial_is_not_named(here):
    labelled.consented(here, "QC01")
    chose(here, "first_name", "sealed")
    said = {"conduct_class": "", "months_served": None}
    record([Custody(worker="QC01", since=here.day, status="remand", **said)], "cusco", here.hand)
    assert maker("QC01", here.day) == Maker("QC01", MARK)


def test_the_passport_issued_last_is_found_by_its_code(here):
    code = labelled.judged(here)
    issued = labelled.issued(here, code)
    do(here, "label-pieces", {"lot": code, "count": "2", "maker": "QC01"})
    found, withdrawn = passport(Item(GTIN, code))
    assert (found.id, withdrawn) == (issued.id, None)
    assert [getattr(piece(issued, serial), "worker", None) for serial in ("2", "3", "x", "٢", "")] == [
        "QC01", None, None, None, None,
    ]  # fmt: skip
    assert passport(Item(GTIN, "LQC999X")) == (None, None)


def test_a_withdrawn_lot_is_not_shown_under_a_number_that_it_had_before(here):
    code = labelled.judged(here)
    labelled.issued(here, code)
    other = with_check_digit("290000100002")
    (again,) = do(here, "issue-passport", {"lot": code, "gtin": other})
    assert passport(Item(GTIN, code))[0].id == again.id
    do(here, "withdraw-passport", {"lot": code})
    assert [passport(Item(number, code))[1] is None for number in (GTIN, other)] == [False, False]


def test_what_was_published_last_of_each_lot_stands_with_what_withdrew_it(here):
    code = labelled.judged(here)
    issued = labelled.issued(here, code)
    assert published("cusco") == {issued.lot: (issued, None)}
    assert (published("lima"), labelled_pieces([issued.lot])) == ({}, {})
    do(here, "label-pieces", {"lot": code, "count": "3"})
    do(here, "withdraw-passport", {"lot": code})
    (_, gone) = published()[issued.lot]
    assert (gone is not None, labelled_pieces([issued.lot])) == (True, {issued.lot: 3})
