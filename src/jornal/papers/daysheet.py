"""What the day sheet says: boxes for the pen, or what was recorded of a day with the ten characters of its close."""

from datetime import date, datetime
from itertools import groupby
from typing import Any, Literal

from jornal.papers import dayrecord
from jornal.papers.daycells import about, clock, shown, span, what
from jornal.papers.heads import Issue, certain
from jornal.papers.phrases import capital, named
from jornal.papers.render import pdf
from jornal.terms.kinds import Kind, load
from jornal.words.dates import day_in_words, day_text, short_day, stretch, weekday_name

Row = dict[str, Any]
Size = Literal["a4", "us-letter"]
TITLES = {"blank": "Day sheet", "week": "Week sheet", "recorded": "Day sheet as recorded"}
NOBODY = {
    "blank": "Nobody is due on this day.",
    "week": "Nobody is due in this week.",
    "recorded": "Nobody was due on this day, and nothing is recorded of it.",
}
COLUMNS = {
    "blank": ("No.", "Worker", "Planned", "Time in", "Time out", "Reason", "Minutes", "Signature or thumb"),
    "week": ("No.", "Worker", "Hours", "Signature or thumb"),
    "recorded": ("No.", "Worker", "Recorded", "Hours", "Recorded by"),
}


def daysheet(paper: Issue, size: Size = "a4") -> bytes:
    """The sheet that `actions/daysheet.py` gives, in the language of `paper`; a week lies on its side."""
    return pdf("daysheet", says(paper, size), paper.day)


def says(paper: Issue, size: Size = "a4") -> Row:
    """Every word of a day sheet, as its template wants them."""
    run, words = paper.run, paper.words
    form, people = run["form"], _people(run)
    record = form == "recorded"
    return {
        "lang": paper.language,
        "form": form,
        "size": size,
        "title": words.say(TITLES[form]),
        "enterprise": named(run["enterprise"]["label"], words),
        "site": named(run["site"]["label"], words),
        "when": _when(paper),
        "banners": _banners(paper),
        "columns": [words.say(label) for label in COLUMNS[form]],
        "days": _days(paper) if form == "week" else [],
        "groups": _groups(paper, people),
        "nobody": "" if people else words.say(NOBODY[form]),
        "totals": dayrecord.totals(paper, people) if record else _totals(paper, people),
        "legend": [] if record or not people else _legend(paper),
        "taken_back": dayrecord.taken_back(paper) if record else [],
        "close": dayrecord.close(paper) if record else {},
        "sign": [words.say(label) for label in (dayrecord.SIGN if record else ("Filled in by",))],
        "notes": certain(paper),
        "foot": _foot(paper),
        "page": words.say("Page {page} of {pages}"),
    }


def _people(run: Row) -> list[list[Row]]:
    """The rows of each worker, at most one for each day, in the order of the sheet."""
    by_worker: dict[str, list[Row]] = {worker: [] for worker in run["order"]}
    for day in run["days"]:
        for row in day["rows"]:
            by_worker[row["worker"]].append({**row, "day": day["day"]})
    return list(by_worker.values())


def _when(paper: Issue) -> str:
    since, until = (date.fromisoformat(paper.run["period"][name]) for name in ("since", "until"))
    if paper.run["form"] == "week":
        return capital(stretch(since, until, paper.language))
    return capital(day_in_words(since, paper.language))


def _banners(paper: Issue) -> list[str]:
    """That the names are locked, that a day is a public holiday, and by what work is stopped."""
    words, run = paper.words, paper.run
    found = [] if run["names"] else [words.say("Names are locked: codes stand for them.")]
    for day in run["days"]:
        on = [short_day(date.fromisoformat(day["day"]), paper.language)] if run["form"] == "week" else []
        if day["holiday"]:
            found.append(capital(", ".join([*on, what(paper, "holiday")])))
        for one in day["stoppages"]:
            parts = [*on, what(paper, one["what"]), span(one["start"], one["end"]), one["workshop"]]
            told = ", ".join(part for part in parts if part)
            by = one["ordered_by"]
            found.append(words.say("Work is stopped: {what}. Ordered by {by}.", what=told, by=by))
    return found


def _days(paper: Issue) -> list[Row]:
    """The heads of the days of a week, each with the heads of its boxes."""
    boxes = [paper.words.say(label) for label in ("Time in", "Time out", "Reason")]
    days = [date.fromisoformat(day["day"]) for day in paper.run["days"]]
    return [
        {
            "label": capital(f"{weekday_name(day, paper.language)} {short_day(day, paper.language)}"),
            "boxes": boxes,
        }
        for day in days
    ]


