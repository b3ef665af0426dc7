"""Goods of one product at one place, day by day: no lot of them, and not all of them together, below nought."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Short:
    """What is missing: at the end of a day so many would be there, below nought; of a lot, or ("") of all."""

    lot: str
    day: date
    there: int


@dataclass
class Ledger:
    """Pieces that came and went by day and lot; lot "" is of pieces nobody knows the lot of."""

    days: dict[date, dict[str, int]] = field(default_factory=dict)
    now: dict[str, int] = field(default_factory=dict)
    last: date = date.min

    @classmethod
    def of(cls, flows: Iterable[tuple[date, str, int]]) -> "Ledger":
        """A ledger of flows (day, lot, pieces, above nought where they came in), whatever they leave."""
        found = cls()
        for day, lot, quantity in flows:
            found._add(day, lot, quantity)
        return found

    @property
    def there(self) -> int:
        """The pieces of every lot together, now."""
        return sum(self.now.values())

    def left(self, lot: str) -> int:
        """The pieces of a lot as they are known, now: some of them may be gone where a sale did not tell its lot."""
        return self.now.get(lot, 0)

    def put(self, day: date, lot: str, quantity: int) -> Short | None:
        """Adds a flow, or gives back what it would leave short and adds nothing."""
        if quantity >= 0:
            self._add(day, lot, quantity)
            return None
        found = self._short(day, lot, quantity)
        if found is None:
            self._add(day, lot, quantity)
        return found

    def short(self) -> Short | None:
        """The first end of a day with less than nothing, of a lot or of all; None where there is none."""
        return self._first({}, date.min)

    def _add(self, day: date, lot: str, quantity: int) -> None:
        there = self.days.setdefault(day, {})
        there[lot] = there.get(lot, 0) + quantity
        self.now[lot] = self.now.get(lot, 0) + quantity
        self.last = max(self.last, day)

    def _short(self, day: date, lot: str, quantity: int) -> Short | None:
        if day < self.last:  # something came or went since: the days after it have to hold too
            return self._first({(day, lot): quantity}, day)
        if lot and self.left(lot) + quantity < 0:
            return Short(lot, day, self.left(lot))
        return Short("", day, self.there) if self.there + quantity < 0 else None

    def _first(self, more: dict[tuple[date, str], int], since: date) -> Short | None:
        sums: dict[str, int] = {}
        for day in sorted({*self.days, *(day for day, _ in more)}):
            for lot, quantity in self.days.get(day, {}).items():
                sums[lot] = sums.get(lot, 0) + quantity
            before = dict(sums)
            for (one, lot), quantity in more.items():
                if one <= day:
                    before[lot] = before.get(lot, 0) + quantity
            if day < since:
                continue
            for lot, left in before.items():
                if lot and left < 0:
                    return Short(lot, day, sums.get(lot, 0))
            if sum(before.values()) < 0:
                return Short("", day, sum(sums.values()))
        return None
