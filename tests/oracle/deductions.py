"""The waterfall of deductions and the standing instructions (docs/pay.md, sections 4 and 5)."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from oracle.earnings import Days
from oracle.files import World, confirmed, in_force, number
from oracle.floors import Unknown, of_day, row_of, unit_amount
from oracle.rounding import half_up, rounded, up


@dataclass
class Taken:
    """What each step takes, what is held, and what stays hers."""

    amounts: dict[str, int] = field(default_factory=dict)
    own: int = 0
    own_step: str = ""


@dataclass
class Span:
    """The stretch a step is taken over: the period or a week, its gross, the day its figures are read on."""

    gross: Fraction
    on: date


@dataclass
class Turn:
    """One step's turn on one span, with what the steps before it took."""

    days: Days
    step: dict
    order: list[dict]
    span: Span
    gross: Fraction
    found: Taken

    @property
    def world(self) -> World:
        return self.days.world

    @property
    def value(self) -> dict:
        return confirmed(in_force(self.step.get("value", []), self.span.on)) or {}

    @property
    def is_given(self) -> bool:
        return self.step.get("takes", "share") == "given"


def waterfall(days, gross: int, weeks: list[Span]) -> Taken:
    """Every step in order, each within its caps, the later giving way first."""
    world = days.world
    name = world.contract.get("waterfall")
    if not name:
        return Taken(own=gross)
    fall = next(row for row in world.rules["waterfall"] if row["id"] == name)
    steps = {row["id"]: row for row in world.rules["step"]}
    order = [steps[step] for step in fall["steps"]]
    found, limits = Taken(), Limits(days, fall, gross)
    for step in order:
        if step.get("takes", "share") == "remainder":
            found.own_step = step["id"]
            continue
        by_week = step.get("per") == "week" and step.get("takes", "share") == "share"
        spans = weeks if by_week else [Span(Fraction(gross), world.last)]
        wanted = sum(wanted_of(Turn(days, step, order, span, Fraction(gross), found)) for span in spans)
        wanted = officer(world, step, wanted)
        if step.get("needs") == "balance":
            wanted = min(wanted, balance(world, step) or 0)
        found.amounts[step["id"]] = limits.allow(step, wanted, found)
    found.own = gross - sum(found.amounts.values())
    return found


def guaranteed(days: Days, name: str) -> Fraction:
    """What a floor guarantees her for the days of the period, whatever measure the contract tests it by."""
    row = row_of(days.world, name)
    return sum((of_day(days, row, "guarantee", day) for day in days.period_days()), Fraction(0))


class Limits:
    """How much the counted steps may take together, and how much must stay hers."""

    def __init__(self, days, fall: dict, gross: int):
        self.gross, self.counted = gross, 0
        most, kept = number(fall.get("most_of_gross")), number(fall.get("protected_of_gross"))
        self.most = gross if most is None else most * gross
        self.kept = 0 if kept is None else up(kept * gross)
        if fall.get("protected_floor"):
            try:
                asked = guaranteed(days, fall["protected_floor"])
            except Unknown:
                asked = Fraction(gross)
            self.kept = max(self.kept, up(asked))

    def allow(self, step: dict, wanted: int, found: Taken) -> int:
        """What a step may take now."""
        left = self.gross - sum(found.amounts.values())
        if not step.get("counts_in_cap", True):
            return max(0, min(wanted, left))
        allowed = max(0, min(wanted, left - self.kept, int(self.most - self.counted)))
        self.counted += allowed
        return allowed


def balance(world: World, step: dict) -> int | None:
    """What she still owes, None where it is not known."""
    amount = number(world.worker.get("balances", {}).get(step["id"]))
    return None if amount is None else int(amount * world.scale)


def nothing_due(world: World, step: dict) -> bool:
    """Whether a step that needs a balance has none to take."""
    return step.get("needs") == "balance" and balance(world, step) == 0


def takes_nothing(world: World, step: dict) -> bool:
    """Whether a step is empty: nothing owed, or not asked for."""
    asked = step.get("needs") != "request" or step["id"] in world.worker.get("requests", [])
    return not asked or nothing_due(world, step)


def wanted_of(turn: Turn) -> int:
    """What a step would take of one span, before the caps."""
    if takes_nothing(turn.world, turn.step):
        return 0
    try:
        amount = None if balance_unknown(turn) else given(turn) if turn.is_given else of_share(turn)
    except Unknown:
        amount = None
    if amount is None:
        turn.world.faults.add(f"deduction:{turn.step['id']}")
        return 0  # held: its money stays in her own portion
    return within(amount, turn)


def balance_unknown(turn: Turn) -> bool:
    return turn.step.get("needs") == "balance" and balance(turn.world, turn.step) is None


