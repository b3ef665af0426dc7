"""What of the dialogue has to hold after a correction too: words that stand in the open, days, who is in a photo."""

from collections.abc import Callable
from datetime import date
from typing import Any

from jornal.actions.inopen import in_the_open
from jornal.actions.promises import NotAPromise
from jornal.facts.dialogue import (
    Answer,
    FindingLookedAt,
    Meeting,
    MeetingAnswered,
    Photo,
    Promise,
    PromiseLookedAt,
    Question,
    QuestionClosed,
)
from jornal.journal.fact import Fact
from jornal.journal.record import NotCorrectable
from jornal.units.parts import Part

OPEN = ("says", "decided", "note")
"""Columns whose words stand in the open."""


def _words(tip: Fact, new: dict[str, Any], _: date) -> None:
    for name in OPEN:
        if new.get(name, "") != getattr(tip, name, ""):
            in_the_open(new[name], Part("What is corrected"))


def _question(tip: Question, new: dict[str, Any], today: date) -> None:
    # To whom it is put and what it is about decide who answers it.
    if any(new[name] != getattr(tip, name) for name in ("put_to", "about", "which", "staff")):
        raise NotCorrectable(tip, Part("who is asked and what about stay. Close it and ask another"))
    _words(tip, new, today)


def _promise(tip: Promise, new: dict[str, Any], today: date) -> None:
    if new["due_on"] < new["day"]:
        raise NotAPromise(
            Part("it is made on {day} and due on {due}, before that", day=new["day"], due=new["due_on"])
        )
    _words(tip, new, today)


def _photo(tip: Photo, new: dict[str, Any], today: date) -> None:
    # Its file was checked and its people asked when it was recorded.
    if any(new[name] != getattr(tip, name) for name in new if name != "says"):
        raise NotCorrectable(tip, Part("a photo stays as it was checked. Take it back and attach another"))
    _words(tip, new, today)


CHECKS: dict[type[Fact], Callable[[Any, dict[str, Any], date], None]] = {
    Question: _question,
    Answer: _words,
    QuestionClosed: _words,
    Photo: _photo,
    Meeting: _words,
    MeetingAnswered: _words,
    Promise: _promise,
    PromiseLookedAt: _words,
    FindingLookedAt: _words,
}
"""By kind, what a correction of it may not break."""
