"""Work that may take longer than a click: done once whoever asks, counted while it goes on, and told to who waits."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from django.db import connections
from django.http import HttpResponse

from jornal.pages.desk import Desk

Progress = Callable[[int, int], None]
Work = Callable[[Progress], Any]

AT_ONCE = 2
"""So many go on side by side; more wait for one of them."""
KEPT = 50
A_CLICK = 1.8
"""Seconds that a browser waits for an answer before it gets a page that tells how far the work is."""

_lock = threading.Lock()
_jobs: "OrderedDict[Hashable, Job]" = OrderedDict()
_workers = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="jornal-work")


@dataclass
class Job:
    """One piece of work: how much of it is done, and what it gives back in the end."""

    done: int = 0
    of: int = 0
    future: "Future[Any]" = field(default_factory=Future)

    def told(self, done: int, of: int) -> None:
        """Notes how far the work is."""
        self.done, self.of = done, of

    def ended(self, seconds: float | None = None) -> bool:
        """Whether it ends within so many seconds, else within a click; well or not."""
        try:
            self.future.exception(timeout=A_CLICK if seconds is None else seconds)
        except TimeoutError:
            return False
        return True

    def result(self) -> Any:
        """What it gave back; raises what it raised."""
        return self.future.result()


def begun(key: Hashable, work: Work) -> Job:
    """The work of this key: what goes on already, or ended and was not looked at; else begun now."""
    with _lock:
        job = _jobs.get(key)
        if job is None:
            job = Job()
            _jobs[key] = job
            job.future = _workers.submit(_done, work, job)
            for old in [one for one, kept in _jobs.items() if kept.future.done()][:-KEPT]:
                del _jobs[old]
        return job


def going(key: Hashable) -> Job | None:
    """The work of this key, if it was begun and is kept still."""
    with _lock:
        return _jobs.get(key)


def dropped(key: Hashable) -> None:
    """The work of this key is kept no longer; what asks for it next begins it anew."""
    with _lock:
        _jobs.pop(key, None)


def _done(work: Work, job: Job) -> Any:
    """The work, with a connection of its own to the register, which is gone when it ends."""
    try:
        return work(job.told)
    finally:
        for alias in connections:
            connections[alias].close()
            del connections[alias]


def waiting(desk: Desk, job: Job, says: str) -> HttpResponse:
    """The page that tells how far the work is and asks again by itself, without scripts too."""
    return desk.page("pay/waiting.html", job=job, says=says, status=202)
