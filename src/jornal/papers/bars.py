"""Her pay beside what it should be compared with: lengths for a small picture, and its figures in words."""

from typing import Any

from jornal.words.catalogue import Words
from jornal.words.numbers import Figures

Row = dict[str, Any]
MEASURES = ("guarantee", "paid_rest_hour", "plain_hour")
_NAMES = {
    "guarantee": "The guarantee for this timetable",
    "paid_rest_hour": "By the hour, with the paid rest day",
    "plain_hour": "By the hour, plain",
}


def amount(compared: Row, key: str) -> int | None:
    """An amount of the comparison over the period, in minor units; None where it is not known or absent."""
    held = compared.get(key)
    if isinstance(held, dict):
        held = held.get("amount")
    return held if isinstance(held, int) else None


def floor(compared: Row) -> int | None:
    """The floor this contract answers to, over the period: the comparator of its measure."""
    return amount(compared, str(compared.get("measure") or "guarantee"))


def effective(compared: Row) -> int | None:
    """What she earned for these hours, top-up included: what is held against the floor."""
    found = amount(compared, "effective")
    return amount(compared, "base") if found is None else found


def tenths(part: int | None, whole: int) -> int:
    """A length in tenths of a percent of the picture's width, from 0 to 1000."""
    return 0 if not part or whole <= 0 else max(0, min(1000, part * 1000 // whole))


def span(compared: Row) -> int:
    """What the whole width of the picture stands for: a little more than its longest bar."""
    known = [found for key in MEASURES if (found := amount(compared, key)) is not None]
    return max([effective(compared) or 0, *known, 1]) * 21 // 20 + 1


def beside(compared: Row, words: Words, money: Figures) -> list[Row]:
    """The bars of a payslip, hers first: words, and `bar` and `tick` in tenths of a percent (-1: no tick)."""
    minutes, whole, least = compared.get("minutes") or 0, span(compared), floor(compared)
    rows = []
    for key in ("effective", *MEASURES):
        hers = key == "effective"
        found = effective(compared) if hers else amount(compared, key)
        if found is None and (hers or key == "paid_rest_hour"):
            continue
        rows.append(
            {
                "label": words.say("Your pay, top-up included") if hers else words.say(_NAMES[key]),
                "hour": hourly(found, minutes, money) or words.say("not known"),
                "period": "" if found is None else money.money(found),
                "bar": tenths(found, whole),
                "tick": tenths(least, whole) if hers and least is not None else -1,
                "hers": hers,
                "floor": key == (compared.get("measure") or "guarantee"),
            }
        )
    return rows


def hourly(found: int | None, minutes: int, money: Figures) -> str:
    """An amount over so many minutes, as money per hour, halves up; empty where either is missing."""
    if found is None or minutes <= 0:
        return ""
    return money.money((2 * found * 60 + minutes) // (2 * minutes))


def in_words(compared: Row, words: Words, money: Figures) -> str:
    """The picture as a sentence: how far above or below the floor she is."""
    earned, least = effective(compared), floor(compared)
    if earned is None or least is None:
        return words.say("There is no floor to hold this pay against.") if least is None else ""
    if earned == least:
        return words.say("Exactly the floor for these hours.")
    if earned > least:
        return words.say("{amount} above the floor for these hours.", amount=money.money(earned - least))
    return words.say("{amount} below the floor for these hours.", amount=money.money(least - earned))
