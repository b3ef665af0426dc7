"""What the cash list of families says: to whom which sum goes by hand, from whom, with a place for each signature."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from jornal.papers.heads import Issue, head, notes
from jornal.papers.render import pdf
from jornal.words.dates import day_text
from jornal.words.drawn import undrawable

Row = dict[str, Any]


class ByHand(NamedTuple):
    """A sum that somebody fetches: her code and name, the code of whom she named and their name, minor units."""

    worker: str
    sender: str
    token: str
    name: str
    amount: int


def familylist(paper: Issue, sums: Sequence[ByHand], due_on: date) -> bytes:
    """The cash list of families of a run, in the site's first language."""
    return pdf("cashlist", says(paper, sums, due_on), paper.day)


def says(paper: Issue, sums: Sequence[ByHand], due_on: date) -> Row:
    """Every word and figure of the list, in the order given."""
    words, money = paper.words, paper.money
    whole = sum(one.amount for one in sums)
    return {
        **head(paper, "Cash list of families"),
        "lead": words.count(len(sums), "{number} payment", "{number} payments") + " · " + money.amount(whole),
        "due": words.say("Due on {day}", day=day_text(due_on, paper.language)),
        "columns": [
            words.say(label) for label in ("Who receives", "Amount", "Signature or fingerprint", "Day")
        ],
        "rows": [
            [
                drawn(one.name, one.token),
                words.say("from {name}", name=drawn(one.sender, one.worker)),
                money.plain(one.amount),
            ]
            for one in sums
        ],
        "total": [words.say("Together"), money.plain(whole)],
        "sign": [words.say("Paid out by"), words.say("Witness")],
        "notes": [words.say(SIGNING), *notes(paper)],
    }


def drawn(name: str, code: str) -> str:
    """A name, or the code where there is none or no font can draw it."""
    return name if name and not undrawable([name]) else code


SIGNING = "Each signs for the sum beside the name and for nothing else. Nothing is kept back for sending it."
