"""The program beside a story: a register served as if it were a day."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def free() -> int:
    """A port on which nobody listens."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


@contextmanager
def served(home: Path, day: str, port: int, *, demo: bool = False) -> Iterator[str]:
    """A program that serves a register as if it were a day: the address of its pages while it runs."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    env |= {"JORNAL_HOME": str(home), "JORNAL_DAY": day}
    env |= {"JORNAL_DEMO": "1"} if demo else {"JORNAL_LABELS": "https://example.org"}
    with (home / "server.log").open("w") as log:
        program = subprocess.Popen(
            [sys.executable, "-m", "jornal", "start", "--port", str(port)],
            env=env, stdout=subprocess.DEVNULL, stderr=log, start_new_session=True,
        )  # fmt: skip
        try:
            _alive(f"http://localhost:{port}/alive", program)
            yield f"http://localhost:{port}"
        finally:
            program.terminate()
            program.wait(10)


def _alive(address: str, program: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        assert program.poll() is None, "The program ended at once."
        try:
            urllib.request.urlopen(address, timeout=2)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("The program does not answer.")
