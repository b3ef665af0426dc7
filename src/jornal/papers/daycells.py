"""What stands in the cells of a day sheet: who, from when to when, what kind of time."""

import re
from typing import Any

from jornal.papers.heads import Issue
from jornal.papers.phrases import capital, kind_of_time
from jornal.words.drawn import drawn_name, undrawable

Row = dict[str, Any]
DAY = 24 * 60
_LONG = re.compile(r"([A-Za-z\u00c0-\u024f]{16})(?=[A-Za-z\u00c0-\u024f])")


def shown(row: Row) -> Row:
    """Her name with her code under it, or her code alone where the name is locked or cannot be drawn."""
    code = row["worker"]
    name = drawn_name({"name": row["name"] or code, "code": code})
    return {"name": breaking(name), "code": "" if name == code else code}


def about(paper: Issue, row: Row) -> str:
    """The trade she is enrolled for; empty where no contract says it."""
    return paper.words.say(row["trade"])


def breaking(text: str) -> str:
    """The text with places where a very long word may break, so that it stays in its cell."""
    return _LONG.sub("\\1\u200b", text)


def drawn(text: str) -> str:
    """The text with a question mark for what no font can draw: one reason may not cost everybody the sheet."""
    if not undrawable([text]):
        return text
    return "".join("?" if undrawable([letter]) else letter for letter in text)


def clock(minute: int | None) -> str:
    """A time of day in 24 hours: "08:00"; empty where there is none."""
    return "" if minute is None else f"{minute % DAY // 60:02}:{minute % 60:02}"


def span(start: int | None, end: int | None) -> str:
    """From when to when: "08:00–13:00"; empty where either is not known."""
    return "" if start is None or end is None else f"{clock(start)}–{clock(end)}"


def what(paper: Issue, kind: str) -> str:
    """A kind of time in words."""
    return kind_of_time(kind, paper.words)


def said(paper: Issue, one: Row) -> str:
    """A record in words: "work, 08:00–13:00, 5 h 00 min"."""
    minutes = "" if one["minutes"] is None else paper.money.time(one["minutes"])
    return ", ".join(
        part for part in (what(paper, one["what"]), span(one["start"], one["end"]), minutes) if part
    )


def titled(paper: Issue, kind: str) -> str:
    """A kind of time in words with a capital."""
    return capital(what(paper, kind))
