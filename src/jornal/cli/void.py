"""`jornal void`: takes back what is recorded; it stays readable with the reason."""

import argparse

from jornal.actions.correcting import take_back
from jornal.cli import register
from jornal.cli.correct import NoKind


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("words", nargs="*", metavar="KIND key=value", help="the kind of record and its key")
    parser.add_argument("--why", required=True, help="the reason, which stays with it")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Takes one fact back and says where that stands."""
    if not told.words:
        raise NoKind("void")
    kind, *words = told.words
    values = register.fields(words)
    fact = register.with_names(
        told, lambda office: take_back(office, kind.replace("-", "_"), values, told.why)
    )
    print(f"{register.place(fact)}  {fact}: taken back. Recording it again makes it stand again.")
    return 0
