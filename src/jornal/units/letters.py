"""Words compared as a person reads them: without case, accents and punctuation, in any script."""

import re
import unicodedata
from functools import lru_cache

_ALIKE = {
    ord("ø"): "o",
    ord("æ"): "ae",
    ord("ß"): "ss",
    ord("œ"): "oe",
    ord("đ"): "d",
    ord("ł"): "l",
    ord("ı"): "i",
}
_DIGITS = {0x0E50 + digit: str(digit) for digit in range(10)}
_LATIN_MARKS = range(0x0300, 0x0370)


_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_SPACE = " \t\r\n\u00a0\u00ad\u200b\u200e\u200f\u2060\ufeff"


def unseen(text: str) -> bool:
    """Whether a text holds what commands a screen or turns letters round: control characters, bidi overrides."""
    return _UNSEEN.search(text) is not None


def stripped(text: str) -> str:
    """The text without space around it, seen or not."""
    return text.strip(_SPACE)


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The text in small letters with single spaces: no accents, no punctuation, Thai digits as 0 to 9.

    "N. de Operación" and "n de operacion" fold alike. Vowel and tone signs of Thai stay, because they make
    the word.
    """
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_ALIKE).translate(_DIGITS)
    kept = "".join(_part(letter) for letter in decomposed)
    return " ".join(kept.split())


def sought(text: str) -> str:
    """The text in small letters without Latin accents, quick enough to look through ten thousand names; not kept."""
    return unicodedata.normalize("NFKD", text).casefold().translate(_UNMARKED)


_UNMARKED = dict.fromkeys(_LATIN_MARKS) | _ALIKE | _DIGITS


def _part(letter: str) -> str:
    if letter.isalnum():
        return letter
    if ord(letter) in _LATIN_MARKS or unicodedata.category(letter) == "Cf":
        return ""
    return letter if unicodedata.category(letter) in ("Mn", "Mc") else " "
