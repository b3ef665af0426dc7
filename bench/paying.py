"""`jornal pay` as a manager feels it: cold to the last paper, for 25, 400 and 10,000 workers."""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from clock import report, seconds

DAYS = [day for day in range(1, 32) if (day + 2) % 7 not in (5, 6)]  # October 2026 begins on a Thursday
JORNAL = Path(sys.executable).with_name("jornal")


def sheets(folder: Path, workers: int) -> tuple[Path, Path]:
    """People and the attendance grid of a month, five hours on every weekday."""
    people = ["code,name,language,contract,grade,reparation balance"]
    grid = ["code," + ",".join(str(day) for day in range(1, 32))]
    cells = ",".join("5" if day in DAYS else "" for day in range(1, 32))
    for number in range(workers):
        people.append(f"B{number:05},Worker {number},es,cusco-hourly,maker,0")
        grid.append(f"B{number:05},{cells}")
    paths = folder / f"people-{workers}.csv", folder / f"attendance-{workers}.csv"
    for path, rows in zip(paths, (people, grid), strict=True):
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return paths


def pay(folder: Path, paths: tuple[Path, Path], *more: str) -> None:
    about = [
        "--enterprise",
        "qori",
        "--site",
        "cusco",
        "--month",
        "2026-10",
        "--out",
        str(folder / "out"),
        *more,
    ]
    subprocess.run([str(JORNAL), "pay", *map(str, paths), *about], check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    kept = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few, some, many = (sheets(folder, workers) for workers in (25, 400, 10_000))
        kept.append(report("25 workers, cold to PDF", seconds(lambda: pay(folder, few)), must=3, aim=1.5))
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{'25 workers, peak memory of a process':<50} {memory:8.0f} MB   must 400 MB, aim 200 MB")
        kept.append(memory <= 400)
        kept.append(
            report("400 workers with papers", seconds(lambda: pay(folder, some), runs=3), must=40, aim=10)
        )
        without = seconds(lambda: pay(folder, many, "--no-papers"), runs=3)
        kept.append(report("10,000 workers without papers", without, must=10, aim=2))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
