"""What reading a file gives: rows used, repeated, and listed with why; and the file to mend them in."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Generic, NamedTuple, TypeVar

Row = TypeVar("Row")
Says = tuple[tuple[str, Any], ...]

WHY, FROM = "why", "listed from"
"""The two columns a file to mend has beside its own: why each row was listed, and where it stood."""

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


class _Said(ValueError):
    """A fault whose words are a sentence of `says` and what fills it, to be said in any language."""

    def __init__(self, key: str, *says: tuple[str, Any]) -> None:
        super().__init__(key, *says)
        self.key = key
        self.says: Says = says

    def __str__(self) -> str:
        return said(self.key, self.says)


class SheetFault(_Said):
    """A file refused whole: one sentence with the file and the next step."""


class Unreadable(_Said):
    """A cell or row that cannot be used; the reader turns it into a `Listed`."""


class Listed(NamedTuple):
    """A row (or a cell of a grid) that was not used, or was used only once.

    `place` is the row or cell, `row` always the whole row; `text`
    are the original cells under `headers`. `worker` is empty where it cannot be read.
    """

    file: str
    place: str
    row: str
    worker: str
    key: str
    says: Says = ()
    headers: tuple[str, ...] = ()
    text: tuple[str, ...] = ()

    def __str__(self) -> str:
        return said(self.key, self.says)


class Remark(NamedTuple):
    """Something a person should know of a file, such as a column that was not read; it stops nothing."""

    file: str
    place: str
    key: str
    says: Says = ()

    def __str__(self) -> str:
        return said(self.key, self.says)


@dataclass(frozen=True)
class Sheet(Generic[Row]):
    """One file read: `count` rows in = `used` + `repeated` + `listed`, always.

    `rows` are those of the period and `outside` those dated before or after it; both count as used. One row
    can give several (a cell with two stretches), or none (a zero). A row of a grid is a filled cell.
    `mends` names the rows of other files that this one replaces: it is a file to mend, read in again.
    """

    file: str
    rows: tuple[Row, ...] = ()
    outside: tuple[Row, ...] = ()
    listed: tuple[Listed, ...] = ()
    repeated: tuple[Listed, ...] = ()
    remarks: tuple[Remark, ...] = ()
    used: int = 0
    mends: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        """Rows in: filled rows of a list, filled cells of a grid, lines of a clock log."""
        return self.used + len(self.repeated) + len(self.listed)


def said(key: str, says: Iterable[tuple[str, Any]]) -> str:
    """The English sentence of a key with its facts filled in."""
    return key.format(**dict(says))


def shown(text: object, most: int = 60) -> str:
    """A cell as a sentence may quote it: on one line, printable, and at most `most` characters of it."""
    flat = "".join(
        letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in str(text)[: most + 1]
    )
    return flat if len(flat) <= most else f"{flat[:most]}…"


def still_open(listed: Iterable[Listed], mends: Iterable[str]) -> tuple[Listed, ...]:
    """Those that no file to mend has replaced."""
    done = frozenset(mends)
    return tuple(row for row in listed if row.row not in done)


def to_mend(listed: Sequence[Listed], say: Callable[..., str] = str.format) -> str:
    """The listed rows of one file as .csv text: their own headers, `why` and `listed from`.

    `say` makes a sentence of its key and what fills it, in the language of whoever mends it; English without.

    Mended, it reads in again.
    Cells of one row of a grid come back as one row with only the bad cells filled.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    rows: dict[str, list[Listed]] = {}
    for bad in listed:
        rows.setdefault(bad.row, []).append(bad)
    headers: tuple[str, ...] | None = None
    for place, together in rows.items():
        if together[0].headers != headers:
            headers = together[0].headers
            writer.writerow([*map(guarded, headers), WHY, FROM])
        width = max(len(headers), *(len(bad.text) for bad in together))
        cells = [next((cell for cell in column if cell), "") for column in _columns(together, width)]
        why = " ".join(dict.fromkeys(say(bad.key, **dict(bad.says)) for bad in together))
        writer.writerow([*map(guarded, cells), *[""] * (len(headers) - width), guarded(why), guarded(place)])
    return out.getvalue()


def mend_files(
    listed: Iterable[Listed], taken: Iterable[str] = (), say: Callable[..., str] = str.format
) -> dict[str, str]:
    """The text of one file to mend for each file that has listed rows, by its name: `to-mend-pieces.csv`.

    No name is one of those `taken`. `say` is as `to_mend` takes it.
    """
    by_file: dict[str, list[Listed]] = {}
    for bad in listed:
        by_file.setdefault(bad.file, []).append(bad)
    named: dict[str, str] = {}
    for file, rows in by_file.items():
        stem = f"to-mend-{file.rsplit('.', 1)[0].removeprefix('to-mend-')}"
        names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
        name = next(name for name in names if f"{name}.csv" not in {*named, *taken})
        named[f"{name}.csv"] = to_mend(rows, say)
    return named


def guarded(cell: str) -> str:
    """The cell as a spreadsheet may open it: what it would take for a formula gets an apostrophe in front.

    So does what begins with apostrophes before one: `unguarded` gives back what was there.
    """
    return f"'{cell}" if _is_formula(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the apostrophe that `guarded` put in front."""
    return cell[1:] if cell[:1] == "'" and _is_formula(cell) else cell


def _is_formula(cell: str) -> bool:
    """Whether a formula begins here, behind any apostrophes."""
    return cell.lstrip("'").startswith(_FORMULAS)


def _columns(together: Sequence[Listed], width: int) -> list[tuple[str, ...]]:
    padded = [(*bad.text, *[""] * (width - len(bad.text))) for bad in together]
    return list(zip(*padded, strict=True))
