"""How a figure is taken and printed: several runs, the median, the spread, and what was asked for."""

import statistics
import time
from collections.abc import Callable


def seconds(work: Callable[[], object], *, runs: int = 5) -> list[float]:
    """How long `work` took, once for each run."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return taken


def report(what: str, taken: list[float], *, must: float | None = None, aim: float | None = None) -> bool:
    """Prints one line and tells whether the median keeps to what it must."""
    median = statistics.median(taken)
    spread = f"{min(taken):.3f} to {max(taken):.3f}"
    asked = "" if must is None else f"   must {must:g} s" + ("" if aim is None else f", aim {aim:g} s")
    kept = must is None or median <= must
    print(f"{what:<50} {median:8.3f} s   ({len(taken)} runs, {spread}){asked}{'' if kept else '   TOO SLOW'}")
    return kept
