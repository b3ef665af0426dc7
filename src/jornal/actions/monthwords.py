"""The words in which a month's report is said: what it is made of, and how one figure stands beside another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

from jornal.actions.monthfigures import Band
from jornal.actions.monthreport import MonthReport
from jornal.facts.afterwards import Baseline
from jornal.reads.bands import Told
from jornal.reads.outcomes import Outcome
from jornal.units.money import exponent
from jornal.words.catalogue import Words
from jornal.words.dates import day_text, month_named
from jornal.words.numbers import Figures as Written
from jornal.words.numbers import per_cent

Reader = Literal["hq", "authority", "funder"]
READERS: tuple[Reader, ...] = ("hq", "authority", "funder")
Row = dict[str, Any]
TENTHS = 1000
NOT_TOLD = "not told"
FEW = "fewer than five"


@dataclass(frozen=True)
class Asked:
    """What a report is made of beside its figures: who reads it, in which words, and what others told.

    `everywhere` says that it is about every site. `groups` and `wellbeing` are None where the names are locked, so that
    nobody can count them.
    """

    report: MonthReport
    reader: Reader
    words: Words
    everywhere: bool = True
    groups: Told | None = None
    dependants: Told | None = None
    wellbeing: Told | None = None
    quarter: str = ""
    outcomes: Sequence[Outcome] = ()
    beside: Baseline | None = None
    timetable: Sequence[Sequence[str]] = field(default_factory=list)

    def written(self, currency: str = "EUR") -> Written:
        """Money, time and shares as the reader's language writes them."""
        return Written(self.words, currency, exponent(currency))


def card(asked: Asked, title: str, rows: Iterable[Sequence[str]], **more: Any) -> Row:
    """A card whose columns are this month, the month before and what it is compared with."""
    words, report = asked.words, asked.report
    months = [month_named(one, words.language) for one in (report.month, report.before)]
    columns = [words.say("What"), *months, words.say("Compared with")]
    return {
        "title": words.say(title),
        "columns": columns,
        "rows": list(rows),
        "bars": [],
        "notes": [],
        **more,
    }


def share_of(words: Words, parts: int, of: int = 1000) -> str:
    """So many of so many, in the hundred with one decimal."""
    return per_cent(Fraction(parts, of), words.language)


def published(words: Words, beside: Baseline | None) -> str:
    """The figure of others beside ours of those who were released, with where it is from; or that there is none."""
    if beside is None:
        return words.say("No published figure is recorded to stand beside these.")
    return words.say(
        "Published for comparison: {share} ({place}; {source}, {day})",
        share=share_of(words, beside.of_10000, 10_000), place=beside.place, source=beside.source,
        day=day_text(beside.published_on, words.language),
    )  # fmt: skip


def bar(asked: Asked, label: str, value: int, tick: int | None, widest: int, says: str) -> Row:
    """A bar with its label, its tick and what it says, against the widest of them."""
    at = -1 if tick is None else tick * TENTHS // widest
    return {"label": asked.words.say(label), "bar": value * TENTHS // widest, "tick": at, "says": says}


def few(asked: Asked, people: int) -> str:
    """How many people, or that they are fewer than five."""
    return str(people) if people else asked.words.say(FEW)


def least(asked: Asked, people: int) -> str:
    """The same of a number that was brought down to whole fives."""
    return asked.words.say("at least {number}", number=people) if people else asked.words.say(FEW)


def or_not(asked: Asked, text: str | None) -> str:
    """What is said, or that it is not told."""
    return asked.words.say(NOT_TOLD) if text is None else text


def band(asked: Asked, one: Band) -> str:
    """Between which numbers a count lies."""
    return or_not(asked, asked.words.say("{least} to {most}", least=one[0], most=one[1]) if one else None)


def share(asked: Asked, some: int | None, of: int | None) -> str:
    """A share of a whole, or that it is not told."""
    if some is None or not of:
        return or_not(asked, None)
    return per_cent(Fraction(some, of), asked.words.language)


def told_of(asked: Asked, people: int | None = None) -> str:
    """Of how many people a sum or a band is; of those whose sums are told where no other number is given."""
    number = asked.report.whole.told if people is None else people
    return asked.words.say("of {number} people", number=number) if number else ""
