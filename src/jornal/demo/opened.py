"""The demo's registers opened in the browser: a program for each enterprise, and a page that leads to all of them."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from jornal.demo.world import data

HOST, FIRST, TRIED = "localhost", 8000, 100
PATIENCE = 60.0
"""Seconds until a program that does not answer is given up."""
FRONT = "open.html"


class NotOpened(RuntimeError):
    """A register whose pages do not come up."""

    def __init__(self, home: Path) -> None:
        super().__init__(f"The pages of {home} do not answer. Try JORNAL_HOME={home} jornal start.")


@dataclass(frozen=True)
class Opened:
    """An enterprise's pages: its label, how many people and sites, where they answer."""

    label: str
    says: str
    home: Path
    address: str


@contextmanager
def opened(registers: Sequence[tuple[str, str, Path]]) -> Iterator[list[Opened]]:
    """The pages of registers (label, what to say of it, home), each by a program of its own that ends with the block.

    Raises NotOpened.
    """
    running: list[subprocess.Popen[bytes]] = []
    try:
        found = []
        ports = _free()
        for label, says, home in registers:
            port = next(ports)
            running.append(_started(home, port))
            found.append(Opened(label, says, home, f"http://{HOST}:{port}/"))
        for one, program in zip(found, running, strict=True):
            if not _answers(one.address, lambda program=program: program.poll() is None):  # type: ignore[misc]
                raise NotOpened(one.home)
        yield found
    finally:
        for program in running:
            program.terminate()
        for program in running:
            program.wait(10)


def _started(home: Path, port: int) -> "subprocess.Popen[bytes]":
    """`jornal start` on a home of the demo, on the day on which its story ends."""
    own = {"JORNAL_HOME": str(home.absolute()), "JORNAL_DAY": f"{data('cast')['ends']}", "JORNAL_DEMO": "1"}
    own["JORNAL_LABELS"] = data("passports")["address"]
    env = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")} | own
    command = [sys.executable, "-m", "jornal", "start", "--port", str(port)]
    return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, start_new_session=True)  # noqa: S603


def _free() -> Iterator[int]:
    """Ports on which nobody answers."""
    for port in range(FIRST, FIRST + TRIED):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as asking:
            asking.settimeout(0.5)
            if asking.connect_ex(("127.0.0.1", port)):
                yield port


def _answers(address: str, alive: Callable[[], bool]) -> bool:
    """Whether the pages come up while their program lives."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and alive():
        try:
            with urllib.request.urlopen(f"{address}alive", timeout=2):  # noqa: S310 (our own program)
                return True
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    return False


def front(out: Path, found: Sequence[Opened]) -> Path:
    """A page in the demo's folder that leads to every enterprise."""
    cards = "\n".join(
        f'<li><a href="{escape(one.address)}"><b>{escape(one.label)}</b><span>{escape(one.says)}</span></a></li>'
        for one in found
    )
    path = out / FRONT
    path.write_text(PAGE.format(cards=cards), encoding="utf-8")
    return path


PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>jornal: four invented enterprises</title>
<style>
body {{ margin: 0; background: #fbf8f2; color: #1f2330; font: 16px/1.5 "Noto Sans", system-ui, sans-serif; }}
main {{ max-width: 720px; margin: 8vh auto; padding: 0 16px; }}
ul {{ list-style: none; padding: 0; display: grid; gap: 12px; }}
a {{ display: block; padding: 18px; border: 1px solid #e4ddd0; border-radius: 14px; background: #fffdf9; }}
a {{ color: inherit; text-decoration: none; }}
a:hover, a:focus {{ border-color: #2f3e73; }} b {{ display: block; font-size: 20px; }} span, p {{ color: #62615d; }}
</style></head>
<body><main><h1>Four invented enterprises</h1>
<p>Everybody in them is invented. Choose one, then choose as whom to enter.</p>
<ul>
{cards}
</ul></main></body></html>
"""
