"""Somebody else who asks for pages: a process of its own, which needs nothing of the program."""

import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

AT_ONCE = 4


def rate(port: int, address: str, pages: int) -> float:
    """Pages a second, of `address` with each number from 1 to `pages`. Raises ValueError for what is no page."""
    start = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as asking:
        for _ in asking.map(
            lambda first: _ask(port, address, range(first, pages + 1, AT_ONCE)), range(1, AT_ONCE + 1)
        ):
            pass
    return pages / (time.perf_counter() - start)


def _ask(port: int, address: str, numbers: range) -> None:
    server = HTTPConnection("localhost", port, timeout=30)
    for number in numbers:
        server.request("GET", f"{address}{number}", headers={"Accept-Encoding": "gzip"})
        answer = server.getresponse()
        if answer.status != 200 or not answer.read():
            raise ValueError(f"{address}{number} answered with {answer.status}.")
    server.close()
