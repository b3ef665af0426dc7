"""A payslip as a fact: from the row a run gives, and back to what the next month and a paper need of it."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from jornal.facts.pay import Run, RunIssued, Slip
from jornal.facts.people import Forgotten
from jornal.journal.canon import canonical
from jornal.journal.keys import Keys
from jornal.reads.pay import final
from jornal.rules.lines import Line

Row = dict[str, Any]

_EMPTY = {**Line("info", "", "", 0, "", "", 0, "", "", "")._asdict(), "part": ""}


def slips_from(run: Run, rows: Sequence[Row], keys: Keys | None) -> list[Slip]:
    """The facts of many workers' pay, each tally with what it carries on sealed under her key: it names a ratio code.

    Without keys, and of a worker who was forgotten, the tally stays empty. Raises NoKey, KeyAltered.
    """
    slips = [_slip(run, row) for row in rows]
    told = {row["code"]: text for row in rows if (text := _private(row))}
    if keys is not None and told:
        gone = set(final(Forgotten).filter(who__in=list(told)).values_list("who", flat=True))
        texts = [(worker, "credit", text) for worker, text in told.items() if worker not in gone]
        sealed = dict(zip((worker for worker, _, _ in texts), keys.seal_many(texts), strict=True))
        for slip in slips:
            slip.credit = sealed.get(slip.worker, "")
    return slips


def _private(worker: Row) -> str:
    """The tally and what it carries on, as text to be sealed; empty where there is none."""
    found = {"credit": worker["credit"], "carry": worker["carry"].get("credit", [])}
    return canonical(_plain(found)) if any(found.values()) else ""


def _slip(run: Run, worker: Row) -> Slip:
    totals = worker["totals"]
    return Slip(
        run=run.root,
        worker=worker["code"],
        status=worker["status"],
        language=worker["language"],
        contract=worker["contract"]["id"],
        gross=totals["gross"],
        deductions=totals["deductions"],
        instructions=totals["instructions"],
        held=totals["held"],
        in_hand=totals["in_hand"],
        lines={"lines": [_short(line) for line in worker["lines"]]},
        totals=totals,
        comparison=_plain(worker["comparison"]),
        faults={"faults": _plain(worker["faults"])},
        carry=_plain({name: value for name, value in worker["carry"].items() if name != "credit"}),
    )


def _plain(value: Any) -> Any:
    """The same with text for keys and lists for tuples, as canonical bytes have it; None is an empty table."""
    return {} if value is None else _bare(value)


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _bare(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_bare(held) for held in value]
    return value


def _short(line: Row) -> Row:
    """A line without what is empty."""
    return {name: _bare(value) for name, value in line.items() if value and value != _EMPTY.get(name)}


def lines_of(slip: Slip) -> list[Row]:
    """The lines of a slip whole again, as a run gives them."""
    whole = {**_EMPTY, "facts": [], "rests_on": []}
    return [{**whole, **line} for line in slip.lines["lines"]]


def row_of(slip: Slip) -> Row:
    """A slip as a run gives it; the kinds of time are those of its lines."""
    return {
        "code": slip.worker,
        "status": slip.status,
        "contract": {"id": slip.contract},
        "hours": [],
        "lines": lines_of(slip),
        "totals": slip.totals,
        "comparison": slip.comparison or None,
        "faults": slip.faults["faults"],
    }


def private_of(opened: str) -> Row:
    """What was sealed of a slip: the tally and what it carries on; nothing where it is locked or there is none."""
    found: Row = json.loads(opened) if opened else {"credit": [], "carry": []}
    return found


def says(slip: Slip) -> str:
    """The canonical text of everything of a slip that is not sealed; its digest is what is approved."""
    return canonical(
        {
            "carry": slip.carry,
            "comparison": slip.comparison,
            "faults": slip.faults,
            "lines": slip.lines,
            "status": slip.status,
            "totals": slip.totals,
            "worker": slip.worker,
        }
    )


class Whole:
    """What the slips of a run come to, added up one by one in the order of the workers, and one digest of them all."""

    def __init__(self) -> None:
        self.slips = self.gross = self.in_hand = self.total = 0
        self._digest = hashlib.sha256(b"jornal run 1")

    def add(self, slip: Slip) -> None:
        """Counts a slip in."""
        self.slips += 1
        self.gross += slip.gross
        self.in_hand += slip.in_hand
        self.total += money_out(slip)
        self._digest.update(hashlib.sha256(says(slip).encode()).digest())

    @property
    def digest(self) -> str:
        """The digest of the slips so far."""
        return self._digest.hexdigest()

    def issued(self, run: Run) -> RunIssued:
        """The fact that makes the run whole."""
        return RunIssued(
            run=run.root, slips=self.slips, gross=self.gross, in_hand=self.in_hand, total=self.total,
            digest=self.digest,
        )  # fmt: skip


def money_out(slip: Slip) -> int:
    """What leaves for one slip: into her hand, to those who are owed, to those she named (minor units)."""
    return slip.in_hand + slip.deductions + slip.instructions
