"""`jornal recorded`: everything that is recorded about one worker, as one paper for her, with who opened her name."""

import argparse
from pathlib import Path

from jornal.actions.given import known_here
from jornal.actions.office import Office, check
from jornal.cli import register
from jornal.journal.vaultfile import NAME
from jornal.journal.vaultlog import Reader, readings
from jornal.papers.hersheet import Hers, paper
from jornal.papers.kept import OWN, private, swept, whole
from jornal.reads.hers import about, recorded
from jornal.reads.people import names

ROLES = ("site_manager",)
WHY = "her statement of everything recorded"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("worker", help="her code")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Draws her statement into a private folder and says where. Raises NotKnownHere, NotYourRole."""
    office = register.office(told)
    check(office, "Printing what is recorded about somebody", ROLES)
    known_here(office, [told.worker])
    swept(register.home() / "papers")
    print(f"Print {register.with_names(told, lambda at: _paper(at, told.worker))}.")
    return 0


def _paper(at: Office, worker: str) -> Path:
    reader = Reader(at.hand.by, WHY, at.hand.now())
    keys = at.opened()
    found = recorded(worker, keys, reader, site=at.site)
    name, here = names([worker], keys, reader=reader).get(worker), about(at.site, worker, at.day)
    hers = Hers(
        worker,
        name if isinstance(name, str) else "",
        here.language,
        here.site,
        here.employer,
        here.currency,
        at.day,
        at.site,
    )
    path = private(register.home() / "papers" / f"recorded-{worker}") / f"recorded-{worker}.pdf"
    return whole(path, paper(hers, found, readings(register.home() / NAME, of=worker)), OWN)
