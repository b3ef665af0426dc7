"""The matrix of skills in the browser: who waits longest, what a grade asks for, and what headquarters adds."""

import pytest

import acquainted
import browsing
import learning
from jornal.facts.people import Enrolled
from jornal.facts.skills import GradeNeeds, Technique
from offices import DAY, office
from peopled import working

PAGE = "/cusco/skills"


@pytest.fixture
def keys(sqlite, monkeypatch):
    return acquainted.opened(sqlite, monkeypatch)


def test_where_nothing_is_listed_the_page_says_who_lists_it(keys):
    assert "No techniques are listed yet" in browsing.text(acquainted.manager().get(PAGE))


def test_a_piece_judged_on_her_page_stands_in_the_matrix_and_on_her_page(keys):
    learning.listed()
    ana = working(keys)
    client = acquainted.manager()
    sent = {"technique": "linking", "reached": "alone", "day": browsing.DAY, "seen": "Even seams."}
    answer = client.post(f"/cusco/people/{ana}/do/assess", sent)
    assert answer.status_code == 302
    for page in (PAGE, f"/cusco/people/{ana}"):
        text = browsing.text(client.get(page))
        assert "Linking" in text
        assert "Alone" in text
    hers = browsing.text(client.get(f"/cusco/people/{ana}"))
    assert "What comes next: Knitting-Flat" in hers
    assert "A piece was judged. Linking: Alone" in hers


def test_she_is_on_paper_too(keys):
    learning.listed()
    working(keys)
    answer = acquainted.manager().get(f"{PAGE}/paper")
    assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")


def test_headquarters_lists_techniques_and_what_a_grade_asks_for(keys):
    client = browsing.member("H1", "hq_operations", "")
    asked = {"technique": "linking", "label": "Linking", "number": "1"}
    assert client.post(f"{PAGE}/do/add-technique", asked).status_code == 302
    needs = {"trade": "knitting", "grade": "maker", "number": "1", "techniques": "linking", "least": "alone"}
    assert client.post(f"{PAGE}/do/set-grade-needs", needs).status_code == 302
    assert (Technique.objects.get().book, GradeNeeds.objects.get().techniques) == ("hq", ["linking"])
    wrong = client.post(f"{PAGE}/do/set-grade-needs", needs | {"grade": "senior", "techniques": "weaving"})
    assert (wrong.status_code, "There is no technique" in browsing.text(wrong)) == (422, True)


def test_a_site_lists_no_techniques_and_a_seller_sees_no_skills(keys):
    assert acquainted.manager().get(f"{PAGE}/do/add-technique").status_code == 404
    assert browsing.member("X1", "seller").get(PAGE).status_code == 404


def test_fifty_stand_on_a_page_and_questions_do_not_grow_with_them(keys):
    learning.listed()
    at = office()
    rows = [
        Enrolled(
            worker=f"QC{number:03}", site="cusco", since=DAY, language="es", languages=["es"], reads="yes"
        )
        for number in range(1, 61)
    ]
    at.put(rows[:5])
    client = acquainted.manager()
    client.get(PAGE)
    few = browsing.queries(lambda: client.get(PAGE))
    at.put(rows[5:])
    assert browsing.queries(lambda: client.get(PAGE)) == few
    text = browsing.text(client.get(PAGE))
    assert (text.count('<tr><th scope="row">'), "1 to 50 of 60" in text) == (50, True)
    assert "51 to 60 of 60" in browsing.text(client.get(f"{PAGE}?from=50"))
    assert client.get(f"{PAGE}?from=x").status_code == 200
