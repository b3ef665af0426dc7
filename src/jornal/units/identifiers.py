"""Codes for workers and lots, copied by hand, whose last letter shows a slip of the pen."""

import re

from jornal.units.faults import shortened
from jornal.units.said import Said

LETTERS = "ABCDEFGHJKLMNPQRSTVWXYZ"
"""The 23 letters of a code: without I, O and U, which are read as 1, 0 and V."""

# A letter counts 0 to 22 and a digit 13 to 22, so that no digit counts the same as a letter it is mistaken
# for (B 8, D 0, G 6, L 1, Q 0, S 5, T 7, Z 2 …). Weights are 2, 3, 4 … and 1 for the check letter: none is 0
# modulo 23, which finds any wrong character, and neighbours differ by 1, which finds any swap.
_COUNTS = {letter: count for count, letter in enumerate(LETTERS)} | {
    str(digit): 13 + digit for digit in range(10)
}
_BODY = re.compile(rf"[{LETTERS}]{{1,4}}[0-9]{{1,6}}")

_DASHES_AND_SPACES = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\u200b\u2060\ufeff"
_FOLDED = (
    {ord("a") + place: chr(ord("A") + place) for place in range(26)}
    | {0xFF41 + place: chr(ord("A") + place) for place in range(26)}
    | {0xFF21 + place: chr(ord("A") + place) for place in range(26)}
    | {zero + digit: str(digit) for zero in (0xFF10, 0x0E50) for digit in range(10)}
    | {ord(dash): None for dash in _DASHES_AND_SPACES}
    | {ord(slash): "." for slash in "/\\"}  # a code names files
)


class NotABody(Said):
    """Text from which no code can be made."""

    def __init__(self, body: object) -> None:
        super().__init__(
            "{body} cannot become a code. Write 1 to 4 capital letters (not I, O or U), then 1 to 6 "
            "digits, such as QC014.",
            body=shortened(body),
        )


def with_check(body: str) -> str:
    """The code: `body` (1 to 4 letters, 1 to 6 digits) with its check letter behind; raises `NotABody`."""
    if not _BODY.fullmatch(str(body)):
        raise NotABody(body)
    return body + LETTERS[-_weighed(body) % 23]


def is_whole(code: str) -> bool:
    """Whether the code is a body and its check letter, as `with_check` writes it; `tidy` typed text first.

    Finds every wrong letter, every wrong digit and every swap of neighbours. A letter and a digit mistaken
    for each other are found too, but for ten unlike pairs where letters and digits meet (0 P, 1 Q, 2 R, 3 S,
    4 T, 5 V, 6 W, 7 X, 8 Y, 9 Z): 23 check letters cannot tell 33 characters apart.
    """
    body, check = code[:-1], code[-1:]
    return bool(_BODY.fullmatch(body)) and check in _COUNTS and LETTERS[-_weighed(body) % 23] == check


def tidy(text: str) -> str:
    """The text as a code is stored: capitals, no spaces or dashes, points for slashes, Thai digits as 0 to 9.

    Anything else stays as it is, for `is_whole` to refuse.
    """
    return "".join(text.translate(_FOLDED).split())


def _weighed(body: str) -> int:
    return sum(weight * _COUNTS[character] for weight, character in enumerate(body, start=2))
