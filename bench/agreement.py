"""Cells of the kernel that differ from the independent oracle, over many random months."""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from oracle.months import month
from oracle.test_months import cells_of_oracle, differing

HOW_MANY = int(os.environ.get("JORNAL_MONTHS", "1000"))


def main() -> int:
    start, cells, wrong = time.perf_counter(), 0, 0
    for number in range(1, HOW_MANY + 1):
        raw = month(number)
        cells += len(cells_of_oracle(raw))
        wrong += len(differing(raw))
    taken = time.perf_counter() - start
    print(
        f"{HOW_MANY} random months, {cells} cells, {wrong} differing from the oracle ({taken:.0f} s)   must 0"
    )
    return 0 if not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
