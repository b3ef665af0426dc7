"""`jornal lighten`: texts of what is older than 24 months go into a sealed archive, and the register gets smaller."""

import argparse
from pathlib import Path

from jornal.actions.lighten import Lightened, lighten
from jornal.cli import register
from jornal.journal import chain


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "--to", type=Path, metavar="FOLDER", help="where the archive goes; else `archives` in JORNAL_HOME"
    )
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Puts texts away and says which; gives 1 where the file could not be made smaller after it."""
    home = register.home()
    found = lighten(register.office(told), home, told.to or home / "archives")
    if found.archive:
        print(f"{found.archive}: every text there is, sealed, opened again and read through.")
        print("Keep a copy of it elsewhere, beside the recovery sheet. Nothing ever clears it away.")
    for cut in found.cuts:
        print(
            f"  {cut.head.book}: {cut.texts} texts before entry {cut.head.seq}, closed on "
            f"{cut.head.signed_at:%Y-%m-%d} with head {chain.shown(cut.head.code)}; each comes out again from its row."
        )
    if not found.cuts:
        print("Nothing was put away: no month that was closed 24 months ago has texts before it.")
    return _sizes(found)


def _sizes(found: Lightened) -> int:
    if found.told:
        print(
            f"The file could not be made smaller ({found.told}). Close other programs, make room for a second "
            "copy of it, and run this again."
        )
        return 1
    print(f"The register: {_megabytes(found.before)} MB before, {_megabytes(found.after)} MB now.")
    return 0


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"
