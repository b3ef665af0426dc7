"""What time and pieces earn: heads priced at the rates in force, and the base that the floor is held against."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from jornal.rules.exact import Exact, shown
from jornal.rules.floors import plain_minute
from jornal.rules.heads import Head
from jornal.rules.lines import Fault
from jornal.rules.plan import Plan, Priced, RatesByDay
from jornal.rules.rows import WORKED_KINDS, Month, Shift
from jornal.terms.contracts import KindPay, KindPayValue
from jornal.terms.dated import in_force


NO_PIECE_RATE = (
    "No piece rate for {name} is in force on {day}. Add one to the contract or the rates sheet, since that day or earlier."
)
NO_RATE_OF_GRADE = (
    "No rate for grade {name} is in force on {day}. Add one to the contract or the rates sheet, or correct the grade."
)
NO_RATE = "No rate is in force on {day}. Add one to the contract or the rates sheet, since that day or earlier."


@dataclass(slots=True)
class Earned:
    """A worker's month so far. `worked` minutes and `base` (exact) by day, the straddling week's earlier days included;
    `out`: days whose rate is not known, left out of the floor's test; `pieces_base`: the pieces' part of the base;
    `paid_days`: pay of days that are paid without work (absences, holidays, rest days), outside the base."""

    worked: dict[date, int] = field(default_factory=dict)
    base: dict[date, Exact] = field(default_factory=dict)
    pieces_base: dict[date, Exact] = field(default_factory=dict)
    paid_days: dict[date, Exact] = field(default_factory=dict)
    reduced: dict[date, Exact] = field(default_factory=dict)
    out: set[date] = field(default_factory=set)
    time: list[Head] = field(default_factory=list)
    pieces: list[Head] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


class Group:
    """Minutes (or pieces) of one kind at one rate, with the rows they come from."""

    __slots__ = ("days", "quantity", "rows")

    def __init__(self) -> None:
        self.quantity = 0
        self.days: list[date] = []
        self.rows: list[str] = []


def priced_pieces(month: Month, plan: Plan, earned: Earned) -> None:
    """Pieces by operation and rate: (accepted + rejected but paid) × rate; fills `pieces`, and the base by day."""
    groups: dict[tuple[str, int], Group] = {}
    known: dict[int, Priced] = {}
    start, base, rates = month.period.start, earned.pieces_base, plan.pieces
    for row, day, operation, good, rejected_paid, _unpaid, _tally in (*month.carry.pieces, *month.pieces):
        by_day = rates.get(operation)
        price = by_day.get(day) if by_day else None
        if price is None or price.exact is None:
            _no_rate(earned, month, "piece", operation, day, row)
            continue
        count = good + rejected_paid
        base[day] = base.get(day, 0) + count * price.exact
        if day < start:
            continue
        key = (operation, id(price))
        group = groups.get(key)
        if group is None:
            group = groups[key] = Group()
            known[id(price)] = price
        group.quantity += count
        group.rows.append(row)
    for (operation, number), group in sorted(groups.items(), key=lambda item: (item[0][0], known[item[0][1]].since or date.min)):
        price = known[number]
        earned.pieces.append(_head("piece", operation, group, "piece", price, group.quantity * price.exact))  # type: ignore[operator]
    for day, exact in base.items():
        earned.base[day] = earned.base.get(day, 0) + exact


def priced_time(month: Month, plan: Plan, earned: Earned) -> None:
    """Time by kind and rate; fills `time`, worked minutes and the base by day. Call after `priced_pieces`."""
    contract = plan.agreed.contract
    start, worked = month.period.start, earned.worked
    hourly = plan.rates("hour", month.worker.grade) or {}
    timed = bool(plan.hourly) and contract.pays != "piece" and contract.hours == "paid"
    by_kind = not timed and contract.pays != "piece" and not plan.daily and not plan.monthly
    groups: dict[int, tuple[Priced, Group]] = {}
    others: list[Shift] = []
    for shift in (*month.carry.shifts, *month.shifts):
        day, minutes, kind = shift.day, shift.minutes, shift.kind
        if kind in WORKED_KINDS:
            worked[day] = worked.get(day, 0) + minutes
        if kind != "work" or by_kind:
            others.append(shift)
            continue
        if not timed:
            continue
        price = hourly.get(day)
        if price is None or price.exact is None:
            _no_rate(earned, month, "hour", month.worker.grade, day, shift.id)
            continue
        earned.base[day] = earned.base.get(day, 0) + minutes * price.exact
        if day >= start:
            pair = groups.get(id(price))
            if pair is None:
                pair = groups[id(price)] = (price, Group())
            pair[1].quantity += minutes
            pair[1].rows.append(shift.id)
    for price, group in sorted(groups.values(), key=lambda pair: pair[0].since or date.min):
        earned.time.append(_head("hourly", month.worker.grade, group, "min", price, group.quantity * price.exact))  # type: ignore[operator]
    if contract.hours == "paid" and not timed and contract.pays != "piece" and not by_kind:
        _by_day_or_month(month, plan, earned)
    if others:
        _other_kinds(month, plan, earned, others)


def _head(kind: str, code: str, group: Group, unit: str, price: Priced, exact: Exact) -> Head:
    return Head(kind, code, group.quantity, unit, price.text if unit != "min" else price.text, exact, price.layer,
                kind, price.source, price.label, price.since, price.confidence, (), tuple(group.rows))


def _no_rate(earned: Earned, month: Month, per: str, name: str, day: date, row: str) -> None:
    """A rate that is missing or unconfirmed stops its own line only; the day leaves the floor's test."""
    earned.out.add(day)
    if day < month.period.start:
        return
    stops = f"{'piece' if per == 'piece' else 'hourly'}:{name}" if name else ("piece" if per == "piece" else "hourly")
    if any(fault.stops == stops for fault in earned.faults):
        return
    key = (
        NO_PIECE_RATE if per == "piece" else NO_RATE_OF_GRADE if name else NO_RATE
    )
    earned.faults.append(Fault(month.worker.code, key, (("name", name), ("day", day)), row, stops))


