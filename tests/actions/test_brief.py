"""The brief of a day, both ways."""

import json
from datetime import UTC, datetime, timedelta

import pytest

import crew
import talked
from jornal.actions.brief import brief
from jornal.actions.closing import close_day
from jornal.facts.organisation import Agreement, Staff, Workshop
from jornal.journal import chain
from jornal.journal.record import record
from peopled import do
from talked import TODAY


@pytest.fixture
def here(sqlite):
    return begun()


def begun():
    here = crew.begun()
    here.put([Workshop(site="cusco", workshop="knitting", label="Knitting", place="workshop")])
    talked.begun()
    return here


def test_the_site_tells_numbers_and_what_it_asks(database):
    here = begun()
    row = {"worker": "QC01", "day": str(TODAY), "what": "work", "minutes": "300"}
    crew.do(here, "mark", row, {**row, "worker": "QC02", "what": "sick", "minutes": ""})
    found = brief(here, TODAY, "site")
    assert found["day"] == {
        "due": 4, "here": 1, "missing": 1, "minutes": 300, "unmarked": 2, "good": 0, "rework": 0,
    }  # fmt: skip
    assert [(one["code"], one["late"]) for one in found["questions"]] == [("q-s1", True)]
    assert [(one["code"], one["late"]) for one in found["promises"]] == [("p-s1", False)]
    assert "QC0" not in json.dumps(found)


def test_headquarters_tells_what_it_answers_asks_and_owes(here):
    found = brief(here, TODAY, "headquarters")
    assert [one["says"] for one in found["answers"]] == ["Two millimetres more"]
    assert [one["code"] for one in found["questions"]] == ["q-h1"]
    assert [(one["code"], one["late"]) for one in found["promises"]] == [("p-h1", True)]
    do(talked.headquarters(), "plan-visit", {"visitor": _visitor(), "day": "2026-11-05", "agenda": "lamps"})
    assert brief(here, TODAY, "headquarters")["visits"] == [{"day": "2026-11-05", "agenda": "lamps"}]


def _visitor():
    record([Staff(staff="V1", of="other", languages=["es"])], "hq", talked.headquarters().hand)
    return "V1"


def test_the_last_head_that_was_signed_stands_on_it(here):
    assert brief(here, TODAY, "site")["head"] == ""
    heads = {one.book: one.code for one in close_day(here)}
    after = max(TODAY, datetime.now(UTC).date() + timedelta(days=1))
    assert brief(here, after, "site")["head"] == chain.shown(heads["cusco"])


def test_an_agreement_that_ends_is_told(here):
    said = {
        "agreement": "a1",
        "number": 1,
        "authority": "inpe",
        "parties": [],
        "clauses": [],
        "model": "employment",
    }
    one = Agreement(**said, signed_on=TODAY, holds_from=talked.EARLIER, expires_on=talked.date(2026, 12, 1))
    talked.headquarters().put([one], "hq")
    found = brief(here, TODAY, "headquarters")["agreements"]
    assert found == [{"agreement": "a1", "days": 32, "until": "2026-12-01"}]
