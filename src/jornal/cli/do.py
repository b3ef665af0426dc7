"""`jornal do`: any verb of the register, for one thing or for a file of them."""

import argparse
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Max

from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb, done
from jornal.actions.verbs import VERBS
from jornal.cli import register
from jornal.journal.entry import Entry
from jornal.journal.fact import Fact
from jornal.sheets.tables import tables
from jornal.units.faults import near

MOST_SHOWN = 40


class NoSuchVerb(ValueError):
    """A verb that there is not."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f'There is no verb "{name[:60]}".{near(name, list(VERBS))} `jornal do` lists them all.'
        )


class BadFile(ValueError):
    """A file of rows that cannot be read."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("-h", "--help", action=_Help, nargs=0, help="this text, or with a verb its fields")
    parser.add_argument("words", nargs="*", metavar="VERB field=value", help="the verb, then what it takes")
    parser.add_argument(
        "--rows",
        type=Path,
        metavar="FILE",
        help="a .csv or .xlsx with the names of the fields above its columns",
    )
    register.arguments(parser)


class _Help(argparse.Action):
    """Help of one verb where one stands before it, else of the command with the list of verbs."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        *_: Any,
    ) -> None:
        words = getattr(namespace, "words", None) or []
        if words and words[0] in VERBS:
            print("\n".join(_explained(words[0], VERBS[words[0]])))
        else:
            parser.print_help()
            print("\n" + "\n".join(_listed()))
        parser.exit()


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Does a verb, all rows or none; without one, lists them."""
    if not told.words:
        print("\n".join(_listed()))
        return 0
    name, *words = told.words
    if name not in VERBS:
        raise NoSuchVerb(name)
    shared = register.fields(words)
    rows = [shared | row for row in rows_in(told.rows)] if told.rows else [shared]
    ends = dict(Entry.objects.values_list("book").annotate(Max("seq")))

    def work(office: Office) -> tuple[Sequence[Fact], list[str]]:
        return done(name, VERBS[name], office, rows), _doubts(office, VERBS[name], rows)

    facts, doubts = register.with_names(told, work)
    _tell(facts, ends)
    for says in doubts:
        print(says)
    return 0


def _doubts(office: Office, verb: Verb, rows: Sequence[Mapping[str, str]]) -> list[str]:
    """What looks wrong with rows that were recorded all the same, each with its number where there are several."""
    found = [(number, verb.doubt(office, row)) for number, row in enumerate(rows, start=1)]
    return [f"Look again{f', row {at}' if len(rows) > 1 else ''}: {says}" for at, says in found if says]


def _tell(facts: Sequence[Fact], ends: dict[str, int]) -> None:
    """What was recorded and where it stands; what stood there before is told apart."""
    for fact in facts[:MOST_SHOWN]:
        old = fact.seq <= ends.get(fact.book, 0)
        print(f"{register.place(fact)}  {fact}{' (already recorded)' if old else ''}")
    if len(facts) > MOST_SHOWN:
        print(f"… and {len(facts) - MOST_SHOWN} more, to {register.place(facts[-1])}.")
    new = [fact for fact in facts if fact.seq > ends.get(fact.book, 0)]
    before = len(facts) - len(new)
    print(f"{len(new)} recorded." + (f" {before} recorded already: nothing was changed." if before else ""))


def rows_in(path: Path) -> list[dict[str, str]]:
    """The filled cells of each row under the first, which holds the names of the fields. Raises BadFile, SheetFault."""
    first = next(tables(path))
    if first.spoiled:
        raise BadFile(
            f"{first.place(min(first.spoiled))} holds characters nobody can see. Type the row again."
        )
    heads = [cell.strip().lower().replace(" ", "_").replace("-", "_") for cell in first.rows[0].cells]
    if len(set(heads)) < len(heads) or "" in heads:
        raise BadFile(
            f"{first.place(first.rows[0].number)}: give each column the name of one field, each once."
        )
    for row in first.rows[1:]:
        if len(row.cells) > len(heads):
            raise BadFile(
                f"{first.place(row.number)} has more cells than there are fields above. Correct the row."
            )
    rows = [zip(heads, row.cells, strict=False) for row in first.rows[1:]]
    return [{name: cell for name, cell in row if cell} for row in rows]


def _listed() -> Iterator[str]:
    """Every verb under its subject, with its sentence."""
    subject, width = "", max((len(name) for name in VERBS), default=0)
    for name, verb in VERBS.items():
        here = verb.do.__module__.rpartition(".")[2]
        if here != subject:
            yield ("\n" if subject else "") + f"{here}:"
            subject = here
        yield f"  {name.ljust(width)}  {verb.says}"
    yield "\n`jornal do VERB --help` tells what a verb takes."


def _explained(name: str, verb: Verb) -> Iterator[str]:
    """A verb: its sentence, who does it, and each field with what it takes."""
    yield f"jornal do {name} field=value …\n"
    yield verb.says
    about = (verb.row.__doc__ or "").strip()
    if about:
        yield "\n".join(line.strip() for line in about.splitlines())
    yield f"Done by: {', '.join(verb.roles)}.\n"
    width = max((len(field) for field in verb.row.model_fields), default=0)
    for field, takes in _fields(verb.row):
        yield f"  {field.ljust(width)}  {takes}"


def _fields(row: type[Row]) -> Iterator[tuple[str, str]]:
    for name, field in row.model_fields.items():
        takes = _takes(field.annotation)
        if not field.is_required():
            usual = None if field.default_factory else field.get_default()
            takes += f"; else {usual}" if usual not in (None, "") else "; may be left out"
        yield name, takes + (f" ({field.description})" if field.description else "")


def _takes(kind: Any) -> str:
    """What a field takes, in words."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        return " or ".join(map(str, parts))
    if origin in (typing.Union, types.UnionType):
        return " or ".join(_takes(part) for part in parts if part is not type(None))
    if origin is typing.Annotated:
        return _takes(parts[0])
    if origin in (list, tuple, set, frozenset):
        return f"several, each {_takes(parts[0])}" if parts and parts[0] is not dict else "several"
    plain = {str: "text", int: "a whole number", date: "a day, 2026-10-31", bool: "true or false"}
    return plain.get(kind, getattr(kind, "__name__", str(kind)))
