"""What the brief of a day says, one way or the other: the same words on paper and on the page."""

from datetime import date
from typing import Any

from jornal.papers.heads import Issue, certain, head
from jornal.papers.render import pdf
from jornal.words.dates import day_text

Row = dict[str, Any]
NOBODY = "It holds numbers and no names."
ABOUT = {
    "order": "Order {which}",
    "lot": "Lot {which}",
    "design": "Design {which}",
    "group": "Workshop {which}",
}
HEADS = {
    "day": "What was done",
    "stops": "Stopped by the prison",
    "questions": "Open questions",
    "answers": "Answers",
    "promises": "Promises due",
    "orders": "New orders and changes",
    "coming": "Visits and agreements",
    "meetings": "Meetings with the team",
}
EMPTY = {
    "day": "Nobody was due that day.",
    "stops": "Work was not stopped.",
    "questions": "No question is open.",
    "answers": "Nothing was answered.",
    "promises": "No promise is due within two weeks.",
    "orders": "No order is new or changed.",
    "coming": "Nothing is planned within two weeks.",
    "meetings": "There was no meeting.",
}
TITLES = {"site": "Brief to headquarters", "headquarters": "Brief to the site"}
"""By who tells it."""
LATE, DUE = "Late since {day}", "Due on {day}"
PUT_TO = {"headquarters": "to headquarters", "site": "to the site", "team": "to the team"}


def brief(paper: Issue) -> bytes:
    """The brief as a PDF, dated its day; the same brief gives the same bytes. Raises CannotDraw."""
    return pdf("brief", says(paper), paper.day)


def says(paper: Issue) -> Row:
    """Every word of a brief: its head and its sections, each with lines of a text, what stands beside, and a mark."""
    run = paper.run
    site = run["way"] == "site"
    sections = (
        [_day(paper), _stops(paper), _questions(paper), _answers(paper), _promises(paper)]
        if site
        else [_answers(paper), _questions(paper), _orders(paper), _promises(paper), _coming(paper)]
    )
    return {
        **head(paper, TITLES[run["way"]]),
        "record": paper.words.say("Record {head}", head=run["head"]) if run["head"] else "",
        "sections": [*sections, _meetings(paper)] if run["meetings"] else sections,
        "sign": [paper.words.say("Read by"), paper.words.say("Day")],
        "notes": [paper.words.say(NOBODY), *certain(paper)],
    }


def _section(paper: Issue, name: str, lines: list[Row]) -> Row:
    return {"title": paper.words.say(HEADS[name]), "lines": lines, "empty": paper.words.say(EMPTY[name])}


def _line(text: str, beside: str = "", mark: str = "") -> Row:
    return {"text": text, "beside": beside, "mark": mark}


def _on(paper: Issue, day: str) -> str:
    return day_text(date.fromisoformat(day), paper.language)


def _due(paper: Issue, row: Row) -> str:
    """The mark of what has its day: when it is due, and whether that is past."""
    if not row["due_on"]:
        return ""
    return paper.words.say(LATE if row["late"] else DUE, day=_on(paper, row["due_on"]))


def _day(paper: Issue) -> Row:
    words, of = paper.words, paper.run["day"]
    lines = [
        _line(words.say("{here} of {due} are here", here=of["here"], due=of["due"])),
        _line(words.count(of["missing"], "{number} person is missing", "{number} people are missing")),
        _line(words.say("Hours worked: {hours}", hours=paper.money.time(of["minutes"]))),
    ]
    if of["unmarked"]:
        lines.append(_line(words.say("Nothing is marked yet of {number}", number=of["unmarked"])))
    if of["good"] or of["rework"]:
        lines.append(_line(words.count(of["good"], "{number} good piece", "{number} good pieces")))
    if of["rework"]:
        lines.append(_line(words.say("To be done again: {number}", number=of["rework"])))
    return _section(paper, "day", lines if of["due"] else [])


def _stops(paper: Issue) -> Row:
    words = paper.words
    lines = [
        _line(
            one["workshop"] or words.say("The whole site"),
            words.say("{start} to {end}", start=one["start"], end=one["end"])
            if one["start"] and one["end"]
            else words.say("The whole day"),
        )
        for one in paper.run["stops"]
    ]
    return _section(paper, "stops", lines)


def _questions(paper: Issue) -> Row:
    words = paper.words
    lines = []
    for one in paper.run["questions"]:
        about = words.say(ABOUT[one["about"]], which=words.say(one["which"])) if one["about"] in ABOUT else ""
        beside = " · ".join(part for part in (one["code"], words.say(PUT_TO[one["put_to"]]), about) if part)
        lines.append(_line(one["says"], beside, _due(paper, one)))
    return _section(paper, "questions", lines)


def _answers(paper: Issue) -> Row:
    words = paper.words
    lines = []
    for one in paper.run["answers"]:
        heard = words.count(one["heard"], "{number} of the team was heard", "{number} of the team were heard")
        beside = f"{one['code']} · {one['asked']}"
        lines.append(
            _line(one["says"], f"{beside} · {heard}" if one["heard"] else beside, _on(paper, one["day"]))
        )
    return _section(paper, "answers", lines)


def _promises(paper: Issue) -> Row:
    lines = [_line(one["says"], one["code"], _due(paper, one)) for one in paper.run["promises"]]
    return _section(paper, "promises", lines)


def _orders(paper: Issue) -> Row:
    words = paper.words
    lines = [
        _line(
            words.say("Order {order}, line {line}: {quantity} of {product}", **{
                name: one[name] for name in ("order", "line", "quantity", "product")
            }),
            one["why"] if one["changed"] else "",
            words.say("changed") if one["changed"] else words.say("new"),
        )
        for one in paper.run["orders"]
    ]  # fmt: skip
    return _section(paper, "orders", lines)


def _coming(paper: Issue) -> Row:
    """Visits, and an agreement that ends."""
    words = paper.words
    lines = [
        _line(words.say("A visit is planned on {day}", day=_on(paper, one["day"])), one["agenda"])
        for one in paper.run["visits"]
    ]
    for one in paper.run["agreements"]:
        until = _on(paper, one["until"])
        told = {"agreement": one["agreement"], "day": until, "number": one["days"]}
        lines.append(_line(words.say(ENDS if one["days"] >= 0 else ENDED, **told)))
    return _section(paper, "coming", lines)


ENDS = "The agreement {agreement} ends on {day}, in {number} days"
ENDED = "The agreement {agreement} ended on {day} and no other follows it"


def _meetings(paper: Issue) -> Row:
    words = paper.words
    lines = []
    for one in paper.run["meetings"]:
        if "says" in one:
            held = words.say("To the meeting of {day}", day=_on(paper, one["held_on"]))
            lines.append(_line(one["says"], held))
        else:
            there = words.count(one["present"], "{number} was there", "{number} were there")
            lines.append(_line(one["decided"] or words.say("Nothing was decided"), there))
    return _section(paper, "meetings", lines)
