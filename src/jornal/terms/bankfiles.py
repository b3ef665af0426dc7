"""The columns a bank asks for in a list of payments: a mapping in data, so that another bank is another file."""

from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from jornal.terms.faults import NoSuchTerms, TermsFaults
from jornal.terms.files import shown, table

PACKAGED = Path(__file__).parent / "payments"
Says = Literal[
    "reference", "name", "bank", "account", "digits", "amount", "minor", "currency", "day", "text", "fixed"
]


class Column(BaseModel):
    """One column: its head, and what stands in it; `fixed` is the same text in every row.

    `most` letters are what the bank takes there, 0 is no limit; `form` is how it writes a day.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    head: str
    of: Says
    text: str = ""
    most: int = Field(default=0, ge=0)
    form: Literal["yyyy-mm-dd", "dd/mm/yyyy", "ddmmyyyy", "yyyymmdd"] = "yyyy-mm-dd"


class Layout(BaseModel):
    """A bank's list: how it is encoded, what parts its cells and decimals, and its columns in order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    encoding: Literal["utf-8", "utf-8-sig", "latin-1"] = "utf-8"
    delimiter: Literal[",", ";", "\t", "|"] = ","
    decimal: Literal[".", ","] = "."
    heads: bool = True
    latin: bool = False
    column: tuple[Column, ...] = Field(min_length=1)


def layouts() -> list[str]:
    """The names of the layouts that come with jornal."""
    return sorted(path.stem for path in PACKAGED.glob("*.toml") if path.stem != "accounts")


def layout(name_or_path: str) -> Layout:
    """The layout of a name that comes with jornal, or of a file. Raises NoSuchTerms, TermsFaults."""
    own = name_or_path.endswith(".toml")
    if not own and name_or_path not in layouts():
        raise NoSuchTerms("bank file", name_or_path, [shown(PACKAGED)], layouts())
    path = Path(name_or_path) if own else PACKAGED / f"{name_or_path}.toml"
    try:
        return Layout.model_validate(table(path))
    except ValidationError as wrong:
        places = [".".join(map(str, one["loc"])) for one in wrong.errors()]
        known = ", ".join(get_args(Says))
        raise TermsFaults(
            [f"{shown(path)}: {place} cannot be used. A column is one of {known}." for place in places]
        ) from None
