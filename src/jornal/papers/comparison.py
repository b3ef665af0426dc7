"""What was paid beside what was due: a page of sums, then a page for each worker in her language."""

from functools import partial
from pathlib import Path
from typing import Any

from jornal.papers import phrases
from jornal.papers.folder import written
from jornal.papers.heads import Issue, first_language, head, incomplete, issue, model, notes
from jornal.papers.index import page, summary
from jornal.papers.render import pdf
from jornal.words.drawn import drawn_name

Row = dict[str, Any]
_STATES = {"right": "right", "below": "below", "above": "above", "unknown": "not known"}
_KINDS = {"right": "holds", "below": "wrong", "above": "soon", "unknown": "soon"}
_ORDER = ("below", "unknown", "above", "right")
_TAKEN = ("deduction", "instruction")


def write(run: Row, comparison: Row, folder: Path) -> list[Row]:
    """Writes summary.pdf and a CODE.pdf for each worker into `folder`; the run's own page then links them.

    Gives back a fault for each page that holds a character no font can draw.
    """
    faults: list[Row] = []
    folder.mkdir(parents=True, exist_ok=True)
    ours = issue(run, first_language(run))
    (folder / "summary.pdf").write_bytes(pdf("comparison", of_all(ours, comparison), ours.day))
    for worker in comparison["workers"]:
        hers = issue(run, worker["language"])
        draw = partial(pdf, "compared", of_one(hers, worker), hers.day)
        faults += written(folder / f"{worker['code']}.pdf", draw, worker["code"])
    index = folder.parent / "index.html"
    if index.exists():
        index.write_text(page(ours, comparison["summary"]), encoding="utf-8", newline="\n")
    return faults


def of_all(paper: Issue, comparison: Row) -> Row:
    """The page of sums: the answer first, then a row for each worker, those below first."""
    words, money = paper.words, paper.money
    workers = sorted(comparison["workers"], key=lambda one: (_ORDER.index(one["status"]), one["code"]))
    return {
        **head(paper, "Paid and due"),
        "lead": summary(comparison["summary"], paper),
        "banners": incomplete(paper),
        "columns": [words.say(label) for label in ("Worker", "Due", "Paid", "Difference", "")],
        "rows": [
            {
                "name": drawn_name(one),
                "code": one["code"],
                "cells": [_sum(paper, one, key) for key in ("due", "paid", "difference")],
                "state": words.say(_STATES[one["status"]]),
                "why": why(paper, one),
                "kind": _KINDS[one["status"]],
            }
            for one in workers
        ],
        "told": words.say(
            "Due: what the hours, the agreement and the law give. Paid: what the list of payments says."
        ),
        "notes": [model(paper), words.say("Amounts in {currency}", currency=money.currency), *notes(paper)],
    }


def of_one(paper: Issue, worker: Row) -> Row:
    """One worker's page: what was paid, what was due, the difference, and what was due line by line."""
    words, money = paper.words, paper.money
    sums = [("Due", worker["due"]), ("Paid", worker["paid"]), ("Difference", worker["difference"])]
    parts = ("earning", "top_up", "bonus", "deduction", "instruction", "in_hand")
    lines = [line for line in worker["lines"] if line["part"] in parts]
    return {
        **head(paper, "Paid and due"),
        "name": worker["name"],
        "code": worker["code"],
        "answer": _answer(paper, worker),
        "figures": [{"label": words.say(label), "value": _money(paper, amount)} for label, amount in sums],
        "lines": words.say("What was due, line by line"),
        "rows": [
            [
                phrases.name(line, words),
                phrases.counted(line, money),
                money.plain(-line["amount"] if line["part"] in _TAKEN else line["amount"]),
            ]
            for line in lines
        ],
        "total": [words.say("In hand"), money.plain((worker.get("totals") or {}).get("in_hand", 0))],
        "banners": incomplete(paper),
        "notes": [words.say(_STORES_NOTHING), *notes(paper)],
    }


_STORES_NOTHING = "This page compares two lists; nothing of it is kept."


def _answer(paper: Issue, worker: Row) -> str:
    """What the two sums say, as a sentence."""
    words, status = paper.words, worker["status"]
    if status == "unknown":
        return phrases.capital(why(paper, worker) or words.say("not known"))
    if status == "right":
        return words.say("What was paid is what was due.")
    asked = (
        "{amount} less was paid than was due."
        if status == "below"
        else "{amount} more was paid than was due."
    )
    return words.say(asked, amount=paper.money.amount(abs(worker["difference"])))


def why(paper: Issue, worker: Row) -> str:
    """Why a worker's sums cannot be compared; empty where they can."""
    held = worker.get("why") or ""
    return paper.words.say(_WHY.get(held, held))


_WHY = {
    "no_slip": "not known: rows of the attendance sheet have to be mended first",
    "bad_row": "not known: the row in the list of payments cannot be read",
    "not_listed": "not known: the list of payments does not name this worker",
    "on_account": "not known: the slip is on account, incomplete",
}


def _sum(paper: Issue, worker: Row, key: str) -> str:
    unknown = worker[key] is None or worker.get("why") == "no_slip"
    return "–" if unknown else paper.money.plain(worker[key])


def _money(paper: Issue, amount: int | None) -> str:
    return paper.words.say("not known") if amount is None else paper.money.amount(amount)
