"""Everything one run reads: terms, people, attendance, pieces, adjustments, and the runs before it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jornal.actions.spelling import spelling
from jornal.actions.stored import Earlier, NotARun, earlier
from jornal.rules.lines import Fault
from jornal.rules.rows import Adjustment, Entry, Piece, Punch, Worker
from jornal.sheets import adjustments, attendance, people, pieces, rates
from jornal.sheets.listed import Listed, Remark, Sheet, still_open
from jornal.sheets.people import Person
from jornal.sheets.reading import Reading
from jornal.terms import load
from jornal.terms.contracts import Enterprise, Rate, Site
from jornal.terms.packs import Pack
from jornal.units.periods import Period, month


class NoSuchSite(ValueError):
    """A site that the enterprise does not have."""

    def __init__(self, name: str, enterprise: Enterprise) -> None:
        known = ", ".join(site.id for site in enterprise.site)
        super().__init__(f'{enterprise.label} has no site "{name}". Its sites are {known}.')


class NoSuchFolder(ValueError):
    """A folder of terms that was named and is not there; others are not used in its place."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"There is no folder of terms {folder}. Make one with `jornal terms init {folder}`.")


@dataclass(frozen=True)
class Asked:
    """What a person gave the command: files, enterprise, site, month, the runs before, the folder of terms."""

    people: Path
    attendance: tuple[Path, ...]
    pieces: tuple[Path, ...] = ()
    enterprise: str = ""
    site: str = ""
    month: str = ""
    rates: Path | None = None
    adjustments: Path | None = None
    previous: tuple[Path, ...] = ()
    terms: Path | None = None
    accept_bad_rows: bool = False


@dataclass
class Inputs:
    """The rows of one run by worker, the rows that could not be used, and the terms they are priced with."""

    enterprise: Enterprise
    site: Site
    pack: Pack
    period: Period
    label: str
    people: list[Person] = field(default_factory=list)
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    punches: dict[str, list[Punch]] = field(default_factory=dict)
    pieces: dict[str, list[Piece]] = field(default_factory=dict)
    adjustments: dict[str, list[Adjustment]] = field(default_factory=dict)
    late_entries: dict[str, list[Entry]] = field(default_factory=dict)
    late_pieces: dict[str, list[Piece]] = field(default_factory=dict)
    unused: dict[str, list[str]] = field(default_factory=dict)
    told: dict[str, list[Fault]] = field(default_factory=dict)
    rates: tuple[Rate, ...] = ()
    listed: list[Listed] = field(default_factory=list)
    repeated: list[Listed] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)
    previous: list[Earlier] = field(default_factory=list)
    accept_bad_rows: bool = False


def gathered(asked: Asked) -> Inputs:
    """All files read. Raises the fault of a file or of the terms that cannot be used at all, one sentence each."""
    found = _opened(asked)
    site = found.site
    reading = Reading(
        found.period, site.languages, site.currency, None, zone=site.zone, balances=_balances(found)
    )
    of_people = people.read(asked.people, reading)
    found.people = sorted(_named(of_people), key=lambda person: person.worker.code)
    reading = replace(reading, people=people.codes(of_people), clock=people.clock(of_people))
    of_attendance: list[Sheet[Any]] = [attendance.read(path, reading) for path in asked.attendance]
    _sort_attendance(found, of_attendance)
    of_pieces = [pieces.read(path, reading) for path in asked.pieces]
    for sheet in of_pieces:
        _by_worker(found.pieces, ((row.worker, row.piece) for row in sheet.rows))
        for row in sheet.outside:
            _take_late(found, row.worker, row.piece, found.late_pieces)
    paths = [asked.people, *asked.attendance, *asked.pieces]
    sheets: list[Sheet[Any]] = [of_people, *of_attendance, *of_pieces]
    if asked.rates:
        of_rates = rates.read(asked.rates, reading)
        found.rates = tuple(of_rates.rows)
        paths, sheets = [*paths, asked.rates], [*sheets, of_rates]
    if asked.adjustments:
        more = adjustments.read(asked.adjustments, reading)
        _by_worker(found.adjustments, ((row.worker, row.adjustment) for row in more.rows))
        paths, sheets = [*paths, asked.adjustments], [*sheets, more]
        for other in more.outside:  # only rows of work mend an earlier month
            found.unused.setdefault(other.worker, []).append(other.adjustment.id)
    _note_rows(found, list(zip(paths, sheets, strict=True)))
    words = spelling(found.enterprise.contract, found.rates)
    found.people = [words.person(person) for person in found.people]
    found.pieces, found.late_pieces = words.pieces(found.pieces), words.pieces(found.late_pieces)
    return found


