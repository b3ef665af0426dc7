"""`jornal case`: a worked example, or a folder of them, and what differs."""

import argparse
from pathlib import Path

from jornal.actions.casekeys import CaseFault
from jornal.actions.cases import case_files, packaged, run_file
from jornal.units.money import major


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "file", type=Path, nargs="?", help="a case file or a folder (none: the cases that come with jornal)"
    )
    parser.add_argument("--lines", action="store_true", help="print every line, also of a case that holds")


def run(told: argparse.Namespace) -> int:
    """Runs the cases; 1 when one differs, or when one of several cannot be read."""
    files = case_files(told.file or packaged())
    if not files:
        raise ValueError(f"{told.file} holds no case. A case is a .toml file, see docs/cases.md.")
    wrong = sum(not _holds(path, told) for path in files)
    print(f"{len(files) - wrong} of {len(files)} hold")
    return 1 if wrong else 0


def _holds(path: Path, told: argparse.Namespace) -> bool:
    """Runs one case and says what came of it; one of several that cannot be read does not stop the others."""
    try:
        found, differ = run_file(path)
    except CaseFault as fault:
        if told.file == path:
            raise
        print(f"refused  {fault}")
        return False
    print(f"{'differs' if differ else 'holds  '}  {found.case.id:<12} {found.case.title}")
    for one in differ:
        print(f"           {one}")
    if told.lines or differ:
        currency = found.case.terms.site.currency
        for line in found.lines:
            print(
                f"           {line.part:<12}{line.kind:<14}{line.code:<18}{line.quantity:>8} {line.unit:<6}"
                f"{line.rate:>14}{major(line.amount, currency):>12}  {line.layer}"
            )
    return not differ
