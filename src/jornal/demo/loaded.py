"""A register of the demo as it was loaded, for its page and for the front page."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Loaded:
    """A register as it was loaded: where it is, how many facts, a head that is printed in it, what its audit found.

    `full` says whether the audit made every table and run again; `head_of` is the site whose slips bear the head.
    """

    enterprise: str
    label: str
    home: Path
    facts: int
    head: str
    head_of: str
    full: bool
    audit: tuple[str, ...]
    faults: tuple[str, ...]


def audit(of: Loaded) -> str:
    """What the audit of a register came to, in a few words."""
    which = "full audit" if of.full else "audit"
    return f"{which} found {len(of.faults)} wrong" if of.faults else f"{which} clean"
