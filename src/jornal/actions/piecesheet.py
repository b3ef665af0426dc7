"""The pieces of a day as paper and screen share them: who is there, the operations in use, what each cell holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import CharField
from django.db.models.functions import Cast

from jornal.actions.dayrows import DayRow, day_rows
from jornal.actions.office import Office
from jornal.actions.planned import Hours, adopted_terms
from jornal.facts.pieces import LocalOperation, Pieces
from jornal.reads.lots import lots
from jornal.reads.pieces import local_operations
from jornal.reads.rates import rate_cards, together
from jornal.terms.contracts import Rate
from jornal.terms.dated import in_force

LATELY = timedelta(days=30)
FEW = 8
"""So many operations stand side by side without looking which of them were used lately."""

Key = tuple[str, str]
"""A worker and an operation."""


@dataclass(frozen=True)
class Operation:
    """What is counted in a column. `waits` is one that the site named and that has no rate yet."""

    name: str
    label: str
    waits: bool = False
    shown: bool = True


class Tally(NamedTuple):
    """A count as it stands now: `id` is its last version, `root` names it, both as text."""

    id: str
    root: str
    number: int
    good: int
    rework: int
    lot: str

    @property
    def corrected(self) -> bool:
        """Whether it was set right since it was recorded."""
        return self.id != self.root


class Cell(NamedTuple):
    """What is counted of a worker and an operation on a day. `seq` is the place of the last word on it in the book.

    `next_number` is that of a further count; one that was taken back is not given again.
    """

    tallies: tuple[Tally, ...] = ()
    next_number: int = 1
    seq: int = 0

    @property
    def good(self) -> int:
        """Good pieces of all its counts."""
        return self.tallies[0].good if len(self.tallies) == 1 else sum(one.good for one in self.tallies)

    @property
    def rework(self) -> int:
        """Pieces to be done again of all its counts."""
        return self.tallies[0].rework if len(self.tallies) == 1 else sum(one.rework for one in self.tallies)


NOTHING = Cell()


@dataclass(frozen=True)
class PieceSheet:
    """A day: its rows in the order of the attendance sheet, its operations in the order of work, its cells.

    `seq` is the place of the last word on any of them, by which is known what changed after somebody looked. Where
    `lot` names one, operations and cells are of that lot alone.
    """

    rows: tuple[DayRow, ...]
    operations: tuple[Operation, ...]
    cells: Mapping[Key, Cell]
    seq: int
    lot: str = ""

    def cell(self, key: Key) -> Cell:
        """What is counted of a worker and an operation."""
        return self.cells.get(key, NOTHING)


def piece_sheet(office: Office, day: date, *, everybody: bool = False, lot: str = "") -> PieceSheet:
    """The sheet of a day, without names. Whoever has pieces and nothing planned stands on it too.

    Of a `lot` it has the operations of its recipe, and the counts that name it; a lot that is not here has all.
    """
    cells = counted(office.site, day)
    with_pieces = {worker for (worker, _), cell in cells.items() if cell.tallies}
    rows = day_rows(replace(office, keys=None), day, everybody=True)
    there = [row for row in rows if everybody or row.due or row.worker in with_pieces]
    there += [_unexpected(worker) for worker in sorted(with_pieces - {row.worker for row in rows})]
    columns = operations(office.site, day, [name for (_, name), cell in cells.items() if cell.tallies])
    if lot:
        columns, cells = _of_lot(office.site, lot, columns), _on_lot(cells, lot)
    return PieceSheet(
        tuple(replace(row, number=number) for number, row in enumerate(there, start=1)),
        tuple(columns),
        cells,
        max((cell.seq for cell in cells.values()), default=0),
        lot,
    )


def _of_lot(site: str, lot: str, columns: list[Operation]) -> list[Operation]:
    """The operations of a lot in the order of its recipe; one without a rate here as well."""
    known = {one.name: one for one in columns}
    steps = [step.operation for of in lots(site, {lot}) for step in of.steps]
    found = [replace(known.get(name, Operation(name, name)), shown=True) for name in steps]
    return found or columns


def _on_lot(cells: Mapping[Key, Cell], lot: str) -> dict[Key, Cell]:
    """The same cells with the counts of one lot alone; a further count has a number after all of them."""
    return {
        key: cell._replace(tallies=tuple(one for one in cell.tallies if one.lot == lot))
        for key, cell in cells.items()
    }


def counted(site: str, day: date, worker: str = "") -> dict[Key, Cell]:
    """What is counted on a day by worker and operation; of one worker only where she is named."""
    tips: dict[Key, dict[str, Tally]] = {}
    last: dict[Key, tuple[int, int]] = {}
    rows = Pieces.objects.filter(site=site, book=site, day=day).order_by("seq")
    if worker:
        rows = rows.filter(worker=worker)
    rows = rows.annotate(key=Cast("id", CharField()), first=Cast("root", CharField()))
    columns = ("key", "first", "number", "good", "rework", "lot")
    for who, operation, seq, void, *rest in rows.values_list("worker", "operation", "seq", "void", *columns):
        key, tally = (who, operation), Tally(*rest)
        standing = tips.setdefault(key, {})
        standing[tally.root] = tally
        if void:
            del standing[tally.root]
        last[key] = (max(last.get(key, (1, 0))[0], tally.number + 1), seq)
    found = {}
    for key, standing in tips.items():
        tallies = sorted(standing.values(), key=lambda one: one.number)
        found[key] = Cell(tuple(tallies), *last[key])
    return found


def operations(site: str, day: date, counted_there: Iterable[str] = ()) -> list[Operation]:
    """The operations of a day: those with a piece rate in force, then those the site named, then others counted.

    Where there are many, those are `shown` that were counted in the last 30 days.
    """
    there = set(counted_there)
    found = {name: Operation(name, label) for name, label in rated(site, day).items()}
    named = LocalOperation.objects.current().filter(site=site, since__lte=day).order_by("since", "operation")
    waiting = local_operations(site, day)
    for name, label in named.values_list("operation", "label"):
        if name in waiting or name in there:
            found[name] = Operation(name, label, waits=name in waiting)
    lately = _lately(site, day) if len(found) > FEW or not found else set()
    for name in sorted((there | (lately if not found else set())) - found.keys()):
        found[name] = Operation(name, name)
    if len(found) <= FEW or not lately | there:
        first = set(list(found)[:FEW])
        return [replace(one, shown=name in first | there) for name, one in found.items()]
    return [replace(one, shown=one.waits or name in lately | there) for name, one in found.items()]


def rated(site: str, day: date) -> dict[str, str]:
    """The label of each operation with a piece rate in force, by its name, in the order of the agreements."""
    terms = adopted_terms(site)
    places = [one for one in terms.site if one.id == site] if terms else []
    named = {name for one in places for name in one.contracts}
    agreed: list[tuple[Rate, ...]] = [one.rate for one in terms.contract if one.id in named] if terms else []
    cards = rate_cards(site)
    found: dict[str, str] = {}
    for rates in agreed or [()]:
        for rate in together(rates, cards):
            if rate.per == "piece" and in_force(rate.value, day) is not None:
                found.setdefault(rate.operation, rate.label or rate.operation)
    return found


def _lately(site: str, day: date) -> set[str]:
    found = Pieces.objects.filter(site=site, day__gt=day - LATELY, day__lte=day)
    return set(found.order_by().values_list("operation", flat=True).distinct())


def _unexpected(worker: str) -> DayRow:
    """Somebody who has pieces on a day on which she was not enrolled: she is not left out."""
    return DayRow(0, worker, "", "", "", Hours(None), enrolled=False)
