"""`jornal compare`: what was due beside what was really paid, in one line, then a page each."""

import argparse
import shutil
from pathlib import Path
from typing import Any

from jornal.actions import folder
from jornal.actions.compare import compared
from jornal.papers import comparison as paper
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("run", type=Path, help="a run folder, such as out/2026-10")
    parser.add_argument(
        "--paid", type=Path, required=True, help="paid.csv: code, and what was paid for her in all"
    )
    parser.add_argument("--no-papers", action="store_true", help="only the sentence and the list, no pages")


def run(told: argparse.Namespace) -> int:
    """Compares; 1 when someone was paid below what was due, or is not known."""
    found = folder.whole(told.run)
    comparison = compared(found, told.paid)
    words = Words(found["site"]["languages"][0], found["site"]["jurisdiction"])
    money = Figures(words, found["site"]["currency"], found["site"]["exponent"])
    print(summary(comparison["summary"], words, money))
    for one in comparison["workers"]:
        if one["status"] in ("below", "above"):
            print(
                f"  {one['code']} {one['name']}: "
                + words.say(
                    "paid {paid}, due {due}, {difference}",
                    paid=money.amount(one["paid"]),
                    due=money.amount(one["due"]),
                    difference=money.amount(one["difference"]),
                )
            )
        elif one["status"] == "unknown":
            print(f"  {one['code']} {one['name']}: " + words.say(WHY[one["why"]]))
    for row in comparison["listed"]:
        print(f"  ! {row['place']}: {words.say(row['key'], **dict(row['says']))}")
    faults: list[dict[str, Any]] = []
    if not told.no_papers:
        into = told.run / "comparison"
        _fresh(into)
        faults = paper.write(found, comparison, into)
        for fault in faults:
            print(f"  ! {fault['worker']}: {words.say(fault['key'], **dict(fault['says']))}")
        print(words.say("Open {path} first.", path=f"{into}/summary.pdf"))
    counts = comparison["summary"]
    return 1 if counts["below"] or counts["unknown"] or comparison["listed"] or faults else 0


WHY = {
    "no_slip": "not known: her rows have to be mended first",
    "bad_row": "not known: her row in the payments cannot be read",
    "not_listed": "not known: the payments do not name her",
    "on_account": "not known: her slip is on account, incomplete",
}


def summary(counts: dict[str, int], words: Words, money: Figures) -> str:
    """How many are right, below, above and not known, as one sentence; what is nought is left out, but for right."""
    told = [words.say("{number} right", number=counts["right"])]
    for name, key in (("below", "{number} below by {amount}"), ("above", "{number} above by {amount}")):
        if counts[name]:
            told.append(words.say(key, number=counts[name], amount=money.amount(counts[f"{name}_by"])))
    if counts["unknown"]:
        told.append(words.say("{number} not known", number=counts["unknown"]))
    return ", ".join(told)


def _fresh(into: Path) -> None:
    if into.exists():
        shutil.rmtree(into)
    into.mkdir()


def table(comparison: dict[str, Any]) -> dict[str, int]:
    """The counts of a comparison."""
    return dict(comparison["summary"])
