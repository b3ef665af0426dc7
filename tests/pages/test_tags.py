"""The tags of the templates."""

import re
from datetime import date

import pytest
from django.template import Context, engines
from django.test import RequestFactory

import browsing
from jornal.accounts.models import Account
from jornal.pages import once
from jornal.pages.access import desk_of
from jornal.pages.signinforms import SignIn


@pytest.fixture
def context(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    browsing.member("S3", "site_manager")
    request = RequestFactory().get("/")
    request.user, request.session = (
        Account.objects.get(staff="S3"),
        {"notes": ["Done.", ["Sent.", "/", "Go"]]},
    )
    desk = desk_of(request, "cusco", "site.today")
    return {
        "desk": desk,
        "words": desk.words,
        "request": request,
        "d": date(2026, 10, 6),
        "none": None,
        "labels": {"knit": "Knitting"},
    }


def said(template, context):
    return engines["django"].engine.from_string(template).render(Context(context))


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ('{% say "Today" %}', "Today"),
        ('{% say "Codes of {staff}" staff="<b>" %}', "Codes of &lt;b&gt;"),
        ('{% count 1 "{number} person" "{number} people" %}', "1 person"),
        ('{% count 2 "{number} person" "{number} people" %}', "2 people"),
        ("{% day d %}", "6 October 2026"),
        ('{% day d "words" %}', "Tuesday 6 October 2026"),
        ('{% day d "short" %}', "6 Oct"),
        ('{% day d "month" %}', "October 2026"),
        ('{% day d "weekday" %}', "Tuesday"),
        (
            '{% land "DK" %}, {% land "ZZ" %}, {% land "unknown" %}, {% land none %}',
            "Denmark, ZZ, Not known, –",
        ),
        ("{% hours 330 %}", "5\u00a0h\u00a030\u00a0min"),
        ("{% money 123456 %}", "S/\u00a01,234.56"),
        ("{% plain 123456 %}", "1,234.56"),
        ("{% day none %}{% hours none %}{% money none %}{% plain none %}", "––––"),
        ('{% at "site.today" %}', "/cusco/today"),
        ('{% at_if_any "hq.accounts" %}', ""),
        ('{% called "S3" %}', "S3"),
        ('{% say "Due on {day}" day=d %}', "Due on 6 October 2026"),
        ('{% in_words "2026-10-06" %}{% in_words "" %}{% in_words "soon" %}', "Tuesday 6 October 2026"),
        ('{{ "knit"|named:labels }}, {{ "link"|named:labels }}', "Knitting, link"),
    ],
)
def test_they_write_as_the_language_of_the_reader_does(context, template, text):
    assert said(template, context) == text


def test_the_address_of_a_page_is_known_without_a_desk(context):
    assert said('{% at "site.today" site="lima" %}', {"request": context["request"]}) == "/lima/today"


def test_each_form_is_unlike_any_other_and_signed_for_its_reader(context):
    fields = said("{% once %} {% once %}", context)
    first, second = re.findall(r'name="once" value="([^"]+)"', fields)
    assert first != second
    request = RequestFactory().post("/", {"once": first})
    assert once.author(request) == "S3"


def test_a_sentence_is_shown_once_without_a_desk_too(context):
    template = "{% notes as said %}{{ said|join:',' }}"
    assert (said(template, context), said(template, context)) == ("Done.,Sent.", "")


def test_the_menu_is_that_of_the_desk(context):
    assert "Roles and accounts" in said(
        "{% menu as all %}{% for _, some in all %}{% for one in some %}{{ one.label }},{% endfor %}{% endfor %}",
        context,
    )


def test_what_is_wrong_with_a_field_stands_beside_it(context):
    form = SignIn({"login": "", "password": "x"})
    assert (
        said("{% wrong form.login %}|{% wrong form.password %}", {**context, "form": form})
        == "Fill this in.|"
    )
