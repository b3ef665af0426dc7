"""The cards of rates of a site as rates of the terms, and beside those of a contract."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from jornal.facts.work import RateCard
from jornal.journal.fact import Cursor
from jornal.terms.contracts import Rate, RateValue
from jornal.terms.shapes import or_unknown, read_price, read_ratio

_COLUMNS = (
    "per", "operation", "grade", "since", "amount", "label", "layer", "standard_minutes", "source",
)  # fmt: skip
_price = or_unknown(read_price)


def rate_cards(site: str, upto: Cursor | None = None) -> tuple[Rate, ...]:
    """The rates that were set for a site, each with its amounts by day; "unknown" stays not known.

    A rate that changed its layer or label on the way is several, each in force for its own days.
    """
    rows = RateCard.objects.current(upto).filter(site=site)
    return together((), (_rate(*row) for row in rows.order_by("since").values_list(*_COLUMNS)))


def together(agreed: Iterable[Rate], cards: Iterable[Rate]) -> tuple[Rate, ...]:
    """Rates of a contract and of cards as one list: from its first day a value takes the place of the one before it.

    Of two that begin on one day the card's counts. So a card that begins on the 15th leaves the days before it at the
    contract's rate.
    """
    values: dict[tuple[str, str, str], dict[date, tuple[Rate, RateValue]]] = {}
    for rate in (*agreed, *cards):
        of = values.setdefault((rate.per, rate.operation, rate.grade), {})
        for value in rate.value:
            of[value.since] = (replace(rate, value=()), value)
    found: list[Rate] = []
    for by_day in values.values():
        found += _runs([by_day[day] for day in sorted(by_day)])
    return tuple(found)


def _runs(values: list[tuple[Rate, RateValue]]) -> list[Rate]:
    """One rate in its amounts through time as rates: neighbours that say the same but their amount are one."""
    found: list[Rate] = []
    for number, (rate, value) in enumerate(values):
        ends = [value.until] if value.until else []
        if number + 1 < len(values):
            ends.append(values[number + 1][1].since - timedelta(days=1))
        ended = replace(value, until=min(ends, default=None))
        if found and replace(found[-1], value=()) == rate:
            found[-1] = replace(rate, value=(*found[-1].value, ended))
        else:
            found.append(replace(rate, value=(ended,)))
    return found


def _rate(  # noqa: PLR0913, PLR0917 - the columns of one row
    per: str,
    operation: str,
    grade: str,
    since: date,
    amount: str,
    label: str,
    layer: str,
    minutes: str,
    source: str,
) -> Rate:
    value = RateValue(
        since=since, source=source or f"rate card {since}", confidence="V", amount=_price(amount)
    )
    return Rate(
        per=per, operation=operation, grade=grade, label=label, layer=layer, value=(value,),  # type: ignore[arg-type]
        standard_minutes=read_ratio(minutes) if minutes else None,
    )  # fmt: skip
