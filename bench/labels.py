"""What a label costs: the page it leads to in bytes and time, and four hundred labels with their codes."""

import statistics
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import cycle
from multiprocessing import get_context

import asking
from clock import report, seconds
from django.test import Client
from registers import begun, removed
from serving import PORT, served

from jornal.facts.labels import Item, MakerShown, PassportIssued
from jornal.facts.lots import Lot
from jornal.facts.people import Consent, MarkChosen
from jornal.facts.products import Product, Recipe
from jornal.journal import jws
from jornal.journal.hand import Hand
from jornal.journal.record import record
from jornal.pages import passport
from jornal.papers.labels import Label, Made, sheet
from jornal.units.itemcode import Item as Coded
from jornal.units.itemcode import link, path, with_check_digit

DAY, LOT, LABELS, ASKED = date(2026, 10, 30), "LQC001M", 400, 200
MUST, AIM = 200, 1000
GTIN = with_check_digit("290000100001")
FIGURES = {
    "shown": "figures", "month": "2026-10", "currency": "PEN", "people": 15, "hour_median": 712, "hour_lowest": 471,
    "week_minutes_median": 1500, "week_minutes_most": 1500, "compared": {"guarantee": 520, "plain_hour": 471},
    "floors": ["Monthly minimum wage (RMV)"], "sources": ["DS 006-2024-TR"], "declared_gaps": [],
}  # fmt: skip
BODY = {
    "v": 1, "form": "passport", "path": path(Coded(GTIN, LOT)), "gtin": GTIN, "lot": LOT, "product": "Sweater",
    "enterprise": "Alpaca", "model": "employment", "place": "Cusco", "country": "PE", "made_in_prison": True,
    "weeks": ["2026-W41", "2026-W42"], "techniques": ["knitting", "linking"], "standard_minutes": 391,
    "materials": [{"material": "Alpaca yarn", "country": "PE", "origin": "Arequipa"}], "pay": FIGURES,
    "findings": {"open": 2, "oldest": "2026-09-30", "with": {"site": 2}, "asked_on": "2026-10-30"},
    "issued_on": "2026-10-30",
}  # fmt: skip


def labelled(hand: Hand) -> None:
    """A lot with its passport and four hundred pieces of one maker, who chose her mark."""
    product = Product(product="sweater", label="Sweater", gtin=GTIN, since=DAY)
    recipe = Recipe(product="sweater", since=DAY, materials=[], parts=[], operations=[], techniques=[])
    (_, recipe) = record([product, recipe], "hq", hand)
    lot = Lot(code=LOT, site="cusco", product="sweater", recipe=recipe.root, quantity=LABELS, opened_on=DAY)
    (lot,) = record([lot], "cusco", hand)
    issued = PassportIssued(
        lot=lot.root, number=1, code=LOT, gtin=GTIN, day=DAY, body=BODY, signature=jws.signed(BODY, hand.node),
        public=hand.node.public,
    )  # fmt: skip
    consent = Consent(
        worker="QC01", purpose="name", scope="label", number=1, language="es", read_by="T1", witness="Sister Marta",
        witness_of="ngo", given_on=DAY, expires_on=date(2036, 10, 1),
    )  # fmt: skip
    shown = MakerShown(worker="QC01", number=1, day=DAY, shown="mark", line="")
    mark = MarkChosen(pattern=123_456_789, worker="QC01", day=DAY)
    items = (Item(lot=lot.root, serial=one, worker="QC01", day=DAY) for one in range(1, LABELS + 1))
    record([issued, consent, shown, mark, *items], "cusco", hand)


def page() -> bool:
    """One piece's page, its maker looked up anew: its bytes, and how long it takes."""
    client = Client(headers={"host": "localhost"})
    serials = cycle(range(1, LABELS))
    size = len(client.get(f"{BODY['path']}/21/{LABELS}").content)
    print(f"{'a passport page with its maker':<50} {size:8,} bytes   must 50,000, aim 15,000")

    def anew() -> None:
        passport.forgotten()
        client.get(f"{BODY['path']}/21/{next(serials)}")

    taken = sorted(seconds(anew, runs=ASKED))
    slow = report(
        "server time of a page made anew, 95 in 100", [taken[ASKED * 95 // 100]], must=0.05, aim=0.01
    )
    return slow and size <= 50_000


def often() -> bool:
    """How many pages a second the program gives, as it is started, to four who ask at once from another process."""
    with served():
        first, *rest = (asked_at_once() for _ in range(6))
    median = statistics.median(rest)
    kept = median >= MUST
    print(
        f"{'pages a second, four asking; the first round':<50} {median:8.0f}     "
        f"({len(rest)} runs, {min(rest):.0f} to {max(rest):.0f}; {first:.0f})   must {MUST}, aim {AIM}"
        f"{'' if kept else '   TOO SLOW'}"
    )
    return kept


def asked_at_once() -> float:
    """Pages a second, every piece of the lot asked for once, by four at a time."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        return other.submit(asking.rate, PORT, f"{BODY['path']}/21/", LABELS).result()


def labels() -> bool:
    """Four hundred labels to a PDF, each sheet of another lot so that nothing is remembered."""
    made, lots = Made("Alpaca", "Cusco", "PE", "K7QD 4MZN XA2R 9HTB CW6E"), iter("ABCDE")

    def one() -> None:
        lot = f"LQC00{next(lots)}"
        codes = [Coded(GTIN, lot, str(serial)) for serial in range(1, LABELS + 1)]
        rows = [Label("Sweater", lot, code.serial, link("https://id.example.org", code)) for code in codes]
        sheet(rows, made, "es", DAY)

    return report(f"{LABELS} labels to PDF", seconds(one), must=10, aim=2)


def main() -> int:
    """Makes the register, measures, and takes it away."""
    labelled(begun())
    kept = [page(), often(), labels()]
    removed()
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
