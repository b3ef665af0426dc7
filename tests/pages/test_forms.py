"""Forms from the rows of verbs."""

from datetime import date

import pytest
from django.test import RequestFactory
from pydantic import Field

import browsing
from jornal.accounts.models import Account
from jornal.actions.verb import Row
from jornal.pages import forms
from jornal.pages.access import desk_of
from jornal.pages.forms import Asked, Choice
from jornal.units.said import Said

NAUGHTY = "<b>'\"&\u202eไทย 🧵 =1+1"


class Thing(Row):
    name: str = Field(min_length=1, max_length=40)
    number: int = Field(default=1, ge=1, le=9)
    day: date | None = None
    kind: str = "a"
    hidden: str = ""


ASKED = (
    Asked("name", label="Name", wanted=True),
    Asked("number", label="Hours", hint="Leave it empty for today.", kind="number"),
    Asked("day", label="From", kind="day"),
    Asked("kind", label="Role", kind="choice", choices=(Choice("a", "A"), Choice("b", "B"))),
)


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    browsing.member("S3", "trainer")


def desk(**told):
    request = RequestFactory().post("/", told)
    request.user, request.session = Account.objects.get(staff="S3"), {}
    return desk_of(request, "cusco")


def test_a_blank_form_has_what_is_given_and_nothing_wrong():
    form = forms.blank(desk(), ASKED, {"name": NAUGHTY, "number": 0, "day": None})
    assert [(one.name, one.value) for one in form.fields] == [
        ("name", NAUGHTY),
        ("number", "0"),
        ("day", ""),
        ("kind", ""),
    ]
    assert (form.stands, form.by("number").hint, form.by("name").wanted) == (
        True,
        "Leave it empty for today.",
        True,
    )


def test_what_was_typed_is_read_for_the_verb():
    seen = NAUGHTY.replace("\u202e", "")  # what turns letters round is refused by every row
    told, form = forms.read(desk(name=f" {seen} ", number="3", day=""), ASKED, Thing, {"hidden": "x"})
    assert (told, form.stands) == ({"name": seen, "number": "3", "hidden": "x"}, True)


