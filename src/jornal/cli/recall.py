"""`jornal recall`: every lot that holds some of a lot of material, where its pieces are, and who bought them."""

import argparse

from jornal.actions.materials import MaterialNotKnown
from jornal.cli import register
from jornal.cli.lineage import whereabouts
from jornal.reads.lineage import recall
from jornal.units.identifiers import tidy
from jornal.units.parts import Part
from jornal.words.catalogue import LANGUAGES, Words


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("code", help="the code of a lot of material")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Prints the lots a recall is about; 0 also where it is about none."""
    code = tidy(told.code)
    found = recall(code)
    if found is None:
        raise MaterialNotKnown(code, Part("any site"))
    material, lots = found
    words = Words(told.language)
    print(f"{material.code}  {material.material} {material.quantity}  {material.country} {material.origin}")
    print(words.count(len(lots), "It is in {number} lot", "It is in {number} lots"))
    for one in lots:
        print(f"\n{one.of.lot.code}  {one.of.label}, {one.of.lot.site}")
        print("\n".join(whereabouts(one, words)))
    return 0
