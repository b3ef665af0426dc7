"""The rates of a site on a day: each beside the floor it must hold, what comes next, what was before, for how many."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from jornal.actions import adopt
from jornal.actions.rates import NewRate, Of
from jornal.facts.work import RateCard
from jornal.reads.people import who_is_enrolled
from jornal.reads.rates import rate_cards, together
from jornal.reads.work import contracts_in_force
from jornal.rules.floors import amount_on, base_floor, floor_minute, monthly, shape_of
from jornal.rules.plan import Plan, laid_out
from jornal.terms.agreed import agreed
from jornal.terms.contracts import Contract, Enterprise, Rate, RateValue
from jornal.terms.load import currency_scale
from jornal.terms.packs import Pack
from jornal.terms.shapes import or_unknown, read_price, read_ratio
from jornal.units.periods import Period, month

A_DAY = timedelta(days=1)
OLD = 100
"""Years: the age whose floor stands where a floor goes by age and no worker is named; no band begins later."""
FOR = {
    "hourly": ("hour", "day", "month"), "piece": ("piece",), "mixed": ("hour", "day", "month", "piece"), "training": (),
}  # fmt: skip
"""Which rates a card gives to a contract, by how the contract pays; a training contract only where it pays somebody."""
ORDER = ("hour", "day", "month", "piece")
WHOLE_DAY = 480


class Step(NamedTuple):
    """An amount of a rate from a day to a day, in minor units of one unit of it; None is not known."""

    since: date
    until: date | None
    amount: Fraction | None
    layer: str
    source: str
    announced_on: date | None


class Floor(NamedTuple):
    """A floor that a contract answers to: what it is in words, its amount in minor units of its unit, whose word."""

    label: str
    amount: Fraction | None
    unit: str
    layer: str
    source: str
    declared_gap: str


@dataclass(frozen=True)
class Held:
    """A rate of a contract on a day, with its floor: minor units for the same hour, day, month or piece.

    `floor` is None where none is known, or a piece has no measured time. `workers` are those whom it pays today.
    """

    of: Of
    label: str
    steps: tuple[Step, ...]
    now: Step | None
    next: Step | None
    floor: Fraction | None
    standard_minutes: Fraction | None
    workers: int

    @property
    def holds(self) -> bool | None:
        """Whether it reaches its floor; None where one of the two is not known."""
        amount = self.now.amount if self.now else None
        return None if amount is None or self.floor is None else amount >= self.floor


@dataclass(frozen=True)
class OfContract:
    """A contract of the site with its floors and rates on a day. `by_age`: its floor is that of the oldest."""

    contract: Contract
    floors: tuple[Floor, ...]
    rates: tuple[Held, ...]
    by_age: bool


class Effect(NamedTuple):
    """What a new rate does under one contract: for how many, and old, new and floor in minor units from its day on."""

    contract: Contract
    workers: int
    before: Fraction | None
    after: Fraction | None
    floor: Fraction | None


def rates_on(site: str, day: date) -> list[OfContract]:
    """The contracts of a site with their rates on a day; none where no terms were adopted for it."""
    return [one for one, _ in _laid(site, day, day)]


def effects(site: str, row: NewRate, today: date) -> list[Effect]:
    """What a new rate would do from its day on, under each contract that pays by it, for the workers of today."""
    amount = or_unknown(read_price)(row.amount)
    minutes = read_ratio(row.standard_minutes) if row.standard_minutes else None
    found = []
    for one, plan in _laid(site, row.since, today):
        held = next((rate for rate in one.rates if rate.of == row.of), None)
        if held is None and row.per not in FOR[one.contract.pays]:
            continue
        number = held.workers if held else 0
        measured = minutes or (held.standard_minutes if held else None)
        floor, _ = _floor(plan, row.per, measured, row.since)
        before = held.now.amount if held and held.now else None
        after = None if amount is None else amount * plan.agreed.scale
        found.append(Effect(one.contract, number, before, after, floor))
    return found


def _laid(site: str, day: date, today: date) -> Iterator[tuple[OfContract, Plan]]:
    """Each contract of the site on a day with its plan of that month; workers are those of `today`."""
    fact = adopt.adopted_for(site)
    if fact is None:
        return
    enterprise, packs = adopt.terms_of(fact)
    here = next((one for one in enterprise.site if one.id == site), None)
    if here is None:
        return
    cards, announced = rate_cards(site), _announced(site)
    people = _people(site, today, enterprise)
    for contract in [one for one in enterprise.contract if one.id in here.contracts]:
        plan = _plan(enterprise, packs[here.jurisdiction], contract, site, day)
        by_of = _by_of(contract, cards)
        own = {(rate.per, rate.operation, rate.grade) for rate in contract.rate}
        counts = _counts(contract, by_of, people)
        taken = FOR[contract.pays]
        shown = [
            of for of in by_of if of in own or of[0] in taken or (not taken and not of[1] and counts[of])
        ]
        rates = tuple(
            _held(plan, of, by_of[of], announced, (day, counts[of])) for of in sorted(shown, key=_place)
        )
        floors = tuple(_floors(plan, day))
        _, by_age = _floor(plan, "hour", None, day)
        yield OfContract(contract, floors, rates, by_age), plan


def _plan(enterprise: Enterprise, pack: Pack, contract: Contract, site: str, day: date) -> Plan:
    here = next(one for one in enterprise.site if one.id == site)
    terms = agreed(enterprise, here, replace(contract, rate=()), pack, currency_scale(here.currency))
    return laid_out(terms, month(f"{day:%Y-%m}"))


def _place(of: Of) -> tuple[int, str, str]:
    return (ORDER.index(of[0]), of[1], of[2])


def _announced(site: str) -> dict[tuple[str, ...], date]:
    rows = RateCard.objects.current().filter(site=site, announced_on__isnull=False)
    found = rows.values_list("per", "operation", "grade", "since", "announced_on")
    return {(per, operation, grade, str(since)): on for per, operation, grade, since, on in found}


def _by_of(contract: Contract, cards: Sequence[Rate]) -> dict[Of, list[tuple[Rate, RateValue]]]:
    """The rates of a contract and the cards of the site, each with its values through time."""
    found: dict[Of, list[tuple[Rate, RateValue]]] = {}
    for rate in together(contract.rate, cards):
        of = (rate.per, rate.operation, rate.grade)
        found.setdefault(of, []).extend((rate, value) for value in rate.value)
    return {of: sorted(values, key=lambda pair: pair[1].since) for of, values in found.items()}


def _people(site: str, today: date, enterprise: Enterprise) -> Counter[tuple[str, str]]:
    """How many of those enrolled today have each contract and grade."""
    span = Period(today, today + A_DAY)
    here = who_is_enrolled(site, span)
    trades = {one.id: one.trade for one in enterprise.contract}
    held = contracts_in_force(site, span, trades=trades)
    return Counter(said for worker, said in held.items() if worker in here)


def _counts(
    contract: Contract, known: dict[Of, list[tuple[Rate, RateValue]]], people: Counter[tuple[str, str]]
) -> Counter[Of]:
    """For how many each rate counts: by grade; the rate without a grade is for grades that have none of their own."""
    found: Counter[Of] = Counter()
    for of in known:
        per, operation, grade = of
        for (name, graded), number in people.items():
            own = (per, "", graded) if (per, "", graded) in known else (per, "", "")
            if name == contract.id and (operation or own == (per, "", grade)):
                found[of] += number
    return found


def _held(
    plan: Plan, of: Of, values: list[tuple[Rate, RateValue]], announced: dict[tuple[str, ...], date],
    asked: tuple[date, int],
) -> Held:  # fmt: skip
    day, workers = asked
    steps = tuple(_step(plan, of, pair, announced) for pair in values)
    now = next(
        (one for one in reversed(steps) if one.since <= day and (one.until is None or day <= one.until)), None
    )
    coming = next((one for one in steps if one.since > day), None)
    rate = next((rate for rate, value in reversed(values) if value.since <= day), values[0][0])
    floor, _ = _floor(plan, of[0], rate.standard_minutes, day)
    return Held(of, rate.label, steps, now, coming, floor, rate.standard_minutes, workers)


def _step(plan: Plan, of: Of, pair: tuple[Rate, RateValue], announced: dict[tuple[str, ...], date]) -> Step:
    rate, value = pair
    known = value.amount is not None and value.confirmed
    amount = value.amount * plan.agreed.scale if known and value.amount is not None else None
    on = announced.get((*of, str(value.since)), value.published)
    return Step(value.since, value.until, amount, rate.layer, value.source, on)


def _floor(plan: Plan, per: str, minutes: Fraction | None, day: date) -> tuple[Fraction | None, bool]:
    """The contract's highest floor for a unit of pay on a day, and whether it is that of the oldest by bands of age."""
    by_age = False
    minute = floor_minute(plan, None, day)
    if minute is None:
        minute = floor_minute(plan, day.year - OLD, day)
        by_age = minute is not None
    if minute is None:
        return None, False
    timetable = plan.agreed.contract.timetable
    longest = (max(timetable.week) if timetable else 0) or WHOLE_DAY
    days = plan.planned_days.get(day, 0) or 30
    length = {
        "hour": Fraction(60),
        "day": Fraction(longest),
        "month": Fraction(longest * days),
        "piece": minutes,
    }[per]
    return (None if length is None else Fraction(minute) / plan.parts * length), by_age


def _floors(plan: Plan, day: date) -> Iterator[Floor]:
    """The floors of the contract in words, in its order."""
    for use in plan.agreed.contract.floor:
        row = base_floor(plan, use.floor)
        if row is None:
            yield Floor(use.floor, None, "", use.layer, "", use.declared_gap)
            continue
        amount, _, value = amount_on(plan, row, day, None)
        if amount is None:
            amount, _, value = amount_on(plan, row, day, day.year - OLD)
        shape = shape_of(plan, row)
        unit = "month" if shape.unit.startswith("pays_") else shape.unit
        source = value.source if value else row.source
        yield Floor(
            row.label,
            None if amount is None else monthly(shape, amount),
            unit,
            use.layer,
            source,
            use.declared_gap,
        )
