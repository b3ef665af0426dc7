"""Work stopped for everybody, told once on the day's sheet."""

import pytest

import browsing
from daily import SHEET, manager, opened, rows, sent


@pytest.fixture
def client(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    return manager()


def test_a_stoppage_of_the_whole_day_is_one_action_and_holds_against_marking_all(client):
    sent(client, "stop", what="lockdown", ordered_by="head of security")
    text = browsing.text(client.get(SHEET))
    assert ("ordered by head of security" in text, text.count("by the stoppage")) == (True, 4)
    sent(client, "rest")
    assert rows() == []


@pytest.mark.parametrize(
    ("fields", "says"),
    [({"ordered_by": ""}, "Fill this in."), ({"ordered_by": "the convict, a murder"}, "never kept here")],
)
def test_a_stoppage_that_cannot_be_recorded_comes_back(client, fields, says):
    answer = sent(client, "stop", what="lockdown", **fields)
    assert (answer.status_code, says in browsing.text(answer)) == (422, True)


def test_of_part_of_a_day_the_rows_are_marked_each(client):
    sent(client, "stop", what="no_material", ordered_by="headquarters", start="10:00", end="12:00")
    text = browsing.text(client.get(SHEET))
    assert ("mark below what each of them lost" in text, "10:00–12:00" in text) == (True, True)
