"""`jornal template`: the files to fill in, with headers in one language and an example in each."""

import argparse
from datetime import datetime
from pathlib import Path

from jornal.sheets.template import write
from jornal.terms.kinds import LANGUAGES


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "folder", type=Path, nargs="?", default=Path("sheets"), help="where to put them (default: sheets)"
    )
    parser.add_argument("--language", default="en", choices=LANGUAGES, help="the language of the headers")
    parser.add_argument(
        "--month", help="the month of the attendance grid, such as 2026-10 (default: the present month)"
    )


def run(told: argparse.Namespace) -> int:
    """Writes the templates; a file that is there already is left alone and named."""
    month = told.month or datetime.now().astimezone().strftime("%Y-%m")
    for path, written in write(told.folder, told.language, month):
        print(f"{path}" if written else f"{path} is there already and was left alone.")
    return 0
