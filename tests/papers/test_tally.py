from typing import Any

import pytest

from jornal.papers.heads import issue
from jornal.papers.tally import says, tally
from papers.reading import pages, words
from papers.samples import run


def told(place: int) -> dict[str, Any]:
    found = run("cusco")
    return says(issue(found, "es"), found["workers"][place])


def test_a_tally_shows_rule_days_and_what_is_carried():
    found = run("cusco")
    text = words(tally(issue(found, "en"), found["workers"][0]))
    shown = [
        "4 days",
        "35 days",
        "1 of credit for every 5",
        "22 days, 112 h 00 min",
        "Carried to the next period, not lost: 2 days.",
    ]
    assert [part for part in shown if part not in text] == []


@pytest.mark.parametrize("place", [0, 1, 2])
def test_no_tally_is_a_promise(place: int):
    assert told(place)["promise"].startswith("Esto no es un derecho concedido; decide la autoridad.")


def test_an_unknown_rule_is_said_plainly_and_counts_nothing():
    rule = told(1)["rules"][0]
    assert rule["figures"] == []
    assert any("No se sabe qué regla vale" in text for text in rule["told"])


def test_what_stands_in_the_way_is_said_and_the_days_are_kept():
    assert any(
        "Sus días se guardan" in text and "Todavía se debe" in text for text in told(2)["rules"][0]["told"]
    )


def test_days_that_do_not_count_are_named_with_their_reason():
    assert told(0)["rules"][0]["left"] == [["15 oct", "El trabajo en este lugar no cuenta"]]


def test_squares_show_the_days_carried_towards_the_next_one():
    assert told(0)["rules"][0]["strip"] == ["full", "full", "", "", ""]


def test_without_any_rule_the_paper_says_so():
    found = run("cusco")
    found["workers"][0]["credit"] = []
    assert says(issue(found, "es"), found["workers"][0])["none"].startswith("No hay una regla")


@pytest.mark.parametrize("name", ["cusco", "chiang_mai"])
def test_a_tally_is_one_page(name: str):
    found = run(name)
    assert len(pages(tally(issue(found, found["workers"][0]["language"]), found["workers"][0]))) == 1
