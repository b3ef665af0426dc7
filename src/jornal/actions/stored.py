"""A worker's month as a run folder keeps it, so that the next run can carry it on or compute it again."""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from jornal.rules.lines import Line
from jornal.rules.rows import Adjustment, Carry, Month, Piece, Shift, Worker
from jornal.units.periods import Period, month


@dataclass(frozen=True)
class Stored:
    """What `paid` was given for one worker beside the shifts, which the run's `days` hold."""

    worker: Worker
    pieces: tuple[Piece, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    given: dict[str, int | None] = field(default_factory=dict)
    carry: Carry = field(default_factory=Carry)


_STORED = TypeAdapter(Stored)
_CARRY = TypeAdapter(Carry)


def stored(found: Month) -> dict[str, Any]:
    """A month as JSON values, but for its shifts."""
    kept = Stored(found.worker, found.pieces, found.adjustments, found.given, found.carry)
    return _STORED.dump_python(kept, mode="json")  # type: ignore[no-any-return]


def day_row(shift: Shift) -> dict[str, Any]:
    """A shift as a row of a run's `days`."""
    return {
        "day": shift.day.isoformat(), "kind": shift.kind, "minutes": shift.minutes, "start": shift.start,
        "end": shift.end, "pause": shift.pause, "place": shift.place, "trade": shift.trade,
        "substitute": shift.substitute, "row": shift.id,
    }  # fmt: skip


def _shift(row: dict[str, Any]) -> Shift:
    return Shift(
        row["row"], date.fromisoformat(row["day"]), row["minutes"], row["kind"], row["start"], row["end"],
        row["pause"], row["place"], row["trade"], row["substitute"],
    )  # fmt: skip


def as_month(worker: dict[str, Any], period: Period) -> Month:
    """The month of a worker of a run; raises ValueError where its values are not what `stored` wrote."""
    kept = _STORED.validate_json(json.dumps(worker["stored"]))
    shifts = tuple(_shift(row) for row in worker["days"])
    return Month(kept.worker, period, shifts, kept.pieces, kept.adjustments, kept.given, kept.carry)


def carry_out(found: Carry) -> dict[str, Any]:
    """What the next month needs, as JSON values."""
    return _CARRY.dump_python(found, mode="json")  # type: ignore[no-any-return]


def carry_in(raw: dict[str, Any]) -> Carry:
    """What the month before left."""
    return _CARRY.validate_json(json.dumps(raw))


class NotARun(ValueError):
    """A folder that is not a run, or one of another enterprise, site or time."""


class DamagedCarry(NotARun):
    """A run in which it cannot be read what a worker carries on."""

    def __init__(self, worker: str, label: str) -> None:
        super().__init__(
            f"What {worker} carries on from {label} cannot be read in its run. "
            "Make that run again with `jornal pay`, from the same files."
        )


@dataclass(frozen=True)
class Earlier:
    """A run that was issued before: its label, its workers by code, its period."""

    label: str
    period: Period
    workers: dict[str, dict[str, Any]]


def earlier(folder: Path, site: str) -> Earlier:
    """The run in a folder. Raises NotARun when there is none, or when it is of another site."""
    try:
        raw = json.loads((folder / "run.json").read_text(encoding="utf-8"))
        found = Earlier(
            raw["period"]["label"],
            month(raw["period"]["label"]),
            {one["code"]: one for one in raw["workers"]},
        )
        of_site = raw["site"]["id"]
    except (OSError, ValueError, KeyError, TypeError):
        raise NotARun(
            f"{folder} holds no run that can be read. Give the folder that `jornal pay` wrote for the month before."
        ) from None
    if of_site != site:
        raise NotARun(
            f"{folder} is a run of {of_site}, not of {site}. Give the earlier run of the same site."
        )
    return found


def carry_of(run: Earlier, code: str) -> Carry:
    """What a worker of a run carries on. Raises DamagedCarry where that cannot be read."""
    try:
        return carry_in(run.workers[code]["carry"])
    except (KeyError, TypeError, ValueError):
        raise DamagedCarry(code, run.label) from None


def issued_lines(runs: list[Earlier], code: str, label: str) -> list[Line]:
    """All lines issued to a worker for a month: in that month's run, and as corrections in later ones."""
    found = []
    for run in runs:
        raws = run.workers.get(code, {}).get("lines", ())
        found += [line_from(raw) for raw in raws if (raw["of"] or run.label) == label]
    return found


def line_from(raw: dict[str, Any]) -> Line:
    """A line from its JSON values (dates in facts stay text)."""
    since = raw.get("since")
    values = {
        **raw,
        "since": date.fromisoformat(since) if since else None,
        "facts": tuple((name, value) for name, value in raw["facts"]),
        "rests_on": tuple(raw["rests_on"]),
    }
    return Line(**values)
