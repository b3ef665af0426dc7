"""`jornal explain`: every line of one worker's payslip in words, with the rows it rests on."""

import argparse
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from jornal.actions import folder
from jornal.papers.explain import sentence
from jornal.terms.kinds import LANGUAGES
from jornal.units.identifiers import tidy
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("run", type=Path, help="a run folder, such as out/2026-10")
    parser.add_argument("code", help="the worker's code")
    parser.add_argument("--language", choices=LANGUAGES, help="else the worker's own")


def run(told: argparse.Namespace) -> int:
    """Prints the explanation."""
    found = folder.whole(told.run)
    worker = worker_of(found, told.code)
    words = Words(told.language or worker["language"], found["site"]["jurisdiction"])
    money = Figures(words, found["site"]["currency"], found["site"]["exponent"])
    place = f"{found['enterprise']['label']}, {found['site']['label']}"
    print(f"{worker['code']} {worker['name']} · {place} · {found['period']['label']}")
    for line in worker["lines"]:
        print(f"\n{money.amount(line['amount']):>16}  {sentence(line, words, money)}")
        if line["rests_on"]:
            print(" " * 18 + words.say("Rests on: {rows}", rows=_rows(line["rests_on"])))
    for fault in worker["faults"]:
        print(f"\n  ! {words.say(fault['key'], **dict(fault['says']))}")
    return 0


def worker_of(found: dict[str, Any], code: str) -> dict[str, Any]:
    """The worker of a run by code; raises ValueError naming the nearest codes."""
    known = {worker["code"]: worker for worker in found["workers"]}
    asked = tidy(code)
    if asked in known:
        return known[asked]  # type: ignore[no-any-return]
    near = get_close_matches(asked, list(known), n=3) or list(known)[:3]
    raise ValueError(f"{code.strip() or 'No code'} is not in this run. Did you mean {', '.join(near)}?")


def _rows(rows: list[str], most: int = 8) -> str:
    shown = ", ".join(rows[:most])
    return shown if len(rows) <= most else f"{shown} … ({len(rows)})"
