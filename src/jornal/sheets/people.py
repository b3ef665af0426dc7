"""The list of people: what pay and credit need to know of each worker, and where she stands."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from jornal.rules.rows import Carry, CreditCarry, Worker
from jornal.sheets import cells, says
from jornal.sheets.choices import choices
from jornal.sheets.days import BUDDHIST_FROM, Days
from jornal.sheets.figures import amount, count
from jornal.sheets.instructions import instructions
from jornal.sheets.listed import Sheet, Unreadable, shown
from jornal.sheets.reading import Reading
from jornal.sheets.records import Record, Tray, opened
from jornal.units.identifiers import tidy
from jornal.units.periods import BUDDHIST_AHEAD

_BEGINS = re.compile("([A-HJ-NP-TV-Z]{2,4})[0-9]")
"""Letters that codes of workers may begin with, before a number."""
OLDEST = 110
YOUNGEST = 14
SO_FAR = ("gross", "deductions", "own", "instructions", "in_hand")
"""What of the year so far can be carried in, in minor units."""


@dataclass(frozen=True)
class Person:
    """One row of the list of people.

    `opening` is where she stands before the first month kept here: credit and the year so far; `savings`
    what she has saved until then, None where it is not known. `clock` is her number in the attendance
    clock, if it is not her code.
    """

    id: str
    worker: Worker
    name: str
    language: str
    opening: Carry = field(default_factory=Carry)
    savings: int | None = None
    clock: str = ""


@dataclass(frozen=True)
class _Known:
    """How the cells of this file are read."""

    reading: Reading
    days: Days
    decimal: str

    def money(self, cell: str) -> int:
        return amount(cell, self.reading.currency, self.decimal)

    def day(self, cell: str) -> date | None:
        return self.days.day(cell) if cell else None


_MONEY = (
    "family_amount",
    "savings_amount",
    "reparation",
    "gating_debt",
    "savings_so_far",
    *(f"{name}_so_far" for name in SO_FAR),
)
_DATES = (
    "since",
    "left_on",
    "family_consent",
    "family_withdrawn",
    "savings_consent",
    "savings_withdrawn",
    "ratio_date",
)


def read(path: Path, reading: Reading) -> Sheet[Person]:
    """The people of a file; one who is there twice is listed twice and not used.

    Raises `SheetFault`, also where a column asks why anyone is inside, who was harmed, or what illness they
    have.
    """
    body = opened(path, "people", reading)
    own = replace(reading, people=None)
    known = _Known(own, body.days(reading, *_DATES), body.decimal(*_MONEY))
    tray: Tray[Person] = Tray(body, own)
    first: dict[str, Record] = {}
    found: dict[str, Person] = {}
    twice: set[str] = set()

    def take(record: Record) -> None:
        code = cells.code(record.need("code"))
        if code in first:
            twice.add(code)
            raise Unreadable(says.WORKER_TWICE, ("code", code))
        first[code] = record
        found[code] = _person(record, code, known)

    tray.each(take)
    for code, person in found.items():
        if code in twice:
            tray.list(first[code].raw, code, Unreadable(says.WORKER_TWICE, ("code", code)))
        else:
            tray.use(person)
    return tray.sheet()


def begin_with(path: Path, reading: Reading) -> str:
    """The two to four letters that most codes of a list begin with before their number; "" where none do.

    Raises `SheetFault`.
    """
    written = opened(path, "people", replace(reading, people=None)).column("code")
    found = Counter(begins[1] for _, cell in written if (begins := _BEGINS.match(tidy(cell))))
    return max(found, key=lambda one: (found[one], one), default="")


def codes(sheet: Sheet[Person]) -> dict[str, str]:
    """Codes with names for `Reading.people`: also those listed, whose other rows are held, not unknown."""
    listed = {row.worker: "" for row in sheet.listed if row.worker}
    return listed | {person.worker.code: person.name for person in sheet.rows}


def clock(sheet: Sheet[Person]) -> dict[str, str]:
    """Numbers in the clock with codes, for `Reading.clock`."""
    return {person.clock: person.worker.code for person in sheet.rows if person.clock}


def _person(record: Record, code: str, known: _Known) -> Person:
    said, savings = record.get("language"), record.get("savings_so_far")
    language = cells.choice(said, record.header("language"), choices("language")) if said else ""
    return Person(
        id=record.place,
        worker=_worker(record, code, known),
        name=record.text("name"),
        language=language or (known.reading.languages or ("en",))[0],
        opening=_opening(record, known),
        savings=known.money(savings) if savings else None,
        clock=record.get("clock_number"),
    )


def _worker(record: Record, code: str, known: _Known) -> Worker:
    since, left_on = known.day(record.get("since")), known.day(record.get("left_on"))
    if since and left_on and left_on < since:
        raise Unreadable(says.LEFT_BEFORE, ("left", left_on.isoformat()), ("since", since.isoformat()))
    allowed, months = record.get("account_allowed"), record.get("months_served")
    custody = record.get("custody")
    requests = cells.items(record.get("requests"))
    return Worker(
        code=code,
        contract=record.text("contract", needed=True),
        grade=record.text("grade"),
        birth_year=_birth_year(record.get("birth_year"), known.reading),
        custody=cells.choice(custody, record.header("custody"), choices("custody")) if custody else "",  # type: ignore[arg-type]
        ratio_code=record.text("ratio_code"),
        ratio_paper=_paper(record, known),
        balances=dict.fromkeys(known.reading.balances, _debt(record.get("reparation"), None, known)),
        requests=frozenset(requests),
        account_allowed=_allowed(allowed, record.header("account_allowed")),
        since=since,
        left_on=left_on,
        instructions=instructions(record, known.days, known.money, code),
        authorised_rest_days=frozenset(known.days.day(day) for day in cells.items(record.get("rest_days"))),
        conduct_class=record.text("conduct_class"),
        months_served=count(months, 1200) if months and not cells.is_unknown(months) else None,
        gating_debt=_debt(record.get("gating_debt"), 0, known),
    )


def _birth_year(cell: str, reading: Reading) -> int | None:
    """The common year; a Buddhist one is converted, and one that no worker has is refused."""
    if not cell or cells.is_unknown(cell):
        return None
    year = count(cell, 9999)
    year -= BUDDHIST_AHEAD if year >= BUDDHIST_FROM else 0
    now = reading.period.start.year
    if not now - OLDEST <= year <= now - YOUNGEST:
        raise Unreadable(says.YEAR_OUT, ("text", shown(cell)), ("year", year))
    return year


def _allowed(cell: str, header: str) -> bool | None:
    if not cell:
        return True
    return None if cells.is_unknown(cell) else cells.yes(cell, header)


def _debt(cell: str, empty: int | None, known: _Known) -> int | None:
    """A balance owed: `empty` where nothing is written, None where it is not known, 0 for "none"."""
    if not cell:
        return empty
    if cells.is_unknown(cell):
        return None
    return 0 if cells.is_none(cell) else known.money(cell)


def _paper(record: Record, known: _Known) -> str:
    """The authority's paper that gives the ratio code: its date and digest; a code without one is refused."""
    day, digest = known.day(record.get("ratio_date")), record.text("ratio_digest")
    if record.get("ratio_code") and not (day or digest):
        raise Unreadable(says.PAPER_MISSING, ("code", shown(record.get("ratio_code"))))
    return " ".join(part for part in (day.isoformat() if day else "", digest) if part)


def _opening(record: Record, known: _Known) -> Carry:
    carried = [record.get(name) for name in ("days_carried", "minutes_carried", "credited_before")]
    credit = CreditCarry(
        record.text("credit_rule"), *(count(cell, 1_000_000) if cell else 0 for cell in carried)
    )
    so_far = {name: record.get(f"{name}_so_far") for name in SO_FAR}
    return Carry(
        credit=(credit,) if any(carried) else (),
        year_to_date={name: known.money(cell) for name, cell in so_far.items() if cell},
    )
