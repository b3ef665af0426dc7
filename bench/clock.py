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


def rates(what: str, work: Callable[[], object], *, must: float, aim: float, batch: int = 400) -> bool:
    """Prints how often `work` runs in a second, and beside it a plain loop's speed on the same core, pair by pair."""
    found, loops = [], []
    for _ in range(9):
        loops.append(plain_loop())
        start = time.process_time()
        for _ in range(batch):
            work()
        found.append(batch / (time.process_time() - start))
    median, loop = statistics.median(found), statistics.median(loops)
    kept = median >= must
    print(
        f"{what:<50} {median:8.0f}     (9 runs, {min(found):.0f} to {max(found):.0f})"
        f"   must {must:g}, aim {aim:g}{'' if kept else '   TOO SLOW'}"
    )
    print(
        f"{'a plain loop step here, and steps in one of them':<50} {loop:8.0f} ns  {1e9 / median / loop:8.0f} steps"
    )
    return kept


def plain_loop(steps: int = 200_000) -> float:
    """Nanoseconds for one step of a loop that adds to a dictionary: what this core gives Python."""
    sums: dict[int, int] = {}
    start = time.process_time()
    for number in range(steps):
        sums[number & 63] = sums.get(number & 63, 0) + number
    return (time.process_time() - start) / steps * 1e9
