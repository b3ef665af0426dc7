"""The program as it is started, on the register of this measurement, until it answers with a page."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import registers

PORT = 8731


@contextmanager
def served() -> Iterator[Callable[[], str]]:
    """The program, once it answered with its first page; gives what it has said on its error output."""
    log = registers.FOLDER / "server.log"
    told = [sys.executable, "-m", "jornal", "start", "--port", str(PORT)]
    with log.open("w") as said:
        program = subprocess.Popen(told, stdout=subprocess.DEVNULL, stderr=said)
        try:
            reached(program)
            yield lambda: log.read_text(encoding="utf-8")
        finally:
            program.terminate()
            program.wait(timeout=20)


def reached(program: subprocess.Popen[bytes]) -> None:
    """Waits until the program answers with a page. Raises OSError where it ended, or took a minute."""
    until = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/sign-in/", timeout=10).read()
        except OSError:
            if time.monotonic() > until or program.poll() is not None:
                raise
            time.sleep(0.02)
        else:
            return
