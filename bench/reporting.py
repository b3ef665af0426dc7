"""The month report of 406 workers at 29 sites, from their stays, days and slips to its cards."""

import sys
from datetime import date, timedelta
from pathlib import Path

import registers
from clock import report, seconds

from jornal.actions import adopt
from jornal.actions.monthasked import asked_for
from jornal.actions.monthcards import said
from jornal.actions.office import Office
from jornal.facts.attendance import Shift
from jornal.facts.organisation import RoleGranted, Site
from jornal.facts.pay import Run, RunIssued, Slip
from jornal.facts.people import Enrolled
from jornal.journal import books
from jornal.journal.hand import Hand
from jornal.journal.record import record
from jornal.terms import packs
from jornal.words.catalogue import Words

SITES, EACH = 29, 14
FIRST = date(2026, 9, 1)
MONTHS = (("2026-09", FIRST, date(2026, 9, 30)), ("2026-10", date(2026, 10, 1), date(2026, 10, 31)))
COMPARED = {
    "minutes": 6000,
    "base": 100_000,
    "guarantee": 90_000,
    "paid_rest_hour": None,
    "plain_hour": 80_000,
}


def filled(hand: Hand) -> Office:
    """Headquarters of so many sites, two months worked and issued at each."""
    role = RoleGranted(staff="F1", what="hq_finance", site="", since=FIRST)
    record([role], "hq", hand)
    terms = adopt.adopt(
        Office(Hand("F1", "hq_finance", hand.node), "", FIRST), "qori", Path(packs.__file__).parent
    )
    for number in range(SITES):
        site(f"s{number:02}", terms.root, hand)
    return Office(hand, "", date(2026, 11, 13))


def site(token: str, terms: object, hand: Hand) -> None:
    """A site with its people, their days and their slips."""
    for book in (f"hq.{token}", token):
        books.opened(book, "hq", hand)
    place = {
        "enterprise": "qori",
        "authority": "inpe",
        "jurisdiction": "pe",
        "currency": "PEN",
        "letters": "QX",
    }
    record(
        [Site(site=token, label=token, zone="America/Lima", languages=["es"], opened_on=FIRST, **place)],
        "hq",
        hand,
    )
    codes = [f"{token.upper()}{number:02}" for number in range(EACH)]
    record(
        [Enrolled(worker=one, site=token, since=FIRST, language="es", reads="yes") for one in codes],
        token,
        hand,
    )
    every = [FIRST + timedelta(days=number) for number in range(61)]
    record([
        Shift(worker=one, day=day, number=1, site=token, what="work", minutes=300)
        for one in codes for day in every if day.weekday() < 5
    ], token, hand)  # fmt: skip
    for month, since, until in MONTHS:
        issued(token, terms, (month, since, until), codes, hand)


def issued(token: str, terms: object, of: tuple[str, date, date], codes: list[str], hand: Hand) -> None:
    """A month as it was issued."""
    month, since, until = of
    (run,) = record([
        Run(site=token, month=month, number=1, since=since, until=until, due_on=until + timedelta(days=7), cursor={},
            terms=terms, terms_digest="0" * 64, release="bench", currency="PEN"),
    ], token, hand)  # fmt: skip
    sums = {"gross": 100_000, "deductions": 10_000, "instructions": 0, "held": 0, "in_hand": 90_000}
    record([
        Slip(run=run.root, worker=one, status="ready", language="es", contract="c", lines={"lines": []},
             totals={"top_up": 0}, comparison=COMPARED, faults={}, carry={}, **sums)
        for one in codes
    ], token, hand)  # fmt: skip
    whole = {"slips": EACH, "gross": 100_000 * EACH, "in_hand": 90_000 * EACH, "total": 100_000 * EACH}
    record([RunIssued(run=run.root, digest="0" * 64, **whole)], token, hand)


def main() -> int:
    try:
        at = filled(registers.begun())
        taken = seconds(lambda: said(asked_for(at, "2026-10", "hq", Words("en"))))
        return (
            0 if report(f"{SITES * EACH} workers, {SITES} sites: month report", taken, must=2, aim=0.5) else 1
        )
    finally:
        registers.removed()


if __name__ == "__main__":
    sys.exit(main())
