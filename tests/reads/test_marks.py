"""Which mark stands for whom."""

from datetime import timedelta

import hands
from jornal.facts.people import MarkChosen
from jornal.journal.record import record, voided
from jornal.reads.marks import marks, taken
from offices import DAY, office


def chosen(worker: str, pattern: int, site: str = "cusco", hours: int = 0) -> MarkChosen:
    office(site=site)
    hand = hands.hand(begin=hands.BEGIN + timedelta(hours=hours))
    return record([MarkChosen(worker=worker, pattern=pattern, day=DAY)], site, hand)[0]


def test_the_mark_chosen_last_stands_in_whichever_book(database):
    chosen("QC1", 7)
    chosen("QC2", 8)
    chosen("QC1", 9, site="lima", hours=1)
    assert marks() == {"QC1": 9, "QC2": 8}
    assert marks(["QC2", "QC3"]) == {"QC2": 8}


def test_a_mark_taken_back_stands_for_nobody_and_is_not_free(sqlite):
    one = chosen("QC1", 7)
    record([voided(one, "she took it back")], "cusco", office().hand)
    assert (marks(), taken()) == ({}, {7: "QC1"})


def test_as_a_book_stood_before_she_had_another(sqlite):
    before = chosen("QC1", 7)
    chosen("QC1", 9)
    assert marks(upto={"cusco": before.seq}) == {"QC1": 7}
