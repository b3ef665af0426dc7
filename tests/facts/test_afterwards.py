"""What the tables of the time after release take: codes, and nothing else."""

from datetime import date

import pytest

import afterwards as released_ones
import crew
from jornal.facts.afterwards import AskedAfter
from jornal.journal.canon import NotCanonical
from jornal.journal.record import AlreadyRecorded, NotThere, record

DAY = date(2026, 10, 5)


@pytest.fixture
def here(sqlite):
    return crew.begun()


def asked(consent, **more):
    said = {
        "worker": "QR01",
        "months": 6,
        "day": DAY,
        "site": "cusco",
        "work": "none",
        "home": "own",
        "inside": "no",
    }
    return AskedAfter(**{**said, "consent": consent, **more})


def test_each_time_is_asked_once_and_rests_on_a_consent(here):
    (worker,) = released_ones.released(here, 1, consent=False)
    consent = released_ones.consented(here, worker)
    record([asked(consent.root), asked(consent.root, months=12)], "cusco", here.hand)
    with pytest.raises(AlreadyRecorded):
        record([asked(consent.root, inside="yes")], "cusco", here.hand)
    with pytest.raises(NotThere):
        record([asked(consent.id.__class__(int=1), months=3)], "cusco", here.hand)


@pytest.mark.parametrize("more", [{"inside": "for theft"}, {"work": "weaver"}, {"home": "with Rosa"}])
def test_words_are_no_answer(here, more):
    (worker,) = released_ones.released(here, 1, consent=False)
    consent = released_ones.consented(here, worker)
    with pytest.raises(NotCanonical):
        record([asked(consent.root, **more)], "cusco", here.hand)
