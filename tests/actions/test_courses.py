"""Courses, what came of them, and certificates that can be checked and name no prison."""

import pytest

import crew
import crowd
import learning
from jornal.actions import courses
from jornal.actions.courses import NamesThePrison, NeverTaken, NoSuchCourse, NotAName, NothingToCertify
from jornal.actions.skills import NotAJudge
from jornal.actions.verb import done
from jornal.facts.courses import Certificate
from jornal.facts.organisation import Enterprise
from jornal.journal.entry import Head
from jornal.reads.courses import certificate_of, code_of, taken

DAY = "2026-10-20"


def do(at, verb, *rows):
    return list(done(verb, courses.VERBS[verb], at, rows))


@pytest.fixture
def here(sqlite):
    return begun()


def begun():
    found = crew.begun()
    hq = crew.headquarters()
    hq.put(
        [Enterprise(enterprise="e", label="Open Thread", model="employment", country="PE", currency="PEN")],
        "hq",
    )
    do(
        hq,
        "add-course",
        {"course": "budget", "label": "Money at home", "given_by": "partner", "partner": "Red Cross"},
    )
    crew.do(found, "plan-training", {"course": "budget", "day": DAY, "minutes": "90", "workers": "QC01 QC02"})
    crew.do(found, "hold-training", {"course": "budget", "day": DAY, "workers": "QC01"})
    return found


def finished(here, result="passed"):
    return do(here, "finish-course", {"worker": "QC01", "course": "budget", "result": result})


def test_who_took_part_and_passed_gets_a_certificate_whose_code_leads_back_to_it(database):
    here = begun()
    finished(here)
    (one,) = do(here, "give-certificate", {"worker": "QC01", "course": "budget"})
    assert (one.minutes, one.issuer, one.language, one.told["partner"]) == (
        90,
        "Open Thread",
        "es",
        "Red Cross",
    )
    code = code_of(one)
    assert certificate_of(code.lower().replace(" ", "-")).root == one.root
    assert certificate_of("7K2Q9 XM4TD") is None


def test_given_twice_on_a_day_it_is_one_certificate_with_one_code(here):
    finished(here)
    first, second = (
        do(here, "give-certificate", {"worker": "QC01", "course": "budget"})[0] for _ in range(2)
    )
    assert (first.id, Certificate.objects.count(), Head.objects.filter(seq=first.seq).count()) == (
        second.id,
        1,
        1,
    )


def test_several_at_once_have_a_code_each(here):
    learning.listed()
    for worker in ("QC01", "QC02"):
        learning.judged(crew.at("trainer", "T1"), worker, "linking")
    found = do(here, "give-certificate", {"worker": "QC01"}, {"worker": "QC02"})
    assert len({code_of(one) for one in found} - {""}) == 2
    assert found[0].told == {
        "techniques": [{"label": "Linking", "level": "alone", "since": "2026-10-30"}],
    }


@pytest.mark.parametrize("result", ["", "not_yet"])
def test_without_a_result_there_is_no_certificate(here, result):
    if result:
        finished(here, result)
    with pytest.raises(NothingToCertify, match="finish-course"):
        do(here, "give-certificate", {"worker": "QC01", "course": "budget"})
    with pytest.raises(NothingToCertify, match="no technique"):
        do(here, "give-certificate", {"worker": "QC01"})


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"worker": "QC02", "course": "budget"}, NeverTaken),
        ({"worker": "QC01", "course": "budgets"}, NoSuchCourse),
        ({"worker": "QC01", "course": "budget", "judge": "QC01"}, NotAJudge),
        ({"worker": "QC01", "course": "budget", "day": "2026-10-01"}, NeverTaken),
    ],
)
def test_nobody_finishes_what_she_did_not_take_part_in(here, row, fault):
    with pytest.raises(fault):
        do(here, "finish-course", {"result": "passed", **row})


@pytest.mark.parametrize("said", [{"label": "Sewing in CUSCO prison"}, {"partner": "Cusco Prison School"}])
def test_a_certificate_does_not_say_where_she_was_by_the_name_of_its_course(here, said):
    crowd.site("cusco prison")
    hq = crew.headquarters()
    do(
        hq,
        "add-course",
        {"course": "sewing", "label": "Sewing", "given_by": "partner", "partner": "Red Cross", **said},
    )
    crew.do(here, "plan-training", {"course": "sewing", "day": DAY, "minutes": "90", "workers": "QC01"})
    crew.do(here, "hold-training", {"course": "sewing", "day": DAY, "workers": "QC01"})
    do(here, "finish-course", {"worker": "QC01", "course": "sewing", "result": "passed"})
    with pytest.raises(NamesThePrison):
        do(here, "give-certificate", {"worker": "QC01", "course": "sewing"})
    assert not Certificate.objects.exists()


def test_no_course_is_called_as_the_certificate_of_skills(here):
    with pytest.raises(NotAName):
        do(crew.headquarters(), "add-course", {"course": "skills", "label": "Skills"})


def test_what_she_took_part_in_is_told_with_its_hours_and_result(here):
    finished(here, "took_part")
    assert [(one.label, one.minutes, one.result) for one in taken("QC01")] == [
        ("Money at home", 90, "took_part")
    ]
    assert taken("QC02") == []
