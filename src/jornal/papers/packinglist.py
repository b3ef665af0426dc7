"""The packing list of a delivery: its goods by lot, how many and how heavy, where they were made; no prices."""

from typing import Any

from jornal.papers.heads import Issue, certain
from jornal.papers.invoice import addressed, made, missing
from jornal.papers.render import pdf
from jornal.words.catalogue import Words
from jornal.words.numbers import number

Row = dict[str, Any]


def packinglist(paper: Issue) -> bytes:
    """The list, dated the day of the delivery; the same delivery gives the same bytes. Raises CannotDraw."""
    return pdf("trade", says(paper), paper.day)


def says(paper: Issue) -> Row:
    """Every word and figure of a packing list; a weight that is not known is a dash, and so is its sum."""
    run, words = paper.run, paper.words
    weights = [_grams(line) for line in run["lines"]]
    known = [one for one in weights if one is not None]
    whole = sum(known) if len(known) == len(weights) else None
    return {
        **addressed(paper, "Packing list"),
        "parts": [
            {
                "title": "",
                "columns": [words.say(one) for one in ("Goods", "Lot", "Code of goods", "Pieces", "Net weight (g)")],
                "widths": ["1fr", "auto", "auto", "auto", "auto"],
                "sides": ["left", "left", "left", "right", "right"],
                "rows": [
                    [
                        line["label"], line["lot"], line["goods_code"] or "–", str(line["quantity"]),
                        _written(weight, words),
                    ]
                    for line, weight in zip(run["lines"], weights, strict=True)
                ],
            }
        ],
        "sums": [
            [words.say("Pieces"), str(sum(line["quantity"] for line in run["lines"])), True],
            [words.say("Net weight (g)"), _written(whole, words), True],
        ],
        "notes": [*made(paper), *missing(paper)],
        "small": certain(paper),
    }  # fmt: skip


def _written(grams: int | None, words: Words) -> str:
    return "–" if grams is None else number(grams, words.language)


def _grams(line: Row) -> int | None:
    return None if line["grams"] is None else line["grams"] * line["quantity"]
