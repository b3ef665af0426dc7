"""`jornal terms`: copy the law and agreements beside the data, check them, show what is in force, adopt them."""

import argparse
from datetime import date
from pathlib import Path

from jornal.actions.adopt import adopt
from jornal.actions.inputs import NoSuchFolder
from jornal.cli import register
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
    take = inner.add_parser(
        "adopt", help="Record an enterprise's terms whole; from then on the register computes with them."
    )
    take.add_argument("enterprise", help="an enterprise's id, or its .toml file")
    take.add_argument("--terms", type=Path, help="the folder of terms it is read from")
    take.add_argument("--published", type=_day, help="the day from which a row that reaches back was public")
    register.arguments(take)


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
    if told.verb == "adopt":
        return _adopted(told)
    faults = checked(told.folder)
    for fault in faults:
        print(fault)
    print("Nothing is wrong." if not faults else f"{len(faults)} to mend.")
    return 1 if faults else 0


@register.spoken()
def _adopted(told: argparse.Namespace) -> int:
    """Adopts the terms and says which, and what is new in them."""
    name = told.enterprise
    is_file = name.endswith(".toml") or "/" in name
    fact = adopt(register.office(told), Path(name) if is_file else name, told.terms, published=told.published)
    print(
        f"{fact.enterprise}: terms number {fact.number} are adopted ({fact.digest[:10]}), by {fact.approver}."
    )
    for row in fact.changes["rows"]:
        print(f"  new: {row}")
    return 0
