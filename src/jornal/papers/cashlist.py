"""What the cash list says: who is paid what in her own hand, with a place for each signature."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jornal.papers.heads import Issue, head, notes
from jornal.papers.render import pdf
from jornal.words.dates import day_text
from jornal.words.drawn import drawn_name

Row = dict[str, Any]


def cashlist(paper: Issue, sums: Mapping[str, int], due_on: date) -> bytes:
    """The cash list of a run, in the site's first language; `sums` are minor units by worker."""
    return pdf("cashlist", says(paper, sums, due_on), paper.day)


def says(paper: Issue, sums: Mapping[str, int], due_on: date) -> Row:
    """Every word and figure of a cash list, worker by worker in the order of the run."""
    words, money = paper.words, paper.money
    paid = [worker for worker in paper.run["workers"] if sums.get(worker["code"])]
    whole = sum(sums[worker["code"]] for worker in paid)
    return {
        **head(paper, "Cash list"),
        "lead": words.count(len(paid), "{number} person", "{number} people") + " · " + money.amount(whole),
        "due": words.say("Due on {day}", day=day_text(due_on, paper.language)),
        "columns": [words.say(label) for label in ("Worker", "In hand", "Signature or fingerprint", "Day")],
        "rows": [
            [drawn_name(worker), worker["code"], money.plain(sums[worker["code"]])]
            for worker in paid
        ],
        "total": [words.say("Together"), money.plain(whole)],
        "sign": [words.say("Paid out by"), words.say("Witness")],
        "notes": [words.say(SIGNING), *notes(paper)],
    }  # fmt: skip


SIGNING = "Each signs for the sum beside her name and for nothing else. Cross out who was not paid."
