"""`jornal brief`: what a site tells headquarters of a day, or headquarters the site, as words and on paper."""

import argparse
from pathlib import Path
from typing import Any

from jornal.actions.brief import brief
from jornal.cli import register
from jornal.papers.brief import brief as drawn
from jornal.papers.brief import says
from jornal.papers.heads import first_language, issue
from jornal.papers.kept import whole
from jornal.words.catalogue import LANGUAGES


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--to", choices=("headquarters", "site"), help="who reads it; else the other side")
    parser.add_argument("--paper", type=Path, metavar="FOLDER", help="print it there as well")
    parser.add_argument("--language", choices=LANGUAGES, help="else the first language of the site")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Says the brief of the day given, or of today, and where its paper lies."""
    office = register.office(told)
    to = told.to or ("site" if office.hand.role.startswith("hq_") else "headquarters")
    table = brief(office, office.day, "headquarters" if to == "site" else "site")
    paper = issue(table, told.language or first_language(table))
    _tell(says(paper))
    if told.paper is not None:
        told.paper.mkdir(parents=True, exist_ok=True)
        path = told.paper / f"{office.site}-{office.day}-{table['form']}.pdf"
        whole(path, drawn(paper))
        print(f"\nPrint {path}.")
    return 0


def _tell(told: dict[str, Any]) -> None:
    print(" · ".join(part for part in (told["title"], told["site"], told["period"], told["record"]) if part))
    for section in told["sections"]:
        print(f"\n{section['title']}")
        for line in section["lines"]:
            print("  " + " · ".join(part for part in (line["text"], line["beside"], line["mark"]) if part))
        if not section["lines"]:
            print(f"  {section['empty']}")
