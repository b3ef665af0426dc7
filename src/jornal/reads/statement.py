"""What one worker was issued, paid and is still owed, month by month: her statement."""

from dataclasses import dataclass
from datetime import date

from jornal.facts.pay import PaymentReceived, PaymentReturned, Run, Slip, SlipAnswered, SlipHanded
from jornal.reads.money import Owed, owed
from jornal.reads.pay import final, issued


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


def statement(worker: str) -> list[Movement]:
    """Every movement of a worker's own pay, in the order of days; the last one says what she is owed now."""
    steps: list[_Step] = []
    for slip, run in slips(worker):
        steps.append(_Step(run.until, 0, run, "issued", slip.in_hand, slip.in_hand))
        steps += [step for one in owed(run, [worker]) if one.part == "in_hand" for step in _paid(one, run)]
    found, balance = [], 0
    for step in sorted(steps, key=lambda step: (step.day, step.order, step.run.month)):
        balance += step.change
        found.append(
            Movement(
                step.day, step.run.month, step.what, step.amount, balance, step.run.currency, step.way, step.paper
            )
        )  # fmt: skip
    return found


def slips(worker: str) -> list[tuple[Slip, Run]]:
    """A worker's slips of issued runs with their runs, by month; one of a run that was cut off is none yet."""
    found = []
    for slip in final(Slip).filter(worker=worker):
        run = final(Run).get(root=slip.run)
        if issued(run) is not None:
            found.append((slip, run))
    return sorted(found, key=lambda pair: (pair[1].month, pair[1].site))


def _paid(one: Owed, run: Run) -> list[_Step]:
    steps = []
    for payment in one.payments:
        amount, way = payment.amount, payment.way
        steps.append(_Step(payment.day, 1, run, "paid", amount, -amount, way, payment.paper))
        steps += [
            _Step(back.day, 3, run, "came back", amount, amount, way, back.reason.replace("_", " "))
            for back in final(PaymentReturned).filter(payment=payment.root)
        ]
        steps += [
            _Step(there.day, 2, run, "received", amount, 0, way, there.proof)
            for there in final(PaymentReceived).filter(payment=payment.root)
        ]
    return steps


def said_of(slip: Slip) -> tuple[bool, str]:
    """Whether a slip was handed over, and what she said of it last ("" is nothing yet)."""
    handed = final(SlipHanded).filter(slip=slip.root).exists()
    last = final(SlipAnswered).filter(slip=slip.root).order_by("number").last()
    return handed, last.answer if last else ""
