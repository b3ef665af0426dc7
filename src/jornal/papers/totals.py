"""What the page of totals says to the manager: every worker on a row, beside the floor, and what is open."""

from typing import Any

from jornal.papers import bars, phrases
from jornal.papers.heads import Issue, head, incomplete, model, notes
from jornal.papers.render import pdf
from jornal.rules import beside
from jornal.words.drawn import drawn_name

Row = dict[str, Any]
PAID = ("ready", "on_account")  # whoever else is on the list gets no paper
COLUMNS = ("gross", "top_up", "deductions", "instructions", "in_hand")
HEADS = {
    "gross": "Earned",
    "top_up": "Top-up",
    "deductions": "Taken off",
    "instructions": "Sent, saved",
    "in_hand": "In hand",
}


def totals(paper: Issue) -> bytes:
    """The page of totals of a run, in the site's first language."""
    return pdf("totals", says(paper), paper.day)


def says(paper: Issue) -> Row:
    """Every word and figure of the page of totals."""
    words, money, run = paper.words, paper.money, paper.run
    paid = [worker for worker in run["workers"] if worker["status"] in PAID]
    minutes = sum(bars.minutes(worker) for worker in paid)
    sums = {key: sum(worker["totals"][key] for worker in paid) for key in COLUMNS}
    return {
        **head(paper, "Totals"),
        "lead": lead(paper),
        "banners": incomplete(paper),
        "columns": [*heads(paper), words.say("An hour, beside the floor")],
        "rows": [
            {**row(paper, worker, widest(run)), "name": drawn_name(worker)} for worker in run["workers"]
        ],
        "sums": [words.say("Together"), money.time(minutes), *(dash(paper, sums[key]) for key in COLUMNS)],
        "floor": words.say(FLOOR),
        "open_title": words.say("Open"),
        "open": open_points(paper) or [words.say("Nothing is open.")],
        "notes": [model(paper), *notes(paper)],
    }


FLOOR = "The black line is the floor of each contract; a top-up brings pay up to it and is never taken back."


def heads(paper: Issue) -> list[str]:
    """The heads of the columns that both the page of totals and the index hold."""
    return [paper.words.say(label) for label in ("Worker", "Hours", *HEADS.values())]


def widest(run: Row) -> int:
    """The hourly figure all bars are drawn against, a little above the highest, in minor units."""
    workers = run["workers"]
    found = [hour(amount, one) for one in workers for amount in (bars.effective(one), bars.floor(one))]
    return beside.widest(found)


def hour(amount: int | None, worker: Row) -> int:
    """An amount over the minutes of her period as minor units an hour, rounded down; 0 where not known."""
    return beside.hour(amount, bars.minutes(worker))


def lead(paper: Issue) -> str:
    """How many people and how much: the first thing the manager reads."""
    paid = [worker for worker in paper.run["workers"] if worker["status"] in PAID]
    gross = sum(worker["totals"]["gross"] for worker in paid)
    people = paper.words.count(len(paid), "{number} person", "{number} people")
    return paper.words.say("{people} · {gross} gross", people=people, gross=paper.money.amount(gross))


def row(paper: Issue, worker: Row, whole: int) -> Row:
    """One worker on the page of totals or in the index: names, figures, state, and a bar `whole` wide."""
    money, none, least = paper.money, worker["status"] not in PAID, bars.floor(worker)
    key, kind = state(worker)
    return {
        "name": worker["name"],
        "code": worker["code"],
        "hours": "–" if none else money.time(bars.minutes(worker)),
        "cells": ["–" if none else dash(paper, worker["totals"][name]) for name in COLUMNS],
        "bar": 0 if none else bars.tenths(hour(bars.effective(worker), worker), whole),
        "tick": -1 if none or least is None else bars.tenths(hour(least, worker), whole),
        "hers": True,
        "hour": "" if none else bars.hourly(bars.effective(worker), bars.minutes(worker), money),
        "state": paper.words.say(key),
        "kind": kind,
    }


def state(worker: Row) -> tuple[str, str]:
    """A worker's state as words and as one of `wrong`, `soon`, `holds`."""
    if worker["status"] == "none":
        return "no slip yet", "wrong"
    if worker["status"] == "idle":
        return "no rows", "holds"
    if worker["status"] == "on_account":
        return "on account", "soon"
    if worker["totals"].get("top_up"):
        return "topped up", "soon"
    return "ready", "holds"


def dash(paper: Issue, amount: int) -> str:
    """An amount without its symbol, or a dash where there is none."""
    return paper.money.plain(amount) if amount else "–"


def open_points(paper: Issue) -> list[str]:
    """What is still to be done, a sentence each, with the worker's code in front."""
    words, run, found = paper.words, paper.run, []
    for worker in run["workers"]:
        if worker["status"] == "none":
            found.append(f"{worker['code']}: {words.say('no slip until a row is mended.')}")
        faults = worker.get("faults") or []
        found += [f"{worker['code']}: {phrases.fault_sentence(fault, words)}" for fault in faults]
    # a row without its cells was stopped by the rules: it is told above by its worker, and is in no file to mend
    listed = sum(bool(row.get("text")) for row in run.get("listed") or [])
    repeated = len(run.get("repeated") or [])
    if listed:
        found.append(words.count(listed, *_LISTED))
    if repeated:
        found.append(words.count(repeated, *_REPEATED))
    return list(dict.fromkeys(found))


_LISTED = (
    "{number} row could not be used; it is in the files to mend.",
    "{number} rows could not be used; they are in the files to mend.",
)
_REPEATED = (
    "{number} row stood twice and was counted once.",
    "{number} rows stood twice and were counted once.",
)
