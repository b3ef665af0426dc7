"""What the runs before leave to a run: what each worker carries on, and anew the months of whose facts changed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from jornal.actions.inputs import Inputs
from jornal.actions.plans import Plans
from jornal.actions.registered import Asked, month
from jornal.actions.slips import lines_of, private_of
from jornal.actions.stored import Earlier, carry_out, day_row, stored
from jornal.actions.workers import ready
from jornal.facts.pay import Run, Slip
from jornal.journal.fact import Cursor
from jornal.reads.changed import Past
from jornal.reads.instructions import instructions
from jornal.reads.pay import carried, slips_of
from jornal.reads.present import present
from jornal.rules.rows import Carry
from jornal.units.periods import Period

Row = dict[str, Any]


def earlier(asked: Asked, past: Past, inputs: Inputs) -> list[Earlier]:
    """The runs before as `brought` takes them: of each worker her last one, for what it carries on.

    Of those whose facts changed it is every one, with its rows as they are known now; also months in which she was and
    had no slip, because nobody had recorded it yet. A month whose facts are as they were issued is not computed again:
    it could only come out the same.
    """
    anew = set(asked.workers) & (past.changed | past.waiting)
    slips = _slips(past, asked.workers, anew)
    known = {one.worker.code: _Known(one.opening) for one in inputs.people}
    found = []
    for run in past.runs:
        standing = {slip.worker: slip for slip in slips[run.root]}
        again = _again(asked, run, anew, standing) if anew else {}
        credit = _credit(standing.values(), asked)
        table = {}
        for worker in sorted(standing.keys() | again.keys()):
            of, slip = known.setdefault(worker, _Known(Carry())), standing.get(worker)
            row = _row(slip, lines=worker in anew) | again.get(worker, {})
            if worker in anew and of.last is None:
                of.begin(row)
                row["owed_before"] = of.begins["owed_back"]  # all months follow, each with its own
            if slip is not None:
                of.last = {**slip.carry, "credit": credit.get(worker, [])}
                of.last |= of.year(slip) if worker in anew else {}
            row["carry"] = of.last = of.last or carry_out(of.opening)
            table[worker] = row
        if table:
            found.append(Earlier(run.month, _period(run), table))
    for worker in anew & known.keys():
        known[worker].new_year()
    return found


@dataclass
class _Known:
    """What is known of a worker on the way through the runs: what she brings now, and what she came with at first.

    `first` is her first slip of the year of which that tells, `last` what she carries on from the last run so far.
    """

    opening: Carry
    begins: Row = field(default_factory=dict)
    first: Slip | None = None
    last: Row | None = None

    def begin(self, row: Row) -> None:
        """What she came with, as her first month here has it."""
        self.begins = row["stored"]["carry"] if "stored" in row else carry_out(self.opening)

    def year(self, slip: Slip) -> Row:
        """The year so far of a slip, where what she came with is told otherwise than at the first slip of that year."""
        if slip.carry["year"] != (self.begins["year"] or slip.carry["year"]):
            return {}
        self.first = self.first or slip
        now, then = self.begins["year_to_date"], self.first.carry["year_to_date"]
        so_far = dict(slip.carry["year_to_date"])
        for name in {*now, *then}:
            more = now.get(name, 0) - then.get(name, 0) + self.first.totals.get(name, 0)
            if more:
                so_far[name] = so_far.get(name, 0) + more
        return {"year_to_date": so_far}

    def new_year(self) -> None:
        """What was paid elsewhere in a year of which she has no slip here yet goes on from here."""
        if self.last is not None and self.opening.year > self.last["year"]:
            self.last |= {"year": self.opening.year, "year_to_date": self.opening.year_to_date}


def _row(slip: Slip | None, *, lines: bool) -> Row:
    """A slip as a run's table has it; an empty one for a month in which she was and had none."""
    status = "idle" if slip is None or slip.status == "none" else slip.status
    return {"status": status, "lines": lines_of(slip) if slip and lines else []}


def _slips(past: Past, workers: Collection[str], anew: set[str]) -> dict[Any, list[Slip]]:
    """The slips that are needed, by run: everybody's last one, and every one of those whose facts changed."""
    found: dict[Any, list[Slip]] = {run.root: [] for run in past.runs}
    missing = set(workers)
    for run in reversed(past.runs):
        wanted = missing | anew
        if not wanted:
            break
        found[run.root] = [*carried(run, wanted - anew), *slips_of(run, anew)]
        missing -= {slip.worker for slip in found[run.root]}
    return found


def _period(run: Run) -> Period:
    return Period(run.since, run.until + timedelta(days=1))


def _again(asked: Asked, run: Run, anew: Collection[str], standing: Collection[str]) -> dict[str, Row]:
    """The days and rows of an earlier month as they are known now, for those whose facts changed."""
    upto: Cursor = asked.run.cursor
    there = present(run.site, _period(run), upto, workers=anew)
    some = tuple(sorted(worker for worker in anew if worker in there or worker in standing))
    if not some:
        return {}
    then = Run(
        site=run.site, month=run.month, since=run.since, until=run.until, cursor=upto, terms=asked.run.terms
    )
    inputs = month(replace(asked, run=then, workers=some))
    done = instructions(run.until, run.cursor, workers=[one for one in some if one in standing])
    plans = Plans(inputs)
    found = {}
    for person in inputs.people:
        code, worker = person.worker.code, person.worker
        if code in standing:  # what was sent on stays sent, and nothing is sent on twice
            worker = replace(worker, instructions=done.get(code, ()))
        one = ready(replace(person, worker=worker), plans, frozenset())
        if one.status != "none":
            found[code] = {
                "stored": stored(one.month),
                "days": [day_row(shift) for shift in one.month.shifts],
            }
    return found


def _credit(slips: Iterable[Slip], asked: Asked) -> dict[str, list[Row]]:
    """What each slip's tally carries on; nothing while the names are locked."""
    if asked.keys is None or asked.reader is None:
        return {}
    sealed = [(slip.worker, "credit", slip.credit) for slip in slips if slip.credit]
    opened = asked.keys.opened_many(sealed, reader=asked.reader)
    return {
        worker: private_of(text)["carry"]
        for (worker, _, _), text in zip(sealed, opened, strict=True)
        if isinstance(text, str)
    }
