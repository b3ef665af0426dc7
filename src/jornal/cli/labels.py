"""`jornal labels`: a sheet of labels of a lot, whose codes open its passport."""

import argparse
from pathlib import Path

from django.conf import settings

from jornal.actions.passports import standing
from jornal.cli import register
from jornal.facts.labels import Item
from jornal.facts.organisation import Site
from jornal.papers.kept import whole
from jornal.papers.labels import Issued, of_passport
from jornal.units.said import Said
from jornal.words.catalogue import LANGUAGES


class NoAddress(Said):
    """Labels without the address that their codes begin with."""

    def __init__(self) -> None:
        super().__init__(
            "Say which address the codes begin with, with --address or the setting JORNAL_LABELS, such as "
            "https://id.example.org. It is printed, so it has to last."
        )


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("lot", help="the code of the lot")
    parser.add_argument("--address", default="", help="what the codes begin with; else JORNAL_LABELS")
    parser.add_argument(
        "--paper", type=Path, metavar="FOLDER", default=Path(), help="where to put it; else here"
    )
    parser.add_argument("--language", choices=LANGUAGES, help="else the first language of the site")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Draws the sheet and says where it lies."""
    address = told.address or settings.LABELS
    if not address:
        raise NoAddress
    office = register.office(told)
    issued = standing(office, told.lot)
    pieces = Item.objects.current().filter(lot=issued.lot).order_by("serial").values_list("serial", flat=True)
    spoken = Site.objects.current().get(site=office.site).languages or ["en"]
    told.paper.mkdir(parents=True, exist_ok=True)
    path = told.paper / f"labels-{issued.code}.pdf"
    of = Issued(issued.body, issued.public, list(pieces))
    whole(path, of_passport(of, address, told.language or str(next(iter(spoken))), issued.day))
    print(f"Print {path}.")
    return 0
