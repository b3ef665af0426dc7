"""What workers told of themselves is counted in whole fives, and goes with whoever takes it back."""

import pytest

import crowd
import offices
import peopled
import vaulted
from jornal.reads.bands import Share, Told, groups, shown_to, wellbeing
from peopled import do

QUARTER = "2026-Q4"


@pytest.fixture
def here(sqlite, tmp_path):
    peopled.opened()
    return crowd.begun(12, vaulted.unlocked(vaulted.new(tmp_path)))


def tell(here, workers, subject, *rows):
    do(here, "agree-to-tell", *({"worker": one, "subject": subject} for one in workers))
    verb = "tell-groups" if subject == "groups" else "check-in"
    do(here, verb, *({"worker": one, **row} for one, row in zip(workers, rows, strict=True)))


def back(here, worker, subject):
    do(here, "take-back-telling", {"worker": worker, "subject": subject})


def of_groups(here):
    return groups(here.keys, vaulted.READER, here.day)


def of_work(here, *sites):
    return wellbeing(here.keys, vaulted.READER, QUARTER, sites)


def test_nothing_recorded_is_nothing_told(here):
    assert of_groups(here) == Told(0, {"gender": (), "social_class": (), "ethnicity": ()})
    assert of_work(here) == Told(0, {})


def test_nothing_is_told_of_four(here):
    tell(here, crowd.names(4), "wellbeing", *[{"step": "hard"}] * 4)
    tell(here, crowd.names(4), "groups", *[{"gender": "woman"}] * 4)
    assert (of_work(here).people, of_groups(here).people) == (0, 0)


def test_ten_are_told_in_bands_and_a_word_that_four_use_is_not(here):
    words = ["Quechua"] * 5 + ["QUECHUA"] + ["Aymara"] * 4
    tell(here, crowd.names(10), "groups", *({"ethnicity": one} for one in words))
    assert of_groups(here) == Told(
        10, {"gender": (), "social_class": (), "ethnicity": (Share("Quechua", 5, 10),)}
    )


def test_where_all_five_say_the_same_it_would_tell_of_each_so_it_is_not_told(here):
    tell(here, crowd.names(5), "groups", *[{"gender": "woman"}] * 5)
    assert of_groups(here).shares["gender"] == ()


def test_one_more_or_one_less_moves_a_figure_by_five_people_or_not_at_all(here):
    tell(here, crowd.names(10), "wellbeing", *[{"step": "good"}] * 9, {"step": "not_told"})
    ten = of_work(here)
    assert (ten.people, ten.shares["answered"]) == (10, (Share("answered", 5, 10),))
    tell(here, crowd.names(11)[10:], "wellbeing", {"step": "very_hard"})
    assert of_work(here) == ten
    back(here, "QX03", "wellbeing")
    assert of_work(here).people == 5


def test_steps_are_told_in_three_parts_of_all_who_were_asked(here):
    steps = ["good"] * 3 + ["very_good"] * 3 + ["fair", "hard", "not_told", "very_hard"]
    tell(here, crowd.names(10), "wellbeing", *({"step": one} for one in steps))
    assert of_work(here, "cusco").shares["steps"] == (
        Share("well", 5, 10), Share("fair", 0, 4), Share("hard", 0, 4),
    )  # fmt: skip
    assert of_work(here, "lima").people == 0


def test_groups_are_told_as_long_as_they_were_agreed_to(here):
    tell(here, crowd.names(5), "groups", *[{"gender": "woman"}] * 5)
    assert groups(here.keys, vaulted.READER, here.day.replace(year=2027)).people == 0


def test_only_whom_she_chose_reads_what_she_said(here):
    offices.granted("T1", "trainer", "cusco")
    row = {"step": "hard", "says": "the heat", "shown_to": "T1"}
    tell(here, crowd.names(2), "wellbeing", row, {"step": "good"})
    (one,) = shown_to(here.keys, vaulted.READER, "QX01", "T1")
    assert (one.quarter, one.step, one.says) == (QUARTER, "hard", "the heat")
    assert shown_to(here.keys, vaulted.READER, "QX01", "S1") == []
    assert shown_to(here.keys, vaulted.READER, "QX02", "T1") == []
    back(here, "QX01", "wellbeing")
    assert shown_to(here.keys, vaulted.READER, "QX01", "T1") == []


def test_whether_somebody_depends_on_them_is_told_of_five_for_certain_and_how_many_of_nobody(here):
    said = ["one"] * 3 + ["two", "three_or_more", "one"] + ["nobody"] * 3 + [""]
    tell(here, crowd.names(10), "groups", *({"gender": "woman", "dependants": one} for one in said))
    assert of_groups(here).shares["dependants"] == (Share("yes", 5, 10),)
    back(here, "QX07", "groups")
    assert (of_groups(here).people, "dependants" in of_groups(here).shares) == (5, False)
