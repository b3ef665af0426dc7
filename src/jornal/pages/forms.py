"""Forms from the rows of verbs: fields with their words, what was typed kept, each fault beside its field."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from jornal.actions.verb import Row
from jornal.pages import inwords, uploads
from jornal.pages.desk import Desk
from jornal.units.faults import UnitsFault
from jornal.units.letters import fold
from jornal.units.money import minor
from jornal.units.said import Said
from jornal.words.dates import day_text

WANTED = "Fill this in."
NOT_AN_AMOUNT = "Write an amount such as 12.50."
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
    """A field of a form: its name in the verb's row, the key of its label, of its hint, how it is asked.

    Kinds are "text", "long", "number", "day", "choice" (all in sight), "select", "money" (an amount in the currency
    here; the row gets minor units) and "rate" (a decimal number); for both of these "unknown" may be said. A
    "country" is said by its name or letters, "ticks" are answers to a checklist (`inwords`). Of a "file", a picture,
    the row gets the ticket of `uploads`.
    """

    name: str
    label: str
    hint: str = ""
    kind: str = "text"
    choices: tuple[Choice, ...] = ()
    wanted: bool = False

    def offering(self, found: Iterable[tuple[str, str]]) -> "Asked":
        """The field with these to choose from, value and words; typed where there are none."""
        choices = tuple(Choice(value, label or value) for value, label in found)
        return self._replace(choices=choices) if choices else self._replace(kind="text")


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
    def takes_files(self) -> bool:
        """Whether a file may be sent with it."""
        return any(one.kind == "file" for one in self.fields)

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
    at: str = "",
) -> tuple[dict[str, Any] | None, Form]:
    """The fields of a form that was sent, for a verb's row; None for them where a field cannot be read.

    `fixed` is what the page knows itself and no field asks. A field that the row does not have is given back as it
    was typed. Nothing that was typed is lost; lines end as on paper, whatever the browser makes of them. `at` ends
    the name of every field, where a form asks the same of several lines.
    """
    form = blank(desk, [one._replace(name=one.name + at) for one in asked])
    for one in form.fields:
        one.value = typed_in(desk, one.name)
    for one in form.fields:
        if one.kind == "file":
            _file(desk, one)
        elif one.wanted and not one.value:
            one.fault = desk.say(WANTED)
        elif "\0" in one.value:
            one.fault = desk.say(UNSEEN)
    told: dict[str, Any] = {one.name.removesuffix(at): _amount(desk, one) for one in form.fields if one.value}
    told |= fixed or {}
    apart = {one.name for one in asked} - row.model_fields.keys()
    try:
        row(**{name: value for name, value in told.items() if name not in apart})
    except ValidationError as wrong:
        _placed(desk, form, wrong, at)
    return (told if form.stands else None), form


def tried(desk: Desk, form: Form, work: Callable[[], object]) -> bool:
    """Whether the work on what was read goes through; where it is refused, the form says why on top."""
    try:
        work()
    except ValueError as fault:
        form.general.append(desk.told(fault))
        return False
    return True


def answers(form: Form, language: str) -> list[tuple[str, str]]:
    """The answers of a form as they are read once more: label, and what was answered in words."""
    return [(one.label, said(one, language)) for one in form.fields if one.value]


def said(one: Field, language: str) -> str:
    """What was answered, as it is read once more: a choice by its words, a day as it is written here."""
    if one.kind == "day":
        try:
            return day_text(date.fromisoformat(one.value), language)
        except ValueError:
            return one.value
    return next((choice.label for choice in one.choices if choice.value == one.value), one.value)


def typed_in(desk: Desk, name: str) -> str:
    """What was typed into a field, without spaces around it."""
    return desk.request.POST.get(name, "").replace("\r\n", "\n").strip()


def _file(desk: Desk, one: Field) -> None:
    """The picture that was sent, by its ticket and its name; one that is not taken says why."""
    try:
        found = uploads.sent(desk, one.name)
    except UnitsFault as fault:
        found, one.fault = None, desk.told(fault)
    one.value, one.choices = (found.ticket, (Choice(found.ticket, found.label),)) if found else ("", ())
    if one.wanted and not one.value and not one.fault:
        one.fault = desk.say(WANTED)


def _amount(desk: Desk, one: Field) -> str:
    """A value as verbs take it: money in minor units, a rate with a point, words as codes; else it gets its fault."""
    if one.kind not in ("money", "rate"):
        return inwords.plain(desk, one.kind, one.value)
    if fold(one.value) == fold(desk.say("unknown")):
        return "unknown"
    text = one.value.replace(",", ".")
    if one.kind == "rate":
        return text
    try:
        return str(minor(text, desk.figures.currency))
    except UnitsFault:
        one.fault = desk.say(NOT_AN_AMOUNT)
        return "0"


def _placed(desk: Desk, form: Form, wrong: ValidationError, at: str) -> None:
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
        where = next((each for each in form.fields if each.name == name + at), None)
        if where is None:
            form.general.append(f"{name}: {says}" if name else says)
        elif not where.fault:
            where.fault = desk.say(NOT_AN_AMOUNT) if where.kind == "money" and fault else says
