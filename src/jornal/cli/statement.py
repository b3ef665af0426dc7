"""`jornal statement`: what one worker was issued, paid and is still owed, month by month."""

import argparse

from jornal.cli import register
from jornal.reads.statement import slips, statement
from jornal.units.money import exponent
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("worker", help="her code")


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Prints her statement; 1 where nothing was ever issued to her."""
    rows = statement(told.worker)
    if not rows:
        print(f"Nothing was issued to {told.worker} yet. `jornal draft` shows what would be.")
        return 1
    for row in rows:
        money = Figures(Words("en", ""), row.currency, exponent(row.currency))
        by = " ".join(part for part in (row.way.replace("_", " "), row.paper) if part)
        figures = f"{money.amount(row.amount):>14}  owed {money.amount(row.owed):>14}"
        print(f"{row.day}  {row.month}  {row.what:<10}  {figures}  {by}".rstrip())
    last, run_ = slips(told.worker)[-1]
    if back := last.totals["owed_back"]:
        shown = Figures(Words("en", ""), run_.currency, exponent(run_.currency)).amount(back)
        print(f"Paid too much, and taken back only if she agrees: {shown}.")
    return 0
