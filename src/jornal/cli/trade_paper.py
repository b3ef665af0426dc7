"""`jornal trade-paper`: the invoice, packing list, settlement or refusal of what is recorded, as a PDF."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from jornal.actions import tradepaper
from jornal.actions.office import Office
from jornal.cli import register
from jornal.papers.heads import Issue, issue
from jornal.papers.invoice import invoice
from jornal.papers.kept import whole
from jornal.papers.packinglist import packinglist
from jornal.papers.refusal import refusal
from jornal.papers.settlement import settlement
from jornal.words.catalogue import LANGUAGES

Told = Callable[[Office, str], dict[str, Any]]
PAPERS: dict[str, tuple[Told, Callable[[Issue], bytes]]] = {
    "invoice": (tradepaper.delivery, invoice),
    "packing-list": (tradepaper.delivery, packinglist),
    "settlement": (lambda _, name: tradepaper.settlement(name), settlement),
    "refusal": (lambda _, name: tradepaper.refusal(name), refusal),
}
"""What each paper is made of, and how it is drawn."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("paper", choices=sorted(PAPERS))
    parser.add_argument("name", help="the name of the delivery, settlement or checked shipment")
    parser.add_argument(
        "--out", type=Path, default=Path(), metavar="FOLDER", help="else the folder one is in"
    )
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Writes the paper and says where. With a passphrase file, an invoice credits makers who consent to it."""
    table, drawn = PAPERS[told.paper]
    if told.passphrase is None:
        found = table(register.office(told), told.name)
    else:
        found = register.with_names(told, lambda at: table(replace(at, keys=at.opened()), told.name))
    told.out.mkdir(parents=True, exist_ok=True)
    path = told.out / f"{told.paper}-{told.name}.pdf"
    whole(path, drawn(issue(found, told.language)))
    print(path)
    return 0
