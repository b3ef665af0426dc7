"""What is asked for before anything else."""

import pytest
from django.test import RequestFactory

from jornal.pages import wanted


@pytest.fixture
def request_(monkeypatch):
    request = RequestFactory().get("/")
    request.session = {}
    return request


def test_steps_are_asked_for_in_their_order_until_all_are_behind_her(request_):
    wanted.noted(request_, ["passphrase", "codes", "second"])
    ways = []
    for step in ("passphrase", "codes", "second"):
        ways.append(wanted.first(request_).url)
        wanted.done(request_, step)
    assert (ways, wanted.first(request_)) == (["/account/passphrase/", "/account/codes/", "/account/"], None)


def test_where_nothing_was_noted_nothing_is_asked_or_written(request_):
    wanted.done(request_, "codes")
    assert (wanted.steps(request_), wanted.first(request_), request_.session) == ([], None, {})
