"""Where workers stood before their first month in these books: the year so far, an open week, credit, what is owed."""

import json
from collections.abc import Collection
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from jornal.facts.people import CarriedOver, Left, OpeningBalance
from jornal.journal.fact import Cursor
from jornal.journal.keys import Keys
from jornal.journal.vaultlog import Reader
from jornal.reads.people import current_of
from jornal.rules.rows import Carry, CreditCarry, Piece, Shift
from jornal.units.periods import Period


def openings(
    upto: Cursor | None = None,
    keys: Keys | None = None,
    reader: Reader | None = None,
    workers: Collection[str] | None = None,
    *,
    at: tuple[str, Period] | None = None,
) -> dict[str, Carry]:
    """Where workers stood before their first month in these books, by worker: the year so far, and what is owed back.

    The open week of a run folder is there too; who comes from another site has none, because her week ended there on
    the day she left. Credit is sealed and stands there only where the names are open. The later of an opening balance
    and of what headquarters carried over counts; with `at`, of those of that site, and before those of a later month,
    unless she was carried over again from the same site without having left this one.
    """
    balances, moves = current_of(OpeningBalance, upto, workers), current_of(CarriedOver, upto, workers)
    if at is not None:
        balances, moves = balances.filter(site=at[0]), moves.filter(into_site=at[0])
    rows = [_Brought(one.day, one.worker, _said(one), one.credit) for one in balances]
    rows += [
        _Brought(one.day, one.worker, one.carry, one.credit, one.from_site, one.into_site) for one in moves
    ]
    until = date.max if at is None else at[1].end
    last: dict[str, _Brought] = {}
    for row in sorted(rows, key=itemgetter(0)):
        before = last.get(row.worker)
        if before is None or row.day < until or _is_again(row, before, current_of(Left, upto, [row.worker])):
            last[row.worker] = row
    credit = _credit({worker: one.credit for worker, one in last.items() if one.credit}, keys, reader)
    return {worker: _carry(one.said, credit.get(worker, ())) for worker, one in last.items()}


class _Brought(NamedTuple):
    """Where a worker stood on a day before, and from which site she came into which; none for an opening balance."""

    day: date
    worker: str
    said: dict[str, Any]
    credit: str
    from_site: str = ""
    into_site: str = ""


def _is_again(row: _Brought, before: _Brought, left: Any) -> bool:
    """Whether she was carried over again with what the same site had settled meanwhile; else she came back."""
    if not row.from_site or row.from_site != before.from_site:
        return False
    return not left.filter(site=row.into_site, day__gte=before.day, day__lt=row.day).exists()


def _said(one: OpeningBalance) -> dict[str, Any]:
    """An opening balance in the words in which a slip carries on, its week apart."""
    return {
        "year": one.day.year, "year_to_date": one.year_to_date, "owed_back": one.owed_back, "week": one.week,
    }  # fmt: skip


def _carry(said: dict[str, Any], credit: tuple[CreditCarry, ...]) -> Carry:
    week = said.get("week", {})
    return Carry(
        shifts=tuple(Shift(**_dated(row)) for row in week.get("shifts", ())),
        pieces=tuple(Piece(**_dated(row)) for row in week.get("pieces", ())),
        week_top_up=week.get("top_up", 0),
        credit=credit,
        year=said.get("year", 0),
        year_to_date=dict(said.get("year_to_date", {})),
        owed_back=said.get("owed_back", 0),
    )


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "day": date.fromisoformat(row["day"])}


def _credit(
    sealed: dict[str, str], keys: Keys | None, reader: Reader | None
) -> dict[str, tuple[CreditCarry, ...]]:
    """What each tally carries on; nothing while the names are locked."""
    if keys is None or reader is None:
        return {}
    opened = keys.opened_many([(worker, "credit", text) for worker, text in sealed.items()], reader=reader)
    return {
        worker: tuple(_credit_row(row) for row in json.loads(text)["carry"])
        for worker, text in zip(sealed, opened, strict=True)
        if isinstance(text, str)
    }


def _credit_row(row: Any) -> CreditCarry:
    """A tally as an opening balance names it, or in the order in which a slip carries it on."""
    return CreditCarry(*row) if isinstance(row, list) else CreditCarry(**row)