def given(turn: Turn) -> Fraction | None:
    """A recorded amount, at most the step's share of its base where it has one; None where it is unknown."""
    recorded = turn.world.raw.get("given", {}).get(turn.step["id"], "0")
    if recorded == "unknown":
        return None
    amount = number(recorded) * turn.world.scale
    return min(amount, number(turn.value["share"]) * base_of(turn)) if "share" in turn.value else amount


def of_share(turn: Turn) -> Fraction | None:
    """The step's share of its base, with what moved to it; None where the share is unknown."""
    share = number(turn.value.get("share"))
    return None if share is None else base_of(turn) * (share + moved_here(turn))


def base_of(turn: Turn) -> Fraction:
    """Gross or net, raised to the deemed income, less the threshold.

    A week bears the earlier steps by its part of the gross.
    """
    world, value, base = turn.world, turn.value, turn.span.gross
    if turn.step.get("base") == "net":
        before = turn.step.get("net_of") or [one["id"] for one in turn.order[: turn.order.index(turn.step)]]
        already = sum(turn.found.amounts.get(name, 0) for name in before)
        base -= already * turn.span.gross / turn.gross if turn.gross else already
    if value.get("least_base_share"):
        floor = row_of(world, value["least_base_floor"])
        base = max(base, number(value["least_base_share"]) * unit_amount(world, floor, turn.span.on))
    if "over" in value:
        base -= number(value["over"]) * world.scale
    elif value.get("over_floor"):
        base -= guaranteed(turn.days, value["over_floor"])
    return max(Fraction(0), base)


def within(amount: Fraction, turn: Turn) -> int:
    """An amount held between the line's own least and most (the most wins), and rounded."""
    scales = {"": turn.world.scale, "_of_gross": turn.span.gross}
    for name, scale in scales.items():
        if f"least{name}" in turn.value:
            amount = max(amount, number(turn.value[f"least{name}"]) * scale)
    for name, scale in scales.items():
        if f"most{name}" in turn.value:
            amount = min(amount, number(turn.value[f"most{name}"]) * scale)
    return rounded(amount, turn.step.get("rounding", "half_up"))


def moved_here(turn: Turn) -> Fraction:
    """Shares of empty steps that move to this one: equally to the other shares, to the last step never."""
    world, moved = turn.world, Fraction(0)
    for empty in turn.order:
        if empty.get("if_none") == "others_equally_but_last" and takes_nothing(world, empty):
            others = [
                one
                for one in turn.order[:-1]
                if one.get("takes", "share") == "share" and not takes_nothing(world, one)
            ]
            value = confirmed(in_force(empty.get("value", []), turn.span.on))
            if turn.step in others and value:
                moved += number(value["share"]) / len(others)
    return moved


def officer(world: World, step: dict, wanted: int) -> int:
    """An officer's recorded figure, where the step allows it and it is lower."""
    for row in world.raw.get("adjustment", []):
        if row.get("kind") == "discretion" and row.get("step") == step["id"] and step.get("discretion"):
            wanted = min(wanted, int(number(row["amount"]) * world.scale))
    return wanted


def instructions(world: World, own: int, gross: int) -> tuple[dict[tuple[str, str], int], int]:
    """What each beneficiary gets, as {(purpose, code): amount}, and what is left to her."""
    paid: dict[tuple[str, str], int] = {}
    least = up((number(world.contract.get("spendable_least")) or Fraction(0)) * gross)
    left = own
    for one in world.worker.get("instruction", []):
        if "withdrawn_on" in one and one["withdrawn_on"] <= world.last:
            continue
        if "consent_on" not in one or one["consent_on"] > world.last:
            world.faults.add(f"instruction:{one['id']}")
            continue
        wanted = (
            half_up(number(one["share"]) * own)
            if "share" in one
            else int(number(one["amount"]) * world.scale)
        )
        amount = max(0, min(wanted, left - least))
        left -= amount
        people = one.get("beneficiaries", [])
        if not people:
            paid[one.get("purpose", "family"), one["id"]] = amount
        for person, part in zip(
            people, divided(amount, [number(each.get("weight", "1")) for each in people]), strict=True
        ):
            paid[one.get("purpose", "family"), f"{one['id']}:{person['id']}"] = part
    return paid, left


def divided(amount: int, weights: list[Fraction]) -> list[int]:
    """An amount by weight, whole units: the largest remainders get one more, ties to the first listed."""
    if not weights:
        return []
    exact = [amount * weight / sum(weights) for weight in weights]
    parts = [int(one) for one in exact]
    order = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place], place))
    for place in order[: amount - sum(parts)]:
        parts[place] += 1
    return parts
