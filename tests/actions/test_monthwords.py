"""How one figure of a report stands beside another."""

import pytest

import crowd
from jornal.actions.monthreport import month_report
from jornal.actions.monthwords import Asked, band, bar, card, few, least, or_not, share, told_of
from jornal.words.catalogue import Words


@pytest.fixture
def asked(sqlite):
    here = crowd.begun(6)
    crowd.site("cusco")
    return Asked(month_report(here, "2026-10"), "hq", Words("en"))


def test_what_is_not_told_is_said_in_words(asked):
    assert (or_not(asked, None), few(asked, 0), least(asked, 0)) == (
        "not told",
        "fewer than five",
        "fewer than five",
    )
    assert (band(asked, None), share(asked, 3, None), share(asked, None, 3)) == ("not told",) * 3


def test_what_is_told_is_told_as_surely_as_it_is_known(asked):
    assert (few(asked, 6), least(asked, 5), band(asked, (0, 4))) == ("6", "at least 5", "0 to 4")
    assert (share(asked, 2, 3), share(asked, 3, 3)) == ("66.7%", "100%")
    assert (told_of(asked), told_of(asked, 7), told_of(asked, 0)) == ("of 6 people", "of 7 people", "")


def test_a_card_has_this_month_the_one_before_and_what_it_is_compared_with(asked):
    found = card(asked, "Pay", [("a", "b", "c", "d")], notes=["why"])
    assert found["columns"] == ["What", "October 2026", "September 2026", "Compared with"]
    assert (found["title"], found["rows"], found["bars"], found["notes"]) == (
        "Pay",
        [("a", "b", "c", "d")],
        [],
        ["why"],
    )


def test_a_bar_is_tenths_of_a_hundredth_of_the_widest(asked):
    assert bar(asked, "Cusco", 50, 100, 200, "50") == {
        "label": "Cusco",
        "bar": 250,
        "tick": 500,
        "says": "50",
    }
    assert bar(asked, "Cusco", 50, None, 200, "50")["tick"] == -1
