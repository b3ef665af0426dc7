"""What a worker reads of her savings: what she has, and every movement with its day and paper."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from jornal.papers.render import pdf
from jornal.units.money import exponent
from jornal.words.catalogue import Words
from jornal.words.dates import day_text, short_day
from jornal.words.drawn import drawn_name
from jornal.words.numbers import Figures

Row = dict[str, Any]
WHATS = {
    "before": "Brought from before", "carried in": "Brought from another place", "carried out": "Gone with her",
    "from pay": "From her pay", "interest": "Interest", "paid out": "Paid out at her wish",
}  # fmt: skip


class Saver(NamedTuple):
    """Whose savings: her code, her name, the language of her papers, the country of the site, its currency."""

    code: str
    name: str
    language: str
    country: str
    currency: str


class Moved(NamedTuple):
    """A movement; `amount` in minor units is below nought for what went out."""

    day: date
    what: str
    amount: int
    paper: str
    under_way: bool


def savings(of: Saver, moves: Sequence[Moved], until: date) -> bytes:
    """Her page, dated `until`. Raises CannotDraw."""
    return pdf("savings", says(of, moves, until), until)


def says(of: Saver, moves: Iterable[Moved], until: date) -> Row:
    """Every word and figure of her page, with what she has after each movement."""
    words = Words(of.language, of.country)
    money = Figures(words, of.currency, exponent(of.currency))
    rows, has = [], 0
    for one in moves:
        has += one.amount
        way = words.say(" (under way)") if one.under_way else ""
        rows.append(
            [
                short_day(one.day, words.language, with_year=True), words.say(WHATS[one.what]) + way,
                one.paper, money.plain(one.amount), money.plain(has),
            ]
        )  # fmt: skip
    return {
        "lang": words.language,
        "title": words.say("Your savings"),
        "enterprise": "",
        "name": drawn_name({"name": of.name or of.code, "code": of.code}),
        "code": of.code,
        "lead": money.amount(has),
        "day": words.say("On {day}", day=day_text(until, words.language)),
        "columns": [words.say(label) for label in ("Day", "What", "Paper", "Amount", "You have")],
        "rows": rows,
        "notes": [words.say(YOURS), *([words.say(DRAFT)] if words.draft else [])],
    }


YOURS = (
    "They are yours. Ask for them in writing at any time: an answer is due within 14 days, and on the day you leave \
they are paid out."
)
DRAFT = "Draft translation: nobody has reviewed these words yet."
