"""`jornal owed`: where a month's money is, sum by sum: due, received, under way, not yet out."""

import argparse

from jornal.actions.approving import approval_of, found
from jornal.actions.office import Office
from jornal.cli import register
from jornal.reads.money import owed
from jornal.units.money import exponent
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("month", help="the month, such as 2026-10")
    parser.add_argument("--worker", help="only hers")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Prints every sum of the month; 1 while something has not left."""
    office: Office = register.office(told)
    run_, _ = found(office.site, told.month)
    money = Figures(Words("en", ""), run_.currency, exponent(run_.currency))
    approval = approval_of(run_)
    says = f"approved by {approval.approver}" if approval else "not approved"
    print(f"{run_.site} {run_.month}: {says}, due on {run_.due_on}.")
    sums = owed(run_, [told.worker] if told.worker else None)
    rows: list[tuple[str, ...]] = [("worker", "part", "to", "due", "received", "under way", "not out")]
    for one in sums:
        figures = (one.due, one.received, one.in_transit, one.open)
        about = (one.worker, one.part.replace("_", " "), one.payee or "her")
        rows.append((*about, *map(money.plain, figures)))
    widths = [max(len(row[column]) for row in rows) for column in range(7)]
    for row in rows:
        left = [row[column].ljust(widths[column]) for column in range(3)]
        print("  ".join([*left, *(row[column].rjust(widths[column]) for column in range(3, 7))]))
    print(f"Amounts in {run_.currency}.")
    return 1 if any(one.open > 0 for one in sums) else 0
