"""The certificate on paper: in her language and English, with a code, and with nothing of where she was."""

from datetime import date

import pytest

from jornal.papers import certificate
from papers.reading import words

DAY = date(2026, 10, 30)
COURSE = {
    "name": "Ana Quispe", "issuer": "Open Thread", "language": "es", "minutes": 90, "code": "7K2Q9 XM4TD",
    "told": {
        "label": "Money at home", "result": "passed", "partner": "Red Cross", "since": "2026-09-04",
        "until": "2026-09-11",
    },
}  # fmt: skip
SKILLS = COURSE | {
    "minutes": 0,
    "told": {"techniques": [{"label": "Linking", "level": "can_teach", "since": "2026-09-04"}]},
}


@pytest.mark.parametrize("language", ["es", "th", "da"])
def test_it_stands_in_her_language_and_in_english(language):
    halves = certificate.says(COURSE | {"language": language}, DAY)["halves"]
    assert [half["lang"] for half in halves] == [language, "en"]
    assert halves[0]["has"] != halves[1]["has"] == "has passed the course"
    assert "7K2Q9 XM4TD" in halves[0]["check"]


def test_in_english_alone_it_stands_once():
    (half,) = certificate.says(COURSE | {"language": "en"}, DAY)["halves"]
    assert [line.replace("\u00a0", " ") for line in half["lines"]] == [
        "1 h 30 min",
        "4–11 September 2026",
        "together with Red Cross",
    ]


def test_techniques_stand_with_how_far_she_is_and_since_when():
    (_, half) = certificate.says(SKILLS, DAY)["halves"]
    assert half["lines"] == ["Linking: can teach it (4 September 2026)"]


@pytest.mark.parametrize("said", [COURSE, SKILLS, COURSE | {"name": ""}])
def test_it_is_drawn_on_one_page(said):
    text = words(certificate.certificate(said, DAY))
    assert "Open Thread" in text
    assert ("Ana Quispe" in text) == bool(said["name"])
