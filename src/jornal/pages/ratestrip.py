"""The history of a rate as a small strip: its amounts as steps, the floor dotted, what comes dashed."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jornal.actions.ratebook import Held

WIDTH, HEIGHT, EDGE = 150, 34, 4


class Strip(NamedTuple):
    """The strip in units of its picture: paths of what was and what comes, the floor's height, today's point."""

    was: str
    coming: str
    floor: str
    x: str
    y: str


Across = Callable[[date], str]
Up = Callable[[Fraction], str]
NONE = Strip("", "", "", "", "")


def drawn(one: Held, today: date) -> Strip:
    """The strip of a rate up to today and what is announced; an empty one where no amount is known yet."""
    steps = [(step.since, step.amount) for step in one.steps if step.amount is not None]
    if not steps or one.now is None or one.now.amount is None:
        return NONE
    now, floor = one.now.amount, one.floor
    first, last = steps[0][0], max(today, steps[-1][0])
    days = max((last - first).days, 1)
    amounts = [amount for _, amount in steps] + ([floor] if floor else [])
    low, high = min(amounts), max(amounts)

    def across(day: date) -> str:
        return _number(Fraction(min(max((day - first).days, 0), days) * (WIDTH - 2 * EDGE), days) + EDGE)

    def up(amount: Fraction) -> str:
        part = (amount - low) / (high - low) if high > low else Fraction(1, 2)
        return _number(HEIGHT - EDGE - part * (HEIGHT - 2 * EDGE))

    past = [step for step in steps if step[0] <= today]
    later = [step for step in steps if step[0] > today]
    was = f"M{across(first)} {up(past[0][1])}{_on(past[1:], across, up)}H{across(today)}"
    coming = f"M{across(today)} {up(now)}{_on(later, across, up)}H{WIDTH - EDGE}" if later else ""
    return Strip(was, coming, up(floor) if floor else "", across(today), up(now))


def _on(steps: list[tuple[date, Fraction]], across: Across, up: Up) -> str:
    return "".join(f"H{across(day)}V{up(amount)}" for day, amount in steps)


def _number(value: Fraction) -> str:
    tenths = round(value * 10)
    return f"{tenths // 10}.{tenths % 10}"
