"""What a site and headquarters say to each other, as it stands: threads, meetings, promises that are still open."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from jornal.facts.dialogue import (
    Answer,
    Meeting,
    MeetingAnswered,
    Photo,
    Promise,
    PromiseLookedAt,
    Question,
    QuestionClosed,
    QuestionSeen,
)
from jornal.facts.products import Design

Thing = tuple[str, str]
"""What a question is about, and which: ("design", "cape")."""
State = Literal["open", "answered", "closed"]


@dataclass
class Thread:
    """A question with its answers and photos in their order, whoever read it, and its end where it has one."""

    asked: Question
    answers: list[Answer] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    seen: list[QuestionSeen] = field(default_factory=list)
    closed: QuestionClosed | None = None

    @property
    def state(self) -> State:
        """Open until it is answered, and answered until whoever asked closes it."""
        if self.closed is not None:
            return "closed"
        return "answered" if self.answers else "open"

    def late(self, day: date) -> bool:
        """Whether it should have been answered before this day."""
        return self.state == "open" and self.asked.due_on is not None and self.asked.due_on < day


@dataclass
class Kept:
    """A promise with every look at it."""

    of: Promise
    looks: list[PromiseLookedAt] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether it is neither kept nor let go."""
        return all(one.outcome == "not_kept" for one in self.looks)

    def late(self, day: date) -> bool:
        """Whether it should have been kept before this day."""
        return self.open and self.of.due_on < day


@dataclass
class Met:
    """A meeting with what headquarters answered to it."""

    of: Meeting
    answers: list[MeetingAnswered] = field(default_factory=list)


def threads(sites: Iterable[str], day: date, *, about: str = "", which: str = "") -> list[Thread]:
    """The threads of these sites up to a day, the newest first; those about one thing where it is named."""
    places = list(sites)
    rows = Question.objects.current().filter(site__in=places, day__lte=day)
    if about:
        rows = rows.filter(about=about, **({"which": which} if which else {}))
    found = {(one.site, one.question): Thread(one) for one in rows.order_by("-day", "-recorded_at")}
    for kind, name in ((Answer, "answers"), (Photo, "photos"), (QuestionSeen, "seen")):
        for one in _upto(kind, places, day).order_by("day", "recorded_at"):
            if (thread := found.get((one.site, one.question))) is not None:
                getattr(thread, name).append(one)
    for one in _upto(QuestionClosed, places, day):
        if (thread := found.get((one.site, one.question))) is not None:
            thread.closed = one
    return list(found.values())


def promises(sites: Iterable[str], day: date) -> list[Kept]:
    """The promises of these sites up to a day, those due first before the others."""
    places = list(sites)
    rows = _upto(Promise, places, day).order_by("due_on", "site", "promise")
    found = {(one.site, one.promise): Kept(one) for one in rows}
    for one in _upto(PromiseLookedAt, places, day).order_by("number"):
        if (kept := found.get((one.site, one.promise))) is not None:
            kept.looks.append(one)
    return list(found.values())


def meetings(site: str, day: date) -> list[Met]:
    """The meetings of a site up to a day, the newest first."""
    said: dict[tuple[date, int], list[MeetingAnswered]] = defaultdict(list)
    for one in _upto(MeetingAnswered, [site], day).order_by("number"):
        said[one.held_on, one.meeting].append(one)
    rows = _upto(Meeting, [site], day).order_by("-day", "-number")
    return [Met(one, said[one.day, one.number]) for one in rows]


def _upto(kind: Any, sites: list[str], day: date) -> Any:
    return kind.objects.current().filter(site__in=sites, day__lte=day)


def called(site: str) -> dict[Thing, str]:
    """The labels of the designs that questions of a site can be about; all else is known by its code."""
    designs = Design.objects.current().filter(site__in=["", site]).values_list("design", "label")
    return {("design", one): label for one, label in designs}
