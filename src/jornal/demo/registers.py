"""The registers of the demo, one for each enterprise: each loaded in a process of its own, two at a time."""

import gc
import importlib
import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from jornal.demo import homes
from jornal.demo.loaded import Loaded
from jornal.demo.world import places

LONGEST_FIRST = ("thimble", "trazo", "paso", "qori")


def enterprises() -> dict[str, str]:
    """The enterprises of the demo by id, with their labels, in the order of the world."""
    return {one.enterprise.id: one.enterprise.label for one in places()}


def check(out: Path) -> None:
    """Raises HomeTaken where a home of the demo's registers holds something else."""
    for enterprise, label in enterprises().items():
        homes.check(homes.home(out, enterprise), label)


def loaded(out: Path, full: Iterable[str] = ()) -> list[Loaded]:
    """Every register of the demo, in the order of the world; those of `full` are audited from the first entry.

    Raises HomeTaken, and whatever a verb refuses: then the register is left as far as it came.
    """
    job = partial(_in_a_process, out=out, full=frozenset(full))
    known = list(enterprises())
    with ThreadPoolExecutor(2) as lanes:
        found = {one.enterprise: one for one in lanes.map(job, _ordered(known))}
    return [found[enterprise] for enterprise in known]


def _ordered(known: Iterable[str]) -> Iterator[str]:
    """The longest first, so that the two lanes end together."""
    yield from sorted(known, key=LONGEST_FIRST.index)


def _in_a_process(enterprise: str, out: Path, full: frozenset[str]) -> Loaded:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(one, enterprise, out, full=enterprise in full).result()


def one(enterprise: str, out: Path, *, full: bool = False) -> Loaded:
    """One register, for a process that was begun for it: Django is set up on its home. Raises HomeTaken."""
    home = homes.emptied(homes.home(out, enterprise), enterprises()[enterprise])
    homes.entered(home)
    gc.disable()  # a tenth quicker, and what is told leaves no rings behind: it takes no more memory
    # Needs Django set up on the home, so it cannot be loaded before.
    found: Loaded = importlib.import_module("jornal.demo.register").loaded(enterprise, home, full=full)
    return found
