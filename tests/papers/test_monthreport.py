"""The month report on paper says the rows of its page."""

from datetime import date

import pytest

from jornal.papers.monthreport import monthreport, says
from jornal.words.catalogue import Words
from papers.reading import words

CARD = {
    "title": "Pay", "columns": ["What", "October", "September", "Compared with"],
    "rows": [["Earned, gross", "S/ 1.00", "not told", ""]], "notes": ["Nothing more."],
    "bars": [{"label": "Cusco", "bar": 500, "tick": 250, "says": "S/ 9.80"}],
}  # fmt: skip
SAID = {
    "title": "Month report", "lead": "October 2026", "place": "All sites", "notes": ["A site of four is left out."],
    "cards": [CARD, {**CARD, "title": "Output", "rows": [], "bars": []}],
}  # fmt: skip
DAY = date(2026, 11, 13)


def test_everything_that_is_told_is_drawn():
    text = words(monthreport(SAID, Words("en"), "Alpaca", DAY))
    for part in (
        "October 2026",
        "A site of four is left out.",
        "Earned, gross",
        "not told",
        "S/ 9.80",
        "Output",
    ):
        assert part in text
    assert "As it stands on 13 November 2026." in text


@pytest.mark.parametrize("language", ["en", "es", "th", "da"])
def test_a_language_that_nobody_reviewed_says_so(language):
    told = says(SAID, Words(language), "Alpaca", DAY)
    assert len(told["foot"]) == (2 if Words(language).draft else 1)


def test_the_same_words_give_the_same_paper():
    assert monthreport(SAID, Words("en"), "", DAY) == monthreport(SAID, Words("en"), "", DAY)
