"""`jornal attach`: a picture kept beside the register, cleaned, and recorded as a photo or a version of a design."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from jornal.actions import filed
from jornal.actions.office import Office
from jornal.actions.pictures import LARGEST, TooLarge
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.cli import register
from jornal.journal.fact import Fact


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path, help="a picture as PNG, JPEG or WebP of at most 10 MB")
    parser.add_argument(
        "words",
        nargs="+",
        metavar="field=value",
        help="of attach-photo (question=q-s1 people=none), or of add-version where a design is named",
    )
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Keeps the picture and records what it belongs to; a picture that nothing records is kept all the same."""
    row = register.fields(told.words)
    if told.file.stat().st_size > LARGEST:
        raise TooLarge(told.file.name)
    kept = filed.keep(Path(settings.HOME), told.file.read_bytes(), told.file.name)
    verb = "add-version" if "design" in row else "attach-photo"
    row |= {"file_digest": kept.digest}
    if verb == "add-version":
        row |= {name: str(value) for name, value in kept.row().items()}

    def work(office: Office) -> Sequence[Fact]:
        return done(verb, VERBS[verb], office, [row])

    for fact in register.with_names(told, work):
        print(f"{register.place(fact)}  {fact}")
    print(f"Kept {kept.size} bytes of {kept.kind} as {kept.digest[:10]}, without what else the file said.")
    return 0
