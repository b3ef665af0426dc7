"""`jornal market`: may this go there, by this way; each place with its law and source, and nothing recorded."""

import argparse
from datetime import date

from jornal.actions.markets import Checked, answered
from jornal.cli import register
from jornal.words.catalogue import LANGUAGES, Words
from jornal.words.dates import day_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("destination", help="where it goes: a name, or a code such as DK or US-NY")
    parser.add_argument("--transit", action="append", default=[], metavar="PLACE", help="what it crosses")
    parser.add_argument(
        "--origin", default="", metavar="PLACE", help="where it was made; else where the site is"
    )
    parser.add_argument("--product", default="", help="of which product, for an opinion that is of one alone")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Prints a sentence for each place, with its source, and what stops it anywhere; 1 where it may not go."""
    row = Checked(
        shipment="asked",
        destination=told.destination,
        transit=told.transit,
        origin=told.origin,
        product=told.product,
    )
    found, words = answered(register.office(told), row), Words(told.language)
    for stop, sentence in zip(found.stops, found.sentences(), strict=True):
        said = sentence.told(words.say, lambda _, value: _written(value, words))
        print(said[:1].upper() + said[1:])
        if stop.rule is not None:
            print(f"  {stop.rule.source} ({stop.rule.confidence})")
    if (rights := found.rights()) is not None:
        print(rights.told(words.say, lambda _, value: _written(value, words)))
    return 0 if found.goes else 1


def _written(value: object, words: Words) -> object:
    return day_text(value, words.language) if isinstance(value, date) else value
