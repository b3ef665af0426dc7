"""`jornal daysheet`: the sheet of a day or a week to be filled by pen, and the sheet of what was recorded."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from jornal.actions import daysheet
from jornal.actions.office import Office
from jornal.cli import register
from jornal.papers.daysheet import daysheet as drawn
from jornal.papers.heads import first_language, issue
from jornal.papers.kept import OWN, private, swept, whole
from jornal.words.catalogue import LANGUAGES

Row = dict[str, Any]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "of",
        nargs="?",
        type=register.typed_day,
        metavar="day",
        help="the day, such as 2026-10-06; else today",
    )
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--week", action="store_true", help="the whole week that the day is in, on one sheet")
    forms.add_argument(
        "--recorded", action="store_true", help="what was recorded of the day, with the head of its close"
    )
    parser.add_argument("--everybody", action="store_true", help="also who has no hours planned")
    paper(parser)
    register.arguments(parser)


def paper(parser: argparse.ArgumentParser) -> None:
    """The options of how a day sheet is printed."""
    parser.add_argument("--names", action="store_true", help="with names: the passphrase is asked for")
    parser.add_argument("--paper", type=Path, metavar="FOLDER", help="where to put it; else a private folder")
    parser.add_argument("--letter", action="store_true", help="on US Letter instead of A4")
    parser.add_argument("--language", choices=LANGUAGES, help="else the first language of the site")


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Draws the sheet and says where it lies."""
    day: date | None = told.of

    def table(office: Office) -> Row:
        if told.recorded:
            return daysheet.recorded(office, day or office.day)
        make = daysheet.week if told.week else daysheet.blank
        return make(office, day or office.day, everybody=told.everybody)

    print(f"Print {printed(told, table)}.")
    return 0


def printed(told: argparse.Namespace, table: Callable[[Office], Row]) -> Path:
    """The file of a sheet, drawn with names where a passphrase is given or asked for, else with codes.

    Without `--paper` it lies in a folder that its owner alone may open and that is removed after a day. Raises what
    the table raises, CannotDraw, WrongPassphrase.
    """
    swept(register.home() / "papers")
    office = register.office(told)
    keys = register.unlocked(register.passphrase(told)) if told.names or told.passphrase else None
    try:
        found = table(replace(office, keys=keys))
    finally:
        if keys is not None:
            keys.lock()
    pdf = drawn(issue(found, told.language or first_language(found)), "us-letter" if told.letter else "a4")
    name = f"{found['site']['id']}-{found['period']['since']}-{found['form']}"
    if told.paper is None:
        path = private(register.home() / "papers" / name) / f"{name}.pdf"
    else:
        told.paper.mkdir(parents=True, exist_ok=True)
        path = told.paper / f"{name}.pdf"
    return whole(path, pdf, OWN)  # it may hold names
