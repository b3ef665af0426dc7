"""What a verb is: its row, what it does with many of them, who does it; and how typed text becomes rows."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, ValidationError, ValidationInfo, field_validator

from jornal.actions.office import Office, check
from jornal.journal.fact import Fact
from jornal.units.letters import stripped, unseen
from jornal.units.parts import AND_MORE, Part, Several
from jornal.units.periods import FIRST_YEAR, LAST_YEAR
from jornal.units.said import Said

NOT_OUR_YEAR = (
    "{text} is not between {first} and {last}; write 2026-10-31 for a day of the Buddhist year 2569"
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Row(BaseModel):
    """One thing to record, as it is typed or sent: every field checked, none unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @field_validator("*", mode="before")
    @classmethod
    def _as_written(cls, value: Any, info: ValidationInfo) -> Any:
        """Text that is seen; a day is read from a day alone: "0" would else be the first of January 1970."""
        if not isinstance(value, str):
            return value
        if unseen(value):
            raise Said("It holds a character nobody can see. Type it again.")
        value = stripped(value)
        if info.field_name in _days(cls):
            if not _DAY.fullmatch(value):
                raise Said("{text} is not a day; write it as 2026-10-31", text=repr(value[:20]))
            if not FIRST_YEAR <= int(value[:4]) <= LAST_YEAR:
                raise Said(NOT_OUR_YEAR, text=value, first=FIRST_YEAR, last=LAST_YEAR)
        return value


@cache
def _days(row: type[Row]) -> frozenset[str]:
    """The fields of a row that hold a day: looked for once, since imports make rows by the ten thousand."""
    return frozenset(
        name
        for name, field in row.model_fields.items()
        if date in (field.annotation, *get_args(field.annotation))
    )


class Verb(NamedTuple):
    """A verb: the shape of its rows, what it does with one or many and gives back, which roles do it, its sentence."""

    row: type[Row]
    do: Callable[[Office, Sequence[Any]], Sequence[Fact]]
    roles: tuple[str, ...]
    says: str


class BadRows(Said):
    """Rows that cannot be recorded, every fault of them at once."""

    def __init__(self, name: str, faults: Sequence[str]) -> None:
        super().__init__(
            "{name}: nothing was recorded. {faults}.",
            name=name,
            faults=Several(faults, between="; ", more=AND_MORE),
        )
        self.faults = list(faults)


def done(name: str, verb: Verb, office: Office, raw: Sequence[Mapping[str, Any]]) -> Sequence[Fact]:
    """A verb done with rows of text; all of them or none.

    Empty cells count as not given. Raises BadRows with every fault, NotYourRole, NotGranted, and what the verb raises.
    """
    check(office, name, verb.roles)
    rows, faults = [], []
    for number, table in enumerate(raw, start=1):
        try:
            rows.append(verb.row(**{key: value for key, value in table.items() if value != ""}))
        except ValidationError as wrong:
            faults += [Part("row {number}, {says}", number=number, says=says) for says in faults_of(wrong)]
    if faults:
        raise BadRows(name, faults)
    return verb.do(office, rows)


def faults_of(wrong: ValidationError) -> list[str]:
    """What is wrong with each field of a row that was refused."""
    return [_fault(one) for one in wrong.errors()]


def _fault(one: Any) -> str:
    field = ".".join(str(part) for part in one["loc"])
    if one["type"] == "missing":
        return Part("{field} must be given", field=field)
    if one["type"] == "extra_forbidden":
        return Part("{field} is not a field of this verb", field=field)
    facts = one.get("ctx", {})
    fault = facts.get("error")
    if isinstance(fault, Said):
        says: object = Part(fault.says, **fault.facts)
    elif one["type"] in SHAPES:
        says = Part(SHAPES[one["type"]], **{name: str(value) for name, value in facts.items()})
    else:
        says = one["msg"].removeprefix("Value error, ")
    return Part("{field}: {says}", field=field, says=says) if field else Part("{says}", says=says)


SHAPES = {
    "int_parsing": "write a whole number",
    "int_from_float": "write a whole number",
    "greater_than_equal": "write {ge} or more",
    "greater_than": "write more than {gt}",
    "less_than_equal": "write {le} or less",
    "less_than": "write less than {lt}",
    "literal_error": "write one of {expected}",
    "bool_parsing": "write true or false",
    "string_too_long": "write at most {max_length} letters",
    "string_too_short": "write at least {min_length} letters",
    "too_short": "give at least {min_length}",
}
"""What is asked for where what was typed has another shape, by the name pydantic gives the fault."""