def _by_day_or_month(month: Month, plan: Plan, earned: Earned) -> None:
    """A daily rate pays each day worked once; a monthly one pays days worked or paid-absent ÷ planned days, at most one."""
    grade, worker = month.worker.grade, month.worker
    daily, monthly = plan.rates("day", grade), plan.rates("month", grade)
    rates: RatesByDay = daily or monthly or {}
    groups: dict[int, tuple[Priced, Group]] = {}
    paid = {one.day: one.id for one in (*month.carry.shifts, *month.shifts) if one.kind in WORKED_KINDS and one.minutes}
    if monthly and not daily:
        paid |= {shift.day: shift.id for shift in month.shifts if _pays_rate(plan, shift.kind, shift.day)}
    for day, row in sorted(paid.items()):
        price = rates.get(day)
        if price is None or price.exact is None:
            _no_rate(earned, month, "hour", worker.grade, day, row)
            continue
        share = Fraction(1) if daily else Fraction(1, plan.planned_days.get(day, 0) or 30)
        if day in earned.worked:
            earned.base[day] = earned.base.get(day, 0) + price.exact * share
        if day >= month.period.start:
            pair = groups.setdefault(id(price), (price, Group()))
            pair[1].quantity += 1
            pair[1].rows.append(row)
            pair[1].days.append(day)
    for price, group in groups.values():
        count = plan.planned_days.get(group.days[0], 0) or 30
        part = Fraction(group.quantity) if daily else min(Fraction(1), Fraction(group.quantity, count))
        rate = price.text if daily else str(Fraction(price.text) / count)
        head = _head("daily" if daily else "monthly", grade, group, "day", price, price.exact * part)  # type: ignore[operator]
        earned.time.append(head._replace(rate=rate))


def _pays_rate(plan: Plan, kind: str, day: date) -> bool:
    rule = kind_rule(plan, kind)
    value = in_force(rule.value, day) if rule else None
    return rule is not None and rule.of == "rate" and value is not None and bool(value.share)


def kind_rule(plan: Plan, kind: str) -> KindPay | None:
    """How the contract pays a kind of time; None where it says nothing."""
    return next((rule for rule in plan.agreed.contract.kind if rule.kind == kind), None)


def _other_kinds(month: Month, plan: Plan, earned: Earned, shifts: Iterable[Shift]) -> None:
    """Training, waiting, stoppage, sickness and the like, one head per kind and rate, in order of kind."""
    groups: dict[tuple[str, str, str], list[object]] = {}
    average = _piece_average(month, earned)
    for shift in sorted(shifts, key=lambda one: (one.kind, one.day)):
        minutes = _minutes_of(shift, plan, month, earned)
        priced = _price_of_kind(shift, plan, month, average)
        if priced is None:
            continue
        per_minute, layer, value = priced
        if per_minute is None:
            _kind_unknown(earned, month, shift)
            continue
        exact = minutes * per_minute
        if shift.kind in WORKED_KINDS:
            earned.base[shift.day] = earned.base.get(shift.day, 0) + exact
        else:
            earned.paid_days[shift.day] = earned.paid_days.get(shift.day, 0) + exact
        if shift.day < month.period.start:
            continue
        rate = shown(per_minute * 60, plan.parts)
        held = groups.setdefault((shift.kind, rate, layer), [Group(), 0, value])
        held[0].quantity += minutes  # type: ignore[attr-defined]
        held[0].rows.append(shift.id)  # type: ignore[attr-defined]
        held[1] += exact  # type: ignore[operator]
    for (kind, rate, layer), (group, exact, value) in sorted(groups.items(), key=lambda item: item[0][0]):
        earned.time.append(
            Head(kind, "", group.quantity, "min", rate, exact, layer, f"kind:{kind}",  # type: ignore[attr-defined,arg-type]
                 value.source if value else "", "", value.since if value else None,  # type: ignore[attr-defined]
                 value.confidence if value else "", (), tuple(group.rows))  # type: ignore[attr-defined]
        )


