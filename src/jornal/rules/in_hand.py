"""From her own portion to what she gets in hand: instructions, refunds, advances, agreed repayments, cash rounding."""

from collections.abc import Iterable
from typing import NamedTuple

from jornal.rules.lines import Fault, Line, Part
from jornal.rules.plan import Plan
from jornal.rules.rows import Adjustment, Month
from jornal.rules.split import shared
from jornal.rules.top_up import Tested
from jornal.rules.wanted import Split
from jornal.terms.agreed import Agreed
from jornal.units.rounding import rounded, to_step


class InHand(NamedTuple):
    """Lines after her own portion, faults, and what is left in hand, in minor units."""

    lines: list[Line]
    faults: list[Fault]
    left: int


def in_hand(month: Month, plan: Plan, taken: Split, top: Tested) -> InHand:
    """Instructions first, then sums decided by a person, then cash rounding.

    An agreed repayment takes only what stands above the floor, never from a top-up; without her agreement it is held.
    """
    least_share = plan.agreed.contract.spendable_least
    least = rounded(least_share * taken.gross, "up") if least_share is not None else 0
    until = month.period.last or month.period.start
    found = shared(taken.own, month.worker.instructions, until, least=least, worker=month.worker.code)
    kept, left = list(found.lines), found.left
    decided = adjusted(month.adjustments, "refund", "advance", "repayment") if month.adjustments else ()
    order = ("refund", "advance", "repayment")
    above = top.above
    for one, line in sorted(decided, key=lambda pair: order.index(pair[0].kind)):
        if one.kind == "repayment" and (one.agreed_on is None or one.agreed_on > until):
            kept.append(line._replace(part="held", amount=abs(one.amount), why="no_agreement"))
            continue
        amount = one.amount
        if one.kind == "advance":
            amount = -min(abs(amount), max(0, left))
        if one.kind == "repayment":
            amount = -min(abs(amount), max(0, left if above is None else min(left, above)))
            above = None if above is None else above + amount  # shared by several repayments
        kept.append(line._replace(amount=amount))
        left += amount
    rounding, left = in_cash(left, plan.agreed)
    return InHand(kept + rounding, found.faults, left)


def in_cash(left: int, agreed: Agreed) -> tuple[list[Line], int]:
    """What is paid in coins that exist, with the difference as its own line; unchanged where there is no cash step."""
    step = agreed.site.cash_step
    if step is None or left <= 0:
        return [], left
    cash, difference = to_step(left, int(step * agreed.scale), agreed.site.cash_rounding)
    if not difference:
        return [], left
    line = Line("in_hand", "cash_rounding", "", left, "base", "", difference, "house", "cash_rounding", "")
    return [line], cash


def adjusted(adjustments: Iterable[Adjustment], *kinds: str) -> Iterable[tuple[Adjustment, Line]]:
    """Sums of some kinds decided by a person, each with its line: reason, payer, approver."""
    for one in adjustments:
        if one.kind in kinds:
            facts = (
                ("reason", one.reason),
                ("payer", one.payer),
                ("approver", one.approver),
                ("day", one.day),
                ("agreed_on", one.agreed_on),
            )
            part: Part = "bonus" if one.kind == "bonus" else "in_hand"
            yield one, Line(
                part, one.kind, one.id, 1, "base", str(one.amount), one.amount, "house", "adjustment", "", one.label,
                facts=facts, rests_on=(one.id,),
            )  # fmt: skip
