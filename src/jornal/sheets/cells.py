"""Text in cells: names, codes, choices, yes and no, lists."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from jornal.sheets import says
from jornal.sheets.listed import Unreadable, shown
from jornal.units.identifiers import tidy
from jornal.units.letters import fold

LONGEST_NAME = 120
LONGEST_CODE = 32
YES = frozenset(
    fold(word)
    for word in ("yes", "y", "1", "true", "x", "sí", "s", "verdadero", "ใช่", "ได้", "มี", "ja", "j", "sand")
)
NO = frozenset(
    fold(word) for word in ("no", "n", "0", "false", "falso", "ไม่", "ไม่ใช่", "ไม่ได้", "ไม่มี", "nej", "falsk")
)
UNKNOWN = frozenset(
    fold(word)
    for word in ("unknown", "not known", "desconocido", "no se sabe", "ไม่ทราบ", "ukendt", "ved ikke")
) | {"?"}
NONE = frozenset(
    fold(word)
    for word in ("none", "nothing", "ninguna", "ninguno", "nada", "ไม่มี", "ingen", "intet", "no", "nej")
)

_CODE = re.compile(r"\w[\w.+]*")  # it names files, so it cannot leave their folder
_LIST = re.compile(r"\s*[;\n]\s*|\s*,\s*")


@lru_cache(maxsize=20_000)
def text(cell: str, column: str = "", most: int = LONGEST_NAME) -> str:
    """The cell as text is kept: composed letters (NFC), single spaces.

    Raises `Unreadable` where it is too long.
    """
    composed = " ".join(unicodedata.normalize("NFC", cell).split())
    if len(composed) > most:
        raise Unreadable(says.TOO_LONG, ("column", column), ("most", most))
    return composed


@lru_cache(maxsize=20_000)
def code(cell: str) -> str:
    """A code in capitals without spaces and dashes, in any script; raises `Unreadable` for anything else."""
    tidied = tidy(unicodedata.normalize("NFC", cell))
    if not _CODE.fullmatch(tidied) or len(tidied) > LONGEST_CODE:
        raise Unreadable(says.NOT_A_CODE, ("text", shown(cell)), ("most", LONGEST_CODE))
    return tidied


def yes(cell: str, column: str) -> bool:
    """Whether the cell says yes, in any of the four languages; raises `Unreadable` where it says neither."""
    folded = fold(cell)
    if folded in YES:
        return True
    if folded in NO:
        return False
    raise Unreadable(says.NOT_YES_OR_NO, ("text", shown(cell)), ("column", column))


def is_unknown(cell: str) -> bool:
    """Whether the cell says that a value is not known, in any language or with a question mark."""
    return cell == "?" or fold(cell) in UNKNOWN


def choice(cell: str, column: str, known: Mapping[str, str]) -> str:
    """What the cell's word stands for among `known` (folded words to meanings).

    Raises `Unreadable` with the list.
    """
    found = known.get(fold(cell) or cell)
    if found is None:
        names = ", ".join(dict.fromkeys(known.values()))
        raise Unreadable(says.NOT_A_CHOICE, ("text", shown(cell)), ("column", column), ("known", names))
    return found


def items(cell: str) -> tuple[str, ...]:
    """The parts of a cell that lists several things, between semicolons, commas or lines."""
    return tuple(part for part in _LIST.split(cell) if part)


def is_none(cell: str) -> bool:
    """Whether the cell says that there is nothing: "none", "ninguna", "ไม่มี", "ingen"."""
    return fold(cell) in NONE
