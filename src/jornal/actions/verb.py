"""What a verb is: its row, what it does with many of them, who does it; and how typed text becomes rows."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, ValidationError, ValidationInfo, field_validator

from jornal.actions.office import Office, check
from jornal.journal.fact import Fact
from jornal.units.faults import UnitsFault
from jornal.units.letters import stripped, unseen
from jornal.units.parts import AND_MORE, Part, Several
from jornal.units.periods import FIRST_YEAR, LAST_YEAR
from jornal.units.said import Said

NOT_OUR_YEAR = (
    "{text} is not between {first} and {last}; write 2026-10-31 for a day of the Buddhist year 2569"
)
WANTED = "Fill this in."
NOT_READ = "This cannot be read. Write it as it stands in an example."
UNREAD: Mapping[str, str] = {
    "missing": WANTED,
    "int_parsing": "Write a whole number.",
    "int_from_float": "Write a whole number.",
    "greater_than": "Write more than {gt}.",
    "greater_than_equal": "Write {ge} or more.",
    "less_than": "Write less than {lt}.",
    "less_than_equal": "Write {le} or less.",
    "string_too_long": "Write at most {max_length} letters.",
    "string_too_short": WANTED,
    "too_short": WANTED,
    "literal_error": "Choose one of those listed.",
    "extra_forbidden": "This is not asked for here.",
    "bool_parsing": "Write yes or no.",
    "date_from_datetime_parsing": "Write the day as 2026-10-31.",
    "date_parsing": "Write the day as 2026-10-31.",
}
"""What is said of a field that cannot be read, by the reader's name for what is wrong."""

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
    """A verb: the shape of its rows, what it does with one or many and gives back, which roles do it, its sentence.

    `doubt` says what looks wrong with a row that may be recorded all the same; None where nothing does.
    """

    row: type[Row]
    do: Callable[[Office, Sequence[Any]], Sequence[Fact]]
    roles: tuple[str, ...]
    says: str
    doubt: Callable[[Office, Mapping[str, Any]], Said | None] = lambda _office, _row: None


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
    says: object
    if isinstance(fault, Said):
        says = Part(fault.says, **fault.facts)
    elif isinstance(fault, UnitsFault):
        says = str(fault)
    elif one["type"] == "literal_error":
        says = Part("Write one of these: {listed}.", listed=facts["expected"].replace(" or ", ", "))
    else:
        says = Part(UNREAD.get(one["type"], NOT_READ), **facts)
    return Part("{field}: {says}", field=field, says=says) if field else Part("{says}", says=says)
