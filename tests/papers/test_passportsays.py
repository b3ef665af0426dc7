"""What a passport says, section by section, and what it leaves unsaid."""

from typing import Any

import pytest

from jornal.papers.passportsays import NOT_RECORDED, SPLIT, WITNESSES, sections
from jornal.words.catalogue import LANGUAGES, Words

FINDINGS = {
    "open": 1, "oldest": "2026-09-30", "with": {"site": 1}, "asked_on": "2026-11-02",
    "dates": [{"day": "2026-09-30", "with": "site"}], "closed_in_a_year": 2,
}  # fmt: skip
CONSENT = {
    "asked": 10, "no": None, "stopped": None, "fewer_than": 5, "witnesses": ["ngo", "chaplain"], "since": "2025-11-02",
}  # fmt: skip
PAY = {
    "shown": "figures", "month": "2026-10", "until": "2026-10-31", "currency": "PEN", "people": 7, "minutes": 60_000,
    "hour_median": 712, "hour_lowest": 471, "week_minutes_median": 1500, "week_minutes_most": 1510, "compared": {},
    "floors": [], "sources": [], "declared_gaps": [],
    "split": {"shown": "shares", "shares": {"family": 2500, "in_hand": 7500}},
}  # fmt: skip
BODY: dict[str, Any] = {
    "v": 2, "model": "employment", "weeks": ["2026-W41"], "techniques": [], "standard_minutes": 0, "materials": [],
    "pay": PAY, "wages": {"of_10000": 3126, "since": "2026-10-01"}, "consent": CONSENT, "findings": FINDINGS,
    "outsiders": {"held": 2, "last": "2026-10-13", "since": "2025-11-02"}, "complaints": "ombud@example.org",
}  # fmt: skip


def said(language: str = "en", **more: Any) -> dict[str, str]:
    """Every row by its name, and every line by itself."""
    found: dict[str, str] = {}
    for one in sections({**BODY, **more}, Words(language)):
        found |= dict(one.rows) | dict.fromkeys([*one.first, *one.lines], "")
    return {name.replace("\u00a0", " "): value.replace("\u00a0", " ") for name, value in found.items()}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("To families, as each asked", "25%"), ("To the worker now", "75%"),
        ("31.3% of the price of a piece is wages, by the cost sheet of 1 October 2026.", ""),
        ("1,000 h 00 min were worked in the month that ended on 31 October 2026.", ""),
        ("People who were offered work in a year", "at least 10"), ("Said no", "fewer than 5"),
        ("Witnessed by", "a non-governmental organisation, a chaplain"),
        ("Asked alone, by somebody from outside", "not recorded"), ("30 September 2026", "this site"),
        ("Closed within a year", "2"), ("Visits by outsiders in a year", "2"), ("The last one", "13 October 2026"),
        ("Complaints go to", "ombud@example.org"),
    ],
)  # fmt: skip
def test_each_row_says_what_was_signed(name: str, value: str):
    assert said().get(name) == value


@pytest.mark.parametrize(
    ("more", "name", "value"),
    [
        ({"wages": None}, "Wages in the price of a piece", NOT_RECORDED),
        ({"consent": None}, "People who were offered work in a year", NOT_RECORDED),
        ({"consent": {**CONSENT, "witnesses": []}}, "Witnessed by", NOT_RECORDED),
        ({"outsiders": None}, "Visits by outsiders in a year", NOT_RECORDED),
        ({"complaints": ""}, "Complaints go to", NOT_RECORDED),
        ({"pay": {"shown": "none"}}, "How pay is split", NOT_RECORDED),
        ({"pay": {**PAY, "split": {"shown": "few", "fewer_than": 5}}}, "How pay is split", "fewer than 5"),
    ],
)
def test_where_there_is_no_fact_the_row_says_so(more: dict[str, Any], name: str, value: str):
    assert said(**more)[name] == value


def test_a_passport_of_the_first_version_is_shown_with_what_it_has():
    old = {
        name: value
        for name, value in BODY.items()
        if name not in ("wages", "consent", "outsiders", "complaints")
    }
    old["pay"] = {name: value for name, value in PAY.items() if name not in ("minutes", "until", "split")}
    old["findings"] = {name: FINDINGS[name] for name in ("open", "oldest", "with", "asked_on")}
    titles = [one.title for one in sections(old, Words("en"))]
    assert titles == ["How it was made", "Pay and hours in this workshop", "Findings open on 2 November 2026"]


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_every_row_is_said_in_every_language(language: str):
    words = Words(language)
    for text in (*SPLIT.values(), *WITNESSES.values(), NOT_RECORDED):
        assert words.say(text) != text
    assert not said(language).keys() & {name for name in said() if name and not name[0].isdigit()}
