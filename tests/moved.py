"""Two workshops of one enterprise in one register: she works at the first, may move to the second, is paid at both.

What is done goes through the verbs; the same is told in plain Python (`Told`), so that it can be reckoned again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import databases
import payroll
from jornal.actions import adopt
from jornal.actions.correcting import correct, take_back
from jornal.actions.issuing import Issued, issue
from jornal.actions.office import Office
from jornal.facts.people import CarriedOver, Custody, Enrolled, Left, Worker
from jornal.facts.work import Account, Balance
from jornal.journal.fact import kinds
from jornal.terms.copied import copy
from offices import office
from peopled import do

OLD, NEW = SITES = ("cusco", "lima")
WORKERS = {"Q01": ("cusco-hourly", "maker"), "Q21": ("cusco-piece", "")}
RATIO = "PE-R5"
OWED = 900_000  # of her reparation, in minor units; never paid off here
LONG_AGO = date(2026, 8, 31)
NOON = datetime(2026, 12, 31, 12, tzinfo=UTC)
A_DAY = timedelta(days=1)
SECOND_SITE = """
[[site]]
id = "lima"
label = "Workshop in Lima"
jurisdiction = "pe"
currency = "PEN"
zone = "America/Lima"
legal_employer = "Asociación Hilo Abierto (invented)"
authority = "Prison authority of Lima (invented)"
languages = ["es", "en"]
cash_step = "0.10"
cash_rounding = "up"
contracts = ["cusco-hourly", "cusco-piece"]
"""

Day = tuple[str, int]
"""What a day was marked as: its kind and its minutes."""


def last_of(month: str) -> date:
    """The last day of a month."""
    return (date.fromisoformat(f"{month}-01") + timedelta(days=31)).replace(day=1) - A_DAY


@dataclass
class Stay:
    """Her time at a site; `until` is her last day, None while she is there."""

    since: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass
class Told:
    """What stands in the books, by site and worker: her time there, her days, her pieces by day and operation."""

    stays: dict[tuple[str, str], Stay] = field(default_factory=dict)
    days: dict[tuple[str, str], dict[date, Day]] = field(default_factory=dict)
    pieces: dict[tuple[str, str], dict[tuple[date, str], int]] = field(default_factory=dict)

    def where(self, worker: str, day: date) -> str:
        """The site where she is enrolled on a day, as far as is known; "" is nowhere."""
        found = ((site, self.stays.get((site, worker))) for site in SITES)
        return next((site for site, stay in found if stay and stay.holds(day)), "")


@dataclass
class Desk:
    """The managers of both sites and headquarters at one register, and what they have done so far."""

    here: Office
    today: date = LONG_AGO
    told: Told = field(default_factory=Told)

    def at(self, site: str) -> Office:
        """The manager's office at a site, today."""
        return replace(self.here, site=site, day=self.today)

    def marked(self, worker: str, day: date, what: str, minutes: int) -> None:
        """A day as it shall stand; no minutes take it back; nothing where she is nowhere or it has not come."""
        site = self.told.where(worker, day)
        if site and day <= self.today:
            key = {"worker": worker, "day": day.isoformat(), "number": "1"}
            self._stands(
                site, ("shift", "mark"), key, {"what": what, "minutes": str(minutes)} if minutes else {}
            )
            _kept(self.told.days.setdefault((site, worker), {}), day, (what, minutes) if minutes else None)

    def counted(self, worker: str, day: date, operation: str, good: int) -> None:
        """Pieces of a day as they shall stand; none takes the count back."""
        site = self.told.where(worker, day)
        if site and day <= self.today:
            key = {"worker": worker, "day": day.isoformat(), "operation": operation, "number": "1"}
            self._stands(site, ("pieces", "count"), key, {"good": str(good)} if good else {})
            _kept(self.told.pieces.setdefault((site, worker), {}), (day, operation), good or None)

    def _stands(self, site: str, how: tuple[str, str], key: dict[str, str], says: dict[str, str]) -> None:
        """A row recorded, corrected or taken back, so that it says this; what says so already is left."""
        kind, verb = how
        first = kinds()[kind].objects.filter(book=site, corrects=None, **key).first()
        if first is None:
            if says:
                do(self.at(site), verb, {**key, **says})
            return
        tip = kinds()[kind].objects.all().versions(first.root).last()
        if not says:
            if not tip.void:
                take_back(self.at(site), kind, key, "it was another's day")
        elif tip.void or any(str(getattr(tip, name)) != text for name, text in says.items()):
            correct(self.at(site), kind, {**key, **says}, "it was otherwise")

    def left(self, worker: str, day: date) -> None:
        """She left the old site on a day, recorded or corrected; what was marked there after it is taken back."""
        for marked in [one for one in self.told.days.get((OLD, worker), {}) if one > day]:
            self.marked(worker, marked, "work", 0)
        for counted, operation in [key for key in self.told.pieces.get((OLD, worker), {}) if key[0] > day]:
            self.counted(worker, counted, operation, 0)
        stay = self.told.stays[OLD, worker]
        if stay.until is None:
            do(self.at(OLD), "leave", {"worker": worker, "reason": "transfer", "day": day.isoformat()})
        else:
            enrolled = str(Left.objects.get(worker=worker, corrects=None).enrolled)
            correct(
                self.at(OLD), "left", {"enrolled": enrolled, "day": day.isoformat()}, "it was another day"
            )
        stay.until = day

    def began(self, worker: str, day: date) -> None:
        """She takes up work at the new site."""
        begins(self.at(NEW), worker, day)
        self.told.stays[NEW, worker] = Stay(day)

    def carried(self, worker: str, day: date) -> CarriedOver:
        """Headquarters carries her over into the new site's book."""
        at = replace(office("hq_operations", "H1", NEW), day=self.today)
        return do(at, "transfer", {"worker": worker, "from_site": OLD, "day": day.isoformat()})[0]

    def issued(self, site: str, month: str) -> Issued:
        """A month issued at a site."""
        return issue(self.at(site), month)


