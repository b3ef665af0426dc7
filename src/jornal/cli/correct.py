"""`jornal correct`: what is recorded says something else from now on; what it said before stays readable."""

import argparse

from jornal.actions.correcting import correct
from jornal.cli import register


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="KIND field=value",
        help="the kind of record, its key, and what is otherwise now",
    )
    parser.add_argument("--why", required=True, help="the reason, which stays with the correction")
    register.arguments(parser)


class NoKind(ValueError):
    """A command that names no kind of record."""

    def __init__(self, command: str) -> None:
        super().__init__(
            f"Say which record: `jornal {command} shift worker=… day=… number=1`. `jornal privacy` lists the kinds."
        )


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Corrects one fact and says where the correction stands."""
    if not told.words:
        raise NoKind("correct")
    kind, *words = told.words
    values = register.fields(words)
    fact = register.with_names(told, lambda office: correct(office, kind.replace("-", "_"), values, told.why))
    print(f"{register.place(fact)}  {fact}: corrected. `jornal history` shows what stood there before.")
    return 0
