"""Twelve who were released before the register began are taken up from paper and asked again, by consent alone."""

from datetime import date

import pytest
from django.test import override_settings

import databases
from jornal.demo import afterwards
from jornal.demo.cast import told
from jornal.demo.founding import begun
from jornal.demo.world import data
from jornal.facts.afterwards import AskedAfter
from jornal.facts.people import Enrolled, Left
from jornal.reads.outcomes import Outcome, outcomes
from jornal.reads.people import enrolled_on

ENDS = data("cast")["ends"]


@pytest.fixture
def stage(tmp_path):
    home = tmp_path / "trazo"
    with databases.fresh("sqlite", home), override_settings(HOME=home):
        places = told("trazo", ["jalisco-1"])
        stage = begun(places, home)
        for day in sorted({data("afterwards")["taken_up"], *_asked_on()}):
            stage.day = day
            afterwards.told(stage, places[0])
        yield stage


def _asked_on() -> set[date]:
    return {said[1] for one in data("afterwards")["released"] for said in one["said"]}


@pytest.mark.usefixtures("stage")
def test_their_answers_are_told_in_bands_of_five_with_an_interval_as_wide_as_so_few_make_it():
    assert outcomes(ENDS) == [
        Outcome(3, 10, 10, 0, 4, 0, 738),
        Outcome(6, 10, 10, 0, 4, 0, 738),
        Outcome(12, 5, 5, 0, 5, 0, 1000),
    ]


@pytest.mark.usefixtures("stage")
def test_each_was_asked_on_the_day_that_stands_on_paper_and_works_here_no_more():
    assert AskedAfter.objects.count() == sum(len(one["said"]) for one in data("afterwards")["released"])
    assert set(AskedAfter.objects.values_list("day", flat=True)) == _asked_on()
    here = list(Enrolled.objects.values_list("worker", flat=True))
    assert (len(here), Left.objects.filter(reason="release").count()) == (12, 12)
    assert enrolled_on(here, data("cast")["begun"]) == {}
