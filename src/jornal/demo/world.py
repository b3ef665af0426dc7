"""The invented world as it is written in world.toml: where people work, and what went awkwardly there."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from jornal.terms import load, packs
from jornal.terms.contracts import Contract, Enterprise, Site
from jornal.units.identifiers import LETTERS
from jornal.units.periods import Period
from jornal.units.periods import month as period_of

HERE = Path(__file__).parent
PACKAGED = Path(packs.__file__).parent
"""The demo uses the terms that came with jornal, whatever lies in the folder it is started from."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Place:
    """One site of the demo: its row of world.toml, and the terms it works under."""

    enterprise: Enterprise
    site: Site
    says: Row
    seed: int
    odds: Mapping[str, int]

    @property
    def at(self) -> str:
        """Enterprise and site, as the folders are named: "qori/cusco"."""
        return f"{self.enterprise.id}/{self.site.id}"

    @property
    def language(self) -> str:
        """The language the manager keeps her sheets in."""
        return self.site.languages[0]

    @property
    def months(self) -> list[str]:
        """The months that are paid, the earliest first."""
        return list(self.says["months"])

    def chance(self, *what: object) -> Random:
        """Chance of its own for each thing invented, so that one more name does not move every hour."""
        return Random(" ".join(str(part) for part in (self.seed, self.at, *what)))

    def contract(self, name: str) -> Contract:
        """A contract of the enterprise by its id."""
        return next(contract for contract in self.enterprise.contract if contract.id == name)

    def rows(self, name: str) -> list[Row]:
        """The rows of one kind of awkwardness; none where the site has none."""
        return list(self.says.get(name, ()))


@cache
def data(name: str) -> Row:
    """A .toml file of this folder."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def places() -> list[Place]:
    """Every site of the demo, in the order of world.toml."""
    told = data("world")
    rows = [{**told["kind"].get(row.get("like", ""), {}), **row} for row in told["site"]]
    for many in told["many"]:
        rows += _each(many)
    found = []
    for row in rows:
        enterprise, site = row["at"].split("/")
        terms = _enterprise(enterprise)
        place = next(one for one in terms.site if one.id == site)
        found.append(Place(terms, place, row, told["seed"], told["odds"]))
    return found


def place(at: str) -> Place:
    """The site of the demo at "enterprise/site"."""
    return next(one for one in places() if one.at == at)


def period(of_month: str) -> Period:
    """The days of a month such as "2026-10"."""
    return period_of(of_month)


def between(since: date, until: date) -> list[date]:
    """The days from one to another, both included."""
    return [since + timedelta(days=number) for number in range((until - since).days + 1)]


def _each(many: Row) -> list[dict[str, Any]]:
    """One row for each site of an enterprise whose sites differ in name only."""
    first = {row["at"]: row for row in many.get("first", ())}
    rows = []
    for number, site in enumerate(_enterprise(many["enterprise"]).site):
        at = f"{many['enterprise']}/{site.id}"
        start, letter = many["code"][number // len(LETTERS)], LETTERS[number % len(LETTERS)]
        people = many["people"][number % len(many["people"])]
        rows.append({**many, "at": at, "code": start + letter, "people": people, **first.get(at, {})})
    return rows


@cache
def _enterprise(name: str) -> Enterprise:
    return load.enterprise(name, PACKAGED)
