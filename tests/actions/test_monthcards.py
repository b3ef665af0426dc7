"""Each reader of a month's report gets her own cards, and nobody more than is hers to know."""

from datetime import date

import pytest

import crowd
from jornal.actions.monthcards import CARDS, said
from jornal.actions.monthreport import month_report
from jornal.actions.monthwords import READERS, Asked
from jornal.facts.afterwards import Baseline
from jornal.reads.bands import Share, Told
from jornal.reads.outcomes import Outcome
from jornal.words.catalogue import Words

MONEY = {"Pay", "An hour, beside the floor"}


@pytest.fixture
def report(sqlite):
    here = crowd.begun(6)
    crowd.site("cusco")
    return month_report(here, "2026-10")


def titles(rows):
    return [card["title"] for card in rows["cards"]]


def card(rows, title):
    return next(one for one in rows["cards"] if one["title"] == title)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", ["en", "es", "th", "da"])
def test_every_row_has_a_cell_for_each_column_in_every_language(report, reader, language):
    rows = said(Asked(report, reader, Words(language)))
    assert len(rows["cards"]) >= len(CARDS[reader]) - 1
    assert [one for one in rows["cards"] for row in one["rows"] if len(row) != len(one["columns"])] == []


def test_nothing_of_pay_goes_to_the_authority_or_a_funder(report):
    assert set(titles(said(Asked(report, "hq", Words("en"))))) >= MONEY
    for reader in ("authority", "funder"):
        assert not MONEY & set(titles(said(Asked(report, reader, Words("en")))))


def test_groups_are_told_to_headquarters_of_the_whole_enterprise_alone(report):
    told = Told(10, {"gender": (Share("woman", 5, 10),), "social_class": (), "ethnicity": ()})
    title = "Groups they count themselves to"
    whole = said(Asked(report, "hq", Words("en"), groups=told))
    assert card(whole, title)["rows"] == [("Gender", "woman", "5 to 10", "10")]
    assert title not in titles(said(Asked(report, "hq", Words("en"), everywhere=False, groups=told)))
    assert title not in titles(said(Asked(report, "funder", Words("en"), groups=told)))


@pytest.mark.parametrize("reader", ["hq", "funder"])
def test_how_many_care_for_somebody_is_told_of_the_whole_enterprise_to_headquarters_and_a_funder(
    report, reader
):
    told = Told(15, {"dependants": (Share("yes", 5, 9),)})
    title = "Those who care for somebody"
    found = card(said(Asked(report, reader, Words("en"), dependants=told)), title)
    assert found["rows"] == [("Somebody depends on her", "5 to 9", "15")]
    none = card(said(Asked(report, reader, Words("en"), dependants=Told(5, {}))), title)
    assert (none["rows"], "Not five people for certain" in none["notes"][-1]) == ([], True)
    assert title not in titles(said(Asked(report, reader, Words("en"), everywhere=False, dependants=told)))
    assert title not in titles(said(Asked(report, "authority", Words("en"), dependants=told)))


def test_while_the_names_are_locked_it_says_that_nobody_could_count(report):
    found = card(said(Asked(report, "hq", Words("en"))), "How work was")
    assert (found["rows"], "Open the names first." in found["notes"][-1]) == ([], True)


def test_how_work_was_has_its_denominator(report):
    told = Told(10, {"answered": (Share("answered", 5, 10),), "steps": (Share("well", 5, 10),)})
    found = card(
        said(Asked(report, "funder", Words("en"), wellbeing=told, quarter="2026-Q3")), "How work was"
    )
    assert found["rows"] == [("Answered", "5 to 10", "10"), ("Well or very well", "5 to 10", "10")]
    assert found["columns"][0] == "How work was, 2026-Q3"


def test_outcomes_have_their_denominators_their_interval_and_a_published_figure_beside_them(report):
    outcomes = [Outcome(3, 10, 5, 0, 5, 0, 738), Outcome(6, 5, 0)]
    beside = Baseline(published_on=date(2016, 6, 1), of_10000=4400, place="Mexico", source="an article")
    asked = Asked(report, "funder", Words("en"), outcomes=outcomes, beside=beside)
    found = card(said(asked), "After release")
    assert found["rows"] == [
        ("3 months after", "10", "5", "0 to 5", "0% to 73.8%"),
        ("6 months after", "5", "fewer than five", "fewer than five", "–"),
    ]
    published, proves = found["notes"]
    assert published == "Published for comparison: 44% (Mexico; an article, 1 June 2016)"
    assert proves.startswith("These figures prove nothing")
    (none, _) = card(said(Asked(report, "funder", Words("en"), outcomes=outcomes)), "After release")["notes"]
    assert none == "No published figure is recorded to stand beside these."
