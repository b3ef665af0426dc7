"""Whether a payslip is likely to need smaller letters, so that only a long one is measured when drawn."""

from typing import Any

Row = dict[str, Any]
# In points, at the usual size: what the front and the back have for their lines between head and foot.
_FRONT, _BACK = 480, 440
_LINE, _SMALL, _AIR, _HEAD = 12, 9, 5, 34
_THAI = 115  # percent: its lines are higher


def is_long(said: Row) -> bool:
    """Whether the front or the back of a payslip may not fit its page; errs towards yes."""
    more = _THAI if said["lang"] == "th" else 100
    room = _FRONT - 2 * _LINE * _lines(" ".join(said["banners"]), 85)
    front = max(_ledgers(said["ledgers"]), _aside(said))
    back = sum(_item(item) for item in said["back"]["items"])
    return front * more > room * 100 or back * more > _BACK * 100


def _ledgers(parts: list[Row]) -> int:
    rows = [row for part in parts for row in part["rows"]]
    totals = sum(bool(part["total"]) for part in parts)
    heads = _HEAD * len(parts) + (_LINE + _AIR) * totals
    return heads + sum(
        _AIR + _LINE * _lines(row["name"], 44) + _SMALL * _lines(row["under"], 62) for row in rows
    )


def _aside(said: Row) -> int:
    beside = said["beside"]
    bars = _HEAD + 24 * len(beside["rows"]) + 11 * (_lines(beside["source"] + beside["gap"], 40) + 3)
    tables = sum(
        _HEAD + (_LINE + _AIR - 2) * sum(_lines(row[0], 16) for row in part["rows"])
        for part in (said["hours"], said["year"])
    )
    return bars + tables + sum((_LINE + 4) * _lines(told, 32) for told in said["paid"])


def _item(item: Row) -> int:
    told = _LINE * _lines(item["text"], 78) + _SMALL * bool(item["days"])
    return 11 + max(told, _LINE * _lines(item["name"], 22))


def _lines(text: str, wide: int) -> int:
    return -(-len(text) // wide)
