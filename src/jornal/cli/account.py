"""`jornal account`: who signs in at this computer, opened, given new codes, reset with the recovery sheet, closed."""

import argparse
import getpass
import sys
from collections.abc import Iterator
from pathlib import Path

from django.utils import timezone

from jornal.accounts import members, tables
from jornal.accounts.members import Start
from jornal.accounts.models import Account
from jornal.actions.office import check
from jornal.cli import register
from jornal.journal import node, recovery
from jornal.units.identifiers import tidy

ROLE = "hq_operations"
CONSOLE = "console"
"""Who reset an account with the recovery sheet, as the pages tell it."""


class SheetWanted(ValueError):
    """A reset where nobody can be asked for the recovery sheet."""

    def __init__(self) -> None:
        super().__init__(
            "This needs the code of the names on the recovery sheet, and nobody can be asked for it here. "
            "Name a file that holds it with --secret-file."
        )


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    inner = parser.add_subparsers(dest="what", required=True, metavar="list|open|codes|reset|close")
    inner.add_parser("list", help="every account, and how many codes it has left")
    said = {
        "open": "open an account, or a closed one again; prints what its owner starts with",
        "codes": "new codes in place of a lost sheet",
        "reset": "a new first passphrase and codes, where nobody can sign in to give them; asks for the recovery sheet",
        "close": "close an account; whoever is signed in with it is out",
    }
    by_name = {what: inner.add_parser(what, help=says) for what, says in said.items()}
    for what, one in by_name.items():
        one.add_argument("staff", help="the code of a member of staff, such as S004Z")
        if what != "reset":
            register.arguments(one)
    by_name["reset"].add_argument(
        "--secret-file",
        type=Path,
        metavar="FILE",
        help="a file with the code of the names on the recovery sheet; else it is asked for",
    )


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Does it, and prints what somebody starts with, once."""
    home = register.home()
    node.kept(home)
    tables.opened(home)
    if told.what == "list":
        print("\n".join(_listed()))
        return 0
    staff = tidy(told.staff)
    if told.what == "reset":
        register.unlocked(_code(told)).lock()
        print("\n".join(slip(members.reset(staff, CONSOLE, timezone.now()))))
        return 0
    by = _by(told)
    if told.what == "close":
        members.closed(staff, by, timezone.now())
        print(f"The account of {staff} is closed, and it is signed out everywhere.")
        return 0
    make = members.opened if told.what == "open" else members.codes_again
    print("\n".join(slip(make(staff, by, timezone.now()))))
    return 0


def slip(start: Start) -> Iterator[str]:
    """What somebody starts with, to be written on a slip and given to nobody else."""
    codes = "   ".join(f"{code[:4]} {code[4:]}" for code in start.codes)
    yield ""
    yield f"SIGN-IN OF {start.staff}. Write this on a slip for {start.staff} alone; it is shown this once."
    yield f"  code             {start.staff}"
    if start.passphrase:
        yield f"  first passphrase {start.passphrase}"
    yield f"  one-time codes   {codes}"
    yield "At the first sign-in it is replaced by a passphrase and a printed sheet that nobody else has seen."
    yield ""


def _by(told: argparse.Namespace) -> str:
    """Who does it, in the role that may. Raises NotYourRole, NotGranted."""
    told.role, told.site = told.role or ROLE, told.site or register.HEADQUARTERS
    office = register.office(told)
    check(office, f"account {told.what}", (ROLE,))
    return office.hand.by


def _code(told: argparse.Namespace) -> str:
    """The code of the names as it is printed on the recovery sheet. Raises SheetWanted, Mistyped."""
    if told.secret_file is not None:
        typed = told.secret_file.read_text(encoding="utf-8").splitlines()[0]
    elif not sys.stdin.isatty():
        raise SheetWanted
    else:
        typed = getpass.getpass("The code of the names on the recovery sheet: ")
    return recovery.read(typed)


def _listed() -> Iterator[str]:
    """A line for each account."""
    accounts = [one for one in Account.objects.order_by("staff") if one.is_open or not one.is_active]
    left = members.left(accounts)
    if not accounts:
        yield "Nobody has an account yet. Open one with `jornal account open`."
    for one in accounts:
        if not one.is_open:
            yield f"{one.staff}  closed"
            continue
        codes = f"{left.get(one.staff, 0)} codes left"
        yield f"{one.staff}  {'not begun yet, ' if one.wants else ''}{codes}"
