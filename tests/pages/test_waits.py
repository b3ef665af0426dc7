"""Tries that are counted."""

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import RequestFactory

from jornal.pages import waits


@pytest.fixture(autouse=True)
def fresh():
    cache.clear()
    yield
    cache.clear()


def by(pk):
    request = RequestFactory().post("/names")
    request.user = get_user_model()(pk=pk, staff=f"S{pk}")
    return request


def test_after_five_tries_one_waits_and_others_do_not():
    assert [waits.may(by(1), "names") for _ in range(6)] == [True] * 5 + [False]
    assert waits.may(by(2), "names")


def test_after_twenty_tries_of_all_together_everybody_waits():
    tries = [waits.may(by(pk), "names") for pk in range(1, 6) for _ in range(5)]
    assert tries == [True] * 20 + [False] * 5


def test_forty_codes_a_day_may_be_tried_of_each_person():
    assert [waits.may(by(1), "codes", "S1") for _ in range(41)] == [True] * 40 + [False]
    assert waits.may(by(1), "codes", "S2")
    waits.succeeded(by(1), "codes", "S1")
    assert waits.may(by(1), "codes", "S1")


def test_five_minutes_later_one_may_try_again(monkeypatch):
    for _ in range(6):
        waits.may(by(1), "names")
    now = waits.ratelimit.time.time()
    monkeypatch.setattr(waits.ratelimit.time, "time", lambda: now + 301)
    assert waits.may(by(1), "names")


def test_who_succeeds_begins_anew():
    for _ in range(4):
        waits.may(by(1), "names")
    waits.succeeded(by(1), "names")
    assert [waits.may(by(1), "names") for _ in range(6)] == [True] * 5 + [False]
