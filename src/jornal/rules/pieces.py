"""Pieces by operation and rate: accepted, and rejected but paid, each priced once."""

from jornal.rules.earned import Earned, Group, add, head_of_rate
from jornal.rules.plan import Plan, Priced
from jornal.rules.rows import Month

NO_RATE = (
    "No piece rate for {name} is in force on {day}. "
    "Add one to the contract or the rates sheet, since that day or earlier."
)


def priced_pieces(month: Month, plan: Plan, earned: Earned) -> None:
    """(accepted + rejected but paid) × the rate of the day; fills the heads of pieces and the base by day."""
    groups: dict[tuple[str, int], tuple[Priced, Group]] = {}
    start, base, rates = month.period.start, earned.pieces_base, plan.pieces
    for row, day, operation, good, rejected_paid, _, _ in (*month.carry.pieces, *month.pieces):
        by_day = rates.get(operation)
        price = by_day.get(day) if by_day else None
        if price is None or price.exact is None:
            earned.out.add(day)
            if day >= start:
                says = {"name": operation, "day": day}
                earned.stop(month.worker.code, f"piece:{operation}", NO_RATE, row=row, says=says)
            continue
        count = good + rejected_paid
        exact = count * price.exact
        base[day] = base.get(day, 0) + exact
        if day < start:
            continue
        pair = groups.get((operation, id(price)))
        if pair is None:
            pair = groups[operation, id(price)] = (price, Group())
        group = pair[1]
        group.quantity += count
        group.exact += exact  # type: ignore[assignment]
        group.rows.append(row)
    for (operation, _), (price, group) in sorted(groups.items(), key=lambda item: (item[0][0], item[1][0].since)):
        earned.pieces.append(head_of_rate("piece", operation, group, "piece", price))
    for day, exact in base.items():
        add(earned.base, day, exact)
