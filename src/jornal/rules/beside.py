"""A worker's pay of a period beside the floor that her contract answers to, as a run's row or slip holds both."""

from collections.abc import Iterable
from typing import Any

Row = dict[str, Any]


def compared(worker: Row) -> Row:
    """The comparison of a worker; an empty one where nothing was computed for her."""
    return worker.get("comparison") or {}


def floor(worker: Row) -> int | None:
    """The floor her contract answers to, over the period: the comparator of its measure."""
    held = compared(worker)
    found = held.get(held.get("measure") or "guarantee")
    return found if isinstance(found, int) else None


def minutes(worker: Row) -> int:
    """The minutes of the period that pay and floor are held against each other for."""
    return int(compared(worker).get("minutes") or 0)


def effective(worker: Row) -> int | None:
    """What these hours earned, top-ups of this period included: what is held against the floor."""
    base = compared(worker).get("base")
    lines = worker.get("lines") or []
    added: int = sum(
        line.get("amount", 0) for line in lines if line["part"] == "top_up" and not line.get("of")
    )
    return base + added if isinstance(base, int) else None


def hour(amount: int | None, time: int) -> int:
    """An amount over so many minutes as minor units an hour, rounded down; 0 where either is not known."""
    return (amount or 0) * 60 // time if time > 0 else 0


def widest(hours: Iterable[int]) -> int:
    """The hourly figure all bars of a page are drawn against, a little above the highest, in minor units."""
    return max([*hours, 1]) * 21 // 20
