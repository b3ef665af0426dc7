"""The skills sheet on paper."""

from datetime import date

import pytest

from jornal.papers import skillsheet
from jornal.words.catalogue import Words
from papers.reading import words

TABLE = {
    "site": "Workshop in Cusco",
    "techniques": ["Knitting", "Linking"],
    "rows": [
        {
            "name": "Rosa Ñahui",
            "code": "QC01",
            "cells": ["Alone", "–"],
            "idle": "59 days ago",
            "next": "Linking",
        }
    ],
}


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Skills"), ("es", "Habilidades"), ("th", "ทักษะ"), ("da", "Færdigheder")]
)
def test_it_is_drawn_in_every_language(language, title):
    day = date(2026, 10, 30)
    assert skillsheet.says(Words(language), TABLE, day)["title"] == title
    assert "Rosa Ñahui" in words(skillsheet.skillsheet(Words(language), TABLE, day))


def test_a_worker_without_a_name_stands_once():
    row = TABLE["rows"][0] | {"name": "QC01"}
    told = skillsheet.says(Words("en"), TABLE | {"rows": [row]}, date(2026, 10, 30))
    assert told["rows"][0][:2] == ["QC01", ""]
