"""What the sheet of a recorded day says: every record with what it said before, the sums, and how it was closed."""

from datetime import date, datetime
from typing import Any

from jornal.papers.daycells import drawn, said, span, titled
from jornal.papers.heads import Issue
from jornal.terms.kinds import load
from jornal.words.dates import day_text

Row = dict[str, Any]
SIGN = ("Signed for the workshop", "Who keeps this sheet")


def told(paper: Issue, mine: list[Row]) -> Row:
    """What is recorded of a worker's day, a line each; under each what it said before it was corrected."""
    lines = [_line(paper, one) for one in mine[0]["recorded"]]
    return {"lines": lines or [{**_NOTHING, "what": paper.words.say("nothing recorded")}]}


_NOTHING = {"what": "", "hours": "–", "by": "", "under": []}


def _line(paper: Issue, one: Row) -> Row:
    words = paper.words
    hours = "–" if one["minutes"] is None else paper.money.time(one["minutes"])
    under = [_corrected(paper, before) for before in one["before"]]
    if one["noted"]:
        under.append(words.say("A note is kept with it."))
    if one["late"]:
        under.append(words.say("Recorded after the close; the ten characters do not cover it."))
    when = span(one["start"], one["end"])
    what = titled(paper, one["what"])
    return {"what": f"{what} · {when}" if when else what, "hours": hours, "by": one["by"], "under": under}


def _corrected(paper: Issue, before: Row) -> str:
    words = paper.words
    was = words.say("taken back") if before["void"] else said(paper, before)
    return words.say(
        "Corrected by {by} on {day}; before: {before}. Reason: {why}", before=was, **_who(paper, before)
    )


def taken_back(paper: Issue) -> list[str]:
    """A sentence for each record of the day that was taken back."""
    return [
        paper.words.say(
            "{worker}: {before}. Taken back by {by} on {day}. Reason: {why}",
            worker=one["worker"],
            before=said(paper, one),
            **_who(paper, one),
        )
        for day in paper.run["days"]
        for one in day["taken_back"]
    ]


def _who(paper: Issue, one: Row) -> dict[str, str]:
    on = day_text(date.fromisoformat(one["on"]), paper.language)
    return {"by": one["by"], "day": on, "why": drawn(one["why"])}


def totals(paper: Issue, people: list[list[Row]]) -> list[list[str]]:
    """The people of the sheet, how many worked, were absent or have nothing recorded, and the hours by kind."""
    if not people:
        return []
    records = [mine[0]["recorded"] for mine in people]
    worked = [any(_is_worked(one) for one in mine) for mine in records]
    counted = [
        ("People on this sheet", len(people)),
        ("Worked", sum(worked)),
        ("Absent", sum(bool(mine) and not at for mine, at in zip(records, worked, strict=True))),
        ("Nothing recorded", sum(not mine for mine in records)),
    ]
    every = [one for mine in records for one in mine]
    minutes: dict[str, int] = {}
    for one in every:
        if one["minutes"]:
            minutes[one["what"]] = minutes.get(one["what"], 0) + one["minutes"]
    whole = sum(one["minutes"] or 0 for one in every if _is_worked(one))
    by_kind = [[titled(paper, kind), paper.money.time(sums)] for kind, sums in minutes.items()]
    return [
        *([paper.words.say(label), paper.money.whole(number)] for label, number in counted),
        [paper.words.say("Hours worked"), paper.money.time(whole)],
        *(by_kind if list(minutes) != ["work"] else []),
    ]


def _is_worked(one: Row) -> bool:
    return load().is_worked(one["what"])


def close(paper: Issue) -> Row:
    """The ten characters of the book as it was signed, with those of the other books; or that there are none yet."""
    words, closed = paper.words, paper.run["closed"]
    if not closed:
        return {"none": words.say("Not closed: no characters yet.")}
    own, *others = closed
    return {
        "none": "",
        "title": words.say("The ten characters of the record"),
        "code": own["code"],
        "place": _signed(paper, own),
        "others": [f"{one['code']} · {_signed(paper, one)}" for one in others],
        "why": words.say(
            "Keep this sheet where nobody of the workshop can exchange it. With these characters anybody can prove "
            "that nothing recorded before them was rewritten."
        ),
    }


def _signed(paper: Issue, head: Row) -> str:
    at = datetime.fromisoformat(head["at"])
    return paper.words.say(
        "Book {book}, entry {seq}, signed on {day}, {time}",
        book=head["book"],
        seq=head["seq"],
        day=day_text(at.date(), paper.language),
        time=f"{at:%H:%M}",
    )
