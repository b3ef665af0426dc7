"""What every command costs before it does anything: set-up, a cold Python; and the program until its first page."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import registers
from clock import report, seconds
from serving import served

from jornal.accounts import tables

ROOT = Path(__file__).parent.parent


def run(*command: str) -> None:
    subprocess.run(command, check=True, cwd=ROOT)


def files() -> Iterator[Path]:
    """Every file that the program may read when it starts: Python's own, those of the packages, ours."""
    for folder in {Path(os.__file__).parent, Path(sys.prefix), ROOT / "src"}:
        yield from (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def forgotten() -> bool:
    """Lets the system forget what it holds of these files, as after a night; whether this system can."""
    if not hasattr(os, "posix_fadvise"):
        return False
    for path in files():
        opened = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(opened, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(opened)
    return True


def first_page() -> None:
    with served():
        pass


def program() -> bool:
    """From the start of the program to its first page, warm and, where the system can forget, cold."""
    registers.begun()
    tables.opened(registers.FOLDER)
    kept = report("program, warm, to its first page", seconds(first_page), must=6, aim=3)
    cold = []
    for _ in range(5):
        if not forgotten():
            break
        cold += seconds(first_page, runs=1)
    return (not cold or report("program, cold, to its first page", cold, must=6, aim=3)) and kept


def main() -> int:
    try:
        kept = [
            report("set-up, nothing to do", seconds(lambda: run("sh", "tools/setup.sh")), must=1, aim=0.1),
            report("python, doing nothing", seconds(lambda: run(sys.executable, "-c", ""))),
            report("python, importing jornal", seconds(lambda: run(sys.executable, "-c", "import jornal"))),
            program(),
        ]
        return 0 if all(kept) else 1
    finally:
        registers.removed()


if __name__ == "__main__":
    sys.exit(main())
