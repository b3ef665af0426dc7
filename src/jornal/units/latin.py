"""Names in the letters that banks take: a stated way to write other Latin letters, and a refusal for all else."""

import re
import unicodedata

from jornal.units.parts import Part
from jornal.units.said import Said

ALLOWED = re.compile(r"[A-Za-z0-9/\-?:().,'+ ]*")
"""The letters of a payment message (the Latin set of ISO 20022 in banks' rules)."""

WRITTEN = {
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
    "þ": "th", "Þ": "TH", "ł": "l", "Ł": "L", "ı": "i", "ŋ": "n", "Ŋ": "N", "ħ": "h", "Ħ": "H",
    "ẞ": "SS", "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "“": "'", "”": "'", '"': "'",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "_": "-", "&": "+", "\u00a0": " ", "ª": "a", "º": "o",
}  # fmt: skip
"""What has no accent to take off, with the letters it is written with. Accents are taken off: ñ is n, å is a."""


class NotLatin(Said):
    """A text with a letter that a bank's file cannot hold; `letter` is that letter."""

    def __init__(self, letter: str) -> None:
        self.letter = letter
        super().__init__(
            "{letter} cannot stand in a bank's file. Write the name with the letters that the bank has for it.",
            letter=f'"{letter}"' if letter.isprintable() else Part("a sign that is not printed"),
        )


def latin(text: str) -> str:
    """The text in the letters that banks take: accents off, other letters by `WRITTEN`.

    Nothing is left out but slashes at an end, which no bank takes. Raises NotLatin for the first letter that neither
    covers: a name is never shortened by what could not be written.
    """
    found = "".join(_letter(one) for one in unicodedata.normalize("NFC", text))
    return " ".join(re.sub("/{2,}", "/", found).split()).strip("/ ")


def _letter(one: str) -> str:
    plain = WRITTEN.get(one)
    if plain is None:
        plain = "".join(
            part for part in unicodedata.normalize("NFD", one) if not 0x0300 <= ord(part) < 0x0370
        )
    if not plain or not ALLOWED.fullmatch(plain):
        raise NotLatin(one)
    return plain
