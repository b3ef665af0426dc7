"""Savings: paid out at her written wish, interest added, and the ledger held against the trust account on bank days."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from jornal.actions.alone import alone
from jornal.actions.amounts import Minor, at_site
from jornal.actions.families import paid_late
from jornal.actions.findings import new
from jornal.actions.given import Code, known_here
from jornal.actions.instructions import NotHers
from jornal.actions.office import Office
from jornal.actions.paying import ROLES, NotYetOut
from jornal.actions.verb import Row, Verb
from jornal.facts.family import SavingsMoved, TrustBalance
from jornal.facts.organisation import Site
from jornal.facts.pay import Finding
from jornal.facts.work import Beneficiary
from jornal.journal.fact import Fact
from jornal.journal.record import corrected
from jornal.reads.noticed import ends
from jornal.reads.pay import final
from jornal.reads.savings import moves, since_before, standing, unexplained
from jornal.units.money import major
from jornal.units.said import Said

CONTROL = "FAM-03"
"""The control of savings that reconcile to the cent on every bank day (the standard's catalogue)."""


class NotSoMuch(Said):
    """More than she has saved by then."""

    def __init__(self, worker: str, wanted: str, has: str, day: date) -> None:
        super().__init__(
            "{wanted} would be paid out to {worker}, and {has} is saved on {day} or later. Look at `jornal savings`.",
            worker=worker, wanted=wanted, has=has, day=day,
        )  # fmt: skip


class NotAsked(Said):
    """Savings paid out without her wish, or before it."""

    def __init__(self, worker: str) -> None:
        super().__init__(
            "{worker} asks for her savings in writing, before they are paid out: give asked_on=, the day of her paper.",
            worker=worker,
        )


class Moved(Row):
    """Savings paid out at her written wish, or interest that the agreement gives; minor units, with the paper of it.

    `payee` is somebody she named; empty is herself.
    """

    worker: Code
    what: Literal["paid_out", "interest"]
    amount: Annotated[Minor, Field(gt=0)]
    day: date
    paper: Annotated[str, Field(min_length=1, max_length=100)]
    asked_on: date | None = None
    payee: str = ""


class Banked(Row):
    """What the bank says lies in the trust account at the end of a day, in minor units, with its statement."""

    day: date
    amount: Minor
    paper: Annotated[str, Field(min_length=1, max_length=100)]


@alone("site")
def move(office: Office, rows: Sequence[Moved]) -> list[SavingsMoved]:
    """The movements, as recorded; the same day, sum and paper of hers again is the same movement.

    What she waited for longer than fourteen days leaves a finding (FAM-04).

    Raises NotKnownHere, NotYetOut, NotAsked, NotHers, NotSoMuch.
    """
    known_here(office, [row.worker for row in rows])
    facts: list[SavingsMoved] = []
    for row in rows:
        _check(office, row)
        fact = _numbered(office, row, facts)
        facts.append(fact)
    _check_saved(office, facts)
    recorded = office.put(facts)
    office.put(new(paid_late(office, recorded)))
    return recorded


def _check(office: Office, row: Moved) -> None:
    if row.day > office.day:
        raise NotYetOut(row.day, office.day)
    if row.what == "paid_out" and (row.asked_on is None or row.asked_on > row.day):
        raise NotAsked(row.worker)
    named = Beneficiary.objects.current().filter(beneficiary=row.payee, worker=row.worker)
    if row.payee and not named.exists():
        raise NotHers(row.worker, row.payee)


def _numbered(office: Office, row: Moved, others: Sequence[SavingsMoved]) -> SavingsMoved:
    there = list(final(SavingsMoved).filter(worker=row.worker, day=row.day).order_by("number"))
    there += [one for one in others if (one.worker, one.day) == (row.worker, row.day)]
    same = [
        one.number
        for one in there
        if (one.what, one.amount, one.paper, one.payee) == (row.what, row.amount, row.paper, row.payee)
    ]
    return SavingsMoved(
        **row.model_dump(),
        site=office.site,
        number=same[0] if same else len({one.number for one in there}) + 1,
    )


def _check_saved(office: Office, facts: Sequence[SavingsMoved]) -> None:
    """Raises NotSoMuch where a payment would leave her below nought on its day or on any day after it."""
    there = set(final(SavingsMoved).filter(site=office.site).values_list("worker", "day", "number"))
    new = [one for one in facts if (one.worker, one.day, one.number) not in there]
    out = [one for one in new if one.what == "paid_out"]
    found = moves(office.site, office.day, {one.worker for one in out})
    for fact in out:
        hers = [(one.day, one.amount) for one in found if one.worker == fact.worker]
        hers += [
            (one.day, -one.amount if one.what == "paid_out" else one.amount)
            for one in new
            if one.worker == fact.worker and one is not fact
        ]
        days = {fact.day, *(day for day, _ in hers if day > fact.day)}
        least = min(sum(amount for when, amount in hers if when <= day) for day in days)
        if fact.amount > least:
            wanted, has = (at_site(office.site, amount) for amount in (fact.amount, max(least, 0)))
            raise NotSoMuch(fact.worker, wanted, has, fact.day)


@alone("site")
def bank(office: Office, rows: Sequence[Banked]) -> list[Fact]:
    """What the bank says, as recorded beside the ledger of that day; where they differ, with a finding.

    Said again with another sum, the later one counts, and a finding of that day that it answers is closed. The same
    sum again is recorded only where the ledger came out otherwise since. Raises NotYetOut.
    """
    recorded: list[Fact] = []
    for row in rows:
        if row.day > office.day:
            raise NotYetOut(row.day, office.day)
        fact = _balance(office, row)
        recorded += office.put([fact, *_finding(office, fact)])[:1]
    return recorded


def _balance(office: Office, row: Banked) -> TrustBalance:
    before = final(TrustBalance).filter(site=office.site, day=row.day).order_by("number").last()
    now = standing(office.site, row.day)
    said = (row.amount, now.ledger, now.under_way, row.paper)
    if before is not None and (before.amount, before.ledger, before.under_way, before.paper) == said:
        same: TrustBalance = before
        return TrustBalance(**{name.name: getattr(same, name.name) for name in TrustBalance.content()})
    return TrustBalance(
        site=office.site, day=row.day, number=before.number + 1 if before else 1, amount=row.amount,
        ledger=now.ledger, under_way=now.under_way, cursor=ends(office.site), paper=row.paper,
    )  # fmt: skip


def _finding(office: Office, fact: TrustBalance) -> list[Finding]:
    """A finding on what is not explained, opened again where it was closed; closed where everything is explained."""
    about, off = f"savings {fact.day}", unexplained(fact)
    tip = Finding.objects.current().filter(site=office.site, control=CONTROL, about=about).first()
    if not off:
        if tip is None or tip.closed_on is not None:
            return []
        return [corrected(tip, "the bank's statement answers it", closed_on=office.day)]
    facts = _facts(office.site, fact, off)
    says = BY_LINES if "lines" in facts else NOT_EXPLAINED
    if tip is None:
        return [
            Finding(
                site=office.site, control=CONTROL, about=about, day=office.day, lies_with="site",
                says=says, facts=facts,
            )
        ]  # fmt: skip
    same = tip.closed_on is None and tip.facts == facts
    return [] if same else [corrected(tip, "the bank said otherwise", closed_on=None, says=says, facts=facts)]


def _facts(site: str, fact: TrustBalance, off: int) -> dict[str, str]:
    currency = Site.objects.current().filter(site=site).values_list("currency", flat=True).get()
    money = {"bank": fact.amount, "ledger": fact.ledger, "way": fact.under_way, "off": off}
    told = {name: f"{major(amount, currency)} {currency}" for name, amount in money.items()}
    lines = [
        f"{one.day} {major(one.amount, currency)} {one.paper}".strip() + (" (…)" if one.under_way else "")
        for one in since_before(fact)
    ]
    named = {"lines": "; ".join([*lines[:LINES], *(["…"] if len(lines) > LINES else [])])} if lines else {}
    return {**told, **named, "day": fact.day.isoformat()}


LINES = 8
"""So many movements are named in a finding; `jornal savings` has them all."""


NOT_EXPLAINED = (
    "On {day} the trust account held {bank}, the savings came to {ledger}, of which {way} under way: {off} \
is not explained."
)
BY_LINES = (
    "On {day} the trust account held {bank}, the savings came to {ledger}, of which {way} under way: {off} \
is not explained. To be looked at, with what is under way as (…): {lines}."
)


VERBS: dict[str, Verb] = {
    "move-savings": Verb(
        Moved, move, ROLES, "Record savings paid out at her written wish, or interest added."
    ),
    "trust-balance": Verb(
        Banked, bank, ROLES, "Record what lies in the trust account on a bank day, beside the ledger."
    ),
}
