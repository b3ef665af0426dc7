"""A month's report as a paper: the same cards, tables and bars as the page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jornal.papers.phrases import named
from jornal.papers.render import pdf
from jornal.words.catalogue import Words
from jornal.words.dates import day_text

DRAFT = "Draft translation: nobody has reviewed these words yet."


def monthreport(said: Mapping[str, Any], words: Words, enterprise: str, day: date) -> bytes:
    """The report, dated `day`; `said` is what its page says. Raises CannotDraw."""
    return pdf("monthreport", says(said, words, enterprise, day), day)


def says(said: Mapping[str, Any], words: Words, enterprise: str, day: date) -> dict[str, Any]:
    """Every word of the paper."""
    foot = [words.say("As it stands on {day}.", day=day_text(day, words.language))]
    return {
        **said,
        "lang": words.language,
        "enterprise": named(enterprise, words),
        "foot": [*foot, *([words.say(DRAFT)] if words.draft else [])],
    }
