"""Forms that are sent twice."""

import threading

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from jornal.accounts.models import Account
from jornal.pages import once


def sent(token, who="S1"):
    request = RequestFactory().post("/", {"once": token} if token else {})
    request.user = Account(staff=who) if who else AnonymousUser()
    return request


class Work:
    """Something recorded; counts how often."""

    def __init__(self, answer=None):
        self.times, self.answer = 0, answer or HttpResponseRedirect("/there")

    def __call__(self):
        self.times += 1
        return self.answer


def test_the_second_sending_gets_the_answer_of_the_first_and_records_nothing():
    work, token = Work(), once.minted("S1")
    answers = [once.answered(sent(token), work) for _ in range(3)]
    assert (work.times, [one.url for one in answers]) == (1, ["/there"] * 3)


def test_a_form_that_was_refused_may_be_sent_again():
    work, token = Work(HttpResponse(status=422)), once.minted("S1")
    once.answered(sent(token), work)
    once.answered(sent(token), work)
    assert work.times == 2


def test_a_form_that_failed_may_be_sent_again():
    def fails():
        raise Http404

    token, work = once.minted("S1"), Work()
    with pytest.raises(Http404):
        once.answered(sent(token), fails)
    assert once.answered(sent(token), work).url == "/there"
    assert (("S1", token) in once._busy, work.times) == (False, 1)


def test_one_persons_sending_does_not_answer_anothers():
    work, token = Work(), once.minted("S1")
    once.answered(sent(token, "S1"), work)
    once.answered(sent(token, "S2"), work)
    assert work.times == 2


def test_a_form_without_the_field_is_done_each_time():
    work = Work()
    once.answered(sent(""), work)
    once.answered(sent(""), work)
    assert work.times == 2


def test_two_at_the_same_moment_are_one():
    token, begun, work = once.minted("S1"), threading.Event(), Work()

    def slowly():
        begun.wait(5)
        return work()

    threads = [threading.Thread(target=once.answered, args=(sent(token), slowly)) for _ in range(4)]
    for one in threads:
        one.start()
    begun.set()
    for one in threads:
        one.join(10)
    assert work.times == 1


def test_only_the_last_answers_are_remembered(monkeypatch):
    monkeypatch.setattr(once, "KEPT", 2)
    tokens, work = [once.minted("S1") for _ in range(3)], Work()
    for token in (*tokens, tokens[0]):
        once.answered(sent(token), work)
    assert work.times == 4


@pytest.mark.parametrize(
    ("change", "who"),
    [
        (lambda token: token, "S004Z"),
        (lambda token: token.replace("S004Z", "S001Q"), ""),
        (lambda token: token[:-1], ""),
        (lambda _: "", ""),
        (lambda _: "a:S004Z:b", ""),
    ],
)
def test_a_form_says_who_it_was_shown_to_and_cannot_be_made_to_say_another(change, who):
    assert once.author(sent(change(once.minted("S004Z")))) == who
