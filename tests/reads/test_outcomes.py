"""Figures after release: in bands of five, moving by five people or not at all, and nothing of fewer."""

from datetime import date

import pytest

import afterwards
import crew
from jornal.facts.afterwards import AskedAfter, Baseline
from jornal.reads.outcomes import Outcome, baseline, months_after, outcomes, to_ask


@pytest.fixture
def here(database):
    return crew.begun()


def answered(here, workers, inside):
    for worker, says in zip(workers, inside, strict=True):
        consent = afterwards.Consent.objects.get(worker=worker)
        said = {"worker": worker, "day": date(2026, 8, 20), "site": "cusco", "consent": consent.root}
        here.put([AskedAfter(**said, months=6, work="not_said", home="not_said", inside=says)])


def six(day=crew.TODAY):
    return next(one for one in outcomes(day) if one.months == 6)


@pytest.mark.parametrize("number", [0, 1, 4])
def test_of_fewer_than_five_nothing_is_told(here, number):
    answered(here, afterwards.released(here, number), ["yes"] * number)
    assert six() == Outcome(6, 0, 0)


def test_a_sixth_answer_moves_nothing_so_that_no_subtraction_tells_of_her(here):
    workers = afterwards.released(here, 9)
    answered(here, workers[:5], ["no"] * 5)
    before = six()
    answered(here, workers[5:], ["yes"] * 4)
    assert six() == before == Outcome(6, 5, 5, 0, 5, 0, 1000)


def test_ten_are_told_in_bands_with_the_interval_of_the_whole_band(here):
    answered(here, afterwards.released(here, 10), ["yes"] * 2 + ["no"] * 8)
    assert six() == Outcome(6, 10, 10, 0, 4, 0, 738)


def test_who_does_not_say_is_not_among_those_who_answered(here):
    answered(here, afterwards.released(here, 6), ["not_said"] * 2 + ["no"] * 4)
    assert six().answered == 0


def test_before_the_answers_there_were_none(here):
    answered(here, afterwards.released(here, 5), ["no"] * 5)
    assert six(date(2026, 8, 19)).answered == 0


def test_who_is_to_be_asked_is_asked_of_the_last_time_that_came(here):
    afterwards.released(here, 1)
    assert [(one.worker, one.months) for one in to_ask("cusco", date(2026, 5, 10))] == [("QR01", 3)]
    assert [(one.worker, one.months) for one in to_ask("cusco", date(2026, 9, 1))] == [("QR01", 6)]
    assert to_ask("cusco", date(2026, 5, 9)) == to_ask("lima", date(2026, 9, 1)) == []


def test_the_figure_published_last_stands_beside_ours(here):
    assert baseline() is None
    for day, of in ((date(2014, 1, 1), 4400), (date(2012, 1, 1), 5000)):
        crew.headquarters().put(
            [Baseline(measure="inside_again", published_on=day, of_10000=of, source="x")], "hq"
        )
    assert baseline().of_10000 == 4400


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [("2026-11-30", 3, "2027-02-28"), ("2026-08-31", 6, "2027-02-28"), ("2026-01-15", 12, "2027-01-15")],
)
def test_months_after_a_day(day, months, after):
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(after)
