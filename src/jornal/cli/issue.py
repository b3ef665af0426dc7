"""`jornal issue`: a month's pay fixed for a site: what is owed, by slip; what to print, approve and pay next."""

import argparse
import sys
from datetime import date

from jornal.actions.approving import approval_of, head_of
from jornal.actions.issuing import Issued, issue
from jornal.actions.office import Office
from jornal.cli import register
from jornal.journal import chain
from jornal.units.money import exponent
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("month", help="the month, such as 2026-10")
    parser.add_argument(
        "--due", type=date.fromisoformat, help="the day pay is due, else seven days after the month"
    )
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Issues the month; one that was cut off goes on, one that is issued is told again."""

    def work(office: Office) -> Issued:
        told_to = _progress if sys.stderr.isatty() else None
        return issue(office, told.month, due_on=told.due, progress=told_to, home=register.home())

    found = register.with_names(told, work)
    run_, whole = found.run, found.whole
    money = Figures(Words("en", ""), run_.currency, exponent(run_.currency))
    print(
        f"{run_.site} {run_.month}: {whole.slips} slips, {money.amount(whole.gross)} earned, "
        f"{money.amount(whole.in_hand)} in hand, due on {run_.due_on}."
    )
    print(f"Printed on every slip: {chain.shown(found.head.code)}.")
    if approval_of(run_) is None:
        print(
            f"To be approved by headquarters finance: head {chain.shown(head_of(whole))}, "
            f"total {money.amount(whole.total)}."
        )
    print(f"Next: `jornal slips {run_.month}` for the papers.")
    return 0


def _progress(done: int, of: int) -> None:
    print(f"\rslips {done}/{of}", end="\n" if done == of else "", file=sys.stderr, flush=True)
