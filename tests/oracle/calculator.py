"""One worker's period from a case, slowly and exactly: lines, totals, comparators, credit, stops."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from oracle import accrued, credit, deductions, floors, premiums
from oracle.earnings import Days, price, read_days, time_head
from oracle.files import World, days_between, number, world
from oracle.rounding import half_up, rounded, running

Cell = tuple[str, str, str]


@dataclass
class Answer:
    """What a case comes to; `cells` are amounts in minor units by (part, kind, code)."""

    scale: int = 100
    cells: dict[Cell, int] = field(default_factory=lambda: defaultdict(int))
    gross: int = 0
    own: int = 0
    in_hand: int = 0
    comparators: dict[str, int | None] = field(default_factory=dict)
    credit: dict = field(default_factory=dict)
    tallies: list[dict] = field(default_factory=list)
    stops: set[str] = field(default_factory=set)


def answer(raw: dict) -> Answer:
    """Everything a case comes to."""
    here = world(raw)
    found = Answer(scale=here.scale)
    found.tallies = [credit.asked(here, row) for row in raw.get("tally", [])]
    if raw.get("average_month"):
        found.comparators = whole(floors.average_month(here))
    elif "contract" in raw:
        of_month(here, found)
    found.stops = here.faults
    return found


def of_month(here: World, found: Answer) -> None:
    """The month of a worker: earnings, top-ups, bonuses, deductions, instructions, credit."""
    days = read_days(here)
    price(days)
    earned, exact_by_day = earn(days, found)
    tested = top_up(days, found)
    bonus = bonuses(days, found) + grown(days, found)
    found.gross = earned + sum(tested.values()) + bonus
    spans = week_spans(days, exact_by_day, tested, found.gross)
    taken = deductions.waterfall(days, found.gross, spans)
    for step, amount in taken.amounts.items():
        found.cells["deduction", "deduction", step] += amount
    found.own = taken.own
    found.cells["own", "own", taken.own_step] = taken.own
    paid, left = deductions.instructions(here, taken.own, found.gross)
    for (purpose, code), amount in paid.items():
        found.cells["instruction", purpose, code] += amount
    found.in_hand = in_hand(days, left)
    found.comparators = whole(floors.comparators(days))
    found.credit = credit.of_period(here, days.shifts)


def whole(exact: dict[str, Fraction | None]) -> dict[str, int | None]:
    """Comparators rounded half up, unknown ones left out as None."""
    return {name: None if one is None else half_up(one) for name, one in exact.items()}


def total(amounts: Iterable[Fraction]) -> Fraction:
    """The exact sum."""
    return sum(amounts, Fraction(0))


def earn(days: Days, found: Answer) -> tuple[int, dict[date, Fraction]]:
    """The heads of time and pieces as cells; also each day's exact earnings, for steps taken by the week."""
    period, by_day = days.period_days(), defaultdict(Fraction)
    time: list[tuple[str, str, Fraction]] = [
        (time_head(days.world), days.world.worker.get("grade", ""), total(days.hourly[day] for day in period))
    ]
    kinds = sorted({kind for kind, _ in days.kinds})
    time += [(kind, "", total(days.kinds[kind, day] for day in period)) for kind in kinds]
    time += list(premiums.heads(days))
    pieces = [
        ("piece", name, total(days.piecework[name, day] for day in period))
        for name in sorted({name for name, _ in days.piecework})
    ]
    for kind, code, last, amount in list(premiums.rest_pay(days)):
        (pieces if days.world.contract["pays"] == "piece" else time).append((kind, code, amount))
        days.extra_base[last] += amount
    for heads in (time, pieces):
        for (kind, code, _), amount in zip(heads, running([one for _, _, one in heads]), strict=True):
            found.cells["earning", kind, code] += amount
    for day in {one.day for one in days.shifts} | {day for day, *_ in days.pieces}:
        by_day[day] = days.time_of(day) + days.pieces_of(day)
    return sum(amount for (part, _, _), amount in found.cells.items() if part == "earning"), by_day


def grown(days: Days, found: Answer) -> int:
    """What grew with service and falls due, each its own line."""
    total = 0
    for kind, code, amount in accrued.owed(days):
        found.cells["earning", kind, code] += amount
        total += amount
    return total


def top_up(days: Days, found: Answer) -> dict[date, int]:
    """By the week, then over the period: what the highest payable floor asks beyond the base, by last day."""
    here = days.world
    rows = payable(days)
    paid: dict[date, int] = defaultdict(int)
    if not rows:
        return paid
    for number_of_week, (first, last) in enumerate(here.weeks()):
        already = carried_top_up(here) if number_of_week == 0 and first < here.start else 0
        paid[last] += test(days, rows, days_between(first, last), already, found)
    total = sum(paid.values())
    paid[here.last] += test(days, rows, days.period_days(), total, found)
    return paid


