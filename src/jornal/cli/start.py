"""`jornal start`: the register's pages on this computer, until Ctrl-C."""

import argparse
import gc
import signal
import socket
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.checks import ERROR, Tags, run_checks
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connections
from waitress.server import create_server

from jornal.accounts import tables
from jornal.actions import briefs
from jornal.cli import register
from jornal.journal import node

HOST, FIRST, TRIED = "127.0.0.1", 8000, 20
NAME = "localhost"
"""What browsers are sent to: security keys work for a name and never for a number."""
HERE = ((socket.AF_INET, HOST), (socket.AF_INET6, "::1"))
"""What that name may mean to a browser; a program at either would answer in place of this one."""
THREADS = 4


class NotReady(ValueError):
    """A register that must not be opened as it is."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(f"The register is not opened. {' '.join(faults)}")


class PortTaken(ValueError):
    """A port on which another program listens."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} is in use by another program. Leave --port out, and a free one is taken."
        )


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--port", type=_port, help=f"the port; else {FIRST}, or the next one that is free")
    parser.add_argument("--open", action="store_true", help="open the page in the browser")


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text} is not a port; write a number from 1 to 65535")
    return int(text)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Serves the pages until Ctrl-C, which is the ordinary end."""
    node.kept(register.home())
    tables.opened(register.home())
    check()
    server = _server([told.port] if told.port else range(FIRST, FIRST + TRIED))
    set_aside()
    threading.Thread(target=_lists_readied, daemon=True).start()
    address = f"http://{NAME}:{server.effective_port}/"
    print(f"The register is open at {address} on this computer only. Ctrl-C closes it.", flush=True)
    if told.open:
        webbrowser.open(address)
    # A program started by a script in the background inherits "ignore"; it shall end like any other.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        server.run()  # waitress ends it at Ctrl-C
    except KeyboardInterrupt:  # a second one, or one that came early
        pass
    finally:
        server.close()
    print("jornal: the register is closed.")
    return 0


def check() -> None:
    """Nothing where the register may be opened. Raises NotReady with every reason."""
    found = [
        one for tag in (None, Tags.database) for one in run_checks(tags=tag and [tag], databases=["default"])
    ]
    faults = {one.id: f"{one.msg} {one.hint or ''}".strip() for one in found if one.level >= ERROR}
    if faults:
        raise NotReady(list(faults.values()))


def _server(ports: "range | list[int]"):  # type: ignore[no-untyped-def]
    """A server on the first of these ports that is free; of none, PortTaken."""
    last = 0
    for last in _free(ports):
        try:
            return create_server(get_wsgi_application(), host=HOST, port=last, **settled())
        except OSError:
            continue
    raise PortTaken(last or ports[0])


def set_aside() -> None:
    """What is loaded by now stays as long as the program: the collector of garbage looks at it no more.

    It also looks less often. A page makes thousands of rows, which leave nothing behind; looking through all that the
    program holds, again and again, took a tenth of a second out of the middle of one page or another.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _lists_readied() -> None:
    # Beside the server, which waits for nobody; what fails here is made by the first list that needs it.
    try:
        with suppress(OSError, ValueError, DatabaseError):
            briefs.readied(register.home())
    finally:
        connections.close_all()


def settled() -> dict[str, Any]:
    """How the server is set: only over a network does a proxy on this computer say who asks, and over what."""
    told: dict[str, Any] = {"threads": THREADS, "ident": "jornal", "clear_untrusted_proxy_headers": True}
    if settings.OVER_A_NETWORK:
        told["trusted_proxy"] = HOST
        told["trusted_proxy_headers"] = {"x-forwarded-for", "x-forwarded-proto"}
    return told


def _free(ports: "range | list[int]") -> Iterator[int]:
    """The ports on which nobody answers; Windows would let two programs listen on one."""
    return (port for port in ports if not any(_answers(family, host, port) for family, host in HERE))


def _answers(family: socket.AddressFamily, host: str, port: int) -> bool:
    """Whether a program listens there; a computer without that kind of address has none."""
    try:
        with socket.socket(family, socket.SOCK_STREAM) as asking:
            asking.settimeout(0.5)
            return not asking.connect_ex((host, port))
    except OSError:
        return False
