"""What the old spreadsheet paid: as jornal says, but for the mistakes that world.toml names."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

from jornal.demo import files
from jornal.demo.people import money
from jornal.demo.world import Place

Row = dict[str, Any]


def paid_sheet(place: Place, run: Row, folder: Path) -> Path:
    """Writes paid.csv beside the month's sheets: one row for everyone who was paid."""
    mistakes = {row["number"]: row["forgot"] for row in place.rows("mistake")}
    told = [[*files.headers("paid", ("code", "name", "paid"), place.language)]]
    for number, worker in enumerate(run["workers"], start=1):
        told.append([worker["code"], worker["name"], money(paid(worker, mistakes.get(number, "")))])
    return files.write_csv(folder / "paid.csv", told)


def paid(worker: Row, forgot: str = "") -> int:
    """What was paid for her in all: in hand, family and savings, less her part of what was forgotten."""
    totals = worker["totals"]
    due = int(totals["in_hand"] + totals["instructions"])
    if not worker["lines"]:
        return TYPICAL
    if not forgot:
        return due
    missed = _FORGOTTEN[forgot](worker["lines"])
    hers = Fraction(totals["own"], totals["gross"]) if totals["gross"] else Fraction(0)
    return int((due - missed * hers) // 10 * 10)


TYPICAL = 82_000
"""What the old spreadsheet paid to a worker whose month jornal does not know."""


def _overtime(lines: Iterable[Row]) -> int:
    """The premium of overtime: hours were paid plain."""
    return sum(line["amount"] for line in lines if line["kind"] == "overtime")


def _second_rate(lines: Iterable[Row]) -> int:
    """What a rise in the middle of the month gave: the rate of its first day was kept."""
    hourly = [line for line in lines if line["kind"] == "hourly" and not line["of"]]
    first = Fraction(hourly[0]["rate"])
    return int(sum((Fraction(line["rate"]) - first) * line["quantity"] / 60 for line in hourly))


def _correction(lines: Iterable[Row]) -> int:
    """What an earlier month still owed her."""
    return sum(
        line["amount"] for line in lines if line["of"] and line["part"] in ("earning", "top_up", "bonus")
    )


_FORGOTTEN: dict[str, Callable[[Iterable[Row]], int]] = {
    "overtime": _overtime,
    "second_rate": _second_rate,
    "correction": _correction,
}
