"""Runs every measurement of this folder, or those named, after saying on which machine."""

import os
import platform
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parent
NOT_MEASUREMENTS = {"asking", "browsing", "clock", "registers", "run", "serving", "workshop"}


def processor() -> str:
    """The processor's name as the system tells it."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def main(asked: list[str]) -> int:
    there = sorted({path.stem for path in BENCH.glob("*.py")} - NOT_MEASUREMENTS)
    unknown = sorted(set(asked) - set(there))
    if unknown:
        print(f"No measurement is named {', '.join(unknown)}; there are {', '.join(there)}.", file=sys.stderr)
        return 2
    print(f"{processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}")
    failed = []
    for name in asked or there:
        print(f"\n{name}", flush=True)
        if subprocess.run([sys.executable, str(BENCH / f"{name}.py")], check=False).returncode:
            failed.append(name)
    if failed:
        print(f"\nNot as it must be: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
