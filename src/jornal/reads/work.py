"""Workers as the rules read them: contract and grade, where she stands, what she owes, asks for and has instructed."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter
from typing import Any

from jornal.facts.people import CarriedOver, Custody, Ratio
from jornal.facts.people import Worker as Person
from jornal.facts.work import Account, ContractVersion, Graded, Request, RestDayAuthorised
from jornal.journal.fact import Cursor, Fact
from jornal.journal.keys import Keys
from jornal.journal.vaultlog import Reader
from jornal.reads.instructions import instructions
from jornal.reads.owed import Balances, balances
from jornal.reads.people import enrolled
from jornal.reads.rates import rate_cards, together
from jornal.rules.rows import Instruction, Worker
from jornal.units.periods import Period

__all__ = ["contracts_held", "contracts_in_force", "rate_cards", "together", "workers"]

FEW = 50
AT_ONCE = 1000
"""How many people a query names; for more of them all are read."""
ALLOWED = {"yes": True, "no": False, "unknown": None}
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class _Asked:
    """Of whom, at which site, until which day, as which books stood."""

    site: str
    last: date
    upto: Cursor | None
    workers: tuple[str, ...] | None

    def of(self, kind: type[Fact]) -> Any:
        """The current facts of a kind about these people."""
        rows: Any = kind.objects.current(self.upto)
        return rows if self.workers is None else rows.filter(worker__in=self.workers)

    def latest(self, kind: type[Fact], *columns: str) -> dict[str, tuple[Any, ...]]:
        """By worker, the columns of her latest fact of a kind that has begun by the last day."""
        rows = self.of(kind).filter(since__lte=self.last).order_by("since")
        return {worker: tuple(said) for worker, *said in rows.values_list("worker", *columns)}


def workers(
    site: str,
    period: Period,
    upto: Cursor | None = None,
    *,
    keys: Keys | None = None,
    reader: Reader | None = None,
    workers: Collection[str] | None = None,
    trades: Mapping[str, str] | None = None,
) -> list[Worker]:
    """Everybody enrolled at a site on a day of the period, by code, as things stand on its last day.

    Who left and came back is there from her first day to her last. Without `keys` and `reader` ratio codes stay empty;
    so does one that cannot be opened. A contract nobody recorded is "". `workers` None is everybody; `trades` says
    which trade a contract is of (see `contracts_in_force`).
    """
    stays: dict[str, tuple[date, date | None]] = {}
    for stay in enrolled(site, period, upto, workers=workers):
        since = stays[stay.worker][0] if stay.worker in stays else stay.since
        stays[stay.worker] = (since, stay.left_on)
    some = tuple(stays) if len(stays) <= AT_ONCE else None
    asked = _Asked(site, period.last or period.start, upto, some)
    known = _Known(
        contracts=_contracts(asked, trades),
        custody=asked.latest(Custody, "status", "conduct_class", "months_served", "since"),
        ratios=_ratios(asked, stays, keys, reader),
        born={
            worker: year
            for kind in (CarriedOver, Person)
            for worker, year in asked.of(kind).values_list("worker", "birth_year")
        },
        accounts=asked.latest(Account, "allowed"),
        owes=balances(site, period, upto, workers=some),
        told=instructions(asked.last, upto, workers=some),
        requests=_requests(asked),
        rest_days=_rest_days(asked, period),
    )
    return [known.worker(code, stay, period.start) for code, stay in sorted(stays.items())]


@dataclass(frozen=True)
class _Known:
    """What is known of the people of a period, each part by worker."""

    contracts: Mapping[str, tuple[str, str]]
    custody: Mapping[str, tuple[Any, ...]]
    ratios: Mapping[str, tuple[str, str]]
    born: Mapping[str, int | None]
    accounts: Mapping[str, tuple[Any, ...]]
    owes: Balances
    told: Mapping[str, tuple[Instruction, ...]]
    requests: Mapping[str, list[str]]
    rest_days: Mapping[str, list[date]]

    def worker(self, code: str, stay: tuple[date, date | None], first: date) -> Worker:
        """One worker in a period that begins on `first`."""
        contract, grade = self.contracts.get(code, ("", ""))
        status, conduct, months, on = self.custody.get(code, ("", "", None, first))
        ratio, paper = self.ratios.get(code, ("", ""))
        owed = self.owes.get(code, {})
        return Worker(
            code=code,
            contract=contract,
            grade=grade,
            birth_year=self.born.get(code),
            custody=status,
            ratio_code=ratio,
            ratio_paper=paper,
            balances=owed,
            requests=frozenset(self.requests.get(code, ())),
            account_allowed=ALLOWED[self.accounts.get(code, ("unknown",))[0]],
            since=stay[0],
            left_on=stay[1],
            instructions=self.told.get(code, ()),
            authorised_rest_days=frozenset(self.rest_days.get(code, ())),
            conduct_class=conduct,
            months_served=None if months is None else months + _months(on, first),
            gating_debt=owed.get("gating_debt", 0),
        )


def contracts_in_force(
    site: str,
    period: Period,
    upto: Cursor | None = None,
    *,
    workers: Collection[str] | None = None,
    trades: Mapping[str, str] | None = None,
) -> dict[str, tuple[str, str]]:
    """By worker, the contract and grade on the last day of a period; they change only on the first day of one.

    The grade is what the contract says, or a later grading in its trade. `trades` says which trade a contract is of;
    without it every grading counts.
    """
    some = None if workers is None else tuple(workers)
    return _contracts(_Asked(site, period.last or period.start, upto, some), trades)


def contracts_held(site: str, period: Period, workers: Collection[str]) -> dict[str, str]:
    """By worker, the contract on the last day of a period, without its grade."""
    rows = ContractVersion.objects.current().filter(site=site, since__lte=period.last or period.start)
    # A question that names hundreds costs more than the answer for all of a site.
    rows = rows.filter(worker__in=list(workers)) if len(workers) <= FEW else rows
    return dict(rows.order_by("since").values_list("worker", "contract"))


def _contracts(asked: _Asked, trades: Mapping[str, str] | None) -> dict[str, tuple[str, str]]:
    contracts: dict[str, str] = {}
    grades: dict[str, tuple[date, str]] = {}
    rows = asked.of(ContractVersion).filter(site=asked.site, since__lte=asked.last).order_by("since")
    for worker, since, contract, grade in rows.values_list("worker", "since", "contract", "grade"):
        contracts[worker] = contract
        if grade:
            grades[worker] = (since, grade)
    for worker, trade, since, grade in _gradings(asked):
        wanted = (trades or {}).get(contracts.get(worker, ""), trade)
        if trade == wanted and (worker not in grades or since >= grades[worker][0]):
            grades[worker] = (since, grade)
    return {worker: (contract, grades.get(worker, ("", ""))[1]) for worker, contract in contracts.items()}


def _gradings(asked: _Asked) -> list[tuple[str, str, date, str]]:
    """Worker, trade, day and grade of each grading so far, the oldest first; those of the site she came from too."""
    rows = asked.of(Graded).filter(since__lte=asked.last)
    found = list(rows.values_list("worker", "trade", "since", "grade"))
    for worker, some in asked.of(CarriedOver).filter(into_site=asked.site).values_list("worker", "grades"):
        told = ((one["trade"], date.fromisoformat(one["since"]), one["grade"]) for one in some)
        found += [(worker, *one) for one in told if one[1] <= asked.last]
    return sorted(found, key=itemgetter(2))


def _ratios(
    asked: _Asked, here: Collection[str], keys: Keys | None, reader: Reader | None
) -> dict[str, tuple[str, str]]:
    """By worker, the ratio code and the paper that gives it: its date and digest."""
    if keys is None or reader is None:
        return {}
    sealed = {
        worker: told for worker, (told,) in asked.latest(Ratio, "told").items() if told and worker in here
    }
    opened = keys.opened_many([(worker, "told", text) for worker, text in sealed.items()], reader=reader)
    found = {}
    for worker, text in zip(sealed, opened, strict=True):
        if isinstance(text, str):
            said = json.loads(text)
            paper = " ".join(part for part in (said["paper_on"], said["digest"]) if part)
            found[worker] = (said["code"], paper)
    return found


def _requests(asked: _Asked) -> dict[str, list[str]]:
    """By worker, the deductions she has asked for that run on the last day."""
    rows = asked.of(Request).filter(since__lte=asked.last)
    return _listed(
        (worker, step)
        for worker, step, until in rows.values_list("worker", "step", "until")
        if until is None or until >= asked.last
    )


def _rest_days(asked: _Asked, period: Period) -> dict[str, list[date]]:
    """By worker, the rest days on which the authority let her work, those of a straddling week included."""
    rows = asked.of(RestDayAuthorised).filter(day__gte=period.start - A_WEEK, day__lt=period.end)
    return _listed(rows.values_list("worker", "day"))


def _listed(pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for worker, value in pairs:
        found.setdefault(worker, []).append(value)
    return found


def _months(since: date, until: date) -> int:
    """Whole months from one day to another."""
    months = (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day)
    return max(0, months)