def _kept(known: dict, key: object, value: object) -> None:
    if value is None:
        known.pop(key, None)
    else:
        known[key] = value


def begins(at: Office, worker: str, since: date) -> None:
    """She is enrolled at a site from a day on, with all that pay and credit ask of her there."""
    contract, grade = WORKERS[worker]
    contract_of_hers = payroll.signed(worker, contract, grade, since)
    contract_of_hers.site = at.site
    at.put(
        [
            Enrolled(worker=worker, site=at.site, since=since, language="es", reads="yes"),
            contract_of_hers,
            Custody(worker=worker, since=since, status="sentenced"),
            Balance(worker=worker, step="pe-reparation", day=LONG_AGO, amount=OWED),
            Account(worker=worker, since=since, allowed="yes"),
        ]
    )
    paper = {"paper_on": "2026-01-02", "digest": "0" * 64, "since": since.isoformat()}
    do(at, "set-ratio", {"worker": worker, "code": RATIO, **paper})


def built(folder: Path, since: date) -> tuple[Path, Office]:
    """A register with both sites and everybody at the first since a day, to be copied for each history."""
    copy(folder / "terms")
    path = folder / "terms" / "enterprises" / "qori.toml"
    path.write_text(path.read_text(encoding="utf-8") + SECOND_SITE, encoding="utf-8")
    with databases.fresh("sqlite", folder / "home"):
        here = office(keys=payroll.keys(folder, *WORKERS), day=since)
        adopt.adopt(office("hq_finance", "F1", day=LONG_AGO), "qori", folder / "terms")
        office(site=NEW)
        office("hq_operations", "H1", NEW)
        for worker in WORKERS:
            here.put(
                [Worker(worker=worker, name=here.opened().seal(worker, "name", worker), birth_year=1990)]
            )
            begins(here, worker, since)
    return folder, here


@contextmanager
def desk(whole: tuple[Path, Office], to: Path) -> Iterator[Desk]:
    """The desk at a register of its own, copied from one that `built` made."""
    with payroll.copied(whole, to) as here:
        yield Desk(here, told=Told(stays={(OLD, worker): Stay(here.day) for worker in WORKERS}))
