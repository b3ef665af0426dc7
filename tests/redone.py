"""Work that was killed at its steps and done again: every table is as after work that came to its end."""

import signal
from contextlib import suppress
from pathlib import Path

from cutting import Work, run, spread
from databases import Database, used
from jornal.journal.fact import kinds
from jornal.units.said import Said
from lost import copied, sound


def held() -> dict[str, int]:
    """How many facts of each kind there are."""
    return {name: kind.objects.count() for name, kind in sorted(kinds().items()) if kind.objects.exists()}


def again(database: Database, folder: Path, work: Work, most: int, *refused: type[Said]) -> None:
    """Kills the work at its steps, does it again, and holds every table against the work that came to its end.

    `refused` are what it may say where it was done already.
    """
    folder.mkdir(exist_ok=True)
    with used(copied(database, folder / "whole")):
        steps = run(work).steps
        there = held()
    for at in spread(steps, most):
        with used(copied(database, folder / f"b{at}")):
            assert run(work, at=at).by == signal.SIGKILL
            assert sound()
            with suppress(*refused):
                work(str)
            assert (held(), sound()) == (there, True)
