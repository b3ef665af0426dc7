"""The commercial invoice."""

import pytest

from jornal.papers.heads import issue
from jornal.papers.invoice import invoice, says
from papers import traded
from papers.reading import words


@pytest.mark.parametrize(
    ("language", "made"),
    [
        ("en", "Made in prison at Cusco"),
        ("es", "Hecho en prisión: Cusco"),
        ("th", "Cusco"),
        ("da", "Fremstillet i fængsel: Cusco"),
    ],
)
def test_it_is_drawn_in_each_language_with_where_it_was_made(language, made):
    paper = issue(traded.delivery(), language)
    text = words(invoice(paper))
    assert [one in text for one in (made, "LQC001M", "Nordlys", "d-1")] == [True] * 4
    assert invoice(paper) == invoice(paper)


def test_makers_are_credited_as_they_wish_and_what_is_missing_is_said():
    told = says(issue(traded.delivery(credits=["Rosa del Valle"]), "en"))
    assert told["notes"][1:] == [
        "Designed with Rosa del Valle.",
        "The code of goods for customs of Andes sweater is not set.",
        "What one piece of Andes sweater weighs is not set.",
    ]
    assert told["sums"][0][1] == "50.00"
