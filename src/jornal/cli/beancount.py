"""`jornal beancount`: a year as a ledger for Beancount, with assertions from the statement and nothing padded."""

import argparse
from datetime import date
from pathlib import Path

from jornal.actions.ledger import Ledger, ledger
from jornal.actions.office import Office, check
from jornal.cli import register
from jornal.cli.year import READS
from jornal.papers.beancount import Book, Holds, Sum, Transaction, text


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("year", type=int, help="the year, such as 2026")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write it there; else it is printed")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Prints or writes the file; 1 where something is left out of it."""
    office: Office = register.office(told)
    check(office, "The ledger of a year", READS)
    found = ledger(told.year, office.day)
    written = text(book(found))
    if told.out is None:
        print(written, end="")
    else:
        told.out.write_text(written, encoding="utf-8", newline="\n")
        print(
            f"{len(found.entries)} transactions, {len(found.assertions)} assertions. Check {told.out} with bean-check."
        )
        for one in found.left_out:
            print(f"Left out: {one}.")
    return 1 if found.left_out else 0


def book(found: Ledger) -> Book:
    """A ledger as the file takes it."""
    made = found.statement
    return Book(
        title=f"{made.enterprise.label} {made.year}",
        currency=made.enterprise.currency,
        opened=date(made.year, 1, 1),
        transactions=tuple(
            Transaction(
                one.day, one.says, one.tag, tuple(Sum(*row) for row in one.postings), one.links, one.paper
            )
            for one in found.entries
        ),
        holds=tuple(Holds(one.day, one.account, one.amount, one.currency) for one in found.assertions),
        prices=found.rates,
        left_out=found.left_out,
    )
