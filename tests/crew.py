"""A workshop of four in Cusco as a register, for tests of days, pieces and terms of work, by their verbs."""

from datetime import date
from pathlib import Path
from typing import Any

import hands
import vaulted
from jornal.actions import (
    adopt,
    attendance,
    confirmed,
    contracts,
    deductions,
    instructions,
    operations,
    overtime,
    pieces,
    rates,
    stoppages,
    training,
)
from jornal.actions.office import Office
from jornal.actions.verb import done
from jornal.facts.organisation import Site, Timetable
from jornal.facts.people import Consent, Enrolled, Worker
from jornal.journal.fact import Fact
from jornal.journal.keys import Keys
from jornal.journal.record import record
from jornal.terms import packs
from offices import granted, office

VERBS = {
    name: verb
    for module in (
        attendance, confirmed, contracts, deductions, instructions, operations, overtime, pieces, rates, stoppages,
        training,
    )
    for name, verb in module.VERBS.items()
}  # fmt: skip
CREW = ("QC01", "QC02", "QC03", "QC04")
FIRST, TODAY = date(2026, 9, 1), date(2026, 10, 30)
WEEK = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), 300) | {
    "saturday": 0,
    "sunday": 0,
}
PACKAGED = Path(packs.__file__).parent


def begun(keys: Keys | None = None, *, timetable: bool = True) -> Office:
    """The manager's office on 30 October 2026: four knitters enrolled since September, five hours on weekdays."""
    here = office(day=TODAY, keys=keys)
    facts: list[Fact] = []
    for worker in CREW:
        facts += [
            Worker(worker=worker, birth_year=1990),
            Enrolled(
                worker=worker, site="cusco", since=FIRST, workshop="knitting", language="es", languages=["es", "qu"],
                reads="yes",
            ),
        ]  # fmt: skip
    if timetable:
        facts.append(Timetable(site="cusco", workshop="knitting", since=FIRST, week=WEEK, starts="08:00"))
    here.put(facts)
    place = {
        "enterprise": "alpaca",
        "authority": "inpe",
        "jurisdiction": "pe",
        "currency": "PEN",
        "letters": "QC",
    }
    record(
        [Site(site="cusco", label="Cusco", zone="America/Lima", languages=["es"], opened_on=FIRST, **place)],
        "hq",
        hands.hand("H1", "hq_operations"),
    )
    return here


def names(folder: Path) -> Keys:
    """A vault with a key for each of the four."""
    found = vaulted.unlocked(vaulted.new(folder))
    found.mint(*CREW)
    return found


def adopted() -> None:
    """The terms of the invented enterprise with a workshop in Cusco."""
    adopt.adopt(office("hq_finance", "F1", day=date(2026, 8, 31)), "qori", PACKAGED)


def at(role: str, by: str, day: date = TODAY) -> Office:
    """Somebody else's office at the site."""
    return office(role, by, day=day)


def headquarters(day: date = TODAY) -> Office:
    """The office of headquarters' operations, for this site."""
    return office("hq_operations", "H1", day=day)


def consented(here: Office, worker: str, purpose: str, expires_on: date | None = None) -> Any:
    """Her consent to a purpose, given on 2 September."""
    said = {
        "worker": worker,
        "purpose": purpose,
        "scope": "",
        "number": 1,
        "language": "es",
        "witness_of": "ngo",
    }
    return here.put([Consent(**said, given_on=date(2026, 9, 2), expires_on=expires_on)])[0]


def do(where: Office, verb: str, *rows: dict[str, Any]) -> list[Any]:
    """A verb done with rows of text."""
    return list(done(verb, VERBS[verb], where, rows))


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a table under its headers; "-" is empty."""
    head, *body = [line.split() for line in text.strip().splitlines()]
    return [dict(zip(head, ("" if cell == "-" else cell for cell in cells), strict=True)) for cells in body]


def reviewer(token: str = "R1") -> str:
    """Somebody who reviews quality at the site."""
    granted(token, "quality", "cusco")
    return token
