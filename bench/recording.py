"""The journal: facts recorded a second, the newest month out of a million rows, a million entries verified."""

import sys
from datetime import date, timedelta

import registers
from clock import report, seconds
from django.db import transaction

from jornal.facts.attendance import Shift
from jornal.journal import books, chain, insert
from jornal.journal.canon import body_of, canonical
from jornal.journal.entry import Entry
from jornal.journal.hand import Hand
from jornal.journal.place import found
from jornal.journal.record import record
from jornal.journal.verify import chain_faults, checkpoint

MILLION, WORKERS = 1_000_000, 400


def shift(worker: int, day: int, site: str = registers.SITE) -> Shift:
    return Shift(
        worker=f"B{worker:05}",
        day=date(2016, 1, 1) + timedelta(day),
        number=1,
        site=site,
        what="work",
        minutes=300,
    )


def speed(what: str, facts: int, taken: list[float], *, must: float, aim: float) -> bool:
    """Prints facts a second and tells whether they are as many as they must."""
    median = facts / sorted(taken)[len(taken) // 2]
    kept = median >= must
    print(f"{what:<50} {median:8.0f} /s  must {must:g}, aim {aim:g}{'' if kept else '   TOO SLOW'}")
    return kept


def recorded(hand: Hand) -> list[bool]:
    """One at a time, and in sets of a workshop's day."""
    days = iter(range(10_000))

    def one_by_one() -> None:
        day = next(days)
        for worker in range(200):
            record([shift(worker, day, "lima")], registers.SITE, hand)

    def in_sets() -> None:
        for _ in range(5):
            day = next(days)
            record([shift(worker, day, "lima") for worker in range(1000)], registers.SITE, hand)

    return [
        speed("facts recorded one at a time, FULL", 200, seconds(one_by_one), must=300, aim=1500),
        speed("facts recorded in sets of 1,000, FULL", 5000, seconds(in_sets), must=5000, aim=15000),
    ]


def filled(hand: Hand, until: int = MILLION) -> None:
    """A million entries as `record` would write them, without looking at each for what it may not be."""
    place = found(registers.SITE)
    day = 1000  # after the days of the measurements before
    while place.seq < until:
        facts, entries = [], []
        at = hand.now()
        for worker, new in enumerate(hand.ids(10 * WORKERS, at)):
            fact = shift(worker % WORKERS, day + worker // WORKERS)
            place.seq += 1
            fact.id = fact.root = new
            fact.book, fact.seq, fact.by, fact.role, fact.recorded_at = (
                place.book,
                place.seq,
                "S1",
                "site_manager",
                at,
            )
            text = canonical(body_of(fact, place.epoch))
            place.digest = chain.after(place.digest, text)
            facts.append(fact)
            entries.append((fact.book, fact.seq, fact.KIND, text, place.digest))
        with transaction.atomic():
            insert.rows(facts)
            insert.entries(entries)
        day += 10


def main() -> int:
    hand = registers.begun()
    kept = recorded(hand)
    filled(hand)
    last = Shift.objects.latest("day").day

    def newest_month() -> int:
        rows = Shift.objects.current().filter(site=registers.SITE, day__gt=last - timedelta(31))
        return len(rows.values_list("worker", "day", "what", "minutes"))

    print(f"{'rows of the newest month, of all':<50} {newest_month():8} of {Shift.objects.count()}")
    kept.append(
        report("the newest month of one site out of a million", seconds(newest_month), must=0.2, aim=0.02)
    )
    print(f"{'bytes a fact, row and entry and indexes':<50} {registers.size() // Entry.objects.count():8}")
    kept.append(
        report(
            "a million entries verified",
            seconds(lambda: chain_faults(registers.SITE), runs=1),
            must=60,
            aim=15,
        )
    )
    books.signed(registers.SITE, "month", hand)
    record([shift(worker, 20_000, "lima") for worker in range(1000)], registers.SITE, hand)
    daily = seconds(lambda: chain_faults(registers.SITE, checkpoint(registers.SITE)))
    kept.append(report("daily verification of 1,000 since a checkpoint", daily, must=2, aim=0.3))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    try:
        code = main()
    finally:
        registers.removed()
    sys.exit(code)
