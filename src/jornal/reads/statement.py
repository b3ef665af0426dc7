"""What one worker was issued, paid and is still owed, month by month: her statement."""

from dataclasses import dataclass
from datetime import date

from jornal.facts.pay import (
    Payment,
    PaymentReceived,
    PaymentReturned,
    Run,
    RunIssued,
    Slip,
    SlipAnswered,
    SlipHanded,
)
from jornal.reads.pay import final


@dataclass(frozen=True)
class Movement:
    """One line of a statement: on which day what was issued, paid, received or came back; amounts in minor units.

    `owed` is what is owed to her in hand after it.
    """

    day: date
    month: str
    what: str
    amount: int
    owed: int
    currency: str
    way: str = ""
    paper: str = ""


@dataclass(frozen=True)
class _Step:
    """A movement before what is owed is counted: in which order of its day, and what it changes."""

    day: date
    order: int
    run: Run
    what: str
    amount: int
    change: int
    way: str = ""
    paper: str = ""


def statement(worker: str, site: str = "") -> list[Movement]:
    """Every movement of a worker's own pay, at one site or ("") all, by day; the last one says what she is owed now.

    As many queries for years as for a month.
    """
    found = slips(worker, site)
    runs = {slip.root: run for slip, run in found}
    steps = [_Step(run.until, 0, run, "issued", slip.in_hand, slip.in_hand) for slip, run in found]
    payments = {
        one.root: one for one in final(Payment).filter(slip__in=list(runs), part="in_hand").order_by("seq")
    }
    there = {one.payment: one for one in final(PaymentReceived).filter(payment__in=list(payments))}
    back = {one.payment: one for one in final(PaymentReturned).filter(payment__in=list(payments))}
    for root, one in payments.items():
        run, amount, way = runs[one.slip], one.amount, one.way
        steps.append(_Step(one.day, 1, run, "paid", amount, -amount, way, one.paper))
        if root in there:
            steps.append(_Step(there[root].day, 2, run, "received", amount, 0, way, there[root].proof))
        if root in back:
            why = back[root].reason.replace("_", " ")
            steps.append(_Step(back[root].day, 3, run, "came back", amount, amount, way, why))
    movements, balance = [], 0
    for step in sorted(steps, key=lambda step: (step.day, step.order, step.run.month)):
        balance += step.change
        movements.append(
            Movement(
                step.day, step.run.month, step.what, step.amount, balance, step.run.currency, step.way, step.paper
            )
        )  # fmt: skip
    return movements


def slips(worker: str, site: str = "") -> list[tuple[Slip, Run]]:
    """A worker's slips of issued runs with their runs, by month; one of a run that was cut off is none yet."""
    found = list(final(Slip).filter(worker=worker))
    issued = final(RunIssued).filter(run__in=[slip.run for slip in found]).values("run")
    runs = {run.root: run for run in final(Run).filter(root__in=issued) if site in ("", run.site)}
    pairs = [(slip, runs[slip.run]) for slip in found if slip.run in runs]
    return sorted(pairs, key=lambda pair: (pair[1].month, pair[1].site))


def said_of(slip: Slip) -> tuple[bool, str]:
    """Whether a slip was handed over, and what she said of it last ("" is nothing yet)."""
    handed = final(SlipHanded).filter(slip=slip.root).exists()
    last = final(SlipAnswered).filter(slip=slip.root).order_by("number").last()
    return handed, last.answer if last else ""
