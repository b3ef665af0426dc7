"""The page that says why goods do not go somewhere: each place, its law, and where the law is published."""

from typing import Any

from jornal.papers.heads import Issue, certain, head, period
from jornal.papers.phrases import capital
from jornal.papers.render import pdf

Row = dict[str, Any]
DECIDED = {
    "refuse": "It refuses goods made in prison. A sample or a gift is refused as well.",
    "counsel": "They may not go without an opinion of counsel.",
    "clear": "They may go.",
}


def refusal(paper: Issue) -> bytes:
    """The page, dated the day it was checked; the same check gives the same bytes. Raises CannotDraw."""
    return pdf("trade", says(paper), paper.day)


def says(paper: Issue) -> Row:
    """Every word of a refusal."""
    run, words = paper.run, paper.words
    return {
        **head(paper, "These goods do not go there"),
        "number": run["number"],
        "day": capital(period(paper)),
        "lead": [run["product"]],
        "warnings": [
            f"{words.say(one['place'])}: {one['law']}" for one in run["stops"] if one["decision"] == "refuse"
        ],
        "parts": [
            {
                "title": "",
                "columns": [words.say(one) for one in ("Place", "What decides", "Published at")],
                "widths": ["auto", "1fr", "1fr"],
                "sides": ["left", "left", "left"],
                "rows": [
                    [
                        words.say(one["place"]),
                        f"{words.say(DECIDED[one['decision']])} {one['law']}".strip(),
                        one["source"],
                    ]
                    for one in run["stops"]
                ],
            }
        ],
        "sums": [],
        "notes": [],
        "small": certain(paper),
    }
