"""Work that may take longer than a click."""

import threading
from collections.abc import Iterator
from itertools import count

import pytest

from jornal.pages import jobs

KEYS = count()


@pytest.fixture
def key() -> Iterator[tuple[str, int]]:
    found = ("work", next(KEYS))
    yield found
    jobs.dropped(found)


@pytest.mark.usefixtures("sqlite")
def test_whoever_asks_gets_the_same_work_and_how_far_it_is(key):
    may_end, begun = threading.Event(), []

    def work(told: jobs.Progress) -> str:
        begun.append(1)
        told(3, 10)
        may_end.wait(60)
        return "done"

    first = jobs.begun(key, work)
    assert jobs.begun(key, work) is first is jobs.going(key)
    assert not first.ended(0.05)
    while not first.of:
        first.ended(0.01)
    assert (first.done, first.of) == (3, 10)
    may_end.set()
    assert (first.ended(60), first.result(), begun) == (True, "done", [1])


@pytest.mark.usefixtures("sqlite")
def test_what_goes_wrong_is_told_to_who_waits_and_may_be_begun_again(key):
    def broken(_: jobs.Progress) -> None:
        raise ValueError("no")

    job = jobs.begun(key, broken)
    assert job.ended(60)
    with pytest.raises(ValueError, match="no"):
        job.result()
    jobs.dropped(key)
    assert jobs.going(key) is None
    again = jobs.begun(key, lambda _: 1)
    assert (again.ended(60), again.result()) == (True, 1)


@pytest.mark.usefixtures("sqlite")
def test_only_so_many_that_ended_are_kept(key):
    before = [jobs.begun((*key, number), lambda _: None) for number in range(jobs.KEPT + 5)]
    assert all(job.ended(60) for job in before)
    jobs.begun(key, lambda _: None).ended(60)
    assert jobs.going((*key, 0)) is None
    assert jobs.going((*key, jobs.KEPT + 4)) is not None
    for number in range(jobs.KEPT + 5):
        jobs.dropped((*key, number))
