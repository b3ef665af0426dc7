"""A month issued from the register, for 400 and 10,000 workers: from the database to every line recorded."""

import resource
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import registers
from clock import report

from jornal.actions import adopt
from jornal.actions.issuing import issue
from jornal.actions.office import Office
from jornal.facts.attendance import Shift
from jornal.facts.organisation import RoleGranted
from jornal.facts.people import Custody, Enrolled, Worker
from jornal.facts.work import Account, Balance, ContractVersion
from jornal.journal import vault
from jornal.journal.fact import Fact
from jornal.journal.hand import Hand
from jornal.journal.keys import Keys
from jornal.journal.record import record
from jornal.journal.seal import Cost
from jornal.journal.vaultfile import NAME
from jornal.terms import packs

ASKED = {400: (3, 1), 10_000: (45, 12)}
MEGABYTES = 500
FIRST = date(2026, 9, 1)
PASSPHRASE = "seven quiet looms at noon"


def people(codes: list[str], keys: Keys) -> list[Fact]:
    """Everybody enrolled, with all that pay asks of her."""
    keys.mint(*codes)
    names = keys.seal_many([(code, "name", f"Worker {code}") for code in codes])
    found: list[Fact] = []
    for code, name in zip(codes, names, strict=True):
        found += [
            Worker(worker=code, name=name, birth_year=1990),
            Enrolled(worker=code, site="cusco", since=FIRST, workshop="knitting", language="es", reads="yes"),
            ContractVersion(worker=code, since=FIRST, site="cusco", contract="cusco-hourly", grade="maker"),
            Custody(worker=code, since=FIRST, status="sentenced"),
            Balance(worker=code, step="pe-reparation", day=FIRST, amount=0),
            Account(worker=code, since=FIRST, allowed="yes"),
        ]
    return found


def every_day(many: int) -> list[date]:
    """So many days, the first of them the day on which everybody began."""
    return [FIRST + timedelta(days=number) for number in range(many)]


def days(codes: list[str], many: int = 61) -> list[Fact]:
    """Five hours on every weekday of so many days, two months of them."""
    every = every_day(many)
    return [
        Shift(worker=code, day=day, number=1, site="cusco", what="work", minutes=300)
        for code in codes
        for day in every
        if day.weekday() < 5
    ]


def filled(many: int, hand: Hand, worked: int = 61) -> Office:
    """The office of a site with so many workers, and so many days of work of theirs."""
    roles = (("S1", "site_manager"), ("F1", "hq_finance"))
    record([RoleGranted(staff=by, what=what, site="", since=FIRST) for by, what in roles], "hq", hand)
    adopt.adopt(
        Office(Hand("F1", "hq_finance", hand.node), "cusco", FIRST), "qori", Path(packs.__file__).parent
    )
    names = registers.FOLDER / NAME
    vault.made(names, PASSPHRASE, cost=Cost(1, 8192))
    keys = vault.unlocked(names, PASSPHRASE)
    codes = [f"B{number:05}" for number in range(many)]
    for start in range(0, many, 200):
        some = codes[start : start + 200]
        record(people(some, keys), "cusco", hand)
        record(days(some, worked), "cusco", hand)
    return Office(hand, "cusco", FIRST, keys)


def measured(many: int) -> bool:
    """Two months issued one after the other, and the memory that it took."""
    at = filled(many, registers.begun())
    must, aim = ASKED.get(many, (None, None))
    kept = []
    for month, last in (("2026-09", date(2026, 9, 30)), ("2026-10", date(2026, 10, 31))):
        start = time.perf_counter()
        issue(replace(at, day=last), month)
        taken = [time.perf_counter() - start]
        kept.append(report(f"{many:,} workers issued, {month}", taken, must=must, aim=aim))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{f'{many:,} workers issued, peak memory':<50} {memory:8.0f} MB   must {MEGABYTES} MB")
    return all(kept) and memory <= MEGABYTES


def main() -> int:
    try:
        if len(sys.argv) > 1:
            return 0 if measured(int(sys.argv[1])) else 1
        # Each in a process of its own, so that its memory is its own.
        runs = [subprocess.run([sys.executable, __file__, str(many)], check=False) for many in ASKED]
        return max(run.returncode for run in runs)
    finally:
        registers.removed()


if __name__ == "__main__":
    sys.exit(main())
