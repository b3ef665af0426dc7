"""Pages asked for as a browser asks: every address that can be made, who may open it, how long the server takes."""

import re
import statistics
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.db import connections
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jornal.accounts.models import Account
from jornal.pages import agreementdeeds, doing, planned, ratedeeds
from jornal.pages.access import Page
from jornal.urls import PAGES
from workshop import OPEN, PAID, STAFF, TODAY, YESTERDAY

RUNS = 20
AT_LEAST, LONG = 3, 4_000
"""A page that takes long is asked for less often: so many times, and then until so many milliseconds are over."""
PACKED = {"HTTP_ACCEPT_ENCODING": "gzip"}
SAMPLES = {"site": "cusco", "worker": "B00007", "token": "T1", "number": "1"}
TIMES = ({"day": f"{TODAY}", "month": OPEN}, {"day": f"{YESTERDAY}", "month": PAID})
"""A day nobody marked and the draft; a day with everything recorded and the month that was issued."""
VERBS = {
    "site.people.do": doing.DEEDS, "site.planned.do": planned.DEEDS, "site.rates.do": ratedeeds.DEEDS,
    "site.agreements.do": agreementdeeds.AT_A_SITE, "hq.agreements.do": agreementdeeds.FOR_ALL,
}  # fmt: skip
MORE = {
    "site.people": ("?standing=all&search=worker+b0000", "?page=2"),
    "site.pay.month": ("?q=b0001", "?page=2"),
    "site.attendance.day": ("?everybody=yes&order=name",),
    "site.pieces.day": ("?edit=yes",),
    "site.pay.payments": ("?part=deduction",),
}
"""Lists as they are searched and turned over."""


class Visit(NamedTuple):
    """A page as it was measured: milliseconds of the processor and by the clock, questions, bytes of a first visit.

    A page waits for nothing but the processor, and what passes by the clock is also what other programs take of it.
    """

    address: str
    p95: float
    median: float
    passed: float
    queries: int
    size: int


def browser(staff: str, language: str = "es") -> Client:
    """The browser of a member of staff, signed in."""
    account, _ = Account.objects.get_or_create(staff=staff, defaults={"language": language})
    client = Client(headers={"host": "localhost"})
    client.force_login(account)
    return client


def addresses() -> Iterator[tuple[str, Page]]:
    """Every address that can be made from the samples, with its page."""
    for page in PAGES:
        verbs = list(VERBS.get(page.name, ())) or [""]
        found = [_filled(page, {**SAMPLES, **at, "verb": verb}) for at in TIMES for verb in verbs]
        for address in dict.fromkeys(one for one in found if one):
            yield address, page
            for query in MORE.get(page.name, ()):
                yield address + query, page


def _filled(page: Page, samples: dict[str, str]) -> str:
    """The address; "" where something stands in it that only comes about by an action."""
    wanted = re.findall(r"<\w+:(\w+)>", page.address)
    if not set(wanted) <= samples.keys():
        return ""
    return "/" + re.sub(r"<\w+:(\w+)>", lambda found: samples[found[1]], page.address)


def clients() -> dict[str, Client]:
    """A browser for each role that opens pages here."""
    return {role: browser(staff) for role, staff in STAFF.items()}


def opener(page: Page, browsers: dict[str, Client]) -> Client:
    """The browser of the first role that may open a page."""
    return next(client for role, client in browsers.items() if role in page.roles)


def asked(client: Client, address: str) -> HttpResponse:
    """The page, once it is there: one that takes longer than a click is asked for again."""
    answer = client.get(address, **PACKED)
    while answer.status_code == 202:
        time.sleep(0.2)
        answer = client.get(address, **PACKED)
    return answer


def visited(client: Client, address: str, must: float) -> Visit:
    """A page asked for many times; once more where it took too long, since this machine may have had other work."""
    found = _visited(client, address)
    return (
        found
        if found.p95 <= must or found.p95 > 2 * must
        else min(found, _visited(client, address), key=lambda one: one.p95)
    )


def _visited(client: Client, address: str) -> Visit:
    passed, used = [], []
    for number in range(RUNS):
        if number >= AT_LEAST and sum(used) > LONG:
            break
        processor, start = time.process_time(), time.perf_counter()
        client.get(address, **PACKED)
        used.append((time.process_time() - processor) * 1000)
        passed.append((time.perf_counter() - start) * 1000)
    times = sorted(used)[len(used) * 95 // 100 - 1], statistics.median(used), statistics.median(passed)
    asks = queries(lambda: client.get(address, **PACKED))
    return Visit(address, *times, asks, first(client, address))


def queries(work: Callable[[], object]) -> int:
    """How many questions a piece of work asks of the register and of the accounts."""
    with (
        CaptureQueriesContext(connections["default"]) as one,
        CaptureQueriesContext(connections["accounts"]) as two,
    ):
        work()
    return len(one) + len(two)


def first(client: Client, address: str) -> int:
    """The bytes of a page with its styles and scripts, as they travel to somebody who never came before."""
    parts = re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get(address).content.decode())
    return len(client.get(address, **PACKED).content) + sum(
        _asset(client, part) for part in dict.fromkeys(parts)
    )


def _asset(client: Client, address: str) -> int:
    answer = client.get(address, **PACKED)
    return len(b"".join(answer.streaming_content) if answer.streaming else answer.content)
