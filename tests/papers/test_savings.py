"""What a worker reads of her savings."""

from datetime import date

import pytest

from jornal.papers.savings import WHATS, Moved, Saver, savings, says
from papers.reading import words
from words.collect import JORNAL

ANA = Saver("Q01", "Ana Ñahui", "en", "pe", "PEN")
MOVES = [
    Moved(date(2026, 9, 1), "before", 2500, "old book", False),
    Moved(date(2026, 11, 5), "from pay", 4000, "transfer 10", True),
    Moved(date(2026, 11, 6), "paid out", -1000, "her note 1", False),
]
UNTIL = date(2026, 11, 20)


def test_what_she_has_after_each_movement_stands_beside_it():
    told = says(ANA, MOVES, UNTIL)
    assert [(row[1], row[3], row[4]) for row in told["rows"]] == [
        ("Brought from before", "25.00", "25.00"),
        ("From her pay (under way)", "40.00", "65.00"),
        ("Paid out at her wish", "−10.00", "55.00"),
    ]
    assert told["lead"].replace("\u00a0", " ") == "S/ 55.00"


@pytest.mark.parametrize("language", ["en", "es", "th", "da"])
def test_it_is_drawn_in_her_language(language):
    text = words(savings(ANA._replace(language=language), MOVES, UNTIL))
    assert "55" in text
    assert "her note 1" in text


def test_nothing_saved_is_nought():
    assert says(ANA, [], UNTIL)["lead"].endswith("0.00")


def test_every_kind_of_movement_has_its_words():
    text = (JORNAL / "reads" / "savings.py").read_text(encoding="utf-8")
    assert all(f'"{what}"' in text for what in WHATS if what not in ("interest", "paid out"))
