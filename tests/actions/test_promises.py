"""Promises with a day, looked at until they are kept."""

from datetime import date

import pytest

from jornal.actions.given import NotYet
from jornal.actions.promises import NoSuchPromise, NotAPromise, OverAlready
from jornal.actions.verb import BadRows
from jornal.facts.dialogue import Promise, PromiseLookedAt
from jornal.units.listed import ListedTerm
from offices import DAY, office
from peopled import do, opened

FAN = {"says": "a fan for the dyeing room", "due_on": "2026-11-20"}
LATER = date(2026, 11, 22)


@pytest.fixture
def site(sqlite):
    opened()
    return office()


def hq(day=DAY):
    return office("hq_operations", "H1", day=day)


def test_a_promise_is_open_until_it_is_kept(database):
    opened()
    (one,) = do(hq(), "promise", FAN)
    assert (one.promise, one.lies_with, one.book, one.due_on) == (
        "p-h1", "headquarters", "hq.cusco", date(2026, 11, 20),
    )  # fmt: skip
    not_yet = {"promise": "p-h1", "outcome": "not_kept", "note": "the truck did not come"}
    do(hq(LATER), "look-at-promise", not_yet)
    do(hq(LATER), "look-at-promise", not_yet)
    (kept,) = do(office(day=LATER), "look-at-promise", {"promise": "p-h1", "outcome": "kept"})
    assert (kept.number, kept.book) == (2, "cusco")
    with pytest.raises(OverAlready, match="2026-11-22"):
        do(hq(LATER), "look-at-promise", {"promise": "p-h1", "outcome": "let_go", "note": "again"})


def test_each_side_counts_its_own_promises_and_the_same_again_is_the_same(site):
    do(site, "promise", FAN, {"says": "a list of needles", "due_on": "2026-10-09", "lies_with": "authority"})
    do(site, "promise", FAN)
    do(hq(), "promise", FAN)
    found = Promise.objects.order_by("promise").values_list("promise", "lies_with")
    assert list(found) == [("p-h1", "headquarters"), ("p-s1", "site"), ("p-s2", "authority")]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"due_on": ""}, BadRows),
        ({"due_on": "soon"}, BadRows),
        ({"due_on": "2026-09-30"}, NotAPromise),
        ({"day": "2026-10-02"}, NotYet),
        ({"says": ""}, BadRows),
        ({"says": "nothing of the robbery is said"}, ListedTerm),
    ],
    ids=str,
)
def test_what_is_no_promise_says_why(site, row, fault):
    with pytest.raises(fault):
        do(site, "promise", {**FAN, **row})
    assert not Promise.objects.exists()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"promise": "p-s9"}, NoSuchPromise),
        ({"outcome": "let_go"}, NotAPromise),
        ({"outcome": "forgotten"}, BadRows),
        ({"day": "2026-09-30"}, NotAPromise),
    ],
    ids=str,
)
def test_a_look_that_cannot_be_says_why(site, row, fault):
    do(site, "promise", FAN)
    with pytest.raises(fault):
        do(site, "look-at-promise", {"promise": "p-s1", "outcome": "kept", **row})
    assert not PromiseLookedAt.objects.exists()
