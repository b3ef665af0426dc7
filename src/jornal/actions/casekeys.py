"""What a case file may say: every key with what it holds, so that no slip of its author passes in silence."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple, get_args, get_type_hints

from jornal.rules.comparators import MEASURES
from jornal.rules.rows import Adjustment, Instruction, Worker
from jornal.terms.kinds import load
from jornal.units.faults import near, shortened
from jornal.units.periods import WEEKDAYS


class CaseFault(ValueError):
    """A case that cannot be read; its text says which key and what to write."""


class Holds(NamedTuple):
    """What the value of a key is, in words and as a question."""

    words: str
    fits: Callable[[Any], bool]


def _is_day(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_whole(value: Any) -> bool:
    return type(value) is int and 0 <= value < 10**12


def _is_days(value: Any) -> bool:
    return isinstance(value, Mapping) or (isinstance(value, list) and all(map(_is_day, value)))


def _one_of(*known: str) -> Holds:
    return Holds(f"one of {', '.join(known)}", known.__contains__)


def _literal(row: type, key: str) -> Holds:
    return _one_of(*(word for word in get_args(get_type_hints(row)[key]) if word))


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


TEXT = Holds("text in quotation marks", lambda value: isinstance(value, str))
DAY = Holds("a day without quotation marks, such as 2025-01-06", _is_day)
DAYS = Holds("a list of days, or { since = 2025-01-06, until = 2025-01-11 }", _is_days)
WHOLE = Holds("a whole number, 0 or more", _is_whole)
FLAG = Holds("true or false", lambda value: isinstance(value, bool))
MONEY = Holds('an amount in quotation marks, such as "1130.00"', lambda value: isinstance(value, str))
HOURS = Holds(
    '"5", "5:30" or "5.5" in quotation marks', lambda value: isinstance(value, str) or _is_whole(value)
)
RATIO = Holds('a share in quotation marks, such as "50 %"', lambda value: isinstance(value, str))
TABLE = Holds("a table", lambda value: isinstance(value, Mapping))
ROWS = Holds("rows, each under [[double brackets]]", lambda value: isinstance(value, list))
TEXTS = Holds('a list such as ["a", "b"]', _texts)
WEEK = Holds(
    f"a list of {', '.join(WEEKDAYS)}", lambda value: isinstance(value, list) and set(value) <= set(WEEKDAYS)
)
KNOWN_OR_NOT = Holds('true, false or "unknown"', lambda value: isinstance(value, bool) or value == "unknown")
PERIOD = Holds(
    'a month such as "2025-01", or { since = 2025-01-01, until = 2025-01-07 }',
    lambda value: isinstance(value, str | Mapping),
)
MODEL = _one_of("employment", "craft", "training")
KIND = _one_of(*(kind.id for kind in load().all))

SPAN = {"since": DAY, "until": DAY, "on": WEEK}
SHIFT = {
    "day": DAY, "days": DAYS, "hours": HOURS, "minutes": WHOLE, "start": TEXT, "end": TEXT, "pause": WHOLE,
    "kind": KIND, "place": TEXT, "trade": TEXT, "substitute": FLAG, "note": TEXT,
}  # fmt: skip
PIECES = {
    "day": DAY, "days": DAYS, "operation": TEXT, "good": WHOLE, "rejected_paid": WHOLE,
    "rejected_unpaid": WHOLE, "note": TEXT,
}  # fmt: skip
ADJUSTMENT = {
    "id": TEXT, "day": DAY, "label": TEXT, "amount": MONEY, "reason": TEXT, "payer": TEXT, "approver": TEXT,
    "kind": _literal(Adjustment, "kind"), "step": TEXT, "agreed_on": DAY, "note": TEXT,
}  # fmt: skip
WORKER = {
    "grade": TEXT, "custody": _literal(Worker, "custody"), "ratio_code": TEXT, "conduct_class": TEXT,
    "since": DAY, "left_on": DAY, "known_since": DAY, "leave_taken": DAYS, "birth_year": WHOLE, "months_served": WHOLE,
    "account_allowed": KNOWN_OR_NOT,
    "gating_debt": MONEY, "balances": TABLE, "requests": TEXTS, "instruction": ROWS,
    "authorised_rest_days": Holds("a list of days", lambda days: isinstance(days, list) and _is_days(days)),
}  # fmt: skip
INSTRUCTION = {
    "id": TEXT, "purpose": _literal(Instruction, "purpose"), "share": RATIO, "amount": MONEY,
    "beneficiaries": ROWS, "consent_on": DAY, "withdrawn_on": DAY,
}  # fmt: skip
BENEFICIARY = {"id": TEXT, "initials": TEXT, "last_four": TEXT, "weight": RATIO}
CARRY = {"shift": ROWS, "pieces": ROWS, "week_top_up": MONEY, "credit": ROWS}
CARRIED = {"code": TEXT, "days": WHOLE, "minutes": WHOLE, "credited": WHOLE}
TALLY = {
    "code": TEXT, "days": WHOLE, "hours": WHOLE, "minutes": WHOLE, "months": WHOLE, "carried": WHOLE,
    "class": TEXT, "months_served": WHOLE, "forfeited": FLAG, "expect": TABLE, "note": TEXT,
}  # fmt: skip
EXPECT = {
    "gross": MONEY, "net": MONEY, "in_hand": MONEY, "lines": TABLE, "comparators": TABLE, "credit": TABLE,
    "faults": TABLE,
}  # fmt: skip
COMPARATORS = dict.fromkeys(map(str, MEASURES), MONEY)
CREDIT = {
    "code": TEXT, "days": WHOLE, "credited": WHOLE, "days_carried": WHOLE, "minutes_carried": WHOLE,
    "status": _one_of("counted", "none", "unknown", "gated"),
}  # fmt: skip
TALLIED = {"credited": WHOLE, "days_carried": WHOLE, "minutes_carried": WHOLE}
WHOLE_CASE = {
    "id": TEXT, "title": TEXT, "source": TEXT, "jurisdiction": TEXT, "period": PERIOD, "enterprise": TABLE,
    "contract": TABLE, "site": TABLE, "rules": TABLE, "holiday": ROWS, "worker": TABLE, "shift": ROWS,
    "pieces": ROWS, "adjustment": ROWS, "given": TABLE, "carry": TABLE, "tally": ROWS, "expect": TABLE,
    "note": TEXT, "average_month": FLAG,
}  # fmt: skip

Shape = Mapping[str, Holds]


def check(raw: Mapping[str, Any], name: str) -> None:
    """Raises CaseFault for the first key of a case that is not known, is missing, or holds something else."""
    _table(raw, WHOLE_CASE, f"{name}: a case")
    for where, row, shape, needs in _parts(raw):
        _table(row, shape, f"{name}: {where}", needs)


def _parts(raw: Mapping[str, Any]) -> Iterator[tuple[str, Any, Shape, tuple[str, ...]]]:
    """Every table of a case with its name, its shape and the keys it needs."""
    carry, expect, worker = raw.get("carry", {}), raw.get("expect", {}), raw.get("worker", {})
    yield "enterprise", raw.get("enterprise", {}), {"model": MODEL}, ()
    yield "worker", worker, WORKER, ()
    yield "carry", carry, CARRY, ()
    yield "expect", expect, EXPECT, ()
    for key, shape in (("comparators", COMPARATORS), ("credit", CREDIT)):
        yield f"expect.{key}", expect.get(key, {}), shape, ()
    yield "expect.faults", expect.get("faults", {}), {"none": FLAG, "stops": TEXTS}, ()
    lines = expect.get("lines", {})
    yield "expect.lines", lines, dict.fromkeys(lines, MONEY), ()
    for row in (worker.get("balances", {}), raw.get("given", {})):
        yield "a sum", row, dict.fromkeys(row, MONEY), ()
    yield from _rows("shift", [*raw.get("shift", ()), *carry.get("shift", ())], SHIFT)
    yield from _rows("pieces", [*raw.get("pieces", ()), *carry.get("pieces", ())], PIECES, "operation")
    yield from _rows("adjustment", raw.get("adjustment", ()), ADJUSTMENT, "amount")
    yield from _rows("carry.credit", carry.get("credit", ()), CARRIED, "code")
    yield from _rows("tally", raw.get("tally", ()), TALLY, "code")
    yield from _rows("tally expects", [row.get("expect", {}) for row in raw.get("tally", ())], TALLIED)
    yield from _rows("instruction", worker.get("instruction", ()), INSTRUCTION, "id")
    for row in worker.get("instruction", ()):
        yield from _rows("beneficiary", row.get("beneficiaries", ()), BENEFICIARY, "id")


def _rows(
    what: str, rows: Any, shape: Shape, *needs: str
) -> Iterator[tuple[str, Any, Shape, tuple[str, ...]]]:
    for number, row in enumerate(rows, start=1):
        yield f"{what} number {number}", row, shape, needs
        if isinstance(row, Mapping) and isinstance(row.get("days"), Mapping):
            yield f"days of {what} number {number}", row["days"], SPAN, ("since", "until")


def _table(row: Any, shape: Shape, where: str, needs: tuple[str, ...] = ()) -> None:
    if not isinstance(row, Mapping):
        raise CaseFault(f"{where} is a table of keys, not {shortened(row)}. See docs/cases.md.")
    for key, value in row.items():
        if key not in shape:
            raise CaseFault(
                f'{where} has no key "{key}".{near(key, shape)} Its keys are {", ".join(sorted(shape))}.'
            )
        if not shape[key].fits(value):
            raise CaseFault(f"{where}: {key} is {shape[key].words}, not {shortened(value)}.")
    for key in needs:
        if key not in row:
            raise CaseFault(f"{where} needs {key}: {shape[key].words}.")
