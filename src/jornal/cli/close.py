"""`jornal close`: the end of a day or of a month, with the ten characters that go on paper."""

import argparse

from jornal.actions.backup import back_up
from jornal.actions.closing import close_day, close_month
from jornal.actions.daysheet import recorded
from jornal.actions.office import Office
from jornal.cli import daysheet, register
from jornal.journal import chain
from jornal.journal.entry import Head
from jornal.journal.hand import utc_now
from jornal.units.money import exponent
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    inner = parser.add_subparsers(dest="what", required=True, metavar="day|month")
    day = inner.add_parser(
        "day", help="Sign the books as they stand tonight, and print the day sheet that bears the characters."
    )
    daysheet.paper(day)
    register.arguments(day)
    month = inner.add_parser(
        "month", help="Close an issued month: what is unpaid or asked stays open, and is named."
    )
    month.add_argument("month", help="the month, such as 2026-10")
    register.arguments(month)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Closes the day or the month."""
    office = register.office(told)
    if told.what == "day":
        return _day(told, office)
    closed = close_month(office, told.month)
    currency = closed.currency
    money = Figures(Words("en", ""), currency, exponent(currency))
    fact = closed.fact
    print(
        f"{fact.site} {fact.month} is closed: {money.amount(fact.unpaid)} not yet out, "
        f"{money.amount(fact.in_transit)} under way, {fact.open_questions} questions open."
    )
    print(f"Keep this on paper: {chain.shown(closed.head.code)}.")
    return 0


def _day(told: argparse.Namespace, office: Office) -> int:
    """The heads of tonight, the day sheet that bears them, and the backup; 1 where one of the latter failed."""
    heads = close_day(office)
    for head in heads:
        print(f"{head.book} {head.seq}: {chain.shown(head.code)}")
    return max(_sheet(told, heads) if office.site else 0, _backed_up())


def _sheet(told: argparse.Namespace, heads: list[Head]) -> int:
    """The day sheet, to be printed and kept by others; 1 where it cannot be made, which stops nothing else."""
    try:
        path = daysheet.printed(told, lambda office: recorded(office, office.day, heads))
    except (ValueError, OSError) as fault:
        print(f"No day sheet was made: {fault} Write the characters above on paper.")
        return 1
    print(f"Print {path} and give it to somebody outside the workshop: the characters on it are the witness.")
    return 0


def _backed_up() -> int:
    """The backup of the day where backups lie; 1 where none could be made, which stops nothing else."""
    home = register.home()
    try:
        made = back_up(home, home / "backups", at=utc_now())
    except (ValueError, OSError) as fault:
        print(f"No backup was made: {fault}")
        return 1
    print(f"{made.path}: written, opened again and read through. Copy it to a stick that is kept elsewhere.")
    return 0
