"""After release nobody is asked without a consent of its own, nor before the time, and nothing but codes is kept."""

from datetime import date

import pytest

import afterwards as released_ones
import crew
from jornal.actions import afterwards
from jornal.actions.afterwards import NotConsented, NotReleased
from jornal.actions.given import NotYet
from jornal.actions.verb import BadRows, done
from jornal.actions.waiting import waiting
from jornal.facts.afterwards import AskedAfter, Baseline
from jornal.facts.people import ConsentWithdrawn
from jornal.words.catalogue import Words


def do(at, verb, *rows):
    return list(done(verb, afterwards.VERBS[verb], at, rows))


@pytest.fixture
def here(sqlite):
    return crew.begun()


def asked(here):
    return [one.said(Words("en")) for one in waiting(here) if "how she is" in one.says]


def test_who_consents_is_asked_when_her_time_has_come_and_answers_in_codes(database):
    here = crew.begun()
    (worker,) = released_ones.released(here, 1)
    assert asked(here) == ["QR01 left 6 months ago and may be asked how she is"]
    (one,) = do(here, "ask-after", {"worker": worker, "months": "6", "work": "with_us", "inside": "no"})
    assert (one.work, one.home, one.inside) == ("with_us", "not_said", "no")
    assert asked(here) == []


def test_without_a_consent_nobody_is_asked(here):
    (worker,) = released_ones.released(here, 1, consent=False)
    assert asked(here) == []
    with pytest.raises(NotConsented, match=r"give-consent.*asked nothing"):
        do(here, "ask-after", {"worker": worker, "months": "6"})


def test_a_consent_taken_back_ends_it(here):
    (worker,) = released_ones.released(here, 1, consent=False)
    consent = released_ones.consented(here, worker)
    here.put([ConsentWithdrawn(consent=consent.root, day=date(2026, 10, 1))])
    assert asked(here) == []
    with pytest.raises(NotConsented):
        do(here, "ask-after", {"worker": worker, "months": "6"})
    assert not AskedAfter.objects.exists()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"worker": "QR01", "months": "12"}, NotReleased),
        ({"worker": "QC01", "months": "3"}, NotReleased),
        ({"worker": "QR01", "months": "4"}, BadRows),
        ({"worker": "QR01", "months": "6", "inside": "for what"}, BadRows),
    ],
)
def test_bad_input_is_refused_and_nothing_is_recorded(here, row, fault):
    released_ones.released(here, 1)
    with pytest.raises(fault):
        do(here, "ask-after", row)
    assert not AskedAfter.objects.exists()


def test_a_published_figure_is_recorded_with_its_source_and_day(here):
    row = {"published_on": "2014-01-01", "of_10000": "4400", "place": "a country", "source": "an article"}
    do(crew.headquarters(), "set-baseline", row)
    one = Baseline.objects.get()
    assert (one.of_10000, one.book, one.measure) == (4400, "hq", "inside_again")
    with pytest.raises(NotYet):
        do(crew.headquarters(), "set-baseline", row | {"published_on": "2027-01-01"})
