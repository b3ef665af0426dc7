"""Lines whose export writes pieces less what came back: the pieces sold, where one way alone makes the order."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from jornal.sheets.salesfile import Export
from jornal.sheets.saleslines import lines_of
from jornal.sheets.sold import Line
from jornal.sheets.tables import Raw

MOST_BACK = 500
"""How many pieces of one line are tried."""

Fits = Callable[[list[Line]], bool]


def sold_lines(export: Export, raws: Sequence[Raw], currency: str, fits: Fits | None) -> list[Line]:
    """The lines of an order as they were sold; `fits` says whether lines make its total, None where none came back.

    WooCommerce's "Quantity (- Refund)" says one shawl of two that were bought, while the order's total says two. So
    pieces are put back: some of one line, or one of every line where none is left. Where several ways make the total,
    or none, the lines stay as they are written. Raises `Unreadable`.
    """
    lines = lines_of(export, raws, currency)
    if fits is None or not export.columns.get("line.left") or fits(lines):
        return lines
    ways = []
    for back in _ways(export, raws):
        some = lines_of(export, raws, currency, back)
        if fits(some) and some not in ways:
            ways.append(some)
    return ways[0] if len(ways) == 1 else lines


def _ways(export: Export, raws: Sequence[Raw]) -> Iterator[Mapping[int, int]]:
    """Pieces that may have come back, by row."""
    counted = [raw for raw in raws if not export.get(raw, "line.quantity") and export.get(raw, "line.left")]
    for raw in counted:
        for pieces in range(1, MOST_BACK + 1):
            yield {raw.number: pieces}
    if len(counted) > 1:
        yield {raw.number: 1 for raw in counted}
