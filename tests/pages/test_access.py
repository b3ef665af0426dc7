"""The doors: whose page is whose, and what becomes of somebody who reaches past one."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.test import RequestFactory

import browsing
import hands
from jornal.accounts.models import Account
from jornal.facts.organisation import RoleEnded, RoleGranted
from jornal.journal.record import record
from jornal.pages import reaches
from jornal.pages.access import Page, desk_of, door, grants, home_of

SEEN = Page(
    "site.seen", "<token:site>/seen", lambda desk: HttpResponse(desk.place), ("trainer",), ("quality",)
)


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    browsing.site("lima")


def asked(staff, method="get", site="cusco", page=SEEN):
    """The answer of a page's door; 404 where there is none."""
    request = getattr(RequestFactory(), method)(f"/{site}/seen")
    request.user, request.session = Account.objects.get(staff=staff), {}
    try:
        return door(page)(request, site=site).status_code
    except Http404:
        return 404


@pytest.mark.parametrize(
    ("role", "at", "method", "status"),
    [
        ("trainer", "cusco", "get", 200),
        ("trainer", "cusco", "head", 200),
        ("trainer", "cusco", "post", 404),
        ("quality", "cusco", "post", 200),
        ("quality", "cusco", "get", 404),
        ("trainer", "", "get", 200),
        ("trainer", "lima", "get", 404),
        ("site_manager", "cusco", "get", 404),
        ("trainer", "cusco", "delete", 405),
        ("site_manager", "cusco", "delete", 404),
    ],
)
def test_a_role_opens_and_sends_what_is_its_own_where_it_holds(role, at, method, status):
    browsing.member("S3", role, at)
    assert asked("S3", method) == status
    assert (reaches.last(1) != []) == (status == 404)


def test_a_site_that_is_not_there_looks_like_one_that_is_not_hers():
    browsing.member("S3", "trainer")
    assert (asked("S3", site="lima"), asked("S3", site="nowhere")) == (404, 404)
    assert [one["address"] for one in reaches.last()] == ["/nowhere/seen", "/lima/seen"]


def test_who_is_not_signed_in_is_asked_to():
    request = RequestFactory().get("/cusco/seen")
    request.user = AnonymousUser()
    assert door(SEEN)(request, site="cusco").headers["Location"] == "/sign-in/?next=%2Fcusco%2Fseen"


def test_a_role_holds_from_its_first_day_to_its_last_and_not_once_it_is_ended():
    day = date(2026, 10, 1)
    hand = hands.hand("F1", "hq_operations")
    facts = [
        RoleGranted(staff="S3", what=what, site="cusco", since=since, until=until)
        for what, since, until in (
            ("trainer", day, None), ("quality", day, day), ("seller", date(2026, 10, 2), None),
            ("auditor", date(2026, 1, 1), date(2026, 9, 30)), ("site_manager", date(2026, 1, 1), None),
        )
    ]  # fmt: skip
    *_, manager = record(facts, "hq", hand)
    record([RoleEnded(granted=manager.root, day=day)], "hq", hand)
    assert [grants("S3", each) for each in (date(2026, 9, 30), day, date(2026, 10, 2))] == [
        [("auditor", "cusco"), ("site_manager", "cusco")],
        [("quality", "cusco"), ("trainer", "cusco")],
        [("seller", "cusco"), ("trainer", "cusco")],
    ]


def of(staff):
    request = RequestFactory().get("/")
    request.user, request.session = Account.objects.get(staff=staff), {}
    return request


@pytest.mark.parametrize(
    ("role", "at", "first"),
    [
        ("hq_finance", "", ("hq.board", {})),
        ("auditor", "", ("hq.board", {})),
        ("seller", "", ("hq.orders", {})),
        ("auditor", "cusco", ("site.today", {"site": "cusco"})),
        ("trainer", "lima", ("site.today", {"site": "lima"})),
        ("trainer", "", ("site.today", {"site": "cusco"})),
    ],
)
def test_each_begins_where_her_work_is(role, at, first):
    browsing.member("S3", role, at)
    assert home_of(of("S3")) == first


def test_without_a_role_there_is_no_first_page_and_no_desk_at_headquarters():
    browsing.browser("S3")
    assert (home_of(of("S3")), desk_of(of("S3"), "")) == (None, None)
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    assert (home_of(request), desk_of(request, "cusco")) == (None, None)


def test_a_desk_has_the_roles_of_its_place_and_every_site_to_go_to():
    browsing.member("S3", "trainer")
    browsing.member("S3", "quality", "lima")
    browsing.member("S4", "quality", "")
    found = desk_of(of("S3"), "lima", "site.seen")
    assert (found.roles, found.place, [one.site for one in found.sites]) == (
        {"quality"},
        "lima",
        ["cusco", "lima"],
    )
    assert [one.site for one in desk_of(of("S4"), "cusco").sites] == ["cusco", "lima"]


def test_how_many_queries_a_door_needs_does_not_depend_on_how_many_roles_there_are(sqlite):
    browsing.member("S3", "trainer")
    few = browsing.queries(lambda: desk_of(of("S3"), "cusco"))
    for number in range(30):
        browsing.member(f"T{number}", "trainer", "lima")
    assert browsing.queries(lambda: desk_of(of("S3"), "cusco")) == few
