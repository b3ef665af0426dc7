"""`jornal savings`: what each worker has saved, held against the trust account on each bank day; and her own page."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from jornal.actions.given import known_here
from jornal.actions.office import Office
from jornal.actions.standing import languages
from jornal.cli import register
from jornal.facts.organisation import Site
from jornal.journal.vaultlog import Reader
from jornal.papers.kept import OWN, private, swept, whole
from jornal.papers.savings import Moved, Saver, savings
from jornal.reads.people import languages as hers
from jornal.reads.people import names
from jornal.reads.savings import Move, balances, moves, since_before, trust_balances, unexplained
from jornal.units.money import Money


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--worker", help="only hers, every movement")
    parser.add_argument(
        "--until", type=register.typed_day, metavar="DAY", help="as it stood on this day; else today"
    )
    parser.add_argument("--paper", action="store_true", help="her own page, with her name; needs --worker")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Prints the ledger; 1 where a bank day is not explained."""
    office: Office = register.office(told)
    if told.until:
        office = replace(office, day=told.until)
    if told.worker:
        known_here(office, [told.worker])
    found = moves(office.site, office.day, [told.worker] if told.worker else None)
    currency = _site(office.site).currency
    for one in found if told.worker else ():
        way = "  under way" if one.under_way else ""
        print(f"{one.day}  {one.what:<11}  {Money(one.amount, currency):>18}  {one.paper}{way}")
    for worker, amount in balances(found).items():
        print(f"{worker}  {Money(amount, currency)} saved until {office.day}")
    if told.paper and told.worker:
        swept(register.home() / "papers")
        print(f"Print {register.with_names(told, lambda at: _paper(at, told.worker, found, office))}.")
    return 0 if told.worker else _banked(office.site, partial(Money, currency=currency))


def _banked(site: str, money: Callable[[int], Money]) -> int:
    """Says each bank day; 1 where one is not explained."""
    days = trust_balances(site)
    for one in days:
        off = unexplained(one)
        way = f"{money(one.under_way)} of it under way"
        says = f"{one.day}: {money(one.amount)} in the trust account, {money(one.ledger)} saved, {way}"
        fits = f"; {money(off)} is not explained" if off else ". It fits"
        print(f"{says}{fits} ({one.paper}).")
        for line in since_before(one) if off else ():
            way = f"  {money(line.under_way)} of it under way" if line.under_way else ""
            print(f"    {line.day}  {money(line.amount):>18}  {line.paper}{way}")
    return 1 if any(unexplained(one) for one in days) else 0


def _site(site: str) -> Site:
    return Site.objects.current().get(site=site)


def _paper(at: Office, worker: str, found: list[Move], office: Office) -> Path:
    reader = Reader(at.hand.by, "her page of savings", at.hand.now())
    name, site = names([worker], at.opened(), reader=reader).get(worker), _site(at.site)
    language = hers(at.site, workers=[worker]).get(worker) or (languages(site) or ["en"])[0]
    saver = Saver(worker, name if isinstance(name, str) else "", language, site.jurisdiction, site.currency)
    path = private(register.home() / "papers" / f"savings-{worker}") / f"savings-{worker}.pdf"
    rows = [Moved(one.day, one.what, one.amount, one.paper, one.under_way) for one in found]
    whole(path, savings(saver, rows, office.day), OWN)
    return path
