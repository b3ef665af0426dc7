"""What the card of a lot says: its code, its operations with room for the pen, its material, what is looked at."""

from datetime import date
from typing import Any

from jornal.papers.heads import Issue, certain, head
from jornal.papers.render import pdf
from jornal.words.dates import day_text
from jornal.words.numbers import number

Row = dict[str, Any]
LINES = 5
"""So many rows for the pen under each operation."""
CODES = "Write codes, not names. The card goes with the work, and comes back when the lot is finished."


def lotcard(paper: Issue) -> bytes:
    """The card of a lot, dated the day it was opened; the same lot gives the same bytes."""
    return pdf("lotcard", says(paper), paper.day)


def says(paper: Issue) -> Row:
    """Every word and figure of a card."""
    run, words = paper.run, paper.words
    due = date.fromisoformat(run["due_on"]) if run["due_on"] else None
    return {
        **head(paper, "Lot"),
        "code": run["code"],
        "lead": f"{run['label']} · {words.count(run['quantity'], '{number} piece', '{number} pieces')}",
        "order": words.say("For order {order}", order=run["order"]) if run["order"] else "",
        "due": words.say("Due on {day}", day=day_text(due, paper.language)) if due else "",
        "columns": [
            words.say(one) for one in ("Worker", "Day", "Good pieces", "To be done again", "Initials")
        ],
        "steps": [
            {
                "name": words.say(name),
                "minutes": words.say("{minutes} standard minutes", minutes=minutes),
                "lines": LINES,
            }
            for name, minutes in run["steps"]
        ],
        "material": {
            "title": words.say("Material"),
            "rows": [
                [code, name, f"{number(quantity, paper.language)} {unit}".strip()]
                for code, name, quantity, unit in run["material"]
            ],
        },
        "checks": {"title": words.say("Looked at before it leaves"), "asks": run["asks"]},
        "sign": [words.say("Judged by"), words.say("Day")],
        "notes": [words.say(CODES), *certain(paper)],
    }
