"""Techniques and what grades ask for, for tests of what workers learn."""

from typing import Any

import crew
from jornal.actions import skills
from jornal.actions.office import Office
from jornal.actions.verb import done
from jornal.journal.fact import Fact

TECHNIQUES = ("knitting-flat", "linking", "finishing", "pattern")


def do(at: Office, verb: str, *rows: dict[str, Any]) -> list[Fact]:
    """A verb of skills done with rows of text."""
    return list(done(verb, skills.VERBS[verb], at, rows))


def listed(*, ladder: bool = True) -> None:
    """Four techniques, and two grades of knitting that rest on them."""
    hq = crew.headquarters()
    do(hq, "add-technique", *(
        {"technique": one, "label": one.title(), "number": str(number), "looked_for": "Even stitches."}
        for number, one in enumerate(TECHNIQUES, start=1)
    ))  # fmt: skip
    if ladder:
        do(
            hq,
            "set-grade-needs",
            {"trade": "knitting", "grade": "maker", "number": "1", "techniques": "knitting-flat linking"},
            {
                "trade": "knitting",
                "grade": "senior",
                "number": "2",
                "techniques": "finishing",
                "least": "can_teach",
            },
        )


def judged(at: Office, worker: str, technique: str, reached: str = "alone", **more: str) -> list[Fact]:
    """A piece of a worker, judged."""
    return do(at, "assess", {"worker": worker, "technique": technique, "reached": reached, **more})
