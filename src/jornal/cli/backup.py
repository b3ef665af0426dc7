"""`jornal backup`: a sealed copy of the register and of the names beside it, opened again before it counts."""

import argparse
import getpass
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from jornal.actions import backupkey
from jornal.actions.backup import back_up, checked
from jornal.actions.copybook import Contents
from jornal.cli import register
from jornal.journal import chain
from jornal.journal.hand import utc_now


class SecretWanted(ValueError):
    """A backup to be opened where nobody can be asked for its secret."""

    def __init__(self) -> None:
        super().__init__(
            "This needs the recovery code of backups, and nobody can be asked for it here. "
            "Name a file that holds it with --secret-file."
        )


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "--to", type=Path, metavar="FOLDER", help="where to, such as a stick; else `backups` in JORNAL_HOME"
    )
    parser.add_argument(
        "--check", type=Path, metavar="FILE", help="only open this backup and read it through"
    )
    secret_argument(parser)


def secret_argument(parser: argparse.ArgumentParser) -> None:
    """The option for the secret on the recovery sheet, which is else asked for."""
    parser.add_argument(
        "--secret-file",
        type=Path,
        metavar="FILE",
        help="a file with the recovery code of backups; else it is asked for",
    )


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Makes a backup, or opens one to check; gives 1 where a chain in it is broken."""
    if told.check is not None:
        contents = checked(told.check, backupkey.identity(secret(told)))
        print(f"{told.check}: whole, made {when(contents.made_at)} by jornal {contents.release}.")
        print("\n".join(reached(contents)))
        return _broken(contents)
    made = back_up(register.home(), told.to or register.home() / "backups", at=utc_now())
    print(f"{made.path}: written, opened again and read through.")
    print("\n".join(reached(made.contents)))
    print(
        f"{made.names}: the names, shut as they are."
        if made.names
        else "There are no names on this computer."
    )
    if made.pictures:
        print(f"{made.pictures} new pictures, each sealed in the folder `files` beside it.")
    if made.cleared:
        print(f"{len(made.cleared)} old ones cleared away.")
    return _broken(made.contents)


def secret(told: argparse.Namespace) -> str:
    """The secret from the file that was named, or typed unseen. Raises SecretWanted."""
    if told.secret_file is not None:
        return str(told.secret_file.read_text(encoding="utf-8").strip())
    if not sys.stdin.isatty():
        raise SecretWanted
    return getpass.getpass("Recovery code of backups, as on the sheet: ")


def reached(contents: Contents) -> Iterator[str]:
    """A line for each book: up to which entry and time, and the head to compare with paper."""
    for book in contents.books:
        at = f", recorded {when(book.at)}" if book.at else ""
        yield f"  {book.book}: {book.seq} entries, head {chain.shown(chain.code(book.digest))}{at}"


def when(at: datetime) -> str:
    """A time as the clock on this computer shows it, with UTC beside it."""
    return f"{at.astimezone():%Y-%m-%d %H:%M} ({at:%H:%M} UTC)"


def _broken(contents: Contents) -> int:
    for place in contents.broken[:5]:
        print(
            f"! Book {place.book}, entry {place.seq}: it does not follow from the one before. The backup holds it "
            "as it stands, and no older backup was cleared away. Run `jornal audit --full`, and tell headquarters."
        )
    return 1 if contents.broken else 0
