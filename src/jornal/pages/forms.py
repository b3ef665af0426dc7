"""Forms from the rows of verbs: fields with their words, what was typed kept, each fault beside its field."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from jornal.actions.verb import Row
from jornal.pages.desk import Desk
from jornal.units.said import Said
from jornal.words.dates import day_text

WANTED = "Fill this in."
UNSEEN = "It holds a character nobody can see. Type it again."
SAYS = {
    "missing": WANTED,
    "int_parsing": "Write a whole number.",
    "int_from_float": "Write a whole number.",
    "greater_than_equal": "Write {ge} or more.",
    "less_than_equal": "Write {le} or less.",
    "string_too_long": "Write at most {max_length} letters.",
    "string_too_short": WANTED,
    "literal_error": "Choose one of those listed.",
    "date_from_datetime_parsing": "Write the day as 2026-10-31.",
    "date_parsing": "Write the day as 2026-10-31.",
}
"""What is said of a field that cannot be read, by the reader's name for what is wrong."""


class Choice(NamedTuple):
    """One of several: its value and its words, which are said already."""

    value: str
    label: str


class Asked(NamedTuple):
    """A field of a form: its name in the verb's row, the key of its label, of its hint, how it is asked."""

    name: str
    label: str
    hint: str = ""
    kind: str = "text"
    choices: tuple[Choice, ...] = ()
    wanted: bool = False


@dataclass
class Field:
    """A field as it is shown."""

    name: str
    label: str
    hint: str
    kind: str
    choices: tuple[Choice, ...]
    wanted: bool
    value: str = ""
    fault: str = ""


@dataclass
class Form:
    """A form as it is shown; `faults` are those of fields, as (id of the field, sentence), in their order."""

    fields: list[Field]
    general: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[tuple[str, str]]:
        """What is wrong, for the list on top of the page."""
        return [(f"f-{one.name}", f"{one.label}: {one.fault}") for one in self.fields if one.fault]

    @property
    def stands(self) -> bool:
        """Whether nothing is wrong."""
        return not self.general and not self.faults

    def by(self, name: str) -> Field:
        """The field of a name."""
        return next(one for one in self.fields if one.name == name)


def blank(desk: Desk, asked: Sequence[Asked], given: Mapping[str, object] | None = None) -> Form:
    """A form that nobody filled in yet, with what is given already."""
    values = given or {}
    return Form([
        Field(
            one.name, desk.say(one.label), desk.say(one.hint), one.kind, one.choices, one.wanted,
            str(values.get(one.name, "") if values.get(one.name) is not None else ""),
        )
        for one in asked
    ])  # fmt: skip


def read(
    desk: Desk,
    asked: Sequence[Asked],
    row: type[Row],
    fixed: Mapping[str, Any] | None = None,
    *,
    apart: Collection[str] = (),
) -> tuple[dict[str, Any] | None, Form]:
    """The fields of a form that was sent, for a verb's row; None for them where a field cannot be read.

    `fixed` is what the page knows itself and no field asks; fields `apart` are none of the row's. Nothing that was
    typed is lost; lines end as on paper, whatever the browser makes of them.
    """
    typed = {one.name: typed_in(desk, one.name) for one in asked}
    form = blank(desk, asked, typed)
    for one in form.fields:
        if one.wanted and not one.value:
            one.fault = desk.say(WANTED)
        elif "\0" in one.value:
            one.fault = desk.say(UNSEEN)
    told = {name: value for name, value in typed.items() if value != ""} | dict(fixed or {})
    try:
        row(**{name: value for name, value in told.items() if name not in apart})
    except ValidationError as wrong:
        _placed(desk, form, wrong)
    return (told if form.stands else None), form


def said(desk: Desk, one: Field) -> str:
    """What was answered, as it is read once more: a choice by its words, a day as it is written here."""
    if one.kind == "day":
        try:
            return day_text(date.fromisoformat(one.value), desk.words.language)
        except ValueError:
            return one.value
    return next((choice.label for choice in one.choices if choice.value == one.value), one.value)


def typed_in(desk: Desk, name: str) -> str:
    """What was typed into a field, without spaces around it."""
    return desk.request.POST.get(name, "").replace("\r\n", "\n").strip()


def _placed(desk: Desk, form: Form, wrong: ValidationError) -> None:
    """Each fault beside its field; one of no field on top."""
    for one in wrong.errors():
        name = str(one["loc"][0]) if one["loc"] else ""
        key = SAYS.get(one["type"])
        context = one.get("ctx", {})
        fault = context.get("error")
        if isinstance(fault, Said):
            says = desk.told(fault)
        else:
            says = desk.say(key, **context) if key else one["msg"].removeprefix("Value error, ")
        where = next((each for each in form.fields if each.name == name), None)
        if where is None:
            form.general.append(f"{name}: {says}" if name else says)
        elif not where.fault:
            where.fault = says
