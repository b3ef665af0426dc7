"""Her pay beside what it should be compared with: lengths for a small picture, and its figures in words."""

from typing import Any

from jornal.rules import beside as _of
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures

Row = dict[str, Any]
MEASURE_NAMES = {
    "guarantee": "The guarantee for this timetable",
    "paid_rest_hour": "By the hour, with the paid rest day",
    "plain_hour": "By the hour, plain",
}
MEASURES = tuple(MEASURE_NAMES)
compared, effective, floor, minutes = _of.compared, _of.effective, _of.floor, _of.minutes


def tenths(part: int | None, whole: int) -> int:
    """A length in tenths of a percent of the picture's width, from 0 to 1000."""
    return 0 if not part or whole <= 0 else max(0, min(1000, part * 1000 // whole))


def span(worker: Row) -> int:
    """What the whole width of the picture stands for: a little more than its longest bar."""
    held = compared(worker)
    return max([effective(worker) or 0, *(held.get(key) or 0 for key in MEASURES), 1]) * 21 // 20 + 1


def beside(worker: Row, words: Words, money: Figures) -> list[Row]:
    """The bars of a payslip, hers first: words, and `bar` and `tick` in tenths of a percent (-1: no tick)."""
    held, whole, least = compared(worker), span(worker), floor(worker)
    found = [("effective", "Your pay, top-up included", effective(worker))]
    found += [(key, name, held.get(key)) for key, name in MEASURE_NAMES.items()]
    if not minutes(worker):
        return []
    return [
        {
            "label": words.say(name),
            "hour": hourly(sum_, minutes(worker), money) or words.say("not known"),
            "bar": tenths(sum_, whole),
            "tick": tenths(least, whole) if key == "effective" and least is not None else -1,
            "hers": key == "effective",
        }
        for key, name, sum_ in found
        if sum_ is not None or key == "guarantee"
    ]


def hourly(found: int | None, time: int, money: Figures) -> str:
    """An amount over so many minutes, as money per hour, halves up; empty where either is missing."""
    if found is None or time <= 0:
        return ""
    return money.amount((2 * found * 60 + time) // (2 * time))


def in_words(worker: Row, words: Words, money: Figures) -> str:
    """The picture as a sentence: how far above or below the floor she is."""
    earned, least = effective(worker), floor(worker)
    if earned is None or not minutes(worker):
        return words.say("No hours to compare in this period.")
    if least is None:
        return words.say("There is no floor to hold this pay against.")
    if earned == least:
        return words.say("Exactly the floor for these hours.")
    asked = "{amount} above the floor for these hours." if earned > least else _BELOW
    return words.say(asked, amount=money.amount(abs(earned - least)))


_BELOW = "{amount} below the floor for these hours."
