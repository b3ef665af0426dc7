"""Where the demo's registers are told: a day, a clock and chance that are scripted, and everybody's desk."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jornal.actions.office import Office
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.demo.cast import Cast
from jornal.demo.people import Someone
from jornal.journal.fact import Fact
from jornal.journal.hand import Hand
from jornal.journal.keys import Keys
from jornal.journal.node import Node
from jornal.terms.contracts import Enterprise

Row = dict[str, Any]

MORNING = time(9)  # headquarters, UTC
AFTERNOON = time(16)  # each site, at its own clock
A_MOMENT = timedelta(seconds=7)


def chance(*what: object) -> Callable[[int], bytes]:
    """Bytes of chance that are the same whenever the same thing is asked for."""
    return random.Random(" ".join(map(str, what))).randbytes


@dataclass
class Stage:
    """One enterprise's register while it is told. `day` is today everywhere; the clock of each place only goes on."""

    terms: Enterprise
    cast: Cast
    home: Path
    node: Node
    random: Callable[[int], bytes]
    day: date
    keys: Keys | None = None
    crews: dict[str, list[Someone]] = field(default_factory=dict)
    made: dict[tuple[str, str], int] = field(default_factory=dict)
    """Pieces put on lots so far, by lot and operation."""
    _now: dict[str, datetime] = field(default_factory=dict)
    _zones: dict[str, ZoneInfo] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._zones = {site.id: ZoneInfo(site.zone) for site in self.terms.site}

    def office(self, role: str, site: str = "") -> Office:
        """The desk of whoever has a role, at a site or ("") at headquarters, today."""
        hand = Hand(self.cast.who(role, site), role, self.node, lambda: self._moment(site), self.random)
        return Office(hand, site, self.day, self.keys)

    def do(self, verb: str, role: str, site: str, rows: Sequence[Row]) -> Sequence[Fact]:
        """A verb done with rows by whoever has the role; nothing where there are none."""
        return done(verb, VERBS[verb], self.office(role, site), rows) if rows else []

    def _moment(self, site: str) -> datetime:
        """The next moment of a place's clock."""
        if site:
            begin = datetime.combine(self.day, AFTERNOON, self._zones[site]).astimezone(UTC)
        else:
            begin = datetime.combine(self.day, MORNING, UTC)
        last = self._now.get(site)
        self._now[site] = begin if last is None else max(begin, last + A_MOMENT)
        return self._now[site]
