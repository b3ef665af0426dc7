"""`jornal draft`: a month as it would be issued now, worker by worker beside the floor; nothing is recorded."""

import argparse
from fractions import Fraction
from typing import Any

from jornal.actions.issued import drafted
from jornal.cli import register
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures

Row = dict[str, Any]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("month", help="the month, such as 2026-10")
    register.arguments(parser)


@register.spoken()
def run(told: argparse.Namespace) -> int:
    """Prints the draft; 1 where something of it is on account, or nothing can be computed for somebody."""
    table = drafted(register.office(told), told.month)
    words = Words("en", table["site"]["jurisdiction"])
    money = Figures(words, table["site"]["currency"], table["site"]["exponent"])
    print(f"{table['site']['label']}, {told.month}: a draft, nothing is recorded.\n")
    rows = [
        ("worker", "hours", "earned", "floor", "in hand", ""),
        *(_row(one, money) for one in table["workers"]),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(row[column].rjust(widths[column]) for column in range(1, 5))]
        print("  ".join([*cells, row[5]]).rstrip())
    for one in table["workers"]:
        for fault in one["faults"]:
            print(f"  - {one['code']}: {words.say(fault['key'], **dict(fault['says']))}")
    return 1 if any(one["status"] in ("on_account", "none") for one in table["workers"]) else 0


def _row(one: Row, money: Figures) -> tuple[str, ...]:
    compared = one["comparison"] or {}
    floor = compared.get("guarantee")
    minutes = sum(part["minutes"] for part in one["hours"] if part["kind"] == "work")
    return (
        one["code"],
        money.time(minutes),
        money.plain(one["totals"]["gross"]),
        money.plain(round(Fraction(floor))) if floor is not None else "–",
        money.plain(one["totals"]["in_hand"]),
        one["status"].replace("_", " ") if one["status"] != "ready" else "",
    )
