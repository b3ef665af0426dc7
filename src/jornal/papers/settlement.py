"""The statement of a settlement: what a consignee sold, what it keeps and owes, and the goods that tie to it."""

from fractions import Fraction
from typing import Any

from jornal.papers.heads import Issue, certain, head, period
from jornal.papers.phrases import capital
from jornal.papers.render import pdf

Row = dict[str, Any]
GOODS = ("before", "received", "back", "gone", "sold", "left")
COLUMNS = ("There before", "Came", "Went back", "Sold or lost apart", "Sold", "What is left")


def settlement(paper: Issue) -> bytes:
    """The statement, dated the last of its days; the same settlement gives the same bytes. Raises CannotDraw."""
    return pdf("trade", says(paper), paper.day)


def says(paper: Issue) -> Row:
    """Every word and figure of a statement."""
    run, words, money = paper.run, paper.words, paper.money
    share = money.share(Fraction(run["commission"], 10_000))
    return {
        **head(paper, "Settlement"),
        "number": run["number"],
        "day": capital(period(paper)),
        "lead": [run["consignee"], words.say("The goods remain ours until they are sold.")],
        "warnings": [],
        "parts": [
            {
                "title": words.say("Sold"),
                "columns": [words.say(one) for one in ("Goods", "Lot", "Pieces", "Price", "Amount")],
                "widths": ["1fr", "auto", "auto", "auto", "auto"],
                "sides": ["left", "left", "right", "right", "right"],
                "rows": [
                    [label, lot or "–", str(pieces), money.plain(price), money.plain(amount)]
                    for label, lot, pieces, price, amount in run["sales"]
                ],
            },
            {
                "title": words.say("Goods"),
                "columns": [words.say(one) for one in ("Goods", "Lot", *COLUMNS)],
                "widths": ["1fr", *["auto"] * 7],
                "sides": ["left", "left", *["right"] * 6],
                "rows": [
                    [one["label"], one["lot"] or "–", *(str(one[name]) for name in GOODS)]
                    for one in run["goods"]
                ],
            },
        ],
        "sums": [
            [words.say("Sold"), money.plain(run["sold"]), False],
            [words.say("Commission, {share}", share=share), money.plain(run["kept"]), False],
            [words.say("Owed to us"), money.amount(run["owed"]), True],
        ],
        "notes": [],
        "small": [words.say("Amounts in {currency}", currency=run["site"]["currency"]), *certain(paper)],
    }
