"""What jornal holds nothing of, and what it publishes nothing of, found in texts, names and headers."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jornal.units.letters import fold
from jornal.units.said import Said

LANGUAGES = ("en", "es", "th", "da")

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SPACED = re.compile(r"[a-z0-9 ]+")  # folded Latin: words with spaces between, where Thai has none


class ListedTerm(Said):
    """A text about a person that says what jornal holds nothing of."""

    def __init__(self, where: str, terms: Iterable[str]) -> None:
        self.terms = tuple(terms)
        said = ", ".join(f'"{term}"' for term in self.terms)
        super().__init__(
            "{where} says {said}. Say what happened at work and what was done; why anyone is inside, "
            "who was harmed and what illness somebody has are never kept here.",
            where=where,
            said=said,
        )


class SellsPeople(Said):
    """A text to be published that sells who made it, or promises what nobody can prove."""

    def __init__(self, where: str, terms: Iterable[str]) -> None:
        self.terms = tuple(terms)
        super().__init__(
            "{where} says {said}. What is published sells nobody and promises nothing that cannot be shown: say what "
            "it is and that it was made in prison, and of who made it worker, woman or man in prison.",
            where=where,
            said=", ".join(f'"{term}"' for term in self.terms),
        )


def found(text: str, languages: Iterable[str] = LANGUAGES) -> list[str]:
    """The listed terms in a free text, as folded words, each once, in the order they stand.

    Words are whole words (in Thai, any part); accents and case do not matter. A name of an offence is one,
    a verb for what happened at work ("hit", "took") is not.
    """
    folded = fold.__wrapped__(text)  # what is said of a person is not to stay in a cache
    return list(dict.fromkeys(match.group() for match in _pattern("text", tuple(languages)).finditer(folded)))


def refuse(text: str, where: str) -> str:
    """The text, fit to be recorded; raises `ListedTerm` naming `where` it stands and each term."""
    terms = found(text)
    if terms:
        raise ListedTerm(where, terms)
    return text


def refuse_public(text: str, where: str) -> str:
    """The text, fit to be published; raises `SellsPeople` or `ListedTerm` naming `where` it stands and each term."""
    folded = fold.__wrapped__(text)
    terms = list(dict.fromkeys(match.group() for match in _pattern("public", LANGUAGES).finditer(folded)))
    if terms:
        raise SellsPeople(where, terms)
    return refuse(text, where)


def in_name(name: str, languages: Iterable[str] = LANGUAGES) -> bool:
    """Whether a name of a table, column, choice, label, argument or key asks for what jornal holds nothing of.

    `reasonForSentence`, `reason_for_sentence` and "Reason for sentence" are one name.
    """
    return bool(_pattern("names", tuple(languages)).search(fold(_HUMP.sub(" ", name))))


def in_header(header: str, languages: Iterable[str] = LANGUAGES) -> bool:
    """Whether a header of a file that is read asks for it: what `in_name` finds and a little more."""
    return in_name(header, languages) or bool(_pattern("headers", tuple(languages)).search(fold(header)))


@cache
def _pattern(use: str, languages: tuple[str, ...]) -> re.Pattern[str]:
    lists = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))[use]
    terms = {term for language in languages for term in lists[language]}
    longest_first = sorted(map(_expression, terms), key=lambda one: (-len(one), one))
    return re.compile("|".join(longest_first))


def _expression(term: str) -> str:
    folded = fold(term)
    word = re.escape(folded)
    if term.startswith("="):
        return rf"\A{word}\Z"
    if not _SPACED.fullmatch(folded):
        return word
    before = r"[a-z0-9]*" if term.startswith("*") else ""
    after = r"[a-z0-9]*" if term.endswith("*") else ""
    return rf"(?<![^ ]){before}{word}{after}(?![^ ])"
