"""`jornal slips`: the papers of an issued month, with names, into a private folder that is emptied after a day."""

import argparse
import shutil
import time
from pathlib import Path

from jornal.actions.issued import body
from jornal.actions.office import Office
from jornal.cli import register
from jornal.papers import folder as papers

KEPT_SECONDS = 24 * 60 * 60
"""Papers with names are removed after a day: they can be made again, and the laptop may be lost."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("month", help="the month, such as 2026-10")
    parser.add_argument("--worker", action="append", default=[], help="only hers; may be given again")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Draws the papers; 1 where one could not be drawn."""
    swept(register.home() / "papers")

    def work(office: Office) -> dict[str, object]:
        return body(office, told.month, told.worker)

    table = register.with_names(told, work)
    out = private(register.home() / "papers" / f"{table['site']['id']}-{told.month}")  # type: ignore[index]
    faults = papers.write(table, out)
    for fault in faults:
        print(f"  ! {fault['worker']}: {fault['key'].format(**dict(fault['says']))}")
    print(f"Open {out / 'index.html'} and print. The folder holds names; it is removed after a day.")
    return 1 if faults else 0


def private(folder: Path) -> Path:
    """An empty folder that its owner alone may open."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700)
    return folder


def swept(folder: Path) -> list[Path]:
    """Removes the papers that are older than a day, and says which."""
    old = [one for one in folder.glob("*") if time.time() - one.stat().st_mtime > KEPT_SECONDS]
    for one in old:
        shutil.rmtree(one, ignore_errors=True)
    return old
