"""`jornal beancount`: a year as a ledger for Beancount, with assertions from the statement and nothing padded."""

import argparse
from pathlib import Path

from jornal.actions.ledger import ledger
from jornal.actions.office import Office, check
from jornal.cli import register
from jornal.cli.year import READS
from jornal.papers.beancount import text
from jornal.papers.kept import whole


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("year", type=int, help="the year, such as 2026")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write it there; else it is printed")
    parser.add_argument(
        "--inside", action="store_true",
        help="every bank day of savings, also of fewer than five people; the file stays in the house",
    )  # fmt: skip
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Prints or writes the file; 1 where something is left out of it."""
    office: Office = register.office(told)
    check(office, "The ledger of a year", READS)
    found = ledger(told.year, office.day, inside=told.inside)
    written = text(found)
    if told.out is None:
        print(written, end="")
    else:
        whole(told.out, written)
        print(
            f"{len(found.entries)} transactions, {len(found.assertions)} assertions. Check {told.out} with bean-check."
        )
        for one in found.left_out:
            print(f"Left out: {one}.")
    return 1 if found.left_out else 0
