"""The waterfall of deductions and the standing instructions (docs/pay.md, sections 4 and 5)."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from oracle.files import World, confirmed, in_force, number
from oracle.floors import Unknown, guarantee, row_of, unit_amount
from oracle.rounding import half_up, rounded, up


@dataclass
class Taken:
    """What each step takes, what is held, and what stays hers."""

    amounts: dict[str, int] = field(default_factory=dict)
    own: int = 0
    own_step: str = ""


@dataclass
class Span:
    """The stretch a step is taken over: the period or a week, with its gross and the day its figures are read on."""

    gross: Fraction
    on: date


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
        wanted = sum(wanted_of(world, step, order, span, found, spans) for span in spans)
        wanted = officer(world, step, wanted)
        if step.get("needs") == "balance":
            wanted = min(wanted, balance(world, step) or 0)
        found.amounts[step["id"]] = limits.allow(step, wanted, found)
    found.own = gross - sum(found.amounts.values())
    return found


class Limits:
    """How much the counted steps may take together, and how much must stay hers."""

    def __init__(self, days, fall: dict, gross: int):
        self.gross, self.counted = gross, 0
        most, kept = number(fall.get("most_of_gross")), number(fall.get("protected_of_gross"))
        self.most = gross if most is None else most * gross
        self.kept = 0 if kept is None else up(kept * gross)
        if fall.get("protected_floor"):
            row = row_of(days.world, fall["protected_floor"])
            try:
                asked = sum((guarantee(days, row, day) for day in days.period_days()), Fraction(0))
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


def hold(world: World, step: dict) -> int:
    """The step waits: its money stays in her own portion."""
    world.faults.add(f"deduction:{step['id']}")
    return 0


def wanted_of(world: World, step: dict, order: list[dict], span: Span, found: Taken, spans: list[Span]) -> int:
    """What a step would take of one span, before the caps."""
    value = confirmed(in_force(step.get("value", []), span.on))
    if takes_nothing(world, step):
        return 0
    if step.get("needs") == "balance" and balance(world, step) is None:
        return hold(world, step)
    if step.get("takes", "share") == "given":
        given = world.raw.get("given", {})
        if step["id"] not in given:
            return 0
        if given[step["id"]] == "unknown":
            return hold(world, step)
        return of_given(world, step, order, span, found, spans, value or {})
    share = number(value["share"]) if value and "share" in value else None
    if share is None:
        return hold(world, step)
    try:
        base = base_of(world, step, order, span, found, spans, value)
    except Unknown:
        return hold(world, step)
    return within(base * (share + moved_here(world, step, order, span)), value, span, world, step)


def of_given(world, step, order, span: Span, found: Taken, spans, value: dict) -> int:
    """A recorded amount, at most the step's share of its base where it has one."""
    amount = number(world.raw["given"][step["id"]]) * world.scale
    if "share" in value:
        amount = min(amount, number(value["share"]) * base_of(world, step, order, span, found, spans, value))
    return within(amount, value, span, world, step)


def base_of(world, step, order, span: Span, found: Taken, spans, value: dict) -> Fraction:
    """Gross or net (a week bears earlier steps by its part of the gross), raised to the deemed income, less the threshold."""
    base = span.gross
    if step.get("base") == "net":
        before = step.get("net_of") or [one["id"] for one in order[: order.index(step)]]
        already = sum(found.amounts.get(name, 0) for name in before)
        whole = sum((one.gross for one in spans), Fraction(0))
        base -= already * span.gross / whole if whole else already
    if value.get("least_base_share"):
        deemed = number(value["least_base_share"]) * unit_amount(world, row_of(world, value["least_base_floor"]), span.on)
        base = max(base, deemed)
    if "over" in value:
        base -= number(value["over"]) * world.scale
    elif value.get("over_floor"):
        base -= unit_amount(world, row_of(world, value["over_floor"]), span.on)
    return max(Fraction(0), base)


def within(amount: Fraction, value: dict, span: Span, world: World, step: dict) -> int:
    """An amount held between the line's own least and most (the most wins), and rounded."""
    for key, scale in (("least", world.scale), ("least_of_gross", span.gross)):
        if key in value:
            amount = max(amount, number(value[key]) * scale)
    for key, scale in (("most", world.scale), ("most_of_gross", span.gross)):
        if key in value:
            amount = min(amount, number(value[key]) * scale)
    return rounded(amount, step.get("rounding", "half_up"))


def moved_here(world: World, step: dict, order: list[dict], span: Span) -> Fraction:
    """Shares of steps with nothing to take that move to this one: equally to the other shares, the last step never."""
    moved = Fraction(0)
    for empty in order:
        if empty.get("if_none") == "others_equally_but_last" and takes_nothing(world, empty):
            others = [
                one for one in order[:-1]
                if one is not empty and one.get("takes", "share") == "share" and not takes_nothing(world, one)
            ]
            value = confirmed(in_force(empty.get("value", []), span.on))
            if step in others and value:
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
        wanted = half_up(number(one["share"]) * own) if "share" in one else int(number(one["amount"]) * world.scale)
        amount = max(0, min(wanted, left - least))
        left -= amount
        people = one.get("beneficiaries", [])
        if not people:
            paid[one.get("purpose", "family"), one["id"]] = amount
        for person, part in zip(people, divided(amount, [number(each.get("weight", "1")) for each in people]), strict=True):
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
