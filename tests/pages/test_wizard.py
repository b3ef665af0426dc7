"""One question a page: what was said is carried along, and nothing typed is lost."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from jornal.actions.offers import Offered
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Choice
from jornal.pages.wizard import Step, Walk, walked
from jornal.words.catalogue import Words
from offices import DAY

YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
STEPS = (
    Step("name", "Name", lambda _: [Asked("name", "Name", wanted=True)], usual=lambda _: {"name": "Ana"}),
    Step("sure", "Sure", lambda _: [Asked("sure", "Sure", "", "choice", YES_NO, wanted=True)]),
    Step(
        "year", "Year", lambda _: [Asked("birth_year", "Year", "", "number")], Offered,
        when=lambda said: said.get("sure") == "yes",
        wrong=lambda walk: [("birth_year", "Too late")] if walk.said.get("birth_year") == "2020" else [],
    ),
)  # fmt: skip


class Page(Desk):
    """A desk that gives back what a template would show."""

    def page(self, template: str, *, status: int = 200, **context: object) -> HttpResponse:
        answer = HttpResponse(template, status=status)
        answer.shown = context  # type: ignore[attr-defined]
        return answer


class Refused(ValueError):
    """What a verb refuses."""


def walk(**sent: str):
    """The page that comes after these fields were sent; with none, the first one."""
    factory = RequestFactory()
    request = factory.post("/", sent) if sent else factory.get("/")
    desk = Page(request, "S1", frozenset(), None, Words("en"), DAY, None)
    return walked(Walk(desk, STEPS, given={"given": "before"}), finish)


def finish(one: Walk) -> HttpResponse:
    if one.said["name"] == "refused":
        raise Refused("It was refused.")
    return HttpResponse(f"done {one.said['name']} {one.said.get('birth_year', '')}".strip())


def test_it_begins_with_the_first_question_and_what_usually_stands_there():
    shown = walk().shown
    assert (shown["step"].name, shown["form"].by("name").value, shown["first"], shown["total"]) == (
        "name",
        "Ana",
        True,
        2,
    )
    assert shown["carried"] == [("given", "before")]


def test_each_answer_goes_along_in_hidden_fields():
    shown = walk(at="name", go="on", name=" Bea <b> ").shown
    assert shown["step"].name == "sure"
    assert ("name", "Bea <b>") in shown["carried"]


@pytest.mark.parametrize(("sure", "number"), [("yes", 3), ("no", 2)])
def test_a_question_is_asked_only_where_it_belongs(sure, number):
    answer = walk(at="sure", go="on", name="Bea", sure=sure)
    assert answer.content.decode() == ("wizard.html" if sure == "yes" else "wizard_check.html")
    assert walk(at="name", go="back", name="Bea", sure=sure).shown["total"] == number


def test_without_an_answer_it_does_not_go_on():
    answer = walk(at="sure", go="on", name="Bea")
    assert (answer.status_code, answer.shown["form"].by("sure").fault) == (422, "Fill this in.")
    assert ("name", "Bea") in answer.shown["carried"]


@pytest.mark.parametrize(("year", "says"), [("soon", "Write a whole number."), ("2020", "Too late")])
def test_what_the_row_or_the_question_itself_finds_wrong_is_said(year, says):
    answer = walk(at="year", go="on", name="Bea", sure="yes", birth_year=year)
    assert (answer.status_code, answer.shown["form"].by("birth_year").fault) == (422, says)
    assert answer.shown["form"].by("birth_year").value == year


def test_back_keeps_what_was_typed_even_where_it_is_wrong():
    shown = walk(at="year", go="back", name="Bea", sure="yes", birth_year="soon").shown
    assert (shown["step"].name, shown["form"].by("sure").value) == ("sure", "yes")
    assert ("birth_year", "soon") in shown["carried"]


def test_the_answers_are_read_once_more_in_words():
    shown = walk(at="year", go="on", name="Bea", sure="yes", birth_year="1990").shown
    assert [(one.step, one.label, one.says) for one in shown["answers"]] == [
        ("name", "Name", "Bea"), ("sure", "Sure", "Yes"), ("year", "Year", "1990"),
    ]  # fmt: skip


def test_one_of_them_is_changed_and_then_all_stand_there_again():
    shown = walk(at="check", go="name", checked="yes", name="Bea", sure="no").shown
    assert (shown["step"].name, shown["checked"]) == ("name", "yes")
    assert walk(at="name", go="on", checked="yes", name="Eva", sure="no").content == b"wizard_check.html"


def test_a_change_that_opens_a_question_leads_to_it():
    shown = walk(at="sure", go="on", checked="yes", name="Bea", sure="yes", birth_year="soon")
    assert (shown.status_code, shown.shown["step"].name) == (422, "year")


def test_recording_what_lacks_an_answer_leads_back_to_it():
    answer = walk(at="check", go="record", name="", sure="no")
    assert (answer.status_code, answer.shown["step"].name) == (422, "name")


def test_everything_right_is_recorded():
    assert walk(at="check", go="record", name="Bea", sure="no").content == b"done Bea"


def test_what_is_refused_is_said_above_the_answers():
    answer = walk(at="check", go="record", name="refused", sure="no")
    assert (answer.status_code, answer.shown["faults"]) == (422, ["It was refused."])
    assert ("name", "refused") in answer.shown["carried"]
