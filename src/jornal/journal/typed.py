"""Long codes that a person types from paper: groups of eight characters, each with a check of its own behind."""

from jornal.journal.chain import ALPHABET
from jornal.journal.chain import read as tidied
from jornal.units.said import Said

GROUP = 8
BYTES = 5  # eight characters of five bits


class Mistyped(Said):
    """A group of a typed code that does not fit its check."""

    def __init__(self, group: int, text: str) -> None:
        super().__init__(
            "Group {group} of the code, {text}, is not as printed. Read it again, character by character.",
            group=group,
            text=text,
        )


class WrongLength(Said):
    """A typed code with too few or too many groups."""

    def __init__(self, found: int, wanted: int) -> None:
        super().__init__(
            "The code has {wanted} groups and {found} were typed. Type every group.",
            wanted=wanted,
            found=found,
        )


def shown(content: bytes) -> str:
    """The content as groups of nine characters: eight of content, one of check; filled up with noughts."""
    parts = [content[at : at + BYTES].ljust(BYTES, b"\0") for at in range(0, len(content), BYTES)]
    return " ".join(_group(number, part) for number, part in enumerate(parts, start=1))


def _group(number: int, part: bytes) -> str:
    bits = int.from_bytes(part, "big")
    text = "".join(ALPHABET[(bits >> 5 * place) & 31] for place in reversed(range(GROUP)))
    return text + _check(number, text)


def _check(number: int, text: str) -> str:
    """The check of a group: finds any wrong character, any two neighbours or any two groups in each other's place.

    The characters are elements of a field of 32, weighed by powers of its generator; the group's number is added.
    """
    found = number & 31
    for letter in text:
        found = _times_generator(found ^ ALPHABET.index(letter))
    return ALPHABET[found]


def _times_generator(element: int) -> int:
    """An element of the field of 32 (modulo x^5 + x^2 + 1) times x."""
    doubled = element << 1
    return doubled ^ 0b100101 if doubled & 32 else doubled


def read(text: str, length: int = 64) -> bytes:
    """The content of typed groups, `length` bytes of it. Raises WrongLength, Mistyped."""
    whole = tidied(text)
    wanted = -(-length // BYTES)
    groups = [whole[at : at + GROUP + 1] for at in range(0, len(whole), GROUP + 1)]
    content = b""
    for number, group in enumerate(groups, start=1):
        if len(group) != GROUP + 1 or set(group) - set(ALPHABET) or group[-1] != _check(number, group[:-1]):
            raise Mistyped(number, group)
        bits = 0
        for letter in group[:-1]:
            bits = bits << 5 | ALPHABET.index(letter)
        content += bits.to_bytes(BYTES, "big")
    if len(groups) != wanted:
        raise WrongLength(len(groups), wanted)
    return content[:length]