@pytest.mark.parametrize(
    ("typed", "name", "says"),
    [
        ({"name": ""}, "name", "Fill this in."),
        ({"name": "x", "number": "many"}, "number", "Write a whole number."),
        ({"name": "x", "number": "1.5"}, "number", "Write a whole number."),
        ({"name": "x", "number": "0"}, "number", "Write 1 or more."),
        ({"name": "x", "number": "10"}, "number", "Write 9 or less."),
        ({"name": "x" * 41}, "name", "Write at most 40 letters."),
        ({"name": "x", "day": "2026-02-30"}, "day", "Write the day as 2026-10-31."),
        ({"name": "x", "day": "tomorrow"}, "day", "'tomorrow' is not a day; write it as 2026-10-31"),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_field_and_nothing_typed_is_lost(typed, name, says):
    told, form = forms.read(desk(**typed), ASKED, Thing)
    assert (told, form.by(name).fault, form.stands) == (None, says, False)
    assert form.faults == [(f"f-{name}", f"{form.by(name).label}: {says}")]
    assert {one.name: one.value for one in form.fields if one.value} == {
        key: value for key, value in typed.items() if value
    }


def test_what_is_wrong_with_no_field_stands_on_top():
    told, form = forms.read(desk(name="x"), ASKED, Thing, {"other": 1})
    assert (told, form.general, form.stands) == (None, ["other: This is not asked for here."], False)


def test_a_fault_is_told_in_her_language():
    Account.objects.update(language="da")
    form = forms.read(desk(name=""), ASKED, Thing)[1]
    assert form.faults == [("f-name", "Navn: Udfyld dette felt.")]


@pytest.mark.parametrize(("template", "there"), [("field.html", NAUGHTY)])
def test_a_field_is_written_so_that_nothing_typed_becomes_markup(template, there):
    here = desk()
    form = forms.blank(here, ASKED, {"name": there})
    text = browsing.text(here.page(template, field=form.by("name")))
    assert ("<b>" in text, "&lt;b&gt;" in text, 'for="f-name"' in text) == (False, True, True)


def test_answers_are_read_once_more_in_words():
    offered = (forms.Choice("a", "the first"), forms.Choice("b", "the second"))
    fields = [
        forms.Field("one", "One", "", "choice", offered, True, "b"),
        forms.Field("two", "Two", "", "text", (), False, "typed"),
        forms.Field("day", "Day", "", "day", (), True, "2026-11-02"),
        forms.Field("three", "Three", "", "text", (), False),
    ]
    assert forms.answers(forms.Form(fields), "en") == [
        ("One", "the second"),
        ("Two", "typed"),
        ("Day", "2 November 2026"),
    ]


@pytest.mark.parametrize(
    ("kind", "typed", "told"),
    [
        ("money", "12.50", "1250"), ("money", "12,50", "1250"), ("money", "unknown", "unknown"),
        ("rate", "4,505", "4.505"), ("rate", "Unknown", "unknown"), ("text", "12,50", "12,50"),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_it_is_written_here_and_told_as_verbs_take_it(kind, typed, told):
    asked = [forms.Asked("name", "Amount", kind=kind)]
    row, form = forms.read(desk(name=typed), asked, Thing)
    assert (row, form.by("name").value) == ({"name": told}, typed)


@pytest.mark.parametrize("typed", ["ten", "1.505", "--"])
def test_what_is_no_amount_is_told_beside_its_field(typed):
    row, form = forms.read(desk(name=typed), [forms.Asked("name", "Amount", kind="money")], Thing)
    assert (row, form.faults) == (None, [("f-name", "Amount: Write an amount such as 12.50.")])
    assert form.by("name").value == typed


def test_a_field_that_the_row_does_not_have_is_given_back_as_it_was_typed():
    told, _ = forms.read(desk(name="x", besides=" y "), [*ASKED, forms.Asked("besides", "Besides")], Thing)
    assert told == {"name": "x", "besides": "y"}


@pytest.mark.parametrize(
    ("found", "kind", "choices"),
    [([("a", "An A"), ("b", "")], "select", (("a", "An A"), ("b", "b"))), ([], "nothing", ())],
)
def test_nobody_is_asked_to_type_the_code_of_what_there_is_not(found, kind, choices):
    one = forms.Asked("name", "Name", kind="select").offering(found)
    assert (one.kind, one.choices) == (kind, choices)


def test_what_stands_in_terms_is_typed_until_they_are_adopted():
    assert forms.Asked("grade", "Grade", kind="select").offering([]).kind == "text"


@pytest.mark.parametrize(
    ("kind", "many", "shown"), [("several", 60, "several"), ("several", 61, "text"), ("text", 61, "text")]
)
def test_of_more_people_than_fit_on_a_page_the_codes_are_typed(kind, many, shown):
    one = forms.Asked("who", "Who", kind=kind).offering([(f"Q{number}", "") for number in range(many)])
    assert (one.kind, len(one.choices)) == (shown, 0 if kind != shown else many)


LONG = (
    *ASKED,
    Asked("note", label="Note"),
    Asked("beside", label="Beside", seen=True),
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "typed", "folded", "unfolded"),
    [
        (LONG, {"name": "x"}, ["number", "day", "kind", "note"], False),
        (LONG, {"name": "x", "note": "y"}, ["number", "day", "kind", "note"], True),
        (LONG, {"name": "x", "number": "many"}, ["number", "day", "kind", "note"], True),
        (LONG[:5], {"name": "x"}, [], False),
    ],
)
def test_a_long_form_folds_what_may_stay_empty_and_hides_nothing_that_was_said(
    asked, typed, folded, unfolded
):
    _, form = forms.read(desk(**typed), asked, Thing)
    form.folds = True
    assert ([one.name for one in form.more], form.unfolded) == (folded, unfolded)
    assert sorted(one.name for one in (*form.first, *form.more)) == sorted(one.name for one in asked)


class Odd(Row):
    label: str = ""
    code: str = ""
    share: int = 0
    length: int = 0
    cost: str = ""


ODD = (
    Asked("label", label="Name"),
    Asked("code", label="Short name", kind="short"),
    Asked("share", label="Share", kind="share"),
    Asked("length", label="How long", kind="minutes"),
    Asked("cost", label="A minute", kind="price"),
)


def test_what_is_typed_as_people_say_it_is_read_in_the_units_of_the_verb():
    typed = {"label": "Puño rojo", "share": "12,5", "length": "5:30", "cost": "0,1731"}
    told, form = forms.read(desk(**typed), ODD, Odd)
    read = {"code": "puno-rojo", "share": "1250", "length": "330", "cost": "17.31"}
    assert (told, form.by("length").value) == (typed | read, "5:30")


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("code", {"label": "ผ้า"}, "Fill this in."),
        (
            "share",
            {"label": "x", "share": "101"},
            "'101' is no share. Write it of a hundred, such as 44 or 12.5.",
        ),
        ("length", {"label": "x", "length": "5"}, "5 may be hours or minutes."),
        ("cost", {"label": "x", "cost": "a lot"}, "Write an amount such as 12.50."),
    ],
)
def test_what_cannot_be_read_in_a_unit_says_how_it_is_written(name, typed, says):
    told, form = forms.read(desk(**typed), ODD, Odd)
    assert (told, form.by(name).fault[: len(says)]) == (None, says)


def test_several_that_were_ticked_are_kept_and_read_once_more():
    asked = [Asked("name", "Who", kind="several", choices=(Choice("a", "Ana"), Choice("b", "Bea")))]
    told, form = forms.read(desk(name=["a", "b"]), asked, Thing)
    assert told == {"name": "a; b"}
    assert (form.fields[0].ticked, forms.said(form.fields[0], "en")) == (["a", "b"], "Ana, Bea")


def test_a_share_is_read_once_more_as_a_share_of_a_hundred():
    _, form = forms.read(desk(label="x", share="44"), ODD, Odd)
    assert forms.said(form.by("share"), "en") == "44 %"


def test_what_a_work_refuses_stands_on_top_of_its_form():
    def refused():
        raise Said("It was refused.")

    form = forms.blank(desk(), ASKED)
    went = (forms.tried(desk(), form, refused), forms.tried(desk(), form, list))
    assert (went, form.general) == ((False, True), ["It was refused."])