def _groups(paper: Issue, people: list[list[Row]]) -> list[Row]:
    """The rows of the sheet under the workshop they belong to, numbered through."""
    draw = {"blank": _boxes, "week": _week, "recorded": dayrecord.told}[paper.run["form"]]
    numbered = list(enumerate(people, start=1))
    return [
        {
            "title": title,
            "rows": [
                {"number": str(number), **shown(mine[0]), "about": about(paper, mine[0]), **draw(paper, mine)}
                for number, mine in group
            ],
        }
        for title, group in groupby(numbered, key=lambda one: _workshop(paper, one[1]))
    ]


def _workshop(paper: Issue, mine: list[Row]) -> str:
    there = next((row for row in mine if row["enrolled"]), None)
    return (
        paper.words.say("Not enrolled on this day")
        if there is None
        else named(there["workshop"], paper.words)
    )


def _boxes(paper: Issue, mine: list[Row]) -> Row:
    """What is planned for a worker's day, and her boxes: empty, or with what is recorded already."""
    row, words = mine[0], paper.words
    planned = row["planned"]
    under = [words.say("{minutes} min", minutes=planned["minutes"])] if planned["minutes"] else []
    if planned["pause"]:
        under.append(words.say("break {minutes} min", minutes=planned["pause"]))
    there = row["recorded"]
    return {
        "planned": span(planned["starts"], planned["ends"]),
        "under": " · ".join(under) if under else "–",
        "boxes": [
            "\n".join(clock(one["start"]) for one in there),
            "\n".join(clock(one["end"]) for one in there),
            "\n".join(_letter(paper, one) for one in there),
            "\n".join("" if one["minutes"] is None else str(one["minutes"]) for one in there),
        ],
    }


def _week(paper: Issue, mine: list[Row]) -> Row:
    """The hours planned for a worker's week, and her boxes of each day; a day on which she is not due has none."""
    by_day = {row["day"]: row for row in mine}
    planned = sum(row["planned"]["minutes"] or 0 for row in mine)
    return {
        "planned": "",
        "under": paper.money.time(planned) if planned else "",
        "boxes": [_day(paper, by_day.get(day["day"])) for day in paper.run["days"]],
    }


def _day(paper: Issue, row: Row | None) -> Row:
    if row is None or (row["planned"]["minutes"] == 0 and not row["recorded"]):
        return {"due": False, "told": "", "letter": ""}
    there = row["recorded"]
    told = [span(one["start"], one["end"]) or _minutes(paper, one) for one in there]
    return {"due": True, "told": "\n".join(told), "letter": "\n".join(_letter(paper, one) for one in there)}


def _minutes(paper: Issue, one: Row) -> str:
    return "" if one["minutes"] is None else paper.money.time(one["minutes"])


def _letter(paper: Issue, one: Row) -> str:
    """The code of a kind of time that is not the usual work."""
    kind = load().of(one["what"])
    return "" if kind is None or kind.id == "work" else kind.code(paper.language)


def _totals(paper: Issue, people: list[list[Row]]) -> list[list[str]]:
    """How many people the sheet lists, and what the pen fills in to check it."""
    if not people:
        return []
    blank = ("Here", "Absent", "Hours in all") if paper.run["form"] == "blank" else ("Hours in all",)
    return [
        [paper.words.say("People on this sheet"), paper.money.whole(len(people))],
        *([paper.words.say(label), ""] for label in blank),
    ]


def _legend(paper: Issue) -> list[Row]:
    """The letters of the reasons, and the codes of hours that are not the usual work."""
    worked = [kind for kind in load().all if kind.group == "worked" and kind.id != "work"]
    rows: tuple[tuple[str, tuple[Kind, ...]], ...] = (
        (paper.words.say("Reasons"), load().absences),
        (paper.words.say("Other work"), tuple(worked)),
    )
    return [
        {
            "title": title,
            "items": [[kind.code(paper.language), kind.word(paper.language)] for kind in kinds],
        }
        for title, kinds in rows
    ]


def _foot(paper: Issue) -> str:
    """Who printed it and when, and by which release; before them the ten characters, where the day is closed."""
    run, words, printed = paper.run, paper.words, paper.run["printed"]
    at = datetime.fromisoformat(printed["at"])
    who = words.say(
        "Printed by {by} on {day}, {time}",
        by=printed["by"],
        day=day_text(at.date(), paper.language),
        time=f"{at:%H:%M}",
    )
    record = [words.say("Record {head}", head=run["head"])] if run.get("head") else []
    told = " · ".join([*record, who])
    return f"{told} · jornal {run['release']}"
