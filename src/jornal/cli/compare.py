"""`jornal compare`: what was due beside what was really paid, in one line, then a page each."""

import argparse
import shutil
from pathlib import Path
from typing import Any

from jornal.actions import folder
from jornal.actions.compare import compared
from jornal.papers import comparison as paper
from jornal.papers.heads import first_language, issue
from jornal.papers.index import summary


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
    ours = issue(found, first_language(found))
    words, money = ours.words, ours.money
    print(summary(comparison["summary"], ours))
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
            print(f"  {one['code']} {one['name']}: " + paper.why(ours, one))
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


def _fresh(into: Path) -> None:
    """An empty folder for the pages; raises WouldBeLost where somebody keeps a file of her own in an earlier one."""
    for path in into.rglob("*"):
        if path.is_file() and path.suffix != ".pdf":
            raise folder.WouldBeLost(path)
    if into.exists():
        shutil.rmtree(into)
    into.mkdir()
