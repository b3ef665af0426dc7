"""Who is on the staff of the demo's enterprises, and what the story tells beyond the sheets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from jornal.demo.world import Place, Row, data, place, places
from jornal.units.identifiers import with_check

TOLD = ("cast", "making", "orders", "passports")
"""The files of this folder that tell turns; those of one day happen in this order."""

AT_A_SITE = ("site_manager", "trainer", "representative")
AT_HEADQUARTERS = {"hq_operations": "operations", "hq_finance": "finance", "auditor": "auditor"}
_OF = {"representative": "workers", "auditor": "other", "authority": "prison"}
_PLACEHOLDER = re.compile(r"\{([^}]+)\}")


class Somebody(NamedTuple):
    """One of the staff: token, name, role and where ("" is headquarters), of which party."""

    token: str
    name: str
    role: str
    site: str
    of: str


class Turn(NamedTuple):
    """Something that happens on a day at a site: a verb with its rows; a correction also says of what, and why.

    `refused` is the class of the fault that answers it, where the answer is no.
    """

    at: str
    day: date
    verb: str
    role: str
    rows: list[dict[str, Any]]
    kind: str
    why: str
    refused: str = ""


@dataclass(frozen=True)
class Cast:
    """The staff of one enterprise, and what cast.toml says of it."""

    enterprise: str
    says: Row
    staff: tuple[Somebody, ...]

    def who(self, role: str, site: str = "") -> str:
        """The token of whoever has a role at a site; those of headquarters have theirs everywhere."""
        where = "" if role in AT_HEADQUARTERS else site
        return next(one.token for one in self.staff if (one.role, one.site) == (role, where))

    def at(self, name: str, site: str) -> str:
        """What the cast names for a site; where it names none for this one, that of its first."""
        named = self.says[name]
        return str(named.get(site) or next(iter(named.values())))

    def rows(self, name: str, site: str, month: str = "") -> list[Row]:
        """The rows of one kind at a site, of a month where they name one."""
        found = [row for row in self.says.get(name, ()) if row["at"] == site]
        return [row for row in found if not month or row["month"] == month]

    def named(self, name: str, site: str) -> bool:
        """Whether a list names a site."""
        return site in self.says.get(name, ())

    def filled(self, value: Any, site: str) -> Any:
        """The value with codes in place of "{8}", "{jalisco-2/35}" and "{trainer}", however deep they stand."""
        if isinstance(value, dict):
            return {key: self.filled(held, site) for key, held in value.items()}
        if isinstance(value, list):
            return [self.filled(held, site) for held in value]
        if isinstance(value, str):
            return _PLACEHOLDER.sub(lambda found: self._code(found[1], site), value)
        return value

    def _code(self, name: str, site: str) -> str:
        at, _, number = name.rpartition("/")
        if number.isdigit():
            return code(place(f"{self.enterprise}/{at or site}"), int(number))
        return self.who(name, site)


def cast(enterprise: str) -> Cast:
    """The cast of an enterprise: two at headquarters, an auditor, three at each site, officials of authorities."""
    says = data("cast")[enterprise]
    tokens = (with_check(f"S{number:03d}") for number in range(1, 1000))
    staff = [
        Somebody(next(tokens), says[key], role, "", _OF.get(role, "enterprise"))
        for role, key in AT_HEADQUARTERS.items()
    ]
    for here in _sites(enterprise):
        staff += [
            Somebody(next(tokens), _name(here, role), role, here.site.id, _OF.get(role, "enterprise"))
            for role in AT_A_SITE
        ]
    # Last, so that everybody else keeps their token.
    staff += [
        Somebody(next(tokens), _name(here, "authority"), "authority", here.site.id, _OF["authority"])
        for here in _sites(enterprise)
        if here.site.id in says["authority"]
    ]
    return Cast(enterprise, says, tuple(staff))


def code(here: Place, number: int) -> str:
    """The code of a site's worker by her number."""
    return with_check(f"{here.says['code']}{number:03d}")


def told(enterprise: str, sites: Iterable[str] = ()) -> list[Place]:
    """The sites of an enterprise (or some) as the register knows them: three months, and who moved or was released."""
    wanted = set(sites)
    return [_wider(here) for here in _sites(enterprise) if not wanted or here.site.id in wanted]


def turns(at: str) -> list[Turn]:
    """What happens at a site "enterprise/site", in the order of its days."""
    found = [
        Turn(
            row["at"], row["day"], row["verb"], row.get("role", "site_manager"), row["rows"], row.get("kind", ""),
            row.get("why", ""), row.get("refused", ""),
        )
        for name in TOLD
        for row in data(name)["turn"]
        if row["at"] == at
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.day)


def _sites(enterprise: str) -> list[Place]:
    return [one for one in places() if one.enterprise.id == enterprise]


def _wider(here: Place) -> Place:
    says = data("cast")[here.enterprise.id]
    extra = [row for row in says.get("extra", ()) if row["at"] == here.site.id]
    worker = [{"number": one["number"], "since": one["since"], "left_on": one["left_on"]} for one in extra]
    return replace(
        here,
        says={
            **here.says,
            "months": data("cast")["months"],
            "people": here.says["people"] + len(extra),
            "worker": [*here.rows("worker"), *worker],
        },
    )


def _name(here: Place, role: str) -> str:
    """An invented name as people of the place have it."""
    pool, chance = data("names")[here.says["names"]], here.chance("staff", role)
    return " ".join(chance.choice(pool[part]) for part in pool["order"].split())
