"""What a family reads of money that was sent: from whom, how much, when, and the code that says it arrived."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from jornal.papers.phrases import months_of
from jornal.papers.render import pdf
from jornal.units.money import exponent
from jornal.words.catalogue import Words
from jornal.words.dates import day_text
from jornal.words.numbers import Figures

Row = dict[str, Any]
WAYS = {
    "cash": "in cash", "bank": "by bank transfer", "prison_account": "to an account", "mobile": "by mobile money",
    "savings": "into savings",
}  # fmt: skip


class Line(NamedTuple):
    """A payment as it is told: `sender` is the enterprise where she wishes it named, else empty; minor units."""

    name: str
    to: str
    language: str
    sender: str
    amount: int
    currency: str
    month: str
    day: date
    way: str
    code: str
    country: str = ""


def familylines(lines: Sequence[Line]) -> bytes:
    """One PDF, a page a payment, each in its family's language. Raises CannotDraw. There must be one at least."""
    return pdf("familyline", {"all": [says(one) for one in lines]}, max(one.day for one in lines))


def says(line: Line) -> Row:
    """Every word of a family's paper. Neither a prison nor a site nor jornal is named on it."""
    words = Words(line.language, line.country)
    money = Figures(words, line.currency, exponent(line.currency))
    day = day_text(line.day, words.language)
    return {
        "lang": words.language,
        "title": words.say("From {name}", name=line.name),
        "enterprise": line.sender or line.name,
        "to": words.say("For {name}", name=line.to),
        "amount": money.amount(line.amount),
        "line": words.say(
            LINE,
            name=line.name,
            month=months_of(line.month, words),
            amount=money.amount(line.amount),
            day=day,
        ),
        "way": words.say(WAYS[line.way]),
        "whole": words.say(WHOLE),
        "code_title": words.say("Your code"),
        "code": line.code,
        "ask": words.say(ASK, name=line.name),
        "sender": words.say("Sent by {name}", name=line.sender) if line.sender else "",
        "draft": words.say("Draft translation: nobody has reviewed these words yet.") if words.draft else "",
    }


LINE = "From {name}, {month}, {amount}, sent on {day}."
WHOLE = "It is the whole sum that was set aside for you. Nothing was taken off for sending it."
ASK = (
    "When it has arrived, tell {name} this code or let it be told: then everybody knows it is with you. If it does not \
arrive, say so with the same code, and it is looked for."
)
