"""`jornal terms`: copy the law and agreements beside the data, check them, show what is in force on a day."""

import argparse
from datetime import date
from pathlib import Path

from jornal.actions.inputs import NoSuchFolder
from jornal.terms.copied import copy
from jornal.terms.load import checked
from jornal.terms.shown import shown


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    inner = parser.add_subparsers(dest="verb", required=True, metavar="verb")
    init = inner.add_parser(
        "init", help="Copy the packs and enterprises beside the data, to change them there."
    )
    init.add_argument("folder", type=Path, nargs="?", default=Path("terms"))
    check = inner.add_parser("check", help="Everything that is wrong in a folder of terms, at once.")
    check.add_argument("folder", type=Path, nargs="?")
    show = inner.add_parser("show", help="What is in force in a jurisdiction on a day.")
    show.add_argument("jurisdiction")
    show.add_argument("--on", type=_day, required=True, help="the day, such as 2025-01-01")
    show.add_argument("--terms", type=Path)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day; write it as 2025-01-31") from None


def run(told: argparse.Namespace) -> int:
    """Runs the verb; `check` gives 1 when something is wrong."""
    if told.verb == "init":
        for path, what in copy(told.folder):
            print(f"{path}: {what}")
        return 0
    if told.verb == "show":
        if told.terms is not None and not told.terms.is_dir():
            raise NoSuchFolder(told.terms)
        print(shown(told.jurisdiction, told.on, told.terms))
        return 0
    faults = checked(told.folder)
    for fault in faults:
        print(fault)
    print("Nothing is wrong." if not faults else f"{len(faults)} to mend.")
    return 1 if faults else 0
