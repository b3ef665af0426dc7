"""What a passport says, section by section: from what was signed, in words; what is not recorded is said to be so."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from jornal.terms.marketfiles import packaged
from jornal.units.money import exponent
from jornal.words.catalogue import Words
from jornal.words.dates import day_text, month_named, stretch
from jornal.words.numbers import Figures, per_cent

Body = dict[str, Any]
COMPARED = {
    "guarantee": "The guarantee for these hours, for an hour",
    "paid_rest_hour": "The floor for an hour with its paid rest",
    "plain_hour": "The floor for a plain hour",
}
MODELS = {
    "craft": "This is craft work in prison: it is paid for the piece, and nobody sets the hours.",
    "training": "This was made in training.",
}
WITH = {"site": "this site", "headquarters": "headquarters", "authority": "the authority"}
FEW = "Fewer than {number} people have hours in {month}, so no figure of pay is shown and nothing is claimed of it."
NO_MONTH = "No month of pay is issued yet, so nothing is claimed of pay."
NOBODY_LOOKED = "No finding is open. That says nothing of what nobody has looked at."
SPLIT = {
    "in_hand": "To the worker now", "family": "To families, as each asked", "savings": "Saved, as each asked",
    "asked": "To families and saved, as each asked", "hers": "To the worker, now or as each asked",
    "taken": "Taken by law or agreement",
}  # fmt: skip
WITNESSES = {
    "ngo": "a non-governmental organisation", "lawyer": "a lawyer", "chaplain": "a chaplain",
    "ombudsman": "an ombudsman", "family": "the worker's family", "representative": "the workers' representative",
    "other": "somebody else",
}  # fmt: skip
ASKED = {
    "asked": "People who were offered work in a year", "no": "Said no", "stopped": "Stopped of their own will",
}  # fmt: skip
NOT_RECORDED = "not recorded"
FEWER = "fewer than {number}"
HOW_ASKED = (
    "Work is offered with time to think, read aloud in a language of the worker's, before a witness from outside. Each "
    "may say no, or stop on any day, and is not asked why."
)
HOURS_BEHIND = "{hours} were worked in the month that ended on {day}."
IN_THE_PRICE = "{share} of the price of a piece is wages, by the cost sheet of {day}."


class Section(NamedTuple):
    """A part of the page: its title, a chip and lines before its rows, and lines after them."""

    title: str
    rows: Sequence[tuple[str, str]] = ()
    lines: Sequence[str] = ()
    first: Sequence[str] = ()
    chip: str = ""


def sections(body: Body, words: Words) -> list[Section]:
    """Every section in its order; of a passport of the first version those that it has."""
    found = [_made(body, words), _pay(body, words)]
    if "split" in body["pay"] or "wages" in body:
        found.append(_split(body, words))
    if "consent" in body:
        found.append(_consent(body["consent"], words))
    found.append(_findings(body["findings"], words))
    if "complaints" in body:
        found.append(_looked(body, words))
    return found


def _weeks(weeks: Sequence[str], words: Words) -> str:
    """From the Monday of the first week to the Sunday of the last; a week such as 2026-W41 is a number to nobody."""
    first, last = (
        date.fromisocalendar(int(one[:4]), int(one[6:]), at) for one, at in ((weeks[0], 1), (weeks[-1], 7))
    )
    return stretch(first, last, words.language)


def _made(body: Body, words: Words) -> Section:
    figures = Figures(words, "EUR", 2)
    rows = []
    if body["techniques"]:
        rows.append((words.say("Techniques"), ", ".join(words.say(one) for one in body["techniques"])))
    if body["standard_minutes"]:
        rows.append((words.say("Standard time for one piece"), figures.time(body["standard_minutes"])))
    rows.append((words.say("Weeks it was made in"), _weeks(body["weeks"], words)))
    rows += [(words.say(one["material"]), _origin(one, words)) for one in body["materials"]]
    if not body["materials"]:
        rows.append((words.say("Materials"), words.say(NOT_RECORDED)))
    model = words.say(MODELS[body["model"]]) if body["model"] in MODELS else ""
    return Section(words.say("How it was made"), rows, [model])


def _origin(one: Body, words: Words) -> str:
    if one["country"] == "unknown":
        return words.say("origin not known")
    country = words.say(packaged().label(one["country"]))
    return f"{one['origin']}, {country}" if one["origin"] else country


def _pay(body: Body, words: Words) -> Section:
    pay, title = body["pay"], words.say("Pay and hours in this workshop")
    if pay["shown"] == "none":
        return Section(title, (), [words.say(NO_MONTH)])
    month = month_named(pay["month"], words.language)
    if pay["shown"] == "few":
        return Section(title, (), [words.say(FEW, number=pay["fewer_than"], month=month)])
    figures = Figures(words, pay["currency"], exponent(pay["currency"]))
    rows = [
        (words.say("Paid for an hour, median"), figures.amount(pay["hour_median"])),
        (words.say("Paid for an hour, lowest"), figures.amount(pay["hour_lowest"])),
        *((words.say(COMPARED[name]), figures.amount(amount)) for name, amount in pay["compared"].items()),
        (words.say("Hours a week, median"), figures.time(pay["week_minutes_median"])),
        (words.say("Hours a week, most"), figures.time(pay["week_minutes_most"])),
    ]
    lines = [
        words.count(
            pay["people"], "{number} person worked in {month}.", "{number} people worked in {month}.", month=month
        )
    ]  # fmt: skip
    if "minutes" in pay:
        lines.append(
            words.say(HOURS_BEHIND, hours=figures.time(pay["minutes"]), day=_day(pay["until"], words))
        )
    floor = " · ".join([*(words.say(one) for one in pay["floors"]), *pay["sources"]])
    lines += [words.say("Compared with: {floor}.", floor=floor)] if floor else []
    lines += [words.say(one) for one in pay["declared_gaps"]]
    return Section(title, rows, lines)


def _split(body: Body, words: Words) -> Section:
    """How pay was split, and how much of the price is wages."""
    split, wages, title = body["pay"].get("split"), body.get("wages"), words.say("Where pay goes")
    shares = split["shares"] if split and split["shown"] == "shares" else {}
    rows = [(words.say(SPLIT[name]), _share(shares[name], words)) for name in SPLIT if name in shares]
    if not rows:
        told = words.say(FEWER, number=split["fewer_than"]) if split else words.say(NOT_RECORDED)
        rows = [(words.say("How pay is split"), told)]
    if wages is None:
        return Section(title, [*rows, (words.say("Wages in the price of a piece"), words.say(NOT_RECORDED))])
    share, day = _share(wages["of_10000"], words), _day(wages["since"], words)
    return Section(title, rows, [words.say(IN_THE_PRICE, share=share, day=day)])


def _share(of_10000: int, words: Words) -> str:
    return per_cent(Fraction(of_10000, 10_000), words.language)


def _consent(told: Body | None, words: Words) -> Section:
    """How consent is given, how many said no or stopped; and that nobody from outside asked, where it is so."""
    rows = []
    if told is None:
        rows.append((words.say(ASKED["asked"]), words.say(NOT_RECORDED)))
    else:
        few = words.say(FEWER, number=told["fewer_than"])
        rows += [
            (
                words.say(says),
                few if told[name] is None else words.say("at least {number}", number=told[name]),
            )
            for name, says in ASKED.items()
        ]
        seen = _joined((words.say(WITNESSES[one]) for one in told["witnesses"] if one in WITNESSES), words)
        rows.append((words.say("Witnessed by"), seen))
    rows.append((words.say("Asked alone, by somebody from outside"), words.say(NOT_RECORDED)))
    return Section(words.say("How workers agreed"), rows, (), [words.say(HOW_ASKED)])


def _joined(texts: Iterable[str], words: Words) -> str:
    return ", ".join(texts) or words.say(NOT_RECORDED)


def _findings(found: Body, words: Words) -> Section:
    title = words.say("Findings open on {day}", day=_day(found["asked_on"], words))
    closed = found.get("closed_in_a_year")
    told = [] if closed is None else [(words.say("Closed within a year"), str(closed))]
    if not found["open"]:
        return Section(title, told, [words.say(NOBODY_LOOKED)])
    chip = words.count(found["open"], "{number} finding open", "{number} findings open")
    if "dates" in found:
        rows = [(_day(one["day"], words), words.say(WITH[one["with"]])) for one in found["dates"]]
        return Section(title, [*rows, *told], (), [words.say("Since when, and with whom they lie:")], chip)
    oldest = _day(found["oldest"], words)
    rows = [(words.say(WITH[who]), str(number_)) for who, number_ in found["with"].items()]
    return Section(
        title, rows, (), [words.say("The oldest is of {day}. With whom they lie:", day=oldest)], chip
    )


def _looked(body: Body, words: Words) -> Section:
    """Who came from outside, and where to complain."""
    came = body["outsiders"]
    rows = [
        (words.say("Visits by outsiders in a year"), str(came["held"]) if came else words.say(NOT_RECORDED))
    ]
    if came:
        rows.append((words.say("The last one"), _day(came["last"], words)))
    rows.append((words.say("Complaints go to"), body["complaints"] or words.say(NOT_RECORDED)))
    return Section(words.say("Looked at from outside"), rows)


def _day(text: str, words: Words) -> str:
    return day_text(date.fromisoformat(text), words.language)
