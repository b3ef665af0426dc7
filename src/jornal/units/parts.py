"""Parts of a sentence that have words of their own, so that they are said in the reader's language too."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any, Self

Say = Callable[..., str]
"""Finds a sentence in somebody's language by its key, and fills it."""
Write = Callable[[str, object], object]
"""Writes a value as she reads it, by the name of the fact: a day, a worker by her name."""

MOST = 12
MORE = " and {number} more"
AND_MORE = "; and {number} more"


class Part(str):
    """Part of a sentence: a reason, a role, a kind of record. As text it is the English of it.

    `says` is its key, `facts` fill its {placeholders}.
    """

    __slots__ = ("facts", "says")

    says: str
    facts: Mapping[str, object]

    def __new__(cls, says: str, /, **facts: object) -> Self:
        self = super().__new__(cls, english(says, facts))
        self.says, self.facts = says, facts
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), str(self), {"says": self.says, "facts": self.facts})


class Begun(Part):
    """A part with which a sentence begins, in a capital letter."""

    __slots__ = ()

    def __new__(cls, says: str, /, **facts: object) -> Self:
        text = english(says, facts)
        self = str.__new__(cls, text[:1].upper() + text[1:])
        self.says, self.facts = says, facts
        return self


class Several(str):
    """Values in a row, at most `most` of them: "A, B and 3 more". Each may be a part, and what stands between too."""

    __slots__ = ("between", "rest", "values")

    values: Sequence[object]
    between: str
    rest: str

    def __new__(
        cls, values: Iterable[object], most: int = MOST, *, between: str = ", ", more: str = MORE
    ) -> Self:
        found = list(values)
        rest = Part(more, number=len(found) - most) if len(found) > most else ""
        self = super().__new__(cls, _in_a_row((str(plain(one)) for one in found[:most]), between) + rest)
        self.values, self.between, self.rest = found[:most], between, rest
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        kept = {"values": self.values, "between": self.between, "rest": self.rest}
        return _again, (type(self), str(self), kept)


def listed(names: Sequence[str]) -> str:
    """Every name, with commas; "none" where there is none."""
    return Several(names, len(names)) if names else Part("none")


def english(says: str, facts: Mapping[str, object]) -> str:
    """A sentence in English, its days as they are typed."""
    return says.format_map({name: _ended_once(says, name, plain(value)) for name, value in facts.items()})


def plain(value: object) -> object:
    """A value as English has it: a day as 2026-10-31."""
    return value.isoformat() if isinstance(value, date) else value


def told(says: str, facts: Mapping[str, object], say: Say, write: Write) -> str:
    """A sentence with all its parts in somebody's language."""
    said = ((name, _told(name, value, say, write), value) for name, value in facts.items())
    return say(says, **{name: _ended_once(says, name, text, value) for name, text, value in said})


def _told(name: str, value: object, say: Say, write: Write) -> object:
    if isinstance(value, Part):
        text = told(value.says, value.facts, say, write)
        return text[:1].upper() + text[1:] if isinstance(value, Begun) else text
    if isinstance(value, Several):
        between, rest = (str(_told("", one, say, write)) for one in (value.between, value.rest))
        return _in_a_row((str(_told(name, one, say, write)) for one in value.values), between) + rest
    return write(name, value)


def _in_a_row(texts: Iterable[str], between: str) -> str:
    """Texts with something between them: a sentence that another follows does not end there."""
    if between[:1] in (";", ","):
        return between.join(text.removesuffix(".") for text in texts)
    return between.join(texts)


def _ended_once(says: str, name: str, text: object, value: object = None) -> object:
    """A part that is a sentence of its own does not end the sentence it stands in a second time."""
    if isinstance(value or text, Part | Several) and f"{{{name}}}." in says:
        return str(text).removesuffix(".")
    return text


def named(facts: Mapping[str, object], *names: str) -> Iterator[str]:
    """The texts that stand in facts under some names, in the parts of them too, as the workers of a sentence."""
    for name, value in facts.items():
        if isinstance(value, Several):
            yield from chain.from_iterable(named({name: one}, *names) for one in value.values)
        elif isinstance(value, Part):
            yield from named(value.facts, *names)
        elif isinstance(value, str) and name in names:
            yield value


def _again(kind: type[str], text: str, kept: dict[str, Any]) -> str:
    made = str.__new__(kind, text)
    for name, value in kept.items():
        setattr(made, name, value)
    return made
