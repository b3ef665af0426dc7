"""What every command costs before it does anything: the set-up when nothing changed, and a cold Python."""

import subprocess
import sys
from pathlib import Path

from clock import report, seconds

ROOT = Path(__file__).parent.parent


def run(*command: str) -> None:
    subprocess.run(command, check=True, cwd=ROOT)


def main() -> int:
    kept = [
        report("set-up, nothing to do", seconds(lambda: run("sh", "tools/setup.sh")), must=1, aim=0.1),
        report("python, doing nothing", seconds(lambda: run(sys.executable, "-c", ""))),
        report("python, importing jornal", seconds(lambda: run(sys.executable, "-c", "import jornal"))),
    ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
