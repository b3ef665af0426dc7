"""Questions between a site and headquarters, and to the team: put, read, answered, and closed by whoever asked."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from django.db import transaction
from django.db.models import Max
from pydantic import Field

from jornal.actions.designs import design_of
from jornal.actions.given import Token, on
from jornal.actions.inopen import in_the_open
from jornal.actions.office import Book, Office
from jornal.actions.onlot import LotNotKnown
from jornal.actions.quoting import NoSuchOrder
from jornal.actions.tools import NoSuchWorkshop
from jornal.actions.verb import Row, Verb
from jornal.facts.dialogue import Answer, Question, QuestionClosed, QuestionSeen
from jornal.facts.lots import Lot
from jornal.facts.orders import Order
from jornal.facts.organisation import Workshop
from jornal.journal.fact import Fact
from jornal.journal.place import locked
from jornal.reads.people import enrolled
from jornal.units.parts import Part
from jornal.units.periods import Period
from jornal.units.said import Said

HEADQUARTERS = "hq_operations"
ROLES = ("site_manager", "trainer", "quality", HEADQUARTERS)
ONE_DAY = timedelta(days=1)
QUESTION, ANSWER, NOTE = "The question", "The answer", "The note"

Words = Annotated[str, Field(min_length=1, max_length=1000)]


class NotAsked(Said):
    """A question that nobody asked."""

    def __init__(self, question: str, site: str) -> None:
        super().__init__(
            "Nobody asked a question {question} at {site}. Look at its code; `jornal brief` lists those that are open.",
            question=question,
            site=site or Part("headquarters"),
        )


class NoLongerOpen(Said):
    """An answer to a question that was closed."""

    def __init__(self, question: str, day: date) -> None:
        super().__init__(
            "Question {question} was closed on {day}. Ask anew with `jornal do put-question`, or take the end back "
            "with its reason.",
            question=question,
            day=day,
        )


class NotPutLikeThis(Said):
    """A question put to the wrong people, or about nothing that can be found."""

    def __init__(self, why: str) -> None:
        super().__init__("The question was not put: {why}.", why=why)


class NotYours(Said):
    """A question answered or closed by a side that it is not for."""

    def __init__(self, question: str, why: str) -> None:
        super().__init__("Question {question}: {why}.", question=question, why=why)


class Put(Row):
    """A question about work, from a site to headquarters, from headquarters to a site, or from either to the team.

    `which` names the order, lot, design or, for a group, the workshop. It names no worker: what concerns one alone is
    recorded with her. Without `put_to` it goes to the other side.
    """

    says: Words
    put_to: Literal["", "headquarters", "site", "team"] = ""
    about: Literal["general", "order", "lot", "design", "group"] = "general"
    which: Annotated[str, Field(max_length=60)] = ""
    due_on: date | None = None
    day: date | None = None


class Replied(Row):
    """An answer to a question, one of several; `heard` is how many of the team were heard before, never who."""

    question: Token
    says: Words
    heard: Annotated[int, Field(ge=0, le=10_000)] | None = None
    day: date | None = None


class Read(Row):
    """A question that was read by whoever records this."""

    question: Token
    day: date | None = None


class Closed(Row):
    """The end of a question, said by the side that asked."""

    question: Token
    outcome: Literal["answered", "not_needed"] = "answered"
    note: Annotated[str, Field(max_length=300)] = ""
    day: date | None = None


def put(office: Office, rows: Sequence[Put]) -> list[Fact]:
    """The questions, as recorded, each with its code; the same again of that day changes nothing.

    Raises NotPutLikeThis, NotYet, ListedTerm, NamesSomebody, and for what it is about NoSuchOrder, LotNotKnown,
    NoSuchDesign, NoSuchWorkshop.
    """
    _at_a_site(office)
    with transaction.atomic():
        locked(office.book(book_of(office)))
        return [fact for row in rows for fact in office.put([_question(office, row)], book_of(office))]


def reply(office: Office, rows: Sequence[Replied]) -> list[Fact]:
    """The answers, as recorded, each after those before; the same again of that day changes nothing.

    Raises NotAsked, NoLongerOpen, NotYours, NotYet, ListedTerm, NamesSomebody.
    """
    with transaction.atomic():
        if office.site:
            locked(office.book(book_of(office)))
        return [fact for row in rows for fact in office.put([_answer(office, row)], book_of(office))]


def see(office: Office, rows: Sequence[Read]) -> list[Fact]:
    """That somebody read these questions; the first time counts. Raises NotAsked, NotYet."""
    found: list[Fact] = []
    for row in rows:
        asked = asked_as(office, row.question)
        key = {"site": office.site, "question": asked.question, "staff": office.hand.by}
        before = QuestionSeen.objects.filter(**key).first()
        found += [before] if before else office.put(
            [QuestionSeen(**key, day=on(office, row.day))], book_of(office)
        )  # fmt: skip
    return found


def close(office: Office, rows: Sequence[Closed]) -> list[Fact]:
    """The ends of questions, as recorded. Raises NotAsked, NotYours, NotYet, ListedTerm, NamesSomebody."""
    facts = []
    for row in rows:
        asked = asked_as(office, row.question)
        if asked.book != office.book(book_of(office)):
            raise NotYours(
                row.question, Part("it is closed by the side that asked. Give your answer instead")
            )
        answered = Answer.objects.current().filter(site=office.site, question=row.question).exists()
        if row.outcome == "answered" and not answered:
            raise NotYours(
                row.question, Part("nobody has answered it. Wait, or close it as no longer needed (outcome=not_needed)")
            )  # fmt: skip
        facts.append(
            QuestionClosed(
                site=office.site, question=row.question, day=_since(office, asked, row.day), outcome=row.outcome,
                note=in_the_open(row.note, Part(NOTE)),
            )
        )  # fmt: skip
    return office.put(facts, book_of(office))


def book_of(office: Office) -> Book:
    """The book in which this side of the dialogue writes."""
    return "hq_site" if office.hand.role == HEADQUARTERS else "site"


def asked_as(office: Office, question: str) -> Question:
    """A question of this site by its code, from whichever book. Raises NotAsked."""
    found = Question.objects.current().filter(site=office.site, question=question).first()
    if found is None:
        raise NotAsked(question, office.site)
    return found


def still_open(office: Office, question: str) -> Question:
    """The same of a question that is not closed. Raises NotAsked, NoLongerOpen."""
    found = asked_as(office, question)
    end = QuestionClosed.objects.current().filter(site=office.site, question=question).first()
    if end is not None:
        raise NoLongerOpen(question, end.day)
    return found


def _question(office: Office, row: Put) -> Question:
    to = row.put_to or ("site" if office.hand.role == HEADQUARTERS else "headquarters")
    if to == ("headquarters" if office.hand.role == HEADQUARTERS else "site"):
        raise NotPutLikeThis(
            Part("whoever asks does not put it to themselves. Put it to the other side or the team")
        )
    if office.hand.role == "quality" and row.about != "lot":
        raise NotPutLikeThis(Part("quality asks about a lot. Say which (about=lot, which=…)"))
    _check_about(office, row)
    day = on(office, row.day)
    if row.due_on is not None and row.due_on < day:
        raise NotPutLikeThis(Part("it cannot be answered by {day}, before it is asked", day=row.due_on))
    said = {
        "put_to": to, "about": row.about, "which": row.which, "day": day, "due_on": row.due_on,
        "staff": office.hand.by, "says": in_the_open(row.says, Part(QUESTION)),
    }  # fmt: skip
    mine = Question.objects.filter(site=office.site, book=office.book(book_of(office)), corrects__isnull=True)
    same = mine.filter(**said).first()
    return Question(
        site=office.site, question=same.question if same else _code(office, "q", mine.count()), **said
    )


def _code(office: Office, what: str, before: int) -> str:
    return f"{what}-{'h' if office.hand.role == HEADQUARTERS else 's'}{before + 1}"


def _check_about(office: Office, row: Put) -> None:
    """Raises where it is about nothing that can be found here."""
    if (row.about == "general") != (row.which == ""):
        raise NotPutLikeThis(Part("say which order, lot, design or workshop it is about, in about and which"))
    if row.about == "order" and not Order.objects.current().filter(order=row.which).exists():
        raise NoSuchOrder(row.which)
    if row.about == "lot" and not Lot.objects.current().filter(site=office.site, code=row.which).exists():
        raise LotNotKnown(row.which, office.site)
    if row.about == "design":
        design_of(row.which)
    rooms = Workshop.objects.current().filter(site=office.site, workshop=row.which)
    if row.about == "group" and not rooms.exists():
        raise NoSuchWorkshop(row.which, office.site)


def _answer(office: Office, row: Replied) -> Answer:
    asked = still_open(office, row.question)
    _check_answers(office, asked, row.heard)
    said: dict[str, Any] = {
        "day": _since(office, asked, row.day), "staff": office.hand.by, "heard": row.heard,
        "says": in_the_open(row.says, Part(ANSWER)),
    }  # fmt: skip
    key = {"site": office.site, "question": row.question}
    mine = Answer.objects.filter(**key, corrects__isnull=True)
    same = mine.filter(**said, book=office.book(book_of(office))).first()
    last = mine.aggregate(last=Max("number"))["last"] or 0
    return Answer(**key, number=same.number if same else last + 1, **said)


def _check_answers(office: Office, asked: Question, heard: int | None) -> None:
    """Raises NotYours where this side is not asked, or more were heard than are here."""
    here = office.hand.role == HEADQUARTERS
    if here != (asked.put_to == "headquarters"):
        raise NotYours(
            asked.question, Part("it is put to {side}, who answers it", side=Part(_SIDES[asked.put_to]))
        )
    if office.hand.role == "quality" and asked.about != "lot":
        raise NotYours(asked.question, Part("quality answers questions about lots. Ask the site manager"))
    if asked.put_to == "team" and not heard:
        raise NotYours(
            asked.question, Part("it is put to the team. Say in heard how many of them were heard")
        )
    most = len({one.worker for one in enrolled(office.site, Period(office.day, office.day + ONE_DAY))})
    if heard and heard > most:
        raise NotYours(
            asked.question, Part("{heard} were heard, and {most} are here", heard=heard, most=most)
        )


_SIDES = {"headquarters": "headquarters", "site": "the site", "team": "the team"}


def _since(office: Office, asked: Question, day: date | None) -> date:
    """The day given, or today. Raises NotYours for one before the question, NotYet."""
    found = on(office, day)
    if found < asked.day:
        raise NotYours(asked.question, Part("it was asked on {day}. Correct the day", day=asked.day))
    return found


def _at_a_site(office: Office) -> None:
    if not office.site:
        raise NotPutLikeThis(Part("it is about a site. Say which, with --site"))


VERBS: dict[str, Verb] = {
    "put-question": Verb(Put, put, ROLES, "Put a question about work to headquarters, a site or the team."),
    "see-question": Verb(Read, see, ROLES, "Record that a question was read."),
    "reply-to-question": Verb(
        Replied, reply, ROLES, "Answer a question, with how many of the team were heard."
    ),
    "close-question": Verb(Closed, close, ROLES, "Close a question that this side asked."),
}
