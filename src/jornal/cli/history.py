"""`jornal history`: every version of one record, with who made it, when and why."""

import argparse
from collections.abc import Iterator, Sequence

from jornal.actions.correcting import versions
from jornal.cli import register
from jornal.cli.correct import NoKind
from jornal.journal.columns import Sealed
from jornal.journal.fact import Fact


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("words", nargs="*", metavar="KIND key=value", help="the kind of record and its key")


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Prints the versions, the oldest first."""
    if not told.words:
        raise NoKind("history")
    kind, *words = told.words
    print("\n".join(_told(versions(kind.replace("-", "_"), register.fields(words)))))
    return 0


def _told(found: Sequence[Fact]) -> Iterator[str]:
    yield f"{found[0]}"
    for before, fact in zip([None, *found], found, strict=False):
        who = f"{fact.by} ({fact.role.replace('_', ' ')})"
        yield f"{register.place(fact)}  {fact.recorded_at:%Y-%m-%d %H:%M} UTC  {who}  {_what(before, fact)}"
        if not fact.void:
            yield from (f"    {line}" for line in _says(before, fact))


def _what(before: Fact | None, fact: Fact) -> str:
    done = "recorded" if before is None else "taken back" if fact.void else "corrected"
    return f"{done}: {fact.why}" if fact.why else done


def _says(before: Fact | None, fact: Fact) -> Iterator[str]:
    """What a version says that the one before it did not; sealed text stays sealed."""
    for field in fact.content():
        value = getattr(fact, field.name)
        if field.name in fact.KEY or (before is not None and value == getattr(before, field.name)):
            continue
        if before is None and value in (None, "", {}, []):
            continue
        yield f"{field.name}: {'sealed' if isinstance(field, Sealed) and value else value}"
