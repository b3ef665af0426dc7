"""Short phrases for a line of pay: its name, how it was counted, who decided it, which marks it bears."""

from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from jornal.terms.kinds import load
from jornal.words.catalogue import Words
from jornal.words.dates import month_named, short_days
from jornal.words.numbers import Figures, fraction_text

Row = dict[str, Any]
FROM_KNOWLEDGE = ("K-high", "K-med")


def facts(line: Row) -> Row:
    """The named figures of a line, whether they were stored as a table or as pairs."""
    return dict(line.get("facts") or {})


def kind_of_time(kind: str, words: Words) -> str:
    """A kind of time in words, as the attendance sheet of this language names it; an own kind as written."""
    found = _kinds().get(kind, {}).get(words.language)
    return found or words.say(kind.replace("_", " "))


def name(line: Row, words: Words) -> str:
    """What a line is called on the front of a payslip."""
    own, standing = words.say(line.get("label") or ""), _NAMES.get(line["kind"], "")
    if is_time(line) and not standing:
        return capital(kind_of_time(line["kind"], words))
    if line["part"] == "earning" and standing:
        return words.say(standing)
    if line["kind"] == "piece":
        return own or words.say(str(line["code"]))
    if line["part"] == "top_up":
        return words.say("Top-up to the minimum")
    if line["part"] == "instruction":
        payee = str(line.get("payee") or "").replace(" ", "\u00a0")
        return _joined(words.say(standing) if standing else own, payee)
    return own or words.say(standing or str(line["code"] or line["kind"]).replace("_", " "))


_NAMES = {
    "hourly": "Hours worked",
    "daily": "Days worked",
    "monthly": "Monthly pay",
    "overtime": "Overtime, added",
    "night": "Night work, added",
    "sunday": "Sunday work, added",
    "rest_day": "Rest-day work, added",
    "holiday": "Holiday work, added",
    "holiday_pay": "Paid holiday",
    "sunday_pay": "Paid Sunday",
    "rest_day_pay": "Paid rest day",
    "night_hour": "Shorter night hour, added",
    "rest_pay": "Paid rest day",
    "unused_leave": "Leave not taken",
    "family": "For your family",
    "savings": "Savings",
    "refund": "Paid back to you",
    "advance": "Advance",
    "repayment": "Agreed repayment",
    "own": "Your own portion",
    "in_hand": "In hand",
    "cash_rounding": "Rounding to coins",
}


def is_time(line: Row) -> bool:
    """Whether a line pays a kind of time of its own: training, waiting, sickness, a stoppage."""
    return line["part"] == "earning" and line["kind"] in _kinds()


def named(text: str, words: Words) -> str:
    """A name as this language says it; what is marked as invented says so in it too."""
    plain = text.removesuffix(_INVENTED)
    return words.say(text) if plain == text else f"{words.say(plain)} ({words.say('invented')})"


_INVENTED = " (invented)"


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it was."""
    return text[:1].upper() + text[1:]


def counted(line: Row, figures: Figures) -> str:
    """Quantity and rate as they stand on the slip: "110 h 00 min × S/ 11.00"; empty where a line has none."""
    if not line.get("rate") or not line.get("quantity"):
        return ""
    if line["unit"] == "base":
        found = share_of(line)
        return f"{figures.share(found[0])} × {figures.plain(found[1])}" if found else ""
    return f"{quantity(line, figures)} × {figures.rate(rate(line))}"


def share_of(line: Row) -> tuple[Fraction, int] | None:
    """The share and the base (minor units) that a deduction or instruction was counted from, or None."""
    value = fraction_text(line.get("rate") or 0)
    return (value, line["quantity"]) if line["quantity"] > 1 and 0 < value <= 1 else None


def minor(value: object) -> int | None:
    """A named figure of a line as whole minor units, halves up; None where it is not a figure."""
    if isinstance(value, int):
        return value
    try:
        exact = fraction_text(str(value))
    except ValueError:
        return None
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def quantity(line: Row, figures: Figures) -> str:
    """How much of it: time as hours and minutes, all else as a whole number."""
    return figures.time(line["quantity"]) if line["unit"] == "min" else figures.whole(line["quantity"])


def rate(line: Row) -> Fraction:
    """The rate a person knows, in minor units: of an hour where time is counted, else of a piece or day."""
    return fraction_text(line["rate"])


def decided(line: Row, words: Words) -> str:
    """The layer and the source of a line: "law · DL 1343 art. 14"."""
    layer = words.say(_LAYERS.get(line.get("layer", ""), ""))
    return _joined(layer, named(line.get("source") or "", words))


_LAYERS = {
    "law": "law",
    "authority": "authority",
    "contract": "contract",
    "house": "house rule",
    "standard": "standard",
}


def marks(line: Row) -> str:
    """An asterisk where the law behind a line is known but was not confirmed against its text."""
    return "*" if line.get("confidence") in FROM_KNOWLEDGE else ""


def months_of(text: str, words: Words) -> str:
    """The month a correction belongs to, in words; a stretch that is not a month as written."""
    try:
        return month_named(text, words.language)
    except ValueError:
        return text


def days_under(line: Row, days: list[Row]) -> list[date]:
    """The days a line rests on: those of its traced rows, else those of its kind of time."""
    if line.get("of"):
        return []
    rows = set(line.get("rests_on") or ())
    if rows:
        found = [day for day in days if day.get("row") in rows]
    else:
        wanted = "work" if line["kind"] == "hourly" else line["kind"]
        found = [day for day in days if wanted and day["kind"] == wanted]
    return sorted({date.fromisoformat(day["day"]) for day in found})


def days_phrase(days: list[date], words: Words) -> str:
    """So many days and which: "22 days: 1–2, 5–9 Oct"."""
    listed = short_days(days, words.language)
    return words.count(len(days), "{number} day: {days}", "{number} days: {days}", days=listed)


def spoken(value: object, words: Words) -> object:
    """A value a sentence is filled with: days in short form, kinds of time in words, all else unchanged."""
    if isinstance(value, str):
        try:
            return short_days([date.fromisoformat(value)], words.language)
        except ValueError:
            return kind_of_time(value, words) if value in _kinds() else words.say(value)
    return short_days([value], words.language) if isinstance(value, date) else value


def fault_sentence(fault: Row, words: Words) -> str:
    """What a fault says, in this language: its key is the sentence, what fills it comes with it."""
    return words.say(
        fault["key"], **{key: spoken(value, words) for key, value in dict(fault["says"] or {}).items()}
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


@cache
def _kinds() -> dict[str, dict[str, str]]:
    return {
        kind.id: {language: said[0] for language, said in kind.words.items() if said} for kind in load().all
    }
