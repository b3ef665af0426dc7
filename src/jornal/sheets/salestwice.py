"""Rows that stand word for word twice: two pieces of a sale, or one row that was exported or pasted again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import gcd

from jornal.sheets.salesfile import Export
from jornal.sheets.sold import Line
from jornal.sheets.tables import Raw


def attempts(raws: list[Raw]) -> list[list[Raw]]:
    """How often the rows of an order may count, where its total says which of them it is: all, as pasted, each once."""
    once = list({raw.cells: raw for raw in reversed(raws)}.values())[::-1]
    return [raws, _divided(raws, _often(raws)), once] if len(once) < len(raws) else [raws]


def counted(export: Export, number: str, raws: list[Raw]) -> list[Raw]:
    """The rows of an order that count, where no total says it: by where they stand.

    Rows alike that stand together are pieces sold one by one. What stands again behind rows of other orders, or several
    rows over again one after the other, was pasted or exported again: each row counts as often as it stands in that
    part of the file which has it most often.
    """
    if len({raw.cells for raw in raws}) == len(raws):
        return raws
    most: Counter[tuple[str, ...]] = Counter()
    for run in _runs(export, number, raws):
        most |= Counter(raw.cells for raw in _period(run))
    kept, found = Counter[tuple[str, ...]](), []
    for raw in raws:
        kept[raw.cells] += 1
        if kept[raw.cells] <= max(most[raw.cells] // export.often, 1):
            found.append(raw)
    return found


def left(raws: list[Raw], kept: list[Raw]) -> list[tuple[Raw, int]]:
    """The rows that are not kept, each with the row it repeats."""
    rows = {raw.number for raw in kept}
    first_at = {raw.cells: raw.number for raw in reversed(kept)}
    return [(raw, first_at[raw.cells]) for raw in raws if raw.number not in rows]


def again(kept: Sequence[Raw]) -> list[tuple[Raw, int]]:
    """The rows that count though they say word for word what another says, each with that other row."""
    first_at: dict[tuple[str, ...], int] = {}
    return [(raw, at) for raw in kept if (at := first_at.setdefault(raw.cells, raw.number)) != raw.number]


def numbered(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines in an order in which a second piece, found later, takes no number from another: each once, then again."""
    seen: Counter[Line] = Counter()
    found = []
    for line in sorted(lines, key=lambda one: one[1:]):
        alike = line._replace(row=0)
        found.append((seen[alike], line))
        seen[alike] += 1
    return tuple(line for _, line in sorted(found, key=lambda pair: (pair[0], pair[1][1:])))


def _often(raws: Sequence[Raw]) -> int:
    return gcd(*Counter(raw.cells for raw in raws).values())


def _divided(raws: list[Raw], times: int) -> list[Raw]:
    """The rows as often as they stood before all of them were pasted in again: half of them, or a third."""
    often = Counter(raw.cells for raw in raws)
    kept, found = Counter[tuple[str, ...]](), []
    for raw in raws:
        kept[raw.cells] += 1
        if kept[raw.cells] * times <= often[raw.cells]:
            found.append(raw)
    return found


def _period(run: list[Raw]) -> list[Raw]:
    """The first part of rows of which all are that part over again, where it has more than one kind of rows."""
    cells = [raw.cells for raw in run]
    for length in range(2, len(run) // 2 + 1):
        part = cells[:length]
        if len(run) % length == 0 and part * (len(run) // length) == cells and len(set(part)) > 1:
            return run[:length]
    return run


def _runs(export: Export, number: str, raws: Sequence[Raw]) -> Iterator[list[Raw]]:
    """The rows of an order in the parts of the file in which nothing of another order stands between them."""
    run: list[Raw] = []
    for raw in raws:
        if run and any(export.order_at.get(row) != number for row in range(run[-1].number + 1, raw.number)):
            yield run
            run = []
        run.append(raw)
    yield run
