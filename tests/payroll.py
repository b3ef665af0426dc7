"""A workshop in Cusco as a register: three knitters enrolled, terms adopted, their days and pieces recorded."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import databases
import vaulted
from jornal.actions import adopt
from jornal.actions.issuing import Issued, issue
from jornal.actions.office import Office
from jornal.actions.recompute import closes, computed_again
from jornal.facts.attendance import Shift
from jornal.facts.pay import Run, Slip
from jornal.facts.people import Custody, Enrolled, Left, Worker
from jornal.facts.pieces import Pieces
from jornal.facts.work import Account, Balance, ContractVersion
from jornal.journal.keys import Keys
from jornal.journal.record import corrected, record, voided
from jornal.terms import packs
from offices import office

WORKERS = {
    "Q01": ("cusco-hourly", "maker"),
    "Q02": ("cusco-hourly", "learner"),
    "Q21": ("cusco-piece", ""),
}
FIRST = date(2026, 9, 1)
GROSS = ("earning", "top_up", "bonus")
PACKAGED = Path(packs.__file__).parent


def keys(folder: Path, *workers: str) -> Keys:
    """A vault with a key for everybody."""
    found = vaulted.unlocked(vaulted.new(folder))
    found.mint(*workers)
    return found


def begun(folder: Path, workers: dict[str, tuple[str, str]] = WORKERS) -> Office:
    """The manager's office with everybody enrolled since the first of September 2026; no day is recorded yet."""
    here = office(keys=keys(folder, *workers), day=date(2026, 10, 31))
    adopt.adopt(office("hq_finance", "F1", day=date(2026, 8, 31)), "qori", PACKAGED)
    for worker, (contract, grade) in workers.items():
        taken_on(here, worker, contract, grade)
    return here


def taken_on(
    here: Office, worker: str, contract: str = "cusco-hourly", grade: str = "maker", since: date = FIRST
) -> None:
    """Somebody enrolled from a day on, with all that pay asks of her."""
    assert here.keys is not None
    here.keys.mint(worker)
    here.put(
        [
            Worker(worker=worker, name=here.keys.seal(worker, "name", f"name of {worker}"), birth_year=1990),
            Enrolled(worker=worker, site="cusco", since=since, language="es", reads="yes"),
            *([signed(worker, contract, grade, since)] if contract else []),
            Custody(worker=worker, since=since, status="sentenced"),
            Balance(worker=worker, step="pe-reparation", day=since, amount=0),
            Account(worker=worker, since=since, allowed="yes"),
        ]
    )


def signed(worker: str, contract: str, grade: str = "maker", since: date = FIRST) -> ContractVersion:
    """A contract from a day on, not recorded."""
    return ContractVersion(
        worker=worker, since=since, site="cusco", contract=contract, grade=grade, language="es"
    )


def gone(here: Office, worker: str, day: date, reason: str = "release") -> Left:
    """Somebody leaves on a day."""
    stay = Enrolled.objects.current().filter(worker=worker).order_by("since").last()
    assert stay is not None
    return here.put([Left(enrolled=stay.root, worker=worker, site="cusco", day=day, reason=reason)])[0]


def mended(here: Office, worker: str, day: date, minutes: int) -> Shift:
    """A day that was longer or shorter than it was recorded; nought takes it back, and a new day is recorded."""
    first = Shift.objects.filter(worker=worker, day=day, corrects=None).first()
    if first is None:
        new = Shift(worker=worker, day=day, number=1, site="cusco", what="work", minutes=minutes)
        return here.put([new])[0]
    tip = Shift.objects.all().versions(first.root).last()
    assert tip is not None
    if minutes:
        return record([corrected(tip, "it was otherwise", minutes=minutes)], "cusco", here.hand)[0]
    return tip if tip.void else record([voided(tip, "it was another's day")], "cusco", here.hand)[0]


def days(
    here: Office,
    first: date,
    last: date,
    minutes: int = 300,
    workers: tuple[str, ...] = ("Q01", "Q02", "Q21"),
) -> list:
    """Five hours on every weekday from the first day to the last."""
    every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return here.put(
        Shift(worker=worker, day=day, number=1, site="cusco", what="work", minutes=minutes)
        for worker in workers
        for day in every
        if day.weekday() < 5
    )


def made(here: Office, day: date, good: int, operation: str = "scarf") -> list:
    """Pieces of the knitter who is paid by the piece."""
    return here.put(
        [Pieces(worker="Q21", day=day, operation=operation, number=1, site="cusco", good=good, rework=0)]
    )


def on(here: Office, day: str) -> Office:
    """The same desk on another day."""
    return replace(here, day=date.fromisoformat(day))


def issued(here: Office, of: str) -> Issued:
    """A month issued on its last day."""
    last = (date.fromisoformat(f"{of}-01") + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return issue(replace(here, day=last), of)


def slip(worker: str, of: str, site: str = "cusco") -> Slip:
    """A worker's slip of a month."""
    return Slip.objects.get(worker=worker, run=Run.objects.get(site=site, month=of).root)


def lines(worker: str, month: str, of: str = "", *parts: str) -> list[tuple[str, str, int]]:
    """The lines of a slip that belong to a month (its own, or corrections of an earlier one): part, kind, amount."""
    wanted = parts or ("earning", "top_up", "bonus", "deduction", "instruction")
    return [
        (line["part"], line["kind"], line["amount"])
        for line in slip(worker, month).lines["lines"]
        if line["part"] in wanted and line.get("of", "") == ("" if of in ("", month) else of)
    ]


def late(worker: str, month: str, of: str = "2026-09") -> int:
    """What a slip pays for an earlier month."""
    return sum(amount for _, _, amount in lines(worker, month, of, *GROSS)) if of != month else 0


def owed_back(worker: str, month: str) -> int:
    """What a slip says is owed back."""
    return slip(worker, month).totals["owed_back"]


def month(here: Office, of: str = "2026-10") -> None:
    """A whole month worked by everybody who is enrolled."""
    there = tuple(sorted(set(Enrolled.objects.current().values_list("worker", flat=True))))
    first = date.fromisoformat(f"{of}-01")
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    days(here, first, last, workers=there)
    if "Q21" in there:
        made(here, first + timedelta(days=6), 40)


@contextmanager
def copied(whole: tuple[Path, Office], to: Path) -> Iterator[Office]:
    """A desk at a register of its own, copied from one that `built` made."""
    folder, office_ = whole
    shutil.copytree(folder, to, dirs_exist_ok=True)
    with databases.used(databases.Database("sqlite", to / "home")):
        yield replace(office_, keys=vaulted.unlocked(to / "vault.sqlite3"))


@contextmanager
def checked(whole: tuple[Path, Office], to: Path) -> Iterator[Office]:
    """Such a desk; at the end every run comes out again, and closes."""
    with copied(whole, to) as found:
        yield found
        assert not [one.says for run in Run.objects.all() for one in (*computed_again(run), *closes(run))]


def built(folder: Path, *months: str, workers: dict[str, tuple[str, str]] = WORKERS) -> tuple[Path, Office]:
    """A register in which these months were worked and issued, to be copied for each test: made once, it is cheap."""
    with databases.fresh("sqlite", folder / "home"):
        here = begun(folder, workers)
        for of in months:
            month(here, of)
            issued(here, of)
    return folder, here
