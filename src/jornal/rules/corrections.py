"""What a past month should have been less what was issued for it, as lines of the present run."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jornal.rules.lines import Line

MONEY = frozenset({"earning", "top_up", "bonus", "deduction", "instruction"})
GROSS = frozenset({"earning", "top_up", "bonus"})


class Corrected(NamedTuple):
    """Correction lines to pay now, and what is shown as owed back (minor units of gross, never taken)."""

    lines: list[Line]
    owed_back: int


def due_less_issued(due: Iterable[Line], issued: Iterable[Line], of: str) -> Corrected:
    """The differences of one past month, matched by part, kind, code and payee, marked with the month.

    A top-up is never taken back. If the past month's gross falls, or a deduction of it rises by more than its gross,
    nothing is taken: the lines are shown (`info`) and the sum is owed back. Otherwise the lines are paid, each
    deduction and share with its own difference.
    """
    found: list[Line] = []
    issued_by_key = _by_key(issued)
    due_by_key = _by_key(due)
    for key in sorted(set(due_by_key) | set(issued_by_key)):
        line = _difference(due_by_key.get(key, []), issued_by_key.get(key, []), of)
        if line is not None and not (line.part == "top_up" and line.amount < 0):
            found.append(line)
    gross, deductions, _ = sums(found)
    if gross < 0 or gross < deductions:
        told = [line for line in found if line.part in GROSS or gross >= 0]
        shown = [line._replace(part="info", why="owed_back") for line in told if line.part != "instruction"]
        return Corrected(shown, -gross if gross < 0 else deductions - gross)
    order = {"earning": 0, "top_up": 1, "bonus": 2, "deduction": 3, "instruction": 4}
    return Corrected(sorted(found, key=lambda line: (order[line.part], line.kind, line.code, line.payee)), 0)


Key = tuple[str, str, str, str]


def _by_key(lines: Iterable[Line]) -> dict[Key, list[Line]]:
    found: dict[Key, list[Line]] = {}
    for line in lines:
        if line.part in MONEY:
            found.setdefault((line.part, line.kind, line.code, line.payee), []).append(line)
    return found


def _difference(due: Sequence[Line], issued: Sequence[Line], of: str) -> Line | None:
    """One line for what a kind's due sum differs from its issued sum; None when they are equal."""
    amount = sum(line.amount for line in due) - sum(line.amount for line in issued)
    if not amount:
        return None
    like = (due or issued)[-1]
    quantity = sum(line.quantity for line in due) - sum(line.quantity for line in issued)
    facts = (("due", sum(line.amount for line in due)), ("issued", sum(line.amount for line in issued)))
    rows = tuple(row for line in due for row in line.rests_on)
    return like._replace(amount=amount, quantity=quantity, of=of, facts=facts, rests_on=rows)


class Sums(NamedTuple):
    """What correction lines add to a run's totals, in minor units."""

    gross: int
    deductions: int
    instructions: int


def sums(lines: Iterable[Line]) -> Sums:
    """The totals of correction lines that are paid now."""
    lines = list(lines)
    return Sums(
        sum(line.amount for line in lines if line.part in GROSS),
        sum(line.amount for line in lines if line.part == "deduction"),
        sum(line.amount for line in lines if line.part == "instruction"),
    )
