"""Every page with 400 workers, lists with 10,000, a draft from click to screen: the server's time, questions, bytes."""

import json
import subprocess
import sys
import time
from datetime import timedelta

import registers
from clock import plain_loop, report
from django.test import Client

import workshop
from browsing import Visit, addresses, asked, clients, opener, queries, visited
from jornal.actions.office import Office
from jornal.facts.attendance import Shift
from workshop import OPEN, PAID, TODAY

FEW, SOME, MANY = 40, 400, 10_000
MUST, AIM = {SOME: 150, MANY: 300}, {SOME: 50, MANY: 100}
"""Milliseconds of the server's processor, the 95th of 100."""
KILOBYTES, FEWER = 250, 100
MONTH = f"/cusco/pay/{PAID}"
LISTS = (
    "/cusco/people", "/cusco/people?standing=all&search=worker+b0000", "/cusco/people?page=150",
    MONTH, f"{MONTH}?q=b0001", f"{MONTH}?page=150", f"{MONTH}?show=open", f"{MONTH}/payments",
    f"{MONTH}/payments?do=arrived", f"{MONTH}/payments?part=deduction", f"{MONTH}/owed", f"{MONTH}/slips",
    f"{MONTH}/slips?do=all", f"{MONTH}/family", f"{MONTH}/approve", f"{MONTH}/close", f"{MONTH}/papers",
    f"{MONTH}/of/B00007", "/cusco/pay", "/cusco/pay/questions", "/cusco/planned",
    "/cusco/rates", "/cusco/today", "/cusco/calendar", "/cusco/findings", "/cusco/authority",
)  # fmt: skip
"""Pages that list workers, page by page. The sheets of a day do not: they are one paper, and stand among the 400."""


def shown(many: int, one: Visit, *, must: bool = True) -> bool:
    """Prints a page's figures and tells whether it keeps to what it must."""
    kept = not must or (one.p95 <= MUST[many] and one.size <= KILOBYTES * 1000)
    print(
        f"  {one.address:<58} p95 {one.p95:4.0f} ms, median {one.median:4.0f}, by the clock {one.passed:4.0f}, "
        f"{one.queries:3} queries, {one.size / 1000:4.0f} kB{'' if kept else '   TOO SLOW'}",
        flush=True,
    )
    return kept


def every(at: Office, few: dict[str, int]) -> bool:
    """Every page with 400 workers, and how often each asks where there are 40."""
    print(
        f"{SOME} workers: must {MUST[SOME]} ms and {KILOBYTES} kB, aim {AIM[SOME]} and {FEWER}; names open, gzip"
    )
    print(f"a plain loop step here takes {plain_loop():.0f} ns of the processor")
    browsers, found, papers, kept = clients(), [], [], True
    for address, page in addresses():
        client = opener(page, browsers)
        answer = asked(client, address)
        if answer.status_code != 200:
            continue
        if not answer["Content-Type"].startswith("text/html"):
            papers.append(address)
            continue
        found.append(visited(client, address, MUST[SOME]))
        kept &= shown(SOME, found[-1])
    grows = [(one, few[one.address]) for one in found if one.queries > few.get(one.address, one.queries)]
    for one, before in grows:
        print(f"  {one.address:<58} {before} queries with {FEW} workers, {one.queries} with {SOME}   GROWS")
    _together(found)
    print(f"  {len(papers)} papers and files are not pages: {', '.join(papers)}")
    return draft(at, browsers["site_manager"]) and kept and not grows


def _together(found: list[Visit]) -> None:
    slowest, largest = max(found, key=lambda one: one.p95), max(found, key=lambda one: one.size)
    aimed = sum(1 for one in found if one.p95 <= AIM[SOME])
    print(f"  {len(found)} pages, {aimed} within the aim; slowest {slowest.address} {slowest.p95:.0f} ms; "
          f"largest {largest.address} {largest.size / 1000:.0f} kB")  # fmt: skip


def draft(at: Office, client: Client) -> bool:
    """A month drafted anew each time, since something was recorded before each click."""
    taken, used = [], []
    for number in range(5):
        day = TODAY - timedelta(days=5)  # a Sunday
        at.put([Shift(worker=f"B{number:05}", day=day, number=1, site="cusco", what="work", minutes=60)])
        processor, start = time.process_time(), time.perf_counter()
        asked(client, f"/cusco/pay/{OPEN}")
        taken.append(time.perf_counter() - start)
        used.append(time.process_time() - processor)
    kept = report(f"draft of {SOME} workers, click to screen", taken, must=2, aim=0.5)
    report("its processor time", used)
    return kept


def lists() -> bool:
    """The lists with 10,000 workers."""
    print(f"{MANY:,} workers, lists: must {MUST[MANY]} ms, aim {AIM[MANY]}")
    print(f"a plain loop step here takes {plain_loop():.0f} ns of the processor")
    client, kept = clients()["site_manager"], True
    for address in LISTS:
        answer = asked(client, address)
        if answer.status_code != 200:
            print(f"  {address:<58} answers {answer.status_code}")
            kept = False
            continue
        kept &= shown(MANY, visited(client, address, MUST[MANY]))
    return kept


def measured(many: int) -> bool:
    """What is measured with so many workers; with few of them only the questions, as one line of JSON."""
    if many == MANY:
        workshop.opened(many, worked=3)
        return lists()
    at = workshop.opened(many)
    if many == SOME:
        return every(at, json.loads(sys.argv[2]))
    browsers = clients()
    found = {}
    for address, page in addresses():
        client = opener(page, browsers)
        if asked(client, address).status_code == 200:
            found[address] = queries(lambda client=client, address=address: asked(client, address))
    print(json.dumps(found))
    return True


def main() -> int:
    try:
        if len(sys.argv) > 1:
            return 0 if measured(int(sys.argv[1])) else 1
        # Each in a process of its own, with a register of its own.
        run = [sys.executable, __file__]
        few = subprocess.run(
            [*run, str(FEW)], check=True, capture_output=True, text=True
        ).stdout.splitlines()[-1]
        ends = [subprocess.run([*run, str(many), few], check=False).returncode for many in (SOME, MANY)]
        return max(ends)
    finally:
        registers.removed()


if __name__ == "__main__":
    sys.exit(main())
