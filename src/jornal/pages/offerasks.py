"""The questions of an offer of work: who, in which language, which work, what else, her answer, her consent."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from jornal.actions.consents import LEAST_THINKING, OUTSIDERS, THINKING
from jornal.actions.given import year_on
from jornal.actions.offers import OF_AGE
from jornal.actions.onoffer import OnOffer, on_offer
from jornal.actions.standing import languages
from jornal.pages.choices import choices, of_words, with_choices
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Choice
from jornal.pages.wizard import Walk
from jornal.reads.roster import person
from jornal.units.identifiers import tidy
from jornal.words.catalogue import Words
from jornal.words.dates import day_text

Wrong = Iterator[tuple[str, str]]

WHO = {"new": "Somebody new", "known": "Somebody who has a code here"}
NOW = {"today": "She gives it today", "later": "She gives it another day"}
NOT_KNOWN = "Nobody has this code here. Look at it again, or choose somebody new."
LOCKED = "The names are locked. Open them on the side first: her name is sealed."
CHOOSE = "Choose one of those listed."
WHOLE = "Write a whole number."
NOT_COME = "This day has not come yet."
EACH_WITH_A_COLON = "Write each on a line of its own: what it is, a colon, and what it means for her."
WITH_NONE = "Say what it means for her to take none of it, such as: none: nothing changes"
NONE_OF_IT = "none: nothing changes"
CREDIT = (
    "Days of work may count towards an earlier release. "
    "The authority decides that, and nobody here can promise it."
)
NEEDS_WITNESS = "It needs a witness from outside the enterprise and the prison."
NEEDS_READER = "Say who read it to her, on the page of the language."
NEEDS_COPY = "She has a copy of it in her hand. Say since when."
THINKS_LONGER = "She has at least 72 hours from the offer to think."
TOO_YOUNG = "Nobody under eighteen works here."
AN_HOUR = "{contract} · {grade}: {pay} an hour, the floor is {floor}"
BY_PIECE = "{contract} · {grade}: by the piece, never below {floor} an hour"


def who(walk: Walk) -> Sequence[Asked]:
    """Somebody new, or somebody who has a code."""
    offered_to = of_words(walk.desk, WHO)
    return [Asked("who", "She is", "", "choice", offered_to, wanted=True)]


def new(_: Walk) -> Sequence[Asked]:
    """Her name and when she was born."""
    return [
        Asked("name", "Name", "It is sealed, and shown to those who work with her alone.", "text", (), True),
        Asked("birth_year", "Year of birth", "Nobody under eighteen works here.", "number", (), True),
        Asked("born_on", "Day of birth", "Only where her age is in doubt; it is sealed.", "day"),
    ]


def new_wrong(walk: Walk) -> Wrong:
    """What is wrong with them: the names are locked, or she is too young."""
    if walk.desk.keys is None:
        yield "name", LOCKED
    year = walk.said.get("birth_year", "")
    if year.isdecimal() and not 1900 < int(year) <= walk.desk.day.year - OF_AGE:
        yield "birth_year", TOO_YOUNG


def known(_: Walk) -> Sequence[Asked]:
    """Her code."""
    return [Asked("worker", "Code", "As it stands on her papers, such as QC014X.", "text", (), True)]


def known_wrong(walk: Walk) -> Wrong:
    """What is wrong with it: nobody has it here."""
    worker = walk.said.get("worker", "")
    if worker and person(walk.desk.place, tidy(worker), walk.desk.day) is None:
        yield "worker", NOT_KNOWN


def language(walk: Walk) -> Sequence[Asked]:
    """Her language, and who reads to her."""
    asked = Asked(
        "language", "Language", "One she speaks well; her papers are in it too.", "select", (), wanted=True
    )
    return [
        with_choices(walk.desk, asked, "languages", her_code(walk)),
        Asked(
            "read_by",
            "Who reads everything aloud to her?",
            "A name or a code. Reading aloud is usual here, not a favour.",
        ),
    ]


def language_usual(walk: Walk) -> Mapping[str, object]:
    """The first language of the site."""
    return {"language": next(iter(languages(walk.desk.site)), "")}


def work(walk: Walk) -> Sequence[Asked]:
    """Job, workshop, contract and grade with their pay beside the floor, and hours."""
    desk = walk.desk
    terms = tuple(
        Choice(f"{one.contract}/{one.grade}", _term(desk, one)) for one in on_offer(desk.place, desk.day)
    )
    return [
        with_choices(desk, Asked("job", "Job", "", "select"), "jobs"),
        with_choices(desk, Asked("workshop", "Workshop", "", "select"), "workshops"),
        Asked("terms", "Pay beside the floor", "", "choice" if terms else "text", terms, wanted=bool(terms)),
        Asked("weekly_hours", "Hours a week", "Empty: as the timetable of the contract says.", "number"),
    ]


def work_wrong(walk: Walk) -> Wrong:
    """What is wrong with them: hours that no week has, terms that are not adopted."""
    hours = walk.said.get("weekly_hours", "")
    if hours and not (hours.isascii() and hours.isdecimal() and int(hours) <= 168):
        yield "weekly_hours", WHOLE
    terms, known = walk.said.get("terms", ""), on_offer(walk.desk.place, walk.desk.day)
    if known and terms and terms not in [f"{one.contract}/{one.grade}" for one in known]:
        yield "terms", CHOOSE


def _term(desk: Desk, one: OnOffer) -> str:
    """A contract and grade in words: what it pays beside its floor."""
    figures, pay, floor = desk.figures, one.hourly, one.floor
    facts = {
        "contract": desk.say(one.label), "grade": desk.say(one.grade_label) or one.grade or "–",
        "pay": figures.rate(pay) if pay is not None else desk.say("Not known"),
        "floor": figures.amount(floor) if floor is not None else "–",
    }  # fmt: skip
    says = desk.say(BY_PIECE if one.pays == "piece" else AN_HOUR, **facts)
    week = desk.say("{hours} a week", hours=figures.time(one.weekly_minutes)) if one.weekly_minutes else ""
    return " · ".join(filter(None, (says, week)))


def otherwise(_: Walk) -> Sequence[Asked]:
    """What else she may do, and what is said of credit."""
    return [
        Asked(
            "alternatives", "What else she may do, one on a line", EACH_WITH_A_COLON, "long", (), wanted=True
        ),
        Asked(
            "credit",
            "What is said to her about sentence credit",
            "It goes into the offer as it stands here.",
            "long",
        ),
    ]


def otherwise_usual(walk: Walk) -> Mapping[str, object]:
    """To take none of it, and that the authority decides about credit; in her language."""
    hers = Words(walk.said.get("language", ""))
    return {"alternatives": hers.say(NONE_OF_IT), "credit": hers.say(CREDIT)}


def otherwise_wrong(walk: Walk) -> Wrong:
    """What is wrong with it: a line that does not say what it means, or that leaves out to take none."""
    lines = lines_of(walk.said.get("alternatives", ""))
    if not all(name and says for name, says in lines):
        yield "alternatives", EACH_WITH_A_COLON
    elif lines and not _has_none(walk, lines):
        yield "alternatives", WITH_NONE


def lines_of(text: str) -> list[tuple[str, str]]:
    """Each line as what it is and what it means for her."""
    pairs = [line.partition(":") for line in text.splitlines() if line.strip()]
    return [(name.strip(), says.strip()) for name, _, says in pairs]


def _has_none(walk: Walk, lines: Sequence[tuple[str, str]]) -> bool:
    nones = {"none", Words(walk.said.get("language", "")).say(NONE_OF_IT).partition(":")[0]}
    return any(name.lower() in nones for name, _ in lines)


def until(_: Walk) -> Sequence[Asked]:
    """When it was offered, and until when it stands."""
    return [
        Asked("day", "Offered on", "", "day", (), wanted=True),
        Asked("expires_on", "The offer stands until", "Empty: it has no end.", "day"),
    ]


def until_usual(walk: Walk) -> Mapping[str, object]:
    """Today."""
    return {"day": walk.desk.day}


def until_wrong(walk: Walk) -> Wrong:
    """What is wrong with it: a day that has not come."""
    if _offered_on(walk) > walk.desk.day:
        yield "day", NOT_COME


def answer(walk: Walk) -> Sequence[Asked]:
    """Yes, no or later, each like the others."""
    return [Asked("answer", "Her answer", "", "choice", choices(walk.desk, "answers"), wanted=True)]


def consent(walk: Walk) -> Sequence[Asked]:
    """Whether she consents today, with which witness, since when she has a copy, until when she thinks it over."""
    desk = walk.desk
    now = of_words(desk, NOW)
    outside = tuple(one for one in choices(desk, "witnesses") if one.value in OUTSIDERS)
    least = _offered_on(walk) + LEAST_THINKING
    not_before = desk.say("Not before {day}.", day=day_text(least, desk.words.language))
    return [
        Asked("consenting", "Her consent to work", "", "choice", now, wanted=True),
        Asked("witness", "Witness from outside", "Neither of the enterprise nor of the prison."),
        Asked("witness_of", "Where the witness is from", "", "select", outside),
        Asked("copy_given_on", "Copy in her hand since", "", "day"),
        Asked("cooling_off_until", "She thinks it over until", not_before, "day"),
        Asked(
            "consent_ends", "The consent ends on", "A year at the most; then it is read to her again.", "day"
        ),
    ]


def consent_usual(walk: Walk) -> Mapping[str, object]:
    """Today, a week to think, a year."""
    day = walk.desk.day
    return {
        "copy_given_on": day,
        "cooling_off_until": max(_offered_on(walk) + THINKING, day),
        "consent_ends": year_on(day, 1),
    }


def consent_wrong(walk: Walk) -> Wrong:
    """What is wrong with a consent that she gives today."""
    said = walk.said
    if said.get("consenting") != "today":
        return
    if not said.get("read_by"):
        yield "witness", NEEDS_READER
    if not said.get("witness") or not said.get("witness_of"):
        yield ("witness_of" if said.get("witness") else "witness"), NEEDS_WITNESS
    if not said.get("copy_given_on"):
        yield "copy_given_on", NEEDS_COPY
    until = _day(said.get("cooling_off_until", ""))
    if until is not None and until < _offered_on(walk) + LEAST_THINKING:
        yield "cooling_off_until", THINKS_LONGER


def _offered_on(walk: Walk) -> date:
    return _day(walk.said.get("day", "")) or walk.desk.day


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def her_code(walk: Walk) -> str:
    """The code of somebody known; "" of somebody new."""
    return tidy(walk.said.get("worker", "")) if walk.said.get("who") == "known" else ""
