"""What workers told of themselves, counted: whole fives of them, in bands of five, and never anybody's own answer."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from jornal.facts.told import CheckedIn, GroupsTold
from jornal.journal.keys import Keys
from jornal.journal.vaultlog import Reader
from jornal.reads.told import standing
from jornal.rules.intervals import fives
from jornal.rules.published import LEAST_PEOPLE
from jornal.units.letters import fold

GROUPS = ("gender", "social_class", "ethnicity")
DEPENDANTS = "dependants"
"""Whether somebody depends on them: counted beside the groups, from the same agreement."""
STEPS = {"well": ("very_good", "good"), "fair": ("fair",), "hard": ("hard", "very_hard")}
"""How a quarter was, in three parts of the five steps."""


class Share(NamedTuple):
    """Between which numbers of people something was told by; `what` is a word of theirs, or a part of the steps."""

    what: str
    least: int
    most: int


class Told(NamedTuple):
    """Of how many people (whole fives, 0 is fewer than five) something was told, and what, by question."""

    people: int
    shares: Mapping[str, tuple[Share, ...]]


def groups(keys: Keys, reader: Reader, day: date) -> Told:
    """The groups that workers of the whole enterprise count themselves to, as far as five say the same word.

    People are counted in fives, in the order in which they told it; a five counts while all of it stands, so that a
    figure moves by five people or not at all. Raises Locked.
    """
    rows = GroupsTold.objects.current().order_by("recorded_at", "worker")
    last = {one.voice: one for one in rows}  # who tells anew keeps her place
    found = _counted(list(last.values()), keys, reader, day)
    shares = {name: tuple(_words([one[name] for one in found])) for name in GROUPS}
    cares = tuple(_words([_cares(one.get(DEPENDANTS, "")) for one in found]))
    return Told(len(found), {**shares, DEPENDANTS: cares} if cares else shares)


def _cares(told: str) -> str:
    """Whether somebody depends on her, "" where she did not tell it; how many is told of nobody."""
    return {"": "", "nobody": "no"}.get(told, "yes")


def wellbeing(keys: Keys, reader: Reader, quarter: str, sites: Sequence[str] = ()) -> Told:
    """How a quarter was for those who were asked at these sites (none named: at all), in whole fives of each site.

    `answered` says how many of them answered; the parts of the steps are out of all who were asked. Raises Locked.
    """
    rows = CheckedIn.objects.current().filter(quarter=quarter)
    rows = rows.filter(site__in=list(sites)) if sites else rows
    by_site: defaultdict[str, list[Any]] = defaultdict(list)
    for one in rows.order_by("recorded_at", "worker"):
        by_site[one.site].append(one)
    found = [one for some in by_site.values() for one in _counted(some, keys, reader, None)]
    if not found:
        return Told(0, {})
    steps = [one["step"] for one in found]
    answered = Share("answered", *fives(sum(one != "not_told" for one in steps), len(steps)))
    parts = tuple(
        Share(part, *fives(sum(one in some for one in steps), len(steps))) for part, some in STEPS.items()
    )
    return Told(len(found), {"answered": (answered,), "steps": parts})


class Shown(NamedTuple):
    """A quarter of hers that she wants somebody to read: how it was, and her words."""

    quarter: str
    step: str
    says: str


def shown_to(keys: Keys, reader: Reader, worker: str, staff: str) -> list[Shown]:
    """What a worker told of her quarters and wants this member of staff to read, the last first. Raises Locked."""
    voices = standing().filter(worker=worker, subject="wellbeing").values("voice")
    rows = list(CheckedIn.objects.current().filter(voice__in=voices).order_by("-quarter"))
    opened = keys.opened_many([(one.voice, "told", one.told) for one in rows], reader=reader)
    found = []
    for one, text in zip(rows, opened, strict=True):
        told = json.loads(text) if isinstance(text, str) else {}
        if told.get("shown_to") == staff:
            found.append(Shown(one.quarter, told["step"], told["says"]))
    return found


def _counted(rows: Sequence[Any], keys: Keys, reader: Reader, day: date | None) -> list[dict[str, str]]:
    """What those told whose five is full and stands whole; `day` asks for agreements that hold on it too."""
    agreed = standing() if day is None else standing().filter(ends_on__gt=day)
    holds = set(agreed.filter(voice__in=[one.voice for one in rows]).values_list("voice", flat=True))
    there = [one for one in rows if one.voice in holds]
    opened = keys.opened_many([(one.voice, "told", one.told) for one in there], reader=reader)
    texts = {one.voice: text for one, text in zip(there, opened, strict=True) if isinstance(text, str)}
    found = []
    for start in range(0, len(rows) - LEAST_PEOPLE + 1, LEAST_PEOPLE):
        five = [one.voice for one in rows[start : start + LEAST_PEOPLE]]
        if all(voice in texts for voice in five):
            found += [json.loads(texts[voice]) for voice in five]
    return found


def _words(said: Sequence[str]) -> Iterable[Share]:
    """The words that surely five people used, the most used first; big and small letters are one word."""
    spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word in said:
        if word:
            spelt[fold.__wrapped__(word)][word] += 1
    counts = Counter({folded: some.total() for folded, some in spelt.items()})
    for folded, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        share = Share(spelt[folded].most_common(1)[0][0], *fives(count, len(said)))
        if share.least >= LEAST_PEOPLE:
            yield share
