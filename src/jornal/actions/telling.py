"""What a worker tells of herself because she wants to: agreed to first, sealed apart, and taken back at any time."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal

from django.db import transaction
from pydantic import Field

from jornal.actions.given import Code, NotStaff, known_here, on, on_the_staff, year_on
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb, done
from jornal.facts.told import CheckedIn, GroupsTold, TellingAgreed, TellingWithdrawn
from jornal.journal.canon import canonical
from jornal.journal.fact import Fact
from jornal.reads.told import Subject, agreements, quarter_of
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.said import Said

EVEN = 1024
"""Sealed texts are filled up to whole multiples of so many bytes, so that their length tells nothing."""
GROUPS = ("gender", "social_class", "ethnicity")
Step = Literal["very_good", "good", "fair", "hard", "very_hard", "not_told"]
STEPS: tuple[str, ...] = ("very_good", "good", "fair", "hard", "very_hard")
Word = Annotated[str, Field(max_length=60)]


class NotAgreed(Said):
    """Something told, or asked, without her agreement."""

    def __init__(self, worker: str, subject: str, day: date) -> None:
        super().__init__(
            "{worker} has not agreed to tell of {subject}, or it is over on {day}. Ask her first; where she does not "
            "want to, nothing is recorded.",
            worker=worker,
            subject=Part(_SUBJECTS[subject]),
            day=day,
        )


class Agrees(Row):
    """She agrees, for a year, to tell of her groups or of how work is; nothing depends on it."""

    worker: Code
    subject: Subject
    day: date | None = None


class TakesBack(Row):
    """She takes back what she agreed to tell; all she told on it is deleted for good."""

    worker: Code
    subject: Subject
    day: date | None = None


class Groups(Row):
    """The groups she counts herself to, each in her own words, and how many depend on her; an empty one is not told."""

    worker: Code
    gender: Word = ""
    social_class: Word = ""
    ethnicity: Word = ""
    dependants: Literal["", "not_told", "nobody", "one", "two", "three_or_more"] = ""
    day: date | None = None


class HowItWas(Row):
    """How this quarter was at work, in one of five steps or not told, with a sentence of hers if she likes.

    `shown_to` is the staff token of somebody whom she wants to read it; empty is nobody.
    """

    worker: Code
    step: Step
    says: Annotated[str, Field(max_length=500)] = ""
    shown_to: Annotated[str, Field(max_length=60)] = ""
    day: date | None = None


def agree(office: Office, rows: Sequence[Agrees]) -> list[Fact]:
    """The agreements, each with a new key in the vault; one that holds already stays.

    Raises NotKnownHere, NotYet, Locked.
    """
    known_here(office, [row.worker for row in rows])
    keys = office.opened()
    facts: list[Fact] = []
    for row in rows:
        day = on(office, row.day)
        there = agreements([row.worker], row.subject, day).get(row.worker)
        if there is None:
            there = _agreement(row.worker, row.subject, day)
            keys.mint(there.voice)
            office.put([there])
        facts.append(there)
    return facts


def _agreement(worker: str, subject: Subject, day: date) -> TellingAgreed:
    """A new agreement, whose voice nobody had before: what was taken back stays deleted."""
    number = TellingAgreed.objects.filter(worker=worker, subject=subject).count() + 1
    voice = f"{worker}~{subject[0]}{number}"
    return TellingAgreed(worker=worker, subject=subject, voice=voice, day=day, ends_on=year_on(day, 1))


def at_her_elbow(office: Office, verb: str, row: Mapping[str, str]) -> Sequence[Fact]:
    """What she agrees to and tells in one go, as recorded: all of it or nothing. Raises what both verbs raise."""
    subject = "groups" if verb == "tell-groups" else "wellbeing"
    with transaction.atomic():
        done("agree-to-tell", VERBS["agree-to-tell"], office, [{"worker": row["worker"], "subject": subject}])
        return done(verb, VERBS[verb], office, [row])


def take_back(office: Office, rows: Sequence[TakesBack]) -> list[Fact]:
    """That it was taken back, as recorded; the keys are deleted at once, or when the names are opened next.

    Raises NotAgreed, NotKnownHere, NotYet.
    """
    known_here(office, [row.worker for row in rows])
    facts = []
    for row in rows:
        day = on(office, row.day)
        agreed = agreements([row.worker], row.subject, day).get(row.worker)
        if agreed is None:
            raise NotAgreed(row.worker, row.subject, day)
        facts.append(TellingWithdrawn(worker=row.worker, voice=agreed.voice, agreed=agreed.root, day=day))
    recorded = office.put(facts)
    if office.keys is not None:
        office.keys.forget(*(one.voice for one in recorded))
    return list[Fact](recorded)


def tell_groups(office: Office, rows: Sequence[Groups]) -> list[Fact]:
    """What she told, sealed under its own key. Raises NotAgreed, ListedTerm, NotKnownHere, NotYet, Locked."""

    def told(row: Groups) -> dict[str, str]:
        words = {name: refuse(getattr(row, name), Part("what she told")) for name in GROUPS}
        return {**words, "dependants": row.dependants} if row.dependants not in ("", "not_told") else words

    return _sealed(office, "groups", rows, told, lambda _: GroupsTold())


def check_in(office: Office, rows: Sequence[HowItWas]) -> list[Fact]:
    """That she was asked; what she answered, and whether, is sealed. Her own words are refused for no word.

    Raises NotAgreed, NotStaff, NotKnownHere, NotYet, Locked, and AlreadyRecorded for a second one in a quarter.
    """
    known = on_the_staff(row.shown_to for row in rows)
    for row in rows:
        if row.shown_to and row.shown_to not in known:
            raise NotStaff(row.shown_to)

    def told(row: HowItWas) -> dict[str, str]:
        return {"step": row.step, "says": row.says, "shown_to": row.shown_to}

    def fact(row: HowItWas) -> CheckedIn:
        return CheckedIn(site=office.site, quarter=quarter_of(on(office, row.day)))

    return _sealed(office, "wellbeing", rows, told, fact)


def _sealed(
    office: Office,
    subject: Subject,
    rows: Sequence[Any],
    told: Callable[[Any], Mapping[str, str]],
    fact: Callable[[Any], Any],
) -> list[Fact]:
    """Each row as a fact under the voice of her agreement, its text sealed and filled up."""
    known_here(office, [row.worker for row in rows])
    keys, facts, texts = office.opened(), [], []
    for row in rows:
        day = on(office, row.day)
        agreed = agreements([row.worker], subject, day).get(row.worker)
        if agreed is None:
            raise NotAgreed(row.worker, subject, day)
        one = fact(row)
        one.worker, one.voice, one.agreed, one.day = row.worker, agreed.voice, agreed.root, day
        facts.append(one)
        texts.append((agreed.voice, "told", _filled(canonical(dict(told(row))))))
    for one, text in zip(facts, keys.seal_many(texts), strict=True):
        one.told = text
    return list[Fact](office.put(facts))


def _filled(text: str) -> str:
    """The text with spaces behind it up to the next whole length."""
    return text + " " * (-len(text.encode()) % EVEN)


_SUBJECTS = {"groups": "the groups she counts herself to", "wellbeing": "how work is for her"}
WHO = ("site_manager", "trainer")
VERBS: dict[str, Verb] = {
    "agree-to-tell": Verb(Agrees, agree, WHO, "Record that she agrees to tell something of herself, for a year."),
    "tell-groups": Verb(Groups, tell_groups, WHO, "Record the groups she counts herself to, as she tells it; sealed."),
    "check-in": Verb(HowItWas, check_in, WHO, "Record how her quarter at work was, as she tells it; sealed."),
    "take-back-telling": Verb(
        TakesBack, take_back, (*WHO, "quality", "representative"), "Delete for good what she told of herself."
    ),
}  # fmt: skip
