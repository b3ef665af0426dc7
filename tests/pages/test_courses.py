"""Courses in the browser: listed, planned, held, finished, and a certificate whose code anybody may look up."""

import pytest

import acquainted
import browsing
from jornal.facts.attendance import Shift
from jornal.facts.courses import Certificate, Course
from jornal.reads.courses import code_of
from papers.reading import words
from peopled import working

PAGE = "/cusco/courses"
ASKED = {
    "course": "budget",
    "label": "Money at home",
    "given_by": "partner",
    "partner": "Red Cross",
    "minutes": "90",
}


@pytest.fixture
def keys(sqlite, monkeypatch):
    return acquainted.opened(sqlite, monkeypatch)


def listed():
    return browsing.member("H1", "hq_operations", "").post(f"{PAGE}/do/add-course", ASKED)


def test_where_nothing_is_listed_the_page_says_who_lists_it(keys):
    assert "No courses are listed yet" in browsing.text(acquainted.manager().get(PAGE))


def test_a_course_goes_from_the_list_to_a_certificate_in_her_hand(keys):
    ana, client = working(keys), acquainted.manager()
    assert listed().status_code == 302
    day = browsing.DAY
    plan = {"course": "budget", "day": day, "minutes": "90", "start": "15:00", "place": "library", "who": ana}
    assert client.post("/cusco/planned/do/plan-training", plan).status_code == 302
    held = {"course": "budget", "day": day, "who": ana}
    assert client.post("/cusco/planned/do/hold-training", held).status_code == 302
    assert list(Shift.objects.values_list("what", "minutes")) == [("training", 90)]
    hers = f"/cusco/people/{ana}"
    sent = {"course": "budget", "result": "passed", "day": day}
    assert client.post(f"{hers}/do/finish-course", sent).status_code == 302
    assert client.post(f"{hers}/do/give-certificate", {"course": "budget", "day": day}).status_code == 302
    text = browsing.text(client.get(hers))
    assert "She passed" in text
    code = code_of(Certificate.objects.get())
    assert code in text
    page = browsing.text(client.get(PAGE, {"code": code.lower()}))
    assert "Money at home, given on 1 October 2026 to Ana Quispe" in page
    assert "15:00" in page
    assert "library" in page
    paper = words(client.get(f"{hers}/certificate/budget").content)
    assert code in paper.replace("\u00a0", " ")
    for never in ("cusco", "Cusco", ana, "prison", "penal", "INPE"):
        assert never not in paper


def test_a_code_of_nothing_is_said_to_be_not_found(keys):
    text = browsing.text(acquainted.manager().get(PAGE, {"code": "7K2Q9 XM4TD"}))
    assert "No certificate in the books of this computer bears this code." in text


def test_a_site_lists_no_courses(keys):
    client = acquainted.manager()
    listed()
    assert Course.objects.get().partner == "Red Cross"
    answer = client.post(f"{PAGE}/do/add-course", ASKED)
    assert answer.status_code == 404  # a site lists none


def test_where_there_is_no_certificate_there_is_no_paper(keys):
    ana = working(keys)
    client = acquainted.manager()
    for path in (f"/cusco/people/{ana}/certificate/skills", "/cusco/people/QX9/certificate/skills"):
        assert client.get(path).status_code == 404
