"""`jornal family`: a page for each family that was sent money, with the code by which they say that it arrived."""

import argparse
from dataclasses import asdict

from jornal.actions.sending import Home, home
from jornal.cli import register
from jornal.papers.familyline import Line, familylines
from jornal.papers.kept import OWN, private, swept, whole

arguments = register.of_workers


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Draws the pages into one file; 1 where nothing has left yet."""
    swept(register.home() / "papers")
    found: list[Home] = register.with_names(told, lambda office: home(office, told.month, told.worker))
    if not found:
        print("Nothing has left for families yet. Make the bank's file with `jornal payfile`, and record it.")
        return 1
    path = private(register.home() / "papers" / f"family-{told.month}") / f"family-{told.month}.pdf"
    whole(path, familylines([line(one) for one in found]), OWN)
    print(f"{len(found)} pages, one for each family. Print {path}; it is removed after a day.")
    return 0


def line(one: Home) -> Line:
    """A payment as the paper takes it."""
    return Line(**{name: value for name, value in asdict(one).items() if name != "worker"})
