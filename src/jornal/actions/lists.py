"""What a site recorded, as plain lists to take away: rows that `jornal do --rows` reads again, and what was paid."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from jornal.actions.attendance import Marked
from jornal.actions.briefs import FIGURES, Brief
from jornal.actions.hours import wall_time
from jornal.actions.monthpay import issued
from jornal.actions.office import Office
from jornal.actions.pieces import Counted
from jornal.facts.attendance import Shift
from jornal.facts.pieces import Pieces
from jornal.journal.fact import Fact
from jornal.journal.vaultlog import Reader
from jornal.reads.roster import roster
from jornal.sheets.written import Cell
from jornal.units.money import major
from jornal.units.periods import month as period_of


class List(NamedTuple):
    """Rows under the names of their fields; `of_people` says that names may be set beside the codes."""

    heads: tuple[str, ...]
    rows: list[list[Cell]]
    of_people: bool = False


def people(office: Office, standing: str = "all") -> List:
    """Whoever the site knows, by code: how each stands there, since when and until when, where, in which language."""
    heads = ("worker", "standing", "since", "left_on", "workshop", "language", "clock_number")
    found = roster(office.site, office.day, standing)
    return List(heads, [[getattr(one, name) for name in heads] for one in found], of_people=True)


def attendance(office: Office, month: str) -> List:
    """Every row of a month's days as it stands now, as `mark` takes it; notes where the office has the keys."""
    heads = tuple(Marked.model_fields)
    shifts = _of_month(Shift, office, month)
    notes = _notes(office, shifts, month)
    return List(heads, [_as_typed(one, heads, {"note": notes.get(one.id, "")}) for one in shifts])


def pieces(office: Office, month: str) -> List:
    """Every count of a month as it stands now, as `count` takes it."""
    heads = tuple(Counted.model_fields)
    return List(heads, [_as_typed(one, heads, {}) for one in _of_month(Pieces, office, month)])


def pay(office: Office, month: str) -> List:
    """What each worker's slip of an issued month came to, in the site's money. Raises NothingToApprove."""
    of = issued(office.site, month)
    heads = ("worker", "status", "contract", "minutes", *FIGURES, "currency")
    return List(heads, [_paid(one, of.run.currency) for one in of.briefs], of_people=True)


def _paid(one: Brief, currency: str) -> list[Cell]:
    """A slip in a line; sums that were not computed are empty, not nought."""
    sums = [Decimal(major(getattr(one, name), currency)) if one.paid else None for name in FIGURES]
    return [one.code, one.status, one.contract, one.minutes, *sums, currency]


def _of_month(kind: Any, office: Office, month: str) -> list[Any]:
    """The facts of a kind on the days of a month, as they stand now."""
    period = period_of(month)
    found = kind.objects.current().filter(site=office.site, day__gte=period.start, day__lt=period.end)
    return list(found.order_by("day", "worker", "number"))


def _as_typed(fact: Fact, heads: Iterable[str], other: Mapping[str, Cell]) -> list[Cell]:
    """The fields of a fact as somebody would type them."""
    row: list[Cell] = []
    for name in heads:
        held = other[name] if name in other else getattr(fact, name)
        if isinstance(held, bool):
            held = "yes" if held else ""
        row.append(wall_time(held) if name in ("start", "end") and isinstance(held, int) else held)
    return row


def _notes(office: Office, shifts: Iterable[Shift], month: str) -> dict[object, str]:
    """The notes by row, opened; none while the names are locked, nor one that cannot be opened any more."""
    noted = [one for one in shifts if one.note]
    if office.keys is None or not noted:
        return {}
    reader = Reader(office.hand.by, f"list of {month}", office.hand.now())
    opened = office.keys.opened_many([(one.worker, "note", one.note) for one in noted], reader=reader)
    return {one.id: text for one, text in zip(noted, opened, strict=True) if isinstance(text, str)}
