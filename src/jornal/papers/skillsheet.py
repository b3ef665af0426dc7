"""The skills sheet: workers by techniques on paper, with what comes next for each, for the wall of the workshop."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jornal.papers.render import pdf
from jornal.words.catalogue import Words
from jornal.words.dates import day_text

Row = dict[str, Any]


def skillsheet(words: Words, table: Mapping[str, Any], day: date) -> bytes:
    """The sheet as PDF; `table` holds `site`, `techniques` and `rows` of name, code, cells, idle and next."""
    return pdf("skillsheet", says(words, table, day), day)


def says(words: Words, table: Mapping[str, Any], day: date) -> Row:
    """Every word of the sheet."""
    return {
        "lang": words.language,
        "title": words.say("Skills"),
        "enterprise": words.say(table["site"]),
        "site": words.say("on {day}", day=day_text(day, words.language)),
        "columns": [words.say("Worker"), *table["techniques"], words.say("Something new"), words.say("Next")],
        "rows": [
            [row["name"], row["code"] if row["code"] != row["name"] else "", *row["cells"], row["idle"], row["next"]]
            for row in table["rows"]
        ],
        "lead": words.count(len(table["rows"]), "{number} person", "{number} people"),
        "foot": words.say("Whoever did nothing new for the longest time stands first."),
    }  # fmt: skip
