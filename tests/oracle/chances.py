"""What random agreements are drawn with: amounts, shares, rows in force."""

from datetime import date, timedelta
from random import Random

LONG_AGO = date(2020, 1, 1)
ROUNDINGS = ("half_up", "half_up", "half_even", "half_down", "up", "down")
LAYERS = ("law", "authority", "contract", "house", "standard")


def money(chance: Random, least: int, most: int, decimals: int) -> str:
    """An amount between two whole ones, with the currency's decimals."""
    whole = chance.randint(least * 10**decimals, most * 10**decimals)
    return f"{whole // 10**decimals}.{whole % 10**decimals:0{decimals}d}" if decimals else str(whole)


def dated(chance: Random, key: str, draw, changes: float = 0.3) -> list[dict]:
    """One row in force since long ago, or two with a change somewhere in 2026."""
    rows = [{"since": LONG_AGO, key: draw(), "source": "invented", "confidence": "invented"}]
    if chance.random() < changes:
        since = date(2026, 1, 1) + timedelta(days=chance.randrange(365))
        rows.append({"since": since, key: draw(), "source": "invented", "confidence": "invented"})
    return rows


def percent(chance: Random, least: int, most: int) -> str:
    return f"{chance.randint(least, most)} %"


def known(value: dict) -> dict:
    """A value in force since long ago."""
    return {"since": LONG_AGO, **value, "source": "invented", "confidence": "invented"}
