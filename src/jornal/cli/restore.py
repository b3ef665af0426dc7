"""`jornal restore`: a register out of a backup, on a machine that has none."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from jornal.actions import backupkey
from jornal.actions.backup import NAMES, fingerprint
from jornal.actions.restore import Asked, Restored, forgotten_in, restore
from jornal.cli import register
from jornal.cli.backup import reached, secret, secret_argument, when
from jornal.journal import chain


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path, help="the backup, jornal-….backup")
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="where to; else JORNAL_HOME")
    parser.add_argument("--by", required=True, help="who restores: the token of a member of staff")
    parser.add_argument("--role", default="site_manager", help="in which role; else site_manager")
    parser.add_argument(
        "--names", type=Path, metavar="FILE", help="the copy of the names; else the one beside the backup"
    )
    parser.add_argument(
        "--also", type=Path, action="append", default=[], metavar="FILE",
        help="who was forgotten since: a later backup, or a text with one token on each line; may be given again",
    )  # fmt: skip
    parser.add_argument(
        "--as-it-stands", action="store_true", help="restore a backup whose chain is broken too, as evidence"
    )
    secret_argument(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Restores, and says what it reaches, what may be missing, and what headquarters has to know."""
    typed = secret(told)
    identity = backupkey.identity(typed)
    beside = told.file.with_suffix(NAMES)
    asked = Asked(
        told.file,
        told.to or register.home(),
        typed,
        told.by,
        told.role.replace("-", "_"),
        names=told.names or (beside if beside.exists() else None),
        forgotten=tuple(token for path in told.also for token in forgotten_in(path, identity)),
        as_it_stands=told.as_it_stands,
    )
    found = restore(asked)
    print("\n".join(_told(asked, found)))
    for fault in found.faults:
        print(f"! {fault}", file=sys.stderr)
    return 1 if found.faults else 0


def _told(asked: Asked, found: Restored) -> Iterator[str]:
    yield f"{asked.home}: the register is there again, {found.contents.entries} entries, each proved by its chain."
    yield "It reaches up to here. Hold it against the last payslip and day sheet: `jornal audit --head CODE`."
    yield from reached(found.contents)
    yield (
        f"What was recorded after {when(found.contents.made_at)} is not in it. "
        "If headquarters holds more of a book than stands here, record nothing yet and ask there. Else record from "
        "paper what was done after that."
    )
    if found.opened:
        code = chain.shown(fingerprint(found.public_key))
        yield (
            f"This computer has a new key, {code}, and writes {', '.join(found.opened)} from now on. Read these ten "
            "characters to headquarters, and say that the old computer writes no more: what it still writes is "
            "refused everywhere."
        )
    else:
        yield "No book is written on this computer; it can be read here."
    if found.names:
        yield f"The names open with the passphrase as before. Forgotten stays forgotten: {len(found.forgotten)} people."
    else:
        yield "The names are not here. Put back their copy with --names, or fetch them from headquarters."
    if found.pictures:
        yield f"{found.pictures} pictures are there again."
    for path in found.damaged:
        yield f"! The picture in {path} does not open, or is another; take it from another backup."
    yield "Accounts are in no backup. `jornal account reset` opens the first one, with the recovery sheet."
    yield "Now make a new backup (`jornal backup`), and destroy older copies of the names."
