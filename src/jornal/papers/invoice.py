"""The commercial invoice of a delivery: its lines and lots, what they come to, where made, and what is missing."""

from datetime import date
from typing import Any

from jornal.papers.heads import Issue, certain, head
from jornal.papers.render import pdf
from jornal.terms.marketfiles import packaged
from jornal.words.dates import day_text

Row = dict[str, Any]
MADE = "Made in prison at {site}, {country}. Lots: {lots}."
MISSING = {
    "goods_code": "The code of goods for customs of {product} is not set.",
    "grams": "What one piece of {product} weighs is not set.",
}


def invoice(paper: Issue) -> bytes:
    """The invoice, dated the day of the delivery; the same delivery gives the same bytes. Raises CannotDraw."""
    return pdf("trade", says(paper), paper.day)


def says(paper: Issue) -> Row:
    """Every word and figure of an invoice."""
    run, words, money = paper.run, paper.words, paper.money
    inside = words.say("Tax, in the price") if run["tax_included"] else words.say("Tax")
    return {
        **addressed(paper, "Commercial invoice"),
        "parts": [
            {
                "title": "",
                "columns": [words.say(one) for one in ("Goods", "Lot", "Code of goods", "Pieces", "Price", "Amount")],
                "widths": ["1fr", "auto", "auto", "auto", "auto", "auto"],
                "sides": ["left", "left", "left", "right", "right", "right"],
                "rows": [
                    [
                        line["label"], line["lot"], line["goods_code"] or "–", str(line["quantity"]),
                        money.plain(line["price"]), money.plain(line["amount"]),
                    ]
                    for line in run["lines"]
                ],
            }
        ],
        "sums": [
            [words.say("Shipping"), money.plain(run["shipping"]), False],
            [inside, money.plain(run["tax"]), False],
            [words.say("To be paid"), money.amount(run["total"]), True],
        ],
        "notes": [*made(paper), *credit(paper), *missing(paper)],
        "small": [words.say("Amounts in {currency}", currency=run["site"]["currency"]), *certain(paper)],
    }  # fmt: skip


def addressed(paper: Issue, title: str) -> Row:
    """The head of a paper of a delivery, and to whom it goes."""
    run, words = paper.run, paper.words
    return {
        **head(paper, title),
        "number": run["number"],
        "day": day_text(date.fromisoformat(run["day"]), paper.language),
        "lead": [
            words.say(
                "To {customer}, {country}", customer=run["customer"], country=_land(paper, run["country"])
            ),
            words.say("For order {order}", order=run["order"]),
        ],
        "warnings": [],
    }


def made(paper: Issue) -> list[str]:
    """Where the goods were made, said of every place with its lots."""
    return [
        paper.words.say(
            MADE, site=paper.words.say(site), country=_land(paper, country),
            lots=", ".join(sorted({line["lot"] for line in paper.run["lines"] if line["made_at"] == site})),
        )
        for site, country in paper.run["origins"]
    ]  # fmt: skip


def _land(paper: Issue, code: str) -> str:
    """A country by its name; its code where it has none here."""
    return paper.words.say(packaged().label(code))


def credit(paper: Issue) -> list[str]:
    """The line that credits makers as they wish; nothing where nobody is named."""
    found = paper.run["credits"]
    return [paper.words.say("Designed with {credits}.", credits=", ".join(found))] if found else []


def missing(paper: Issue) -> list[str]:
    """What customs ask and the register does not know."""
    return [
        paper.words.say(MISSING[what], product=one["product"])
        for one in paper.run["missing"]
        for what in one["what"]
    ]
