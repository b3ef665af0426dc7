"""Forms from the rows of verbs: fields with their words, what was typed kept, each fault beside its field."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from jornal.actions.verb import NOT_READ, UNREAD, WANTED, Row
from jornal.pages import fieldkinds, inwords, uploads
from jornal.pages.desk import Desk
from jornal.units.faults import UnitsFault
from jornal.units.letters import fold
from jornal.units.money import exponent, minor
from jornal.units.said import Said
from jornal.words.dates import day_text

NOT_AN_AMOUNT = "Write an amount such as 12.50."
UNSEEN = "It holds a character nobody can see. Type it again."
MOST_TICKED = 60
"""Of more than these nobody ticks one: their codes are typed."""
IN_TERMS = ("contract", "grade", "jurisdiction", "operation", "step", "trade")
"""What stands in the terms: it is typed where none are adopted yet."""
NOTHING = {"select": "nothing", "choice": "nothing"}
TYPED = "Several with semicolons between."
FEW = 5
"""A form of no more fields shows them all."""


class Choice(NamedTuple):
    """One of several: its value and its words, which are said already."""

    value: str
    label: str


class Asked(NamedTuple):
    """A field of a form: its name in the verb's row, the key of its label, of its hint, how it is asked.

    Kinds are "text", "long", "number", "day", "choice" (all in sight), "select", "money" (an amount in the currency
    here; the row gets minor units), "price" (the same with any decimals) and "rate" (a decimal number); for these
    "unknown" may be said. Of a "file", a picture, the row gets the ticket of `uploads`. A "share" is typed of a
    hundred and "minutes" as hours, "lines" one thing a line, "several" are ticked, a "paper" gives its digest, a
    "month" is one of a year, a "short" name is made of the "label" where none is typed; a "country" is said by its
    name or letters, "limits" by their words, "ticks" are answers to a checklist (`inwords`). Where a text has choices
    they are offered beside it. What is not `wanted` is folded away in a long form, unless `seen`.
    """

    name: str
    label: str
    hint: str = ""
    kind: str = "text"
    choices: tuple[Choice, ...] = ()
    wanted: bool = False
    seen: bool = False

    def offering(self, found: Iterable[tuple[str, str]]) -> "Asked":
        """The field with these to choose from, value and words; where there are none it says so, or is typed."""
        choices = tuple(Choice(value, label or value) for value, label in found)
        if choices and not (self.kind == "several" and len(choices) > MOST_TICKED):
            return self._replace(choices=choices)
        if self.kind == "several":
            return self._replace(kind="text", hint=self.hint or TYPED)
        return self._replace(kind="text" if self.name in IN_TERMS else NOTHING.get(self.kind, self.kind))


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
    seen: bool = False
    told: bool = False
    """Whether somebody said what stands in it, and not only what is usual."""

    @property
    def ticked(self) -> list[str]:
        """Those that are chosen, where it may be several."""
        return fieldkinds.several(self.value)

    @property
    def head(self) -> str:
        """How the digest of its paper begins."""
        return self.value[:8]


@dataclass
class Form:
    """A form as it is shown; `faults` are those of fields, as (id of the field, sentence), in their order."""

    fields: list[Field]
    general: list[str] = field(default_factory=list)
    folds: bool = False

    @property
    def first(self) -> list[Field]:
        """The fields that are in sight."""
        return [one for one in self.fields if not self._folded(one)]

    @property
    def more(self) -> list[Field]:
        """Those that may stay empty, of a long form: folded away until they are asked for."""
        return [one for one in self.fields if self._folded(one)]

    @property
    def unfolded(self) -> bool:
        """Whether something stands in a field that may stay empty, or is wrong there."""
        return any(one.told or one.fault for one in self.more)

    def _folded(self, one: Field) -> bool:
        return self.folds and len(self.fields) > FEW and not (one.wanted or one.seen)

    @property
    def faults(self) -> list[tuple[str, str]]:
        """What is wrong, for the list on top of the page."""
        return [(f"f-{one.name}", f"{one.label}: {one.fault}") for one in self.fields if one.fault]

    @property
    def takes_files(self) -> bool:
        """Whether a file may be sent with it."""
        return any(one.kind in ("file", "paper") for one in self.fields)

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
            fieldkinds.shown(one.kind, values.get(one.name)), seen=one.seen,
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
        one.value = _sent(desk, one)
        one.told = bool(one.value)
    for one in form.fields:
        if one.kind == "short" and not one.value:
            one.value = fieldkinds.short(form.by("label").value)
            one.fault = "" if one.value else desk.say(WANTED)
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
    """What was answered, as it is read once more: choices by their words, a day as it is written here."""
    if one.kind == "day":
        try:
            return day_text(date.fromisoformat(one.value), language)
        except ValueError:
            return one.value
    if one.kind == "share":
        return f"{one.value.rstrip(' %')} %"
    found = {choice.value: choice.label for choice in one.choices}
    if one.kind == "several":
        return ", ".join(found.get(each, each) for each in one.ticked)
    return found.get(one.value, one.value)


def _sent(desk: Desk, one: Field) -> str:
    """What was sent of a field: what was typed, all that was ticked, or the digest of a paper."""
    if one.kind == "several":
        return fieldkinds.together(desk.request.POST.getlist(one.name))
    if one.kind == "paper":
        return fieldkinds.digest(desk.request.FILES.get(one.name)) or typed_in(desk, one.name)
    return typed_in(desk, one.name)


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
    if one.kind not in ("money", "rate", "price"):
        try:
            return inwords.plain(desk, one.kind, fieldkinds.taken(one.kind, one.value))
        except Said as fault:
            one.fault = desk.told(fault)
            return one.value
    if fold(one.value) == fold(desk.say("unknown")):
        return "unknown"
    text = one.value.replace(",", ".")
    if one.kind == "rate":
        return text
    if one.kind == "price":
        one.fault = "" if fieldkinds.PRICE.fullmatch(text) else desk.say(NOT_AN_AMOUNT)
        return "0" if one.fault else fieldkinds.in_minor(text, exponent(desk.figures.currency))
    try:
        return str(minor(text, desk.figures.currency))
    except UnitsFault:
        one.fault = desk.say(NOT_AN_AMOUNT)
        return "0"


def _placed(desk: Desk, form: Form, wrong: ValidationError, at: str) -> None:
    """Each fault beside its field; one of no field on top."""
    for one in wrong.errors():
        name = str(one["loc"][0]) if one["loc"] else ""
        context = one.get("ctx", {})
        fault = context.get("error")
        key = UNREAD.get(one["type"], NOT_READ)
        says = desk.told(fault) if isinstance(fault, UnitsFault) else desk.say(key, **context)
        where = next((each for each in form.fields if each.name == name + at), None)
        if where is None:
            form.general.append(f"{name}: {says}" if name else says)
        elif not where.fault:
            where.fault = desk.say(NOT_AN_AMOUNT) if where.kind == "money" and fault else says