def _minutes_of(shift: Shift, plan: Plan, month: Month, earned: Earned) -> int:
    """The minutes of a row; for an absence written as a code alone, what the timetable plans that day."""
    if shift.minutes or shift.kind in WORKED_KINDS:
        return shift.minutes
    planned = plan.planned[shift.day]
    if not planned and kind_rule(plan, shift.kind) and shift.day >= month.period.start:
        earned.faults.append(
            Fault(month.worker.code, "{day}: {kind} has no hours and the timetable plans none that day. Write the hours.",
                  (("day", shift.day), ("kind", shift.kind)), shift.id, f"kind:{shift.kind}")
        )
    return planned


def _price_of_kind(shift: Shift, plan: Plan, month: Month, average: Callable[[date], Exact | None]):  # type: ignore[no-untyped-def]
    """(parts per minute or None if not known, layer, dated row) of a kind; None where the kind pays nothing."""
    rule = kind_rule(plan, shift.kind)
    hourly = plan.rates("hour", month.worker.grade)
    price = hourly.get(shift.day) if hourly else None
    value: KindPayValue | None = in_force(rule.value, shift.day) if rule else None
    if rule is None:
        if shift.kind not in WORKED_KINDS or plan.agreed.contract.hours != "paid":
            return None
        if plan.daily or plan.monthly:
            return None
        if price is not None:
            return price.exact, price.layer, None
        minute = plain_minute(plan, month.worker.birth_year, shift.day)
        return minute, "contract", None
    if rule.of == "nothing":
        return None
    if (plan.monthly and not plan.daily) and rule.of == "rate" and hourly is None:
        return None  # a monthly rate has paid the day already
    share = value.share if value and value.confirmed else None
    whole = {
        "rate": lambda: price.exact if price else _minute_of_day_rate(plan, month, shift.day),
        "floor": lambda: plain_minute(plan, month.worker.birth_year, shift.day),
        "piece_average": lambda: average(shift.day),
    }[rule.of]()
    return (None if whole is None or share is None else whole * share), rule.layer, value


def _minute_of_day_rate(plan: Plan, month: Month, day: date) -> Exact | None:
    found = minute_rate(plan, month.worker.grade, day)
    return None if found is None else found


def minute_rate(plan: Plan, grade: str, day: date) -> Exact | None:
    """The price of an ordinary minute on a day, in parts: the hourly rate, or a daily or monthly rate cut into hours.

    A day is the timetable's longest (8 hours without one), a month its planned days (30 without one).
    """
    for per in ("hour", "day", "month"):
        rates = plan.rates(per, grade)
        price = rates.get(day) if rates else None
        if price is None or price.exact is None:
            continue
        if per == "hour":
            return price.exact
        timetable = plan.agreed.contract.timetable
        longest = (max(timetable.week) if timetable else 0) or 480
        days = 1 if per == "day" else plan.planned_days.get(day, 0) or 30
        return Fraction(price.exact) / longest / days
    return None


def _piece_average(month: Month, earned: Earned) -> Callable[[date], Exact | None]:
    """Average piece earnings per work minute of the period."""
    start = month.period.start
    minutes = sum(shift.minutes for shift in month.shifts if shift.kind == "work")
    exact = sum(value for day, value in earned.pieces_base.items() if day >= start)
    average = Fraction(exact) / minutes if minutes else None
    return lambda _day: average


def _kind_unknown(earned: Earned, month: Month, shift: Shift) -> None:
    if shift.kind in WORKED_KINDS:
        earned.out.add(shift.day)
    stops = f"kind:{shift.kind}"
    if shift.day < month.period.start:
        return
    if any(fault.stops == stops for fault in earned.faults):
        return
    earned.faults.append(
        Fault(month.worker.code, "What {kind} time pays on {day} is not known. Add its share or rate to the contract.",
              (("kind", shift.kind), ("day", shift.day)), shift.id, stops)
    )
