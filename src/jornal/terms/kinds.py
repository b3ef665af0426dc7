"""The kinds of time: which are hours, which are not, and what says them in four languages."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from jornal.units.letters import fold

LANGUAGES = ("en", "es", "th", "da")
Group = Literal["worked", "absent"]
Asks = Literal["", "first_aid", "ordered_by", "hearing"]


PRESENT = {"en": "X", "es": "X", "th": "ม", "da": "X"}
"""The letter for somebody who was there as planned, on the screen and its keys: none that a kind has."""


class KindsFault(ValueError):
    """A list of kinds that cannot be used: a missing part, or one code that means two things."""


@dataclass(frozen=True)
class Kind:
    """One kind of time. `codes` and `words` are by language; the first of each is the one to print.

    `asks` is what a row of it leaves to be followed up, or empty; it never holds back her pay. `usual` kinds stand on
    the screen beside "present", the others in a list.
    """

    id: str
    group: Group
    label: str
    codes: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]
    asks: Asks = ""
    usual: bool = False

    def code(self, language: str) -> str:
        """The code that is printed, one letter for an absence; the English one in a language that has none."""
        return (self.codes.get(language) or self.codes["en"])[0]

    def word(self, language: str) -> str:
        """The word that is printed beside it; the English one in a language that has none."""
        return (self.words.get(language) or self.words["en"])[0]

    def short(self, language: str) -> str:
        """The shortest word for it, where room is scarce."""
        return min(self.words.get(language) or self.words["en"], key=len)


@dataclass(frozen=True)
class Kinds:
    """All kinds in the order of their file, and what a code or word means in a list of languages."""

    all: tuple[Kind, ...]
    meanings: Mapping[str, Mapping[str, str]]

    def meaning(self, said: str, languages: Sequence[str]) -> str | None:
        """The id of the kind that a code or word says in the first of these languages that knows it, or None.

        The ids themselves are understood last, in any language.
        """
        folded = fold(said)
        for language in languages:
            found = self.meanings.get(language, {}).get(folded)
            if found is not None:
                return found
        return self.meanings["id"].get(folded)

    def known(self, language: str) -> str:
        """The codes of a language with their words, as a sentence may list them: "T training, S sick"."""
        return ", ".join(
            f"{kind.code(language)} {kind.word(language)}" for kind in self.all if language in kind.codes
        )

    @property
    def absences(self) -> tuple[Kind, ...]:
        """The reasons for which somebody may be absent, in the order of their file; the code of each is one letter."""
        return tuple(kind for kind in self.all if kind.group == "absent")

    def of(self, id: str) -> Kind | None:  # noqa: A002 - the shapes call it id
        """The kind of an id, or None."""
        return next((kind for kind in self.all if kind.id == id), None)

    def is_worked(self, id: str) -> bool:  # noqa: A002 - the shapes call it id
        """Whether this kind is hours; False also for a kind nobody knows."""
        return any(kind.id == id and kind.group == "worked" for kind in self.all)


def parsed(text: str) -> Kinds:
    """The kinds that the text of a kinds file lists; raises `KindsFault` with the kind and what to mend."""
    try:
        rows = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise KindsFault(f"The kinds of time cannot be read: {fault}. Mend that line.") from None
    kinds = tuple(_kind(name, row) for name, row in rows.items())
    meanings: dict[str, dict[str, str]] = {"id": {fold(kind.id): kind.id for kind in kinds}}
    for kind in kinds:
        for language in kind.codes:
            known = meanings.setdefault(language, {})
            for said in (*kind.codes[language], *kind.words[language]):
                other = known.setdefault(fold(said), kind.id)
                if other != kind.id:
                    raise KindsFault(
                        f'"{said}" means both {other} and {kind.id} in {language}. Give one another code.'
                    )
    return Kinds(kinds, meanings)


@cache
def load() -> Kinds:
    """The kinds that ship with jornal."""
    return parsed(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))


def _kind(id: str, row: object) -> Kind:  # noqa: A002 - the shapes call it id
    if not isinstance(row, dict) or set(row) - {"asks", "usual"} != {"group", "label", "codes", "words"}:
        raise KindsFault(
            f"The kind {id} needs group, label, codes and words, may have asks and usual, and nothing else."
        )
    if row["group"] not in get_args(Group):
        raise KindsFault(f"The group of the kind {id} is worked or absent.")
    if row.get("asks", "") not in get_args(Asks):
        raise KindsFault(f"What the kind {id} asks is one of {', '.join(filter(None, get_args(Asks)))}.")
    if set(row["codes"]) != set(row["words"]) or not set(row["codes"]) <= set(LANGUAGES):
        raise KindsFault(
            f"The kind {id} needs codes and words in the same languages, of {', '.join(LANGUAGES)}."
        )
    return Kind(
        id,
        row["group"],
        row["label"],
        {language: tuple(said) for language, said in row["codes"].items()},
        {language: tuple(said) for language, said in row["words"].items()},
        row.get("asks", ""),
        row.get("usual", False),
    )
