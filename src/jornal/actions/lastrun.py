"""What run folders leave to a register that begins, and everything that is wrong in them, before it is recorded."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from jornal.actions.stored import DamagedCarry, Earlier, carry_of
from jornal.rules.rows import Carry, Piece, Shift
from jornal.units.periods import Period, week_of

Row = dict[str, Any]
A_WEEK = timedelta(days=7)
CARRIED = frozenset(one.name for one in fields(Carry))


def left(runs: Sequence[Earlier], period: Period, week_start: str) -> dict[str, Carry]:
    """What each worker's last run leaves to the first month kept here, by worker; of days the open week's alone."""
    last = {code: run for run in runs for code in run.workers}
    first = week_of(period.start, week_start).start
    return {code: _of_the_week(carry_of(run, code), first) for code, run in last.items()}


def _of_the_week(carry: Carry, first: date) -> Carry:
    shifts = tuple(one for one in carry.shifts if one.day >= first)
    pieces = tuple(one for one in carry.pieces if one.day >= first)
    return replace(carry, shifts=shifts, pieces=pieces, week_top_up=carry.week_top_up if shifts else 0)


def week(carry: Carry) -> Row:
    """The open week as an opening balance names it: rows as they were paid, and the top-up paid to it (minor units)."""
    return {
        "shifts": [_named(one) for one in carry.shifts],
        "pieces": [_named(one) for one in carry.pieces],
        "top_up": carry.week_top_up,
    }


def leave(runs: Sequence[Earlier], code: str) -> Row:
    """The days of leave a worker took in these runs, with their minutes, and from when on they tell of her days."""
    days = [
        [day["day"], day["minutes"]]
        for run in runs
        for day in run.workers.get(code, {}).get("days", ())
        if day["kind"] == "leave"
    ]
    return {"since": runs[0].period.start.isoformat(), "days": days}


def _named(row: Shift | Piece) -> Row:
    return {**row._asdict(), "day": row.day.isoformat()}


def faults(runs: Sequence[Earlier], period: Period) -> Iterator[str]:
    """Why these runs, the earliest first, do not lead up to a month: too late, missing, doubled, or not to be read."""
    opens = f"{period.start:%Y-%m}"
    for run in runs:
        if run.period.start >= period.start:
            yield f"The run of {run.label} is not before {opens}, the first month kept here."
    labels = [run.label for run in runs]
    for label in sorted({one for one in labels if labels.count(one) > 1}):
        yield f"There are two runs of {label}. Give the one that was paid."
    if runs and runs[-1].period.end < period.start:
        wanted = f"{period.start - timedelta(days=1):%Y-%m}"
        yield (
            f"The last run given is of {runs[-1].label}, and {opens} is the first month kept here: "
            f"what {wanted} leaves is missing. Give the run of {wanted} with --run, or another --month."
        )
    for run in runs:
        yield from _of_run(run, last=run is runs[-1])


def _of_run(run: Earlier, *, last: bool) -> Iterator[str]:
    for code, row in run.workers.items():
        try:
            carry = carry_of(run, code)
        except DamagedCarry as fault:
            yield str(fault)
            continue
        if row.get("status") == "none":  # it passes on what she brought into it
            if last:
                yield (
                    f"{code} has no slip in the run of {run.label}, and her days of it would be in no pay. "
                    "Mend her rows, or accept them with --accept-bad-rows, make that run again and give it."
                )
        elif not row["carry"].keys() >= CARRIED or not _can_be(carry, run.period.end):
            yield str(DamagedCarry(code, run.label))


def _can_be(carry: Carry, end: date) -> bool:
    """Whether the days lie in the week before the run's end, and nothing is below nought."""
    days = [*(one.day for one in carry.shifts), *(one.day for one in carry.pieces)]
    counts = [carry.week_top_up, carry.owed_back, *(one.minutes for one in carry.shifts)]
    counts += [
        number for one in carry.pieces for number in (one.good, one.rejected_paid, one.rejected_unpaid)
    ]
    return all(end - A_WEEK <= day < end for day in days) and min(counts) >= 0


def missing(runs: Sequence[Earlier], known: Collection[str], people: str) -> Iterator[str]:
    """Who is in a run and neither in the list of people nor settled here, so that what she is left would be lost."""
    for code, label in sorted({code: run.label for run in runs for code in run.workers}.items()):
        if code not in known:
            yield (
                f"{code} is in the run of {label} and not in {people}. Add her row; "
                "if she has left, with the day on which she left."
            )
