"""What each slip of a worker at a site has to say, reckoned anew from what is known of her days (docs/pay.md 3, 6, 7).

The months are the oracle's; what a later month owes an earlier one is reckoned here, so that nothing of jornal's own
rules or tables is asked.
"""

import tomllib
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from moved import A_DAY, OWED, RATIO, WORKERS, Stay, Told, last_of
from oracle import calculator, credit
from oracle.earnings import price, read_days
from oracle.files import ROOT, World, world

YEAR = ("gross", "deductions", "own", "in_hand")
GROSS = ("earning", "top_up", "bonus")
MONEY = (*GROSS, "deduction")
TERMS = ROOT / "src" / "jornal" / "terms" / "enterprises" / "qori.toml"
Key = tuple[str, str, str]
"""Part, kind and code of a line."""


@dataclass
class Slip:
    """What a slip has to say: its lines by (month, part, kind, code), the totals, what is shown as owed back."""

    lines: Counter = field(default_factory=Counter)
    gross: int = 0
    deductions: int = 0
    own: int = 0
    in_hand: int = 0
    owed_back: int = 0


@dataclass(frozen=True)
class Standing:
    """Where she stands after a slip: the year so far, what is shown as owed back, and the tally of credit.

    Of the tally: days that gave nothing yet, minutes of short days, days credited in all.
    """

    year: int = 0
    gross: int = 0
    deductions: int = 0
    own: int = 0
    in_hand: int = 0
    owed_back: int = 0
    days: int = 0
    minutes: int = 0
    credited: int = 0


