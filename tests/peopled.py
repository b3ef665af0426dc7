"""A site for tests where people can be offered work, consent and be enrolled, each step through its verb."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import hands
import vaulted
from jornal.actions.office import Office
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.facts.organisation import Authority, Enterprise, Site, Staff, Workshop
from jornal.journal.fact import Fact
from jornal.journal.keys import Keys
from jornal.journal.record import record
from offices import DAY, office

WEEK_BEFORE = DAY - timedelta(days=7)
NONE_ELSE = "none: nothing changes; school: unpaid, same privileges"
OFFERED = {"language": "es", "alternatives": NONE_ELSE, "birth_year": "1990"}
CONSENT = {
    "purpose": "work", "language": "es", "read_by": "T1", "witness": "Sister Marta", "witness_of": "ngo",
}  # fmt: skip


def names(folder: Path) -> Keys:
    """The names of a new vault, open."""
    return vaulted.unlocked(vaulted.new(folder))


def opened(site: str = "cusco", letters: str = "QC") -> None:
    """A site with its enterprise, authority, one workshop, and somebody of the enterprise and of the prison."""
    office(site=site)
    hq, here = hands.hand("H1", "hq_operations"), hands.hand("S1", "site_manager")
    if not Enterprise.objects.exists():
        first = {"label": "Alpaca", "model": "employment", "country": "PE", "currency": "PEN"}
        record([Enterprise(enterprise="alpaca", **first)], "hq", hq)
        record([Authority(authority="inpe", label="INPE", contact="")], "hq", hq)
        record(
            [
                Staff(staff=token, of=of, languages=["es"])
                for token, of in (("T1", "enterprise"), ("G1", "prison"))
            ],
            "hq",
            hq,
        )
    record(
        [
            Site(
                site=site, label=site.title(), enterprise="alpaca", authority="inpe", jurisdiction="pe", currency="PEN",
                zone="America/Lima", languages=["es", "qu"], letters=letters, opened_on=date(2026, 1, 1),
            )
        ],
        "hq",
        hq,
    )  # fmt: skip
    record([Workshop(site=site, workshop="knitting", label="Knitting", place="workshop")], site, here)


def do(at: Office, verb: str, *rows: dict[str, Any]) -> list[Fact]:
    """A verb done with rows of text."""
    return done(verb, VERBS[verb], at, rows)


def offered(keys: Keys, day: date = WEEK_BEFORE, site: str = "cusco", **more: str) -> str:
    """Somebody new who was offered work on a day: her code."""
    (worker, _) = do(
        office(keys=keys, day=day, site=site), "offer-work", {**OFFERED, "name": "Ana Quispe", **more}
    )
    return str(worker.worker)  # type: ignore[attr-defined]


def consenting(keys: Keys, day: date = WEEK_BEFORE, site: str = "cusco", **more: str) -> str:
    """Somebody new who was offered work on a day, accepted and consented the same day: her code."""
    worker = offered(keys, day, site, **more)
    agreed(worker, day, site)
    return worker


def agreed(worker: str, day: date = WEEK_BEFORE, site: str = "cusco") -> None:
    """A worker accepts the last offer and consents to it, on one day."""
    at = office(day=day, site=site)
    do(at, "answer-offer", {"worker": worker, "answer": "accepted"})
    do(at, "give-consent", {**CONSENT, "worker": worker, "copy_given_on": day.isoformat()})


def working(keys: Keys, since: date = DAY, site: str = "cusco", **more: str) -> str:
    """Somebody new who takes up work on a day, a week after it was offered: her code."""
    worker = consenting(keys, since - timedelta(days=7), site)
    do(office(day=since, site=site), "enrol", {"worker": worker, "language": "es", **more})
    return worker
