"""The recovery code on the printed sheet: seven groups typed by hand, each of which shows a slip of its own."""

import re

from jornal.journal.seal import Random
from jornal.journal.vaultfile import VaultFault
from jornal.units.identifiers import LETTERS, tidy

SIGNS = LETTERS + "23456789"
"""31 signs, without I, O, U, 0 and 1. Their number is prime, so that one check sign finds every single slip."""

GROUPS = 7
"""Of four signs and a check sign each: 28 signs of chance, which are 138 bits."""

_GROUP = 5
_COUNTS = {sign: count for count, sign in enumerate(SIGNS)}
_BETWEEN = re.compile(r"[\s\u00ad\u2010-\u2015\u2212\u200b\ufeff-]+")


class Mistyped(VaultFault):
    """A recovery code with a slip, and where it is."""

    def __init__(self, group: int, typed: str) -> None:
        self.group = group
        super().__init__(
            'Group {group} of the recovery code ("{typed}") is not as printed. Compare it with the sheet: '
            "{groups} groups of {signs} signs, no I, O, U, 0 or 1.",
            group=group,
            typed=typed,
            groups=GROUPS,
            signs=_GROUP,
        )


def new(random: Random) -> str:
    """A recovery code as it is printed: seven groups of five, with dashes between."""
    number = int.from_bytes(random(32), "big")
    groups = []
    for place in range(GROUPS):
        signs = ""
        for _ in range(_GROUP - 1):
            number, count = divmod(number, len(SIGNS))
            signs += SIGNS[count]
        groups.append(signs + _check(signs, place))
    return "-".join(groups)


def read(typed: str) -> str:
    """The code as it is printed, from what was typed; raises `Mistyped` naming the first group that is wrong.

    Small letters, spaces and missing dashes do not matter. Any one wrong sign, any two neighbours swapped
    and any two groups swapped are found.
    """
    groups = _groups(typed)
    for place in range(GROUPS):
        group = groups[place] if place < len(groups) else ""
        if not _right(group, place):
            raise Mistyped(place + 1, group)
    if len(groups) > GROUPS:
        raise Mistyped(GROUPS + 1, groups[GROUPS])
    return "-".join(groups)


def meant(typed: str) -> bool:
    """Whether a recovery code is what somebody tried to type: at least three groups in their places are right."""
    return sum(_right(group, place) for place, group in enumerate(_groups(typed)[:GROUPS])) >= 3


def _groups(typed: str) -> list[str]:
    apart = [tidy(group) for group in _BETWEEN.split(typed.strip()) if group]
    if len(apart) == GROUPS:
        return apart
    together = "".join(apart)
    return [together[start : start + _GROUP] for start in range(0, len(together), _GROUP)]


def _right(group: str, place: int) -> bool:
    return len(group) == _GROUP and set(group) <= set(SIGNS) and _check(group[:-1], place) == group[-1]


def _check(signs: str, place: int) -> str:
    """Weights 2 to 5 and 1 for the check sign: all unlike and none 0, so a slip or a swap always shows."""
    weighed = sum(weight * _COUNTS[sign] for weight, sign in enumerate(signs, start=2))
    return SIGNS[-(weighed + 7 * place) % len(SIGNS)]
