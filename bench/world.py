"""The demo world in registers: four enterprises, three months, every fact through its verb, two processes at a time."""

import resource
import sys
import tempfile
from pathlib import Path

from clock import report, seconds

from jornal.demo import registers


def main() -> int:
    found: list[registers.Loaded] = []
    with tempfile.TemporaryDirectory(prefix="jornal-world-") as name:
        taken = seconds(lambda: found.extend(registers.loaded(Path(name))), runs=1)
        kept = report("demo world, four enterprises, three months", taken, must=90, aim=30)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{'processor time of all its processes':<50} {used.ru_utime + used.ru_stime:8.3f} s")
    print(f"{'peak memory of a process':<50} {used.ru_maxrss / 1024:8.0f} MB")
    for one in found:
        print(f"{one.enterprise:<50} {one.facts:8,} facts, {registers.audit(one)}")
    print(f"{'together':<50} {sum(one.facts for one in found):8,} facts")
    return 0 if kept and not any(one.faults for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
