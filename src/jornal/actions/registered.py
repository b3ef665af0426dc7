"""One month of a site as the register holds it: terms adopted, people, days, pieces, sums, as the rules take them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from jornal.actions import adopt
from jornal.actions.inputs import Inputs, NoSuchSite
from jornal.facts.pay import Run
from jornal.facts.terms import TermsAdopted
from jornal.journal.fact import Cursor
from jornal.journal.keys import Keys
from jornal.journal.vaultlog import Reader
from jornal.reads import attendance, people, pieces, sums, work
from jornal.reads.changed import Past, past_of
from jornal.reads.openings import openings
from jornal.reads.owed import balances
from jornal.reads.pay import final
from jornal.rules.lines import Fault
from jornal.rules.rows import Carry, Piece, Worker
from jornal.sheets.people import Person
from jornal.terms.contracts import Contract, Enterprise, Rate
from jornal.units.periods import Period

LONG_AGO = date(1900, 1, 1)


@dataclass(frozen=True)
class Asked:
    """A run to be gathered: which (begun, or only drafted), for whom, with the names open or not.

    `past` is what came before, found once for all workers of the run.
    """

    run: Run
    workers: tuple[str, ...]
    keys: Keys | None = None
    reader: Reader | None = None
    past: Past | None = None

    @property
    def period(self) -> Period:
        """The days of the month."""
        return Period(self.run.since, self.run.until + timedelta(days=1))

    @property
    def upto(self) -> Cursor:
        """How far each book is read."""
        found: Cursor = self.run.cursor
        return found


def month(asked: Asked) -> Inputs:
    """The month itself, without what came before. Raises NoSuchSite."""
    run, period, upto = asked.run, asked.period, asked.upto
    terms = final(TermsAdopted).get(root=run.terms)
    enterprise, packs = adopt.terms_of(terms)
    site = next((one for one in enterprise.site if one.id == run.site), None)
    if site is None:
        raise NoSuchSite(run.site, enterprise)
    some = asked.workers
    enterprise = _with_cards(enterprise, work.rate_cards(run.site, upto))
    found = _workers(asked, {one.id: one.trade for one in enterprise.contract})
    found = with_leave(found, asked)
    began = openings(upto, asked.keys, asked.reader, some, at=(run.site, period))
    counted, without_rate = pieces.told(run.site, period, upto, workers=some)
    languages = people.languages(run.site, upto, some)
    return Inputs(
        enterprise=enterprise,
        site=site,
        pack=packs[site.jurisdiction],
        period=period,
        label=run.month,
        people=[
            Person("", one, "", languages.get(one.code, site.languages[0]), began.get(one.code, Carry()))
            for one in found
        ],
        entries=attendance.entries(run.site, period, upto, workers=some, planned=_planned(enterprise, found)),
        pieces=counted,
        adjustments=sums.adjustments(run.site, period, upto, workers=some),
        told=_unpriced(without_rate),
        accept_bad_rows=True,  # what can be paid is paid on account; nothing waits for a row to be mended
    )


def _with_cards(enterprise: Enterprise, cards: tuple[Rate, ...]) -> Enterprise:
    """The enterprise with each contract's rates and the site's cards as one list: a card counts from its first day."""
    if not cards:
        return enterprise
    contracts = (replace(one, rate=work.together(one.rate, cards)) for one in enterprise.contract)
    return replace(enterprise, contract=tuple(contracts))


def _unpriced(found: Mapping[str, Sequence[Piece]]) -> dict[str, list[Fault]]:
    """A remark for each worker and operation that has no rate yet, so that no piece is left out in silence."""
    remarks: dict[str, list[Fault]] = {}
    for worker, rows in found.items():
        for operation in sorted({one.operation for one in rows}):
            good = sum(one.good for one in rows if one.operation == operation)
            says = (("number", good), ("operation", operation))
            remarks.setdefault(worker, []).append(Fault(worker, UNPRICED, says))
    return remarks


UNPRICED = (
    "{number} pieces of {operation} have no rate yet. Their time is paid; once headquarters gives the rate, "
    "the difference comes with the next pay."
)


def _workers(asked: Asked, trades: dict[str, str]) -> list[Worker]:
    """Everybody who was asked for, whether she is enrolled in the month or not."""
    site, period, upto = asked.run.site, asked.period, asked.upto
    names = {"keys": asked.keys, "reader": asked.reader, "trades": trades}
    found = work.workers(site, period, upto, workers=asked.workers, **names)  # type: ignore[arg-type]
    gone = set(asked.workers) - {one.code for one in found}
    if gone:
        ever = Period(LONG_AGO, period.end)
        last = work.workers(site, ever, upto, workers=gone, **names)  # type: ignore[arg-type]
        owes = balances(site, period, upto, workers=gone)
        found += [replace(one, balances=owes.get(one.code, {})) for one in last]
        never = gone - {one.code for one in last}
        contracts = work.contracts_in_force(site, period, upto, workers=never) if never else {}
        found += [Worker(code, *contracts.get(code, ("", ""))) for code in never]
    return sorted(found, key=lambda one: one.code)


def with_leave(workers: list[Worker], asked: Asked) -> list[Worker]:
    """The workers, whoever leaves in the month with the leave she took before, and from when her days are known."""
    leave = {one.code for one in workers if one.left_on is not None and one.left_on in asked.period}
    if not leave:
        return workers
    first = (asked.past or past_of(asked.run)).runs[:1]
    since = min(first[0].since, asked.run.since) if first else asked.run.since
    taken = attendance.leave_before(asked.run.site, asked.run.since, asked.upto, workers=leave)
    brought = attendance.leave_brought(asked.run.site, asked.upto, workers=leave)
    found = []
    for one in workers:
        known, before = brought.get(one.code, (since, ()))
        told = (*before, *taken.get(one.code, ()))
        more = {"leave_before": told, "known_since": min(known, since)}
        found.append(replace(one, **more) if one.code in leave else one)
    return found


def _planned(enterprise: Enterprise, workers: list[Worker]) -> Callable[[str, date], int | None]:
    """The minutes that the contract of a worker plans for a day; None where it sets no hours."""
    contracts: dict[str, Contract] = {one.id: one for one in enterprise.contract}
    of = {one.code: contracts.get(one.contract) for one in workers}

    def minutes(worker: str, day: date) -> int | None:
        contract = of.get(worker)
        table: Any = contract.timetable if contract else None
        return table.minutes(day.weekday()) if table else None

    return minutes
