"""The statement of a year and its ledger: 400 workers at 29 sites, twelve months issued, 2,000 costs, 10,000 sales."""

import sys
from datetime import date, timedelta

from clock import report, seconds
from registers import begun, removed

from jornal.actions.ledger import ledger
from jornal.actions.yearstatement import statement
from jornal.facts.funding import Cost
from jornal.facts.organisation import Enterprise, Site
from jornal.facts.pay import Run, RunIssued, Slip
from jornal.facts.sales import Sale
from jornal.facts.terms import TermsAdopted
from jornal.journal import books
from jornal.journal.hand import Hand
from jornal.journal.record import record
from jornal.papers.beancount import text
from jornal.papers.moneysheet import sheet
from jornal.papers.yearstatement import of_year
from jornal.words.catalogue import Words

SITES, WORKERS, COSTS, SALES = 29, 400, 2000, 10_000
FIRST, TODAY = date(2025, 1, 1), date(2026, 1, 31)
LINES = {"lines": [{"part": "earning", "kind": "hourly", "amount": 1000, "rule": "a rate"}] * 12}


def day(number: int) -> date:
    """A day of the year."""
    return FIRST + timedelta(days=number % 365)


def recorded(hand: Hand) -> None:
    """A year of an enterprise as its books hold it."""
    enterprise = Enterprise(enterprise="e", label="Enterprise", model="craft", country="GB", currency="GBP")
    terms = TermsAdopted(enterprise="e", number=1, files={}, digest="0" * 64, approver="K1", changes={})
    (_, terms) = record([enterprise, terms], "hq", hand)
    for number in range(SITES):
        paid(hand, f"site-{number}", number, terms)
    costs = [
        Cost(
            cost=f"c-{one}",
            day=day(one),
            head="materials",
            label="Wool",
            amount=one,
            currency="GBP",
            paid_from="own",
        )
        for one in range(1, COSTS + 1)
    ]
    sales = [
        Sale(
            channel="shop", order=str(one), line=1, day=day(one), product="scarf", quantity=1, price=1200, discount=0,
            tax=200, tax_included=True, shipping=0, fee=30, currency="GBP",
        )
        for one in range(SALES)
    ]  # fmt: skip
    record([*costs, *sales], "hq", hand)


def paid(hand: Hand, site: str, number: int, terms: TermsAdopted) -> None:
    """The site's share of the workers, paid every month."""
    books.opened(site, "hq", hand)
    row = {
        "enterprise": "e",
        "authority": "a",
        "jurisdiction": "gb",
        "currency": "GBP",
        "zone": "Europe/London",
    }
    record([Site(site=site, label=site, languages={}, letters="FG", opened_on=FIRST, **row)], "hq", hand)
    workers = [one for one in range(WORKERS) if one % SITES == number]
    for month in range(1, 13):
        last = date(2025, month, 28)
        run = Run(
            site=site, month=f"2025-{month:02}", number=1, since=last, until=last, due_on=last, cursor={},
            terms=terms.root, terms_digest="0" * 64, release="bench", currency="GBP",
        )  # fmt: skip
        record([run], site, hand)
        slips = [
            Slip(
                run=run.root, worker=f"W{one}", status="ready", language="en", gross=12_000, deductions=0,
                instructions=0, held=0, in_hand=12_000, lines=LINES, totals={"gross": 12_000, "top_up": 50},
                comparison={}, faults={}, carry={},
            )
            for one in workers
        ]  # fmt: skip
        record(slips, site, hand)
        sums = {"slips": len(slips), "gross": 12_000 * len(slips), "in_hand": 0, "total": 12_000 * len(slips)}
        record([RunIssued(run=run.root, digest="0" * 64, **sums)], site, hand)


def main() -> int:
    try:
        recorded(begun())
        made = statement(2025, TODAY)
        words = Words("en")
        kept = report("statement of a year", seconds(lambda: statement(2025, TODAY)), must=10, aim=2)
        kept &= report("its paper", seconds(lambda: sheet(of_year(made, words, rules=True))), must=10, aim=2)
        kept &= report("its ledger as a file", seconds(lambda: text(ledger(2025, TODAY))), must=10, aim=2)
    finally:
        removed()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
