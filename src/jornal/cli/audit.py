"""`jornal audit`: every check of the register on a line, ok or FAULT, and what no paper witnesses."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from jornal.actions.audit import Asked, Checked, audited
from jornal.cli import register
from jornal.journal import node
from jornal.journal.vaultlog import Reader


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "--full", action="store_true", help="from the first entry, with every table and every run made again"
    )
    parser.add_argument(
        "--head",
        action="append",
        default=[],
        metavar="CODE",
        help="the ten characters of a payslip, statement or day sheet; may be given again",
    )
    parser.add_argument(
        "--archive",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="an archive of texts that were put away: whether it is still what was written; may be given again",
    )
    parser.add_argument(
        "--passphrase",
        type=Path,
        metavar="FILE",
        help="a file that holds the passphrase: then tallies are computed again too",
    )


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Prints each check as it is done; 1 where one found a fault."""
    node.kept(register.home())
    keys = register.unlocked(register.passphrase(told)) if told.passphrase else None
    reader = Reader(str(register.desk().get("by", "audit")), "audit", datetime.now(UTC)) if keys else None
    wrong = 0
    for found in audited(Asked(told.full, tuple(told.head), keys, reader, tuple(told.archive))):
        _tell(found)
        wrong += len(found.faults)
    if keys:
        keys.lock()
    print(
        "Everything that was looked at stands."
        if not wrong
        else f"{wrong} faults. Keep the register as it is."
    )
    return 1 if wrong else 0


def _tell(found: Checked) -> None:
    if found.stands:
        print(f"ok     {found.name}: {'; '.join(found.says)}." if found.says else f"ok     {found.name}")
        return
    print(f"FAULT  {found.name}")
    for fault in found.faults:
        print(f"       {fault}")
