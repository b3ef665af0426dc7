"""What a worker's month comes to if she leaves on a day, reckoned before anything is recorded."""

from dataclasses import replace
from datetime import date
from typing import Any

from jornal.actions.gathering import gathered
from jornal.actions.issuing import to_draft
from jornal.actions.office import Office
from jornal.actions.registered import Asked, with_leave
from jornal.actions.run import paid_people
from jornal.reads.changed import past_of

Row = dict[str, Any]
GROWN = ("unused_leave", "accrued_pay")
"""The kinds of lines that her last day brings."""


def last_pay(office: Office, worker: str, day: date) -> Row | None:
    """Her row of the month of a day, as it comes out if that is her last day; nothing is recorded.

    Where her last day is recorded, that one counts. None where she has nothing in that month, or its run is issued.
    Raises what `draft` raises, such as NotNext while the month before is not issued.
    """
    run = to_draft(office, f"{day:%Y-%m}")
    asked = Asked(run, (worker,), past=past_of(run))
    inputs = gathered(asked)
    hers = next((one for one in inputs.people if one.worker.code == worker), None)
    if hers is None or hers.worker.since is None:
        return None
    if hers.worker.left_on is None:
        (leaves,) = with_leave([replace(hers.worker, left_on=day)], asked)
        inputs.people = [replace(hers, worker=leaves)]
    (row,) = paid_people(inputs)
    return row if row["totals"]["gross"] or row["faults"] else None