def _opened(asked: Asked) -> Inputs:
    """The terms and the earlier runs, before any sheet is read."""
    _check_terms(asked.terms)
    enterprise = load.enterprise(asked.enterprise, asked.terms)
    site = next((one for one in enterprise.site if one.id == asked.site), None)
    if site is None:
        raise NoSuchSite(asked.site, enterprise)
    found = Inputs(
        enterprise,
        site,
        load.pack(site.jurisdiction, asked.terms),
        month(asked.month),
        asked.month,
        previous=sorted(
            (earlier(folder, site.id) for folder in asked.previous), key=lambda run: run.period.start
        ),
        accept_bad_rows=asked.accept_bad_rows,
    )
    if found.previous and found.previous[-1].period.end > found.period.start:
        raise NotARun(
            f"{found.previous[-1].label} is not before {asked.month}. Give runs of earlier months with --previous."
        )
    return found


def _named(sheet: Sheet[Person]) -> list[Person]:
    """The people of a sheet, and those whose row is listed but whose code can be read: named, held, never dropped."""
    codes = {person.worker.code for person in sheet.rows}
    held = {row.worker for row in sheet.listed if row.worker} - codes
    return [*sheet.rows, *(Person("", Worker(code, ""), "", "") for code in sorted(held))]


def _check_terms(folder: Path | None) -> None:
    if folder is not None and not folder.is_dir():
        raise NoSuchFolder(folder)


def _balances(found: Inputs) -> tuple[str, ...]:
    """The deductions that ask what she still owes: the reparation column of the list of people is for them."""
    steps = (*found.pack.rules.step, *found.enterprise.rules.step)
    return tuple(dict.fromkeys(step.id for step in steps if step.needs == "balance"))


def _by_worker(into: dict[str, list[Any]], rows: Iterable[tuple[str, Any]]) -> None:
    for worker, row in rows:
        into.setdefault(worker, []).append(row)


def _sort_attendance(found: Inputs, sheets: Iterable[Sheet[Entry | Punch]]) -> None:
    for sheet in sheets:
        for row in sheet.rows:
            if isinstance(row, Punch):
                found.punches.setdefault(row.worker, []).append(row)
            else:
                found.entries.setdefault(row.worker, []).append(row)
        for row in sheet.outside:
            _take_late(found, row.worker, row, found.late_entries if isinstance(row, Entry) else None)


def _take_late(found: Inputs, worker: str, row: Any, into: dict[str, list[Any]] | None) -> None:
    """A row of work dated outside the month mends the run it belongs to; where none is given it is noted as unused."""
    if into is not None:
        into.setdefault(worker, []).append(row)
    held = (
        run.workers.get(worker, {}).get("status", "none") for run in found.previous if row.day in run.period
    )
    if into is None or next(held, "none") == "none":
        found.unused.setdefault(worker, []).append(row.id)


def _note_rows(found: Inputs, sheets: list[tuple[Path, Sheet[Any]]]) -> None:
    """Rows in = used + repeated + listed, per file; rows that a file to mend has replaced are no longer open."""
    mended = frozenset(row for _, sheet in sheets for row in sheet.mends)
    for path, sheet in sheets:
        found.listed += still_open(sheet.listed, mended)
        found.repeated += sheet.repeated
        found.remarks += sheet.remarks
        found.files.append(
            {
                "name": path.name,
                "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
                "rows": sheet.count,
                "used": sheet.used,
                "repeated": len(sheet.repeated),
                "listed": len(sheet.listed),
            }
        )


def rates_of(contract_rates: tuple[Rate, ...], own: tuple[Rate, ...]) -> tuple[Rate, ...]:
    """A contract's rates with those of the rates sheet in place of the same rate, or beside it."""
    key = {(rate.per, rate.operation, rate.grade): rate for rate in contract_rates}
    for rate in own:
        key[rate.per, rate.operation, rate.grade] = rate
    return tuple(key.values())
