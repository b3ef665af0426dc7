"""What the statement of hours says to the authority: hours, days, dates, trade, who, by whom; no more."""

from datetime import date
from typing import Any

from jornal.papers import phrases
from jornal.papers.heads import Issue, certain, head, incomplete
from jornal.papers.render import pdf
from jornal.terms.kinds import load
from jornal.words.dates import short_day, weekday_name

Row = dict[str, Any]


def hours(paper: Issue, worker: Row) -> bytes:
    """The statement of hours of one worker, in the site's first language."""
    return pdf("hours", says(paper, worker), paper.day)


def says(paper: Issue, worker: Row) -> Row:
    """Every word of a statement of hours: only worked time, day by day, and who confirms it."""
    words, money, site = paper.words, paper.money, paper.run["site"]
    worked = [day for day in worker.get("days") or [] if load().is_worked(day["kind"])]
    dates = sorted({day["day"] for day in worked})
    minutes = sum(day["minutes"] for day in worked)
    trades = dict.fromkeys([day.get("trade") or worker["contract"].get("trade") or "" for day in worked])
    who = [
        ("Name", worker["name"]),
        ("Code", worker["code"]),
        ("Trade", ", ".join(words.say(trade) for trade in trades if trade)),
        ("Workshop", phrases.named(site["label"], words)),
        (
            "Work given by",
            phrases.named(site.get("legal_employer") or paper.run["enterprise"]["label"], words),
        ),
    ]
    return {
        **head(paper, "Statement of hours worked"),
        "who": [[words.say(label), value] for label, value in who if value],
        "figures": [
            {"label": words.say("Hours worked"), "value": money.time(minutes)},
            {"label": words.say("Days worked"), "value": money.whole(len(dates))},
        ],
        "columns": [words.say(label) for label in ("Day", "Kind of work", "Hours")],
        "rows": [
            _row(paper, day) for day in sorted(worked, key=lambda one: (one["day"], one.get("row") or ""))
        ],
        "banners": incomplete(paper) + _open(paper, worker),
        "notes": [_stated(paper), *certain(paper)],
        "sign": [words.say("Signed for the workshop"), words.say("Received by the authority")],
    }


def _row(paper: Issue, day: Row) -> list[str]:
    when = date.fromisoformat(day["day"])
    named = f"{weekday_name(when, paper.language)} {short_day(when, paper.language)}"
    kind = phrases.capital(phrases.kind_of_time(day["kind"], paper.words))
    place = day.get("place") or ""
    kind = kind if place in ("", "workshop") else f"{kind} · {paper.words.say(place)}"
    return [phrases.capital(named), kind, paper.money.time(day["minutes"])]


def _open(paper: Issue, worker: Row) -> list[str]:
    if worker["status"] != "on_account":
        return []
    return [paper.words.say("Incomplete: rows of this worker are still to be mended.")]


def _stated(paper: Issue) -> str:
    return paper.words.say(
        "This paper states hours from the attendance sheets of the workshop. "
        "What they count for is for the authority to decide."
    )