@dataclass
class Site:
    """One worker at one site: what her slips there have said so far, what she brought, where she stands."""

    name: str
    worker: str
    issued: dict[str, Counter] = field(default_factory=dict)
    slips: dict[str, Slip] = field(default_factory=dict)
    opening: Standing = Standing()
    stood: Standing = Standing()

    def slip(self, month: str, told: Told) -> Slip:
        """The slip of the next month, from what is known now; what it says counts as issued."""
        found = self._corrected(told)
        self.issued[month] = self.due(month, told)
        found.lines.update({(month, *key): amount for key, amount in self.issued[month].items()})
        found.lines = Counter({key: amount for key, amount in found.lines.items() if amount})
        found.gross = sum(amount for key, amount in found.lines.items() if key[1] in GROSS)
        found.deductions = sum(amount for key, amount in found.lines.items() if key[1] == "deduction")
        found.own = found.gross - found.deductions
        found.in_hand = -(-found.own // 10) * 10  # to the coin of ten, upwards
        self.slips[month] = found
        return found

    def _corrected(self, told: Told) -> Slip:
        """What the months before are owed now, and what is owed back of them."""
        found = Slip(owed_back=self.opening.owed_back)
        for earlier in self.issued:
            lines, back = less(self.due(earlier, told), self.issued[earlier])
            self.issued[earlier].update(lines)
            found.owed_back += back
            found.lines.update({(earlier, *key): amount for key, amount in lines.items()})
        return found

    def standing(self, month: str, told: Told) -> Standing:
        """Where she stands after the slip of a month, the last so far."""
        of_year = [slip for label, slip in self.slips.items() if label[:4] == month[:4]]
        before = self.opening if self.opening.year == int(month[:4]) else Standing()
        so_far = {name: getattr(before, name) + sum(getattr(one, name) for one in of_year) for name in YEAR}
        owed_back = self.slips[month].owed_back
        return self._tally(told, replace(self.opening, year=int(month[:4]), owed_back=owed_back, **so_far))

    def apart(self, told: Told) -> int:
        """How much more was issued for all months together than comes of one straight reckoning of what is known now.

        A top-up that was paid is never taken back, and is left out where more was paid than is due.
        """
        found = 0
        for month, issued in self.issued.items():
            lines = self.due(month, told)
            lines.subtract(issued)
            found -= sum(
                n for key, n in lines.items() if key[0] in GROSS and not (key[0] == "top_up" and n < 0)
            )
        return found

    def due(self, month: str, told: Told) -> Counter:
        """The lines of a month as it is known now; none where she was not there."""
        raw = self.case(month, told)
        if raw is None:
            return Counter()
        cells = calculator.answer(raw).cells
        return Counter({key: amount for key, amount in cells.items() if key[0] in MONEY and amount})

    def case(self, month: str, told: Told) -> dict[str, Any] | None:
        """A month as the oracle reads it, with the days of the week that began before it."""
        first, last = date.fromisoformat(f"{month}-01"), last_of(month)
        stay = told.stays.get((self.name, self.worker), Stay(date.max))
        rows = self.rows(told, first, last)
        if not any(rows.values()) and (stay.since > last or (stay.until or last) < first):
            return None
        raw = {**agreed(self.worker), "id": f"{self.worker} {month}", "period": month, **rows}
        raw["worker"] = {
            "grade": WORKERS[self.worker][1], "birth_year": 1990, "ratio_code": RATIO,
            "since": stay.since, "balances": {"pe-reparation": f"{OWED // 100}.00"},
        } | ({"left_on": stay.until} if stay.until else {})  # fmt: skip
        monday = first - A_DAY * first.weekday()
        if monday < first and not (stay.until and stay.until < first):
            before = self.case(f"{first - A_DAY:%Y-%m}", told)
            raw["carry"] = self.rows(told, monday, first - A_DAY)
            raw["carry"]["week_top_up"] = amount_of(of_open_week(before)) if before else "0"
        return raw

    def rows(self, told: Told, first: date, last: date) -> dict[str, list[dict[str, Any]]]:
        """Her rows at this site from a day to a day."""
        days = told.days.get((self.name, self.worker), {})
        pieces = told.pieces.get((self.name, self.worker), {})
        return {
            "shift": [
                {"day": day, "kind": what, "hours": f"{minutes // 60}:{minutes % 60:02d}"}
                for day, (what, minutes) in sorted(days.items()) if first <= day <= last
            ],
            "pieces": [
                {"day": day, "operation": operation, "good": good}
                for (day, operation), good in sorted(pieces.items()) if first <= day <= last
            ],
        }  # fmt: skip

    def _tally(self, told: Told, found: Standing) -> Standing:
        """The same with the days of every month here counted on to the tally."""
        for month in self.issued:
            raw = self.case(month, told)
            if raw is None:
                continue
            raw["carry"] = {"credit": [{"code": RATIO, "days": found.days, "minutes": found.minutes}]}
            here = world(raw)
            one = credit.of_period(here, read_days(here).shifts)
            found = replace(
                found,
                days=one["days_carried"],
                minutes=one["minutes_carried"],
                credited=found.credited + one["credited"],
            )
        return found


def less(due: Counter, issued: Counter) -> tuple[Counter, int]:
    """What is paid now of a month that was issued otherwise than due, and what is shown as owed back."""
    lines = Counter({key: due[key] - issued[key] for key in {*due, *issued}})
    lines = Counter({key: n for key, n in lines.items() if n and not (key[0] == "top_up" and n < 0)})
    gross = sum(amount for key, amount in lines.items() if key[0] in GROSS)
    deductions = sum(amount for key, amount in lines.items() if key[0] == "deduction")
    if gross < 0 or gross < deductions:
        return Counter(), -gross if gross < 0 else deductions - gross
    return lines, 0


def of_open_week(raw: dict[str, Any]) -> int:
    """What a month's own top-up paid to the days of a week that ends after it, at most what they lack."""
    here = world(raw)
    days, found = read_days(here), calculator.Answer(scale=here.scale)
    price(days)
    calculator.earn(days, found)
    tail = open_days(here)
    if not tail:
        return 0
    weeks = calculator.Answer(scale=here.scale)
    rows = calculator.payable(days)
    if not rows:
        return 0
    whole = sum(calculator.top_up(days, found).values())
    by_week = sum(
        calculator.test(days, rows, calculator.days_between(*week), carried(here, number, week), weeks)
        for number, week in enumerate(here.weeks())
    )
    return min(whole - by_week, calculator.test(days, rows, tail, 0, weeks))


def carried(here: World, number: int, week: tuple[date, date]) -> int:
    """What the month before has paid to the first week."""
    return calculator.carried_top_up(here) if number == 0 and week[0] < here.start else 0


def open_days(here: World) -> list[date]:
    """The last days of a month that belong to a week which ends after it."""
    first, last = here.week(here.last)
    return calculator.days_between(max(first, here.start), here.last) if last > here.last else []


def amount_of(minor: int) -> str:
    return str(Fraction(minor, 100))


@cache
def _terms(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def agreed(worker: str) -> dict[str, Any]:
    """Her contract and the site as a case has them."""
    contract = next(one for one in _terms(TERMS)["contract"] if one["id"] == WORKERS[worker][0])
    site = {"currency": "PEN", "zone": "America/Lima", "cash_step": "0.10", "cash_rounding": "up"}
    return {"jurisdiction": "pe", "contract": contract, "site": site}