def carried_top_up(here: World) -> int:
    return int((number(here.raw.get("carry", {}).get("week_top_up")) or 0) * here.scale)


def payable(days: Days) -> list[tuple[str, dict, dict[date, Fraction]]]:
    """The payable floors that are known, each with what it asks day by day."""
    every = {one.day for one in days.shifts} | {day for day, *_ in days.pieces} | set(days.period_days())
    found = []
    for use in days.world.contract.get("floor", []):
        if use["layer"] not in floors.PAYABLE or not any(one.minutes and one.is_work for one in days.shifts):
            continue
        try:
            row = floors.row_of(days.world, use["floor"])
            asked = {day: floors.of_day(days, row, use.get("measure", "guarantee"), day) for day in every}
        except floors.Unknown:
            days.world.faults.add(f"top_up:{use['floor']}")
            continue
        found.append((use["floor"], row, asked))
    return found


def test(days: Days, rows, among: list[date], already: int, found: Answer) -> int:
    """The top-up of some days under the floor that asks most of them."""
    counted = [day for day in among if day not in days.unpriced]
    name, row, asked = max(
        rows, key=lambda one: sum((one[2].get(day, Fraction(0)) for day in counted), Fraction(0))
    )
    short = sum((asked.get(day, Fraction(0)) - days.base(day) for day in counted), Fraction(0)) - already
    amount = max(0, rounded(short, row.get("rounding", "half_up")))
    found.cells["top_up", "top_up", name] += amount
    return amount


def bonuses(days: Days, found: Answer) -> int:
    """Bonuses of the contract and sums decided by a person, each its own line."""
    here, total = days.world, 0
    for one in here.contract.get("bonus", []):
        counts = {
            "piece": sum(
                good + paid
                for day, name, good, paid in days.pieces
                if name == one.get("operation") and days.in_period(day)
            ),
            "day": sum(1 for day in days.period_days() if days.minutes(day)),
            "period": 1,
        }
        amount = half_up(number(one["amount"]) * here.scale * counts[one["per"]])
        found.cells["bonus", "bonus", one["id"]] += amount
        total += amount
    for place, row in enumerate(here.raw.get("adjustment", [])):
        if row.get("kind", "bonus") == "bonus":
            amount = int(number(row["amount"]) * here.scale)
            found.cells["bonus", "bonus", row.get("id", f"a{place}")] += amount
            total += amount
    return total


def week_spans(days: Days, by_day, tested: dict[date, int], gross: int) -> list[deductions.Span]:
    """The gross cut into the weeks that end in the period; what belongs to none of them goes to the last."""
    here = days.world
    weeks = here.weeks()
    if len(weeks) < 2:
        return [deductions.Span(Fraction(gross), here.last)]
    spans, given_out = [], Fraction(0)
    for first, last in weeks[:-1]:
        week = days_between(first, last)
        amount = sum((by_day[day] for day in week), Fraction(0)) + tested.get(last, 0)
        given_out += amount
        spans.append(deductions.Span(amount, last))
    return [*spans, deductions.Span(gross - given_out, weeks[-1][1])]


def in_hand(days: Days, left: int) -> int:
    """What is left after instructions, with refunds, less advances and agreed repayments, to the coin."""
    here = days.world
    sums: dict[str, int] = defaultdict(int)
    for row in here.raw.get("adjustment", []):
        agreed = row.get("agreed_on") is not None and row["agreed_on"] <= here.last
        if row.get("kind") != "repayment" or agreed:
            sums[row.get("kind", "bonus")] += int(number(row["amount"]) * here.scale)
    left += sums["refund"]
    left -= min(left, sums["advance"])
    left -= max(0, min(sums["repayment"], above_floor(days), left))
    step = number(here.site.get("cash_step"))
    if step:
        size = step * here.scale
        left = int(rounded(left / size, here.site.get("cash_rounding", "up")) * size)
    return left


def above_floor(days: Days) -> int:
    """How far the period's base stands above its highest payable floor; without a floor, no limit."""
    found = payable(days)
    if not found:
        return 10**12
    counted = [day for day in days.period_days() if day not in days.unpriced]
    asked = max(sum((one[2][day] for day in counted), Fraction(0)) for one in found)
    return max(0, int(sum((days.base(day) for day in counted), Fraction(0)) - asked))
