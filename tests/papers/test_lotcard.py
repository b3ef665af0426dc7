"""The card that travels with a lot."""

import pytest

from jornal.papers.heads import issue
from jornal.papers.lotcard import lotcard, says
from papers.reading import words
from papers.samples import run

CARD = {
    "code": "LQC001M", "label": "Andes sweater", "quantity": 10, "due_on": "2026-11-12", "order": "o1",
    "steps": [["knit", "300"], ["link", "90.5"]], "material": [["MQC001K", "yarn", 4500, "g"]], "asks": ["Seams even"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "holds"),
    [
        ("en", "For order o1"), ("es", "Para el pedido o1"), ("th", "10"), ("da", "Til ordre o1"),
    ],
)  # fmt: skip
def test_it_is_drawn_in_each_language_with_its_code(language, holds):
    text = words(lotcard(issue(run("cusco", **CARD), language)))
    assert [one in text for one in ("LQC001M", "Andes sweater", "knit", "MQC001K", "Seams even", holds)] == [
        True
    ] * 6


def test_without_order_day_or_material_it_is_shorter():
    told = says(issue(run("cusco", **{**CARD, "order": "", "due_on": "", "material": [], "asks": []}), "en"))
    assert (told["order"], told["due"], told["material"]["rows"], told["checks"]["asks"]) == ("", "", [], [])


def test_thai_is_told_in_thai():
    told = says(issue(run("cusco", **CARD), "th"))
    assert (told["steps"][1]["minutes"], told["columns"][0]) == ("เวลามาตรฐาน 90.5 นาที", "คนทำงาน")
