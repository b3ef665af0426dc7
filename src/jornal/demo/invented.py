"""Whether a register is one of the demo's and nobody real can be in it: then one may enter as anybody."""

import hashlib
import tomllib
from functools import cache
from pathlib import Path

from jornal.demo.homes import MARK
from jornal.facts.organisation import Enterprise
from jornal.journal import node


def seed(enterprise: str) -> bytes:
    """What the key of a demo's register is made from: everybody can make it, so it proves nothing of a real one."""
    return hashlib.sha256(f"invented {enterprise}".encode()).digest()


@cache
def enterprises() -> frozenset[str]:
    """The ids of the invented enterprises; their terms are not read, since every start asks."""
    told = tomllib.loads((Path(__file__).parent / "world.toml").read_text(encoding="utf-8"))
    return frozenset(
        [*(row["at"].split("/")[0] for row in told["site"]), *(row["enterprise"] for row in told["many"])]
    )


def wholly(home: Path) -> bool:
    """Whether every enterprise ever recorded is an invented one, under the demo's own key, in a folder that says so."""
    known = set(Enterprise.objects.values_list("enterprise", flat=True))
    if len(known) != 1 or not known <= enterprises() or not (home / MARK).is_file():
        return False
    (enterprise,) = known
    try:
        return bytes(node.kept(home).key) == seed(enterprise)
    except node.NoNode:
        return False
