"""100,000 workers over two processes, against the time Polars takes to scan and group-sum the same columns.

Each process reads its own file of 1.1 million shifts and 2.2 million piece rows, makes every worker's month and
computes it. Workers are independent: beyond one machine it is the same function over more files.
"""

import gc
import multiprocessing
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import polars as pl
from months import TYPICAL

from jornal.actions.casefile import case
from jornal.rules.pay import paid
from jornal.rules.plan import laid_out
from jornal.rules.rows import Piece, Shift

WORKERS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
DAYS = [date(2026, 10, 1) + timedelta(days=n) for n in range(31)]
WORKDAYS = [day for day in DAYS if day.weekday() < 5]
MUST, AIM = 20, 6


def files(folder: Path, part: int, workers: int) -> None:
    """The columns of one half in the order in which days bring them, with figures that repeat no pattern."""
    people = pl.DataFrame(
        {"worker": range(part * workers, (part + 1) * workers)}, schema={"worker": pl.Int64}
    )
    days = pl.DataFrame({"day": WORKDAYS})
    chance = pl.struct("worker", "day").hash(7)
    shifts = days.join(people, how="cross").with_columns(minutes=(240 + chance % 121).cast(pl.Int64))
    shifts.write_parquet(folder / f"shifts-{part}.parquet")
    operations = pl.DataFrame({"operation": ["scarf", "hat"]})
    pieces = days.join(people, how="cross").join(operations, how="cross")
    chance = pl.struct("worker", "day", "operation").hash(11)
    pieces.with_columns(good=(chance % 10).cast(pl.Int64)).write_parquet(folder / f"pieces-{part}.parquet")


def yardstick(folder: Path) -> float:
    """Seconds to scan the same columns and sum them per worker."""
    start = time.perf_counter()
    for name, column in (("shifts", "minutes"), ("pieces", "good")):
        pl.scan_parquet(folder / f"{name}-*.parquet").group_by("worker").agg(pl.col(column).sum()).collect()
    return time.perf_counter() - start


def half(folder: Path, part: int) -> tuple[int, int]:
    """(worker-months, their gross in all) of one half."""
    gc.disable()
    read = case(TYPICAL)
    plan = laid_out(read.terms, read.month.period)
    shifts = pl.read_parquet(folder / f"shifts-{part}.parquet").sort("worker", "day")
    pieces = pl.read_parquet(folder / f"pieces-{part}.parquet").sort("worker", "day")
    per_shift, per_piece = len(WORKDAYS), 2 * len(WORKDAYS)
    count = shifts.height // per_shift
    days, minutes = shifts["day"].to_list(), shifts["minutes"].to_list()
    piece_days, names, good = pieces["day"].to_list(), pieces["operation"].to_list(), pieces["good"].to_list()
    gross = 0
    for number in range(count):
        at, on = number * per_shift, number * per_piece
        theirs = replace(
            read.month,
            shifts=tuple([Shift("", days[n], minutes[n]) for n in range(at, at + per_shift)]),
            pieces=tuple([Piece("", piece_days[n], names[n], good[n]) for n in range(on, on + per_piece)]),
        )
        gross += paid(theirs, plan).totals["gross"]
    return count, gross


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in (0, 1):
            files(folder, part, WORKERS // 2)
        yardstick(folder)
        scan = sorted(yardstick(folder) for _ in range(5))[2]
        start = time.perf_counter()
        # fresh processes: the yardstick keeps threads of its own, which a forked one would not have
        with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
            found = list(pool.map(half, (folder, folder), (0, 1)))
        taken = time.perf_counter() - start
    months = sum(count for count, _ in found)
    print(
        f"{months} worker-months in {taken:.1f} s ({months / taken:.0f} a second); Polars scan and sum {scan:.2f} s"
    )
    print(f"ratio {taken / scan:.1f}   must {MUST}, aim {AIM}{'' if taken / scan <= MUST else '   TOO SLOW'}")
    return 0 if taken / scan <= MUST else 1


if __name__ == "__main__":
    sys.exit(main())
