"""Names that must lead somewhere: steps of a waterfall, floors of a share, rows that a contract uses."""

from collections.abc import Iterable, Iterator

from jornal.terms.agreed import HOURS_KINDS, joined
from jornal.terms.contracts import Contract, Rules
from jornal.terms.deductions import Step, Waterfall
from jornal.terms.rowchecks import Found
from jornal.terms.rowname import Place
from jornal.units.faults import near


def name_faults(rules: Rules, over: Rules) -> Iterator[Found]:
    """Names in `rules` that lead nowhere, in them or in the rows they stand over, and ids used twice."""
    both = joined(over, rules)
    floors, steps = {row.id for row in both.floor}, {row.id: row for row in both.step}
    yield from _twice(rules)
    for number, floor in enumerate(rules.floor):
        place: Place = ("floor", number)
        if floor.share_of:
            yield from _known("floor", floor.share_of, floors, (*place, "share_of"))
            if _goes_round(floor.id, both):
                yield Found(
                    (*place, "share_of"), "the floor is a share of itself. Name the floor that has an amount."
                )
    for number, step in enumerate(rules.step):
        yield from _step_names(step, ("step", number), floors, steps)
    for number, waterfall in enumerate(rules.waterfall):
        yield from _waterfall_faults(waterfall, ("waterfall", number), floors, steps)


def contract_names(contract: Contract, rules: Rules, place: Place) -> Iterator[Found]:
    """Names in a contract that lead to no row, and a measure below the guarantee that is not declared."""
    floors = {row.id: row for row in rules.floor}
    hours = {row.id for kind in HOURS_KINDS for row in getattr(rules, kind)}
    for number, use in enumerate(contract.floor):
        at: Place = (*place, "floor", number)
        yield from _known("floor", use.floor, floors, (*at, "floor"))
        full = floors[use.floor].full_from_minutes if use.floor in floors else None
        if use.measure != "guarantee" and full is not None and not use.declared_gap:
            yield Found(
                at,
                f'the measure "{use.measure}" is less than the guarantee of {use.floor}. '
                "Say so in `declared_gap`, which every paper prints, or take the guarantee.",
            )
    if contract.compare_with:
        yield from _known("floor", contract.compare_with, floors, (*place, "compare_with"))
    for number, used in enumerate(contract.uses):
        yield from _known("hours rule", used.rule, hours, (*place, "uses", number, "rule"))
    if contract.waterfall:
        falls = {row.id for row in rules.waterfall}
        yield from _known("waterfall", contract.waterfall, falls, (*place, "waterfall"))


def _known(kind: str, name: str, known: Iterable[str], place: Place) -> Iterator[Found]:
    names = sorted(known)
    if name not in names:
        hint = near(name, names) or f" Known: {', '.join(names) or 'none'}."
        yield Found(place, f'there is no {kind} "{name[:60]}".{hint} Correct the name or add the {kind}.')


def _twice(rules: Rules) -> Iterator[Found]:
    seen: set[object] = set()
    for kind in ("floor", "step", "waterfall", *HOURS_KINDS):
        for number, row in enumerate(getattr(rules, kind)):
            group = "hours rule" if kind in HOURS_KINDS else kind
            key = (group, row.id, row.where if kind == "floor" else None)
            if key in seen:
                yield Found(
                    (kind, number), "the same id stands here twice. Put both under one id, or rename one."
                )
            seen.add(key)


def _goes_round(name: str, rules: Rules) -> bool:
    parents = {row.id: row.share_of for row in rules.floor if row.share_of}
    at = parents.get(name, "")
    for _ in parents:
        if at == name:
            return True
        at = parents.get(at, "")
    return False


def _step_names(step: Step, place: Place, floors: Iterable[str], steps: Iterable[str]) -> Iterator[Found]:
    for name in step.net_of:
        yield from _known("step", name, steps, (*place, "net_of"))
    for number, value in enumerate(step.value):
        for key in ("least_base_floor", "over_floor"):
            name = getattr(value, key)
            if name:
                yield from _known("floor", name, floors, (*place, "value", number, key))


def _waterfall_faults(
    waterfall: Waterfall, place: Place, floors: Iterable[str], steps: dict[str, Step]
) -> Iterator[Found]:
    for name in waterfall.steps:
        yield from _known("step", name, steps, (*place, "steps"))
    if len(set(waterfall.steps)) < len(waterfall.steps):
        yield Found((*place, "steps"), "a step stands here twice. Keep it once.")
    known = [steps[name] for name in waterfall.steps if name in steps]
    rests = [step.id for step in known if step.takes == "remainder"]
    if len(rests) != 1:
        yield Found(
            (*place, "steps"),
            f"exactly one step takes the remainder, here {len(rests)} do: {', '.join(rests) or 'none'}. "
            'Name one step with takes = "remainder".',
        )
    for position, step in enumerate(known):
        later = [name for name in step.net_of if name not in waterfall.steps[:position]]
        for name in later:
            yield Found(
                (*place, "steps"),
                f'"{step.id}" is net of "{name}", which does not come before it. Reorder them.',
            )
    if waterfall.protected_floor:
        yield from _known("floor", waterfall.protected_floor, floors, (*place, "protected_floor"))
