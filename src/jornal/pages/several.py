"""A form of several lines: as many as are there and some empty ones, read line by line, empty ones left out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from jornal.actions.verb import Row
from jornal.pages import forms
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Field, Form

Known = Callable[[int], Mapping[str, Any] | None]
FEWEST, FURTHER, MOST = 3, 3, 99
"""Lines of an empty form, how many more are shown when they are asked for, and the most of a form."""


class Line(NamedTuple):
    """A line of a form by its number from 1; `given` is what the page says of it, and its fields."""

    number: int
    form: Form
    given: tuple[str, ...] = ()


@dataclass
class Lines:
    """A form with the same fields on each line, below what is asked once (`head`)."""

    head: Form
    lines: list[Line]

    @property
    def general(self) -> list[str]:
        """What is wrong and of no field."""
        lines = (f"{line.number} · {says}" for line in self.lines for says in line.form.general)
        return [*self.head.general, *lines]

    @property
    def faults(self) -> list[tuple[str, str]]:
        """What is wrong, for the list on top of the page."""
        lines = ((name, f"{line.number} · {says}") for line in self.lines for name, says in line.form.faults)
        return [*self.head.faults, *lines]

    @property
    def stands(self) -> bool:
        """Whether nothing is wrong."""
        return not self.general and not self.faults

    @property
    def fields(self) -> list[Field]:
        """Every field, to be carried on once it is read."""
        return [*self.head.fields, *(one for line in self.lines for one in line.form.fields)]


def number(desk: Desk) -> int:
    """How many lines a form that was sent has."""
    text = desk.request.POST.get("lines", "")
    return min(int(text), MOST) if text.isdecimal() and len(text) < len(str(MOST)) + 1 else FEWEST


def blank(
    desk: Desk, asked: Sequence[Asked], given: Iterable[Mapping[str, object]], *, after: int = 0
) -> list[Line]:
    """A line for each that is given, with what is known of it, numbered after those that are there."""
    return [
        Line(
            at, forms.blank(desk, _named(asked, at), {named(name, at): value for name, value in one.items()})
        )
        for at, one in enumerate(given, start=after + 1)
        if at <= MOST
    ]


def read(
    desk: Desk, asked: Sequence[Asked], row: type[Row], known: Known
) -> tuple[list[dict[str, Any]], list[Line]]:
    """The rows of the lines that were filled in, and every line as it was sent; one with faults has no row.

    `known` gives what the page knows of a line by its number, or None where nothing of it was filled in.
    """
    rows, lines = [], []
    for at in range(1, number(desk) + 1):
        fixed = known(at)
        if fixed is None:
            lines.append(Line(at, forms.blank(desk, _named(asked, at))))
            continue
        told, form = forms.read(desk, asked, row, fixed, at=named("", at))
        rows += [told] if told is not None else []
        lines.append(Line(at, form))
    return rows, lines


def typed(desk: Desk, name: str, at: int) -> str:
    """What was typed into a field of a line."""
    return forms.typed_in(desk, named(name, at))


def named(name: str, at: int) -> str:
    """The name of a field of a line."""
    return f"{name}-{at}"


def _named(asked: Sequence[Asked], at: int) -> list[Asked]:
    return [one._replace(name=named(one.name, at)) for one in asked]
