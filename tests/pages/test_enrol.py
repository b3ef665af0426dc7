"""A worker begins, once she has thought it over."""

from datetime import timedelta

import pytest

import acquainted
import browsing
from jornal.facts.people import Enrolled
from offices import DAY, office
from peopled import consenting, do, offered, working

SAID = {
    "since": "2026-10-01",
    "workshop": "knitting",
    "language": "es",
    "languages": "qu",
    "reads": "with_help",
}


@pytest.fixture
def keys(sqlite, monkeypatch):
    return acquainted.opened(sqlite, monkeypatch)


def address(worker: str) -> str:
    return f"/cusco/people/{worker}/begin"


def test_question_after_question_she_begins(database, monkeypatch):
    keys = acquainted.opened(database, monkeypatch)
    worker = consenting(keys)
    client = acquainted.manager()
    answer = client.get(address(worker))
    for said in (
        {"since": "2026-10-01", "workshop": "knitting"}, {"language": "es", "languages": "qu"}, {"reads": "with_help"},
        {"clock_number": "7"},
    ):  # fmt: skip
        answer = client.post(address(worker), {**acquainted.hidden(answer), **said, "go": "on"})
        assert answer.status_code == 200, acquainted.faults(answer)
    assert "Check your answers" in browsing.text(answer)
    answer = client.post(address(worker), {**acquainted.hidden(answer), "go": "record"})
    assert "She works here since 1 October 2026." in browsing.text(client.get(answer.url))
    found = Enrolled.objects.get()
    assert (found.worker, found.workshop, found.languages, found.reads, found.clock_number) == (
        worker, "knitting", ["es", "qu"], "with_help", "7",
    )  # fmt: skip


def test_while_she_thinks_there_is_no_form(keys):
    worker = consenting(keys, DAY - timedelta(days=2))
    client = acquainted.manager()
    text = browsing.text(client.get(address(worker)))
    assert ("She cannot begin yet" in text, "She thinks it over until 6 October 2026." in text) == (
        True,
        True,
    )
    client.post(address(worker), {**SAID, "at": "check", "go": "record"})
    assert not Enrolled.objects.exists()


def test_without_an_answer_she_does_not_begin(keys):
    assert "She has not answered her offer yet." in browsing.text(
        acquainted.manager().get(address(offered(keys)))
    )


def test_after_a_no_the_page_says_so(keys):
    worker = offered(keys)
    do(office(), "answer-offer", {"worker": worker, "answer": "refused"})
    assert "She said no, or has left." in browsing.text(acquainted.manager().get(address(worker)))


def test_who_works_here_does_not_begin_again(keys):
    worker = working(keys)
    assert "She works here already" in browsing.text(acquainted.manager().get(address(worker)))


def test_another_workers_clock_number_is_refused_with_everything_kept(keys):
    working(keys, clock_number="7")
    worker = consenting(keys)
    answer = acquainted.manager().post(
        address(worker), {**SAID, "clock_number": "7", "at": "check", "go": "record"}
    )
    assert (answer.status_code, "clock number 7 is another worker" in browsing.text(answer)) == (422, True)
    assert acquainted.hidden(answer)["languages"] == "qu"


@pytest.mark.parametrize("role", ["trainer", "hq_operations", "auditor"])
def test_only_the_manager_lets_her_begin(keys, role):
    worker = consenting(keys)
    assert browsing.member("X1", role).get(address(worker)).status_code == 404


def test_nobody_unknown_begins(keys):
    assert acquainted.manager().get(address("QX9")).status_code == 404
