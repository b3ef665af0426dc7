"""A program cut short: a child that works on a register and is killed at a step of its own writing.

A step is a statement of SQL that may write, a commit, or a file that is opened for writing, synced, renamed, removed or
made; before a statement that only reads, the disk is as it is before the next one that writes. They are counted by a
run to the end first; then there is one run for each of them (slow), or for some spread over all.
"""

import os
import resource
import signal
import sqlite3
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

Say = Callable[[object], None]
Work = Callable[[Say], object]
EVERY = 10**9
"""More steps than anything takes."""

READS = ("--", "SELECT", "SAVEPOINT", "RELEASE", "BEGIN")  # "--" is what a trigger does within a statement
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
FILES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.chmod"}


@dataclass(frozen=True)
class Cut:
    """What a child said before its end, one line each, and the signal that ended it; 0 where it came to the end."""

    said: list[str]
    by: int
    steps: int


def run(work: Work, *, at: int | None = None, before: Callable[[], object] = lambda: None) -> Cut:
    """Does the work in a child, killed at its step number `at`; `before` is done first in the child alone."""
    (pid, end) = started(work, at=at, before=before)
    return finished(pid, end)


def started(
    work: Work, *, at: int | None = None, before: Callable[[], object] = lambda: None
) -> tuple[int, int]:
    """A child at work: its number, and the end of the pipe in which it says what is done."""
    connections.close_all()  # no connection may be shared by two processes
    end, begin = os.pipe()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        os.close(begin)
        return pid, end
    try:
        os.close(end)
        steps = Steps(at)
        steps.watched()
        before()
        work(lambda said: os.write(begin, f"{said}\n".encode()))
        connections.close_all()
        os.write(begin, f"steps {steps.count}\n".encode())
        os._exit(0)
    except BaseException:  # noqa: BLE001 (a child ends here, whatever it was)
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(1)


def finished(pid: int, end: int) -> Cut:
    """What a child said, once it is at its end. Raises AssertionError where it failed by itself."""
    with os.fdopen(end, encoding="utf-8") as pipe:
        said = pipe.read().splitlines()
    _, status = os.waitpid(pid, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, f"the child failed after {said}"
    steps = int(said.pop().split()[1]) if said and said[-1].startswith("steps ") else 0
    return Cut(said, os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, steps)


class Steps:
    """Counts the steps of this process, and kills it at one of them."""

    def __init__(self, at: int | None) -> None:
        self.at = at
        self.count = 0

    def step(self, *_: object) -> None:
        """One more."""
        self.count += 1
        if self.count == self.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(self) -> None:
        """Every step of this process from now on; it cannot be taken back."""
        whole, fsync, commit = sqlite3.dbapi2.connect, os.fsync, BaseDatabaseWrapper._commit

        def connect(*about: Any, **more: Any) -> sqlite3.Connection:
            db = whole(*about, **more)
            db.set_trace_callback(self._statement)
            return db

        def synced(handle: Any) -> None:
            self.step()
            fsync(handle)

        def committed(wrapper: BaseDatabaseWrapper) -> None:
            self.step()
            commit(wrapper)
            self.step()

        sqlite3.connect = sqlite3.dbapi2.connect = connect
        os.fsync = synced
        BaseDatabaseWrapper._commit = committed
        self._watch_statements()
        sys.addaudithook(self._audited)

    def _statement(self, text: object) -> None:
        if not str(text).lstrip().startswith(READS):
            self.step()

    def _watch_statements(self) -> None:
        """Those of PostgreSQL, on every connection that there will be; SQLite's are traced already."""
        execute = CursorWrapper._execute_with_wrappers

        def executed(cursor: CursorWrapper, *about: Any, **more: Any) -> Any:
            if cursor.db.vendor != "sqlite":
                self._statement(about[0])
            return execute(cursor, *about, **more)

        CursorWrapper._execute_with_wrappers = executed

    def _audited(self, event: str, about: tuple[Any, ...]) -> None:
        if event in FILES or (event == "open" and isinstance(about[2], int) and about[2] & WRITES):
            self.step()


def points(most: int) -> pytest.MarkDecorator:
    """The same test twice, told by its argument `most`: at so many of the steps, and (slow) at every one of them."""
    every = pytest.param(EVERY, id="every", marks=pytest.mark.slow)
    return pytest.mark.parametrize("most", [pytest.param(most, id="some"), every])


def spread(steps: int, most: int, last: int = 0) -> list[int]:
    """Every step, or so many of them at even distances, and every third of so many last ones."""
    if steps <= most:
        return list(range(1, steps + 1))
    evenly = {1 + number * (steps - 1) // (most - 1) for number in range(most)}
    return sorted(evenly | set(range(steps - last + 1, steps + 1, 3)))


def believed(at: int, most: int) -> bool:
    """Whether a kill that left nothing is believed without doing all again: 19 of 20, where every step is tried."""
    return most == EVERY and at % 20 != 0


def largest(size: int, *, kill: bool) -> None:
    """No file of this process grows beyond a size: it is killed in the middle of that write, or told so."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL if kill else signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))


def roomy() -> None:
    """Room is made again."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
