"""Standing instructions on a worker's own portion: a share or an amount for her family, and for savings."""

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Literal

from jornal.rules.rows import Beneficiary, Instruction
from jornal.sheets import says
from jornal.sheets.days import Days
from jornal.sheets.figures import exact, share, western
from jornal.sheets.listed import Unreadable, shown
from jornal.sheets.records import Record

MOST_INITIALS = 5

_PURPOSES: tuple[Literal["family", "savings"], ...] = ("family", "savings")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ -]?){1,5}")


def instructions(
    record: Record, days: Days, money: Callable[[str], int], code: str
) -> tuple[Instruction, ...]:
    """Her instructions: family first, then savings; none where the row gives neither share nor amount."""
    found = []
    for purpose in _PURPOSES:
        part, sum_ = record.get(f"{purpose}_share"), record.get(f"{purpose}_amount")
        if not part and not sum_:
            continue
        if part and sum_:
            raise Unreadable(says.SHARE_AND_AMOUNT, ("column", record.header(f"{purpose}_share")))
        found.append(_instruction(record, days, purpose, (code, share(part) if part else money(sum_))))
    return tuple(found)


def _instruction(
    record: Record, days: Days, purpose: Literal["family", "savings"], what: tuple[str, Fraction | int]
) -> Instruction:
    code, value = what
    beneficiaries = _beneficiaries(record, code) if purpose == "family" else ()

    def day(name: str) -> date | None:
        cell = record.get(f"{purpose}_{name}")
        return days.day(cell) if cell else None

    return Instruction(
        id=f"{code}-{purpose}",
        purpose=purpose,
        share=value if isinstance(value, Fraction) else None,
        amount=value if isinstance(value, int) else None,
        beneficiaries=beneficiaries,
        consent_on=day("consent"),
        withdrawn_on=day("withdrawn"),
    )


def _beneficiaries(record: Record, code: str) -> tuple[Beneficiary, ...]:
    """Who receives, in the order of their numbers.

    Initials, last four digits, weight (1 where none is written).
    """
    numbers = sorted(
        {
            int(name.partition(" ")[2] or 1)
            for name in record.body.head.columns
            if name.partition(" ")[0] in ("initials", "last_four", "weight")
        }
    )
    found = []
    for number in numbers:
        initials, last_four, weight = (
            record.get(f"{name} {number}") or (record.get(name) if number == 1 else "")
            for name in ("initials", "last_four", "weight")
        )
        if not initials and not last_four:
            continue
        found.append(
            Beneficiary(f"{code}-{number}", _initials(initials), _last_four(last_four), _weight(weight))
        )
    return tuple(found)


def _initials(cell: str) -> str:
    letters = cell.replace(".", "").replace(" ", "").replace("-", "")
    if not letters or len(letters) > MOST_INITIALS or not _INITIALS.fullmatch(cell):
        raise Unreadable(says.INITIALS, ("text", shown(cell)))
    return letters.upper()


def _last_four(cell: str) -> str:
    digits = western(cell)
    if cell and not (digits.isdecimal() and len(digits) <= 4):
        raise Unreadable(says.LAST_FOUR, ("text", shown(cell)))
    return digits.zfill(4) if cell else ""


def _weight(cell: str) -> Fraction:
    if not cell:
        return Fraction(1)
    return share(cell) if "%" in cell or "/" in cell else exact(cell, lone="decimals")
