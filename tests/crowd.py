"""A crowd in Cusco whose days are recorded, for tests of what may be told of many people together."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import crew
import hands
from jornal.actions.office import Office
from jornal.facts.attendance import Shift
from jornal.facts.organisation import Site
from jornal.facts.people import Enrolled, Left, Worker
from jornal.journal.keys import Keys
from jornal.journal.record import record

DAY = date(2026, 10, 30)


def names(number: int) -> list[str]:
    """The codes of so many of them."""
    return [f"QX{each:02}" for each in range(1, number + 1)]


def begun(number: int, keys: Keys | None = None, since: date = crew.FIRST, site: str = "cusco") -> Office:
    """The manager's office with so many enrolled since September, beside nobody else."""
    here = crew.office(day=DAY, keys=keys, site=site)
    joined(here, names(number), since, site)
    return here


def joined(here: Office, workers: list[str], since: date, site: str = "cusco") -> None:
    """These take up work on a day."""
    if here.keys is not None:
        here.keys.mint(*workers)
    here.put([Worker(worker=one, birth_year=1990) for one in workers])
    here.put(
        [
            Enrolled(worker=one, site=site, since=since, language="es", languages=["es"], reads="yes")
            for one in workers
        ]
    )


def left(here: Office, worker: str, day: date) -> None:
    """One of them leaves on a day."""
    stay = Enrolled.objects.get(worker=worker)
    here.put([Left(enrolled=stay.root, worker=worker, site=here.site, day=day, reason="release")])


def worked(here: Office, workers: list[str], first: date, minutes: int = 300, days: int = 1) -> None:
    """So many days of work for each."""
    here.put([
        Shift(worker=one, day=first + timedelta(days=n), number=1, site=here.site, what="work", minutes=minutes)
        for one in workers for n in range(days)
    ])  # fmt: skip


def absent(here: Office, workers: list[str], day: date, what: str) -> None:
    """They are away on a day, for a cause."""
    here.put([Shift(worker=one, day=day, number=1, site=here.site, what=what) for one in workers])


def site(token: str) -> None:
    """A site that headquarters opened before anybody came."""
    found = Site(
        site=token, label=token.title(), enterprise="alpaca", authority="inpe", jurisdiction="pe", currency="PEN",
        zone="America/Lima", languages=["es"], letters="QX", opened_on=crew.FIRST,
    )  # fmt: skip
    record([found], "hq", hands.hand("H1", "hq_operations"))


def replaced(here: Office, **more: Any) -> Office:
    """The same desk at another site, or with its names locked."""
    return replace(here, **more)
