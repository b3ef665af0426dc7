"""What fields offer to choose from."""

from datetime import date

import pytest

import acquainted
import browsing
from jornal.facts.people import Enrolled
from jornal.facts.work import Instruction
from jornal.journal.record import record
from jornal.pages.access import desk_of
from jornal.pages.choices import FOUND, WORDS, choices, language_name, of_worker, with_choices, worded
from jornal.pages.forms import Asked
from jornal.words.catalogue import OWN_NAMES


@pytest.fixture
def here(sqlite, monkeypatch):
    return acquainted.paid(sqlite, monkeypatch, "2026-10")


def desk():
    """The desk of the site's manager, as a page has it."""
    request = acquainted.manager().get("/cusco/people").wsgi_request
    found = desk_of(request, "cusco", "site.people")
    assert found is not None
    return found


def offered(source: str, worker: str = "Q01") -> dict[str, str]:
    return dict(choices(desk(), source, worker))


def test_fixed_words_are_said_in_the_readers_language(here):
    assert offered("answers") == {
        "accepted": "She says yes",
        "refused": "She says no",
        "later": "She will say later",
    }


@pytest.mark.parametrize("source", [*WORDS, *FOUND])
def test_every_source_answers_with_values_and_labels(here, source):
    assert all(value and label for value, label in choices(desk(), source, "Q01"))


@pytest.mark.parametrize(
    ("source", "has"),
    [
        ("contracts", ("cusco-hourly", "Knitters, by the hour")),
        ("grades", ("maker", "Maker")),
        ("trades", ("knitting", "knitting")),
        ("steps", ("pe-reparation", None)),
        ("operations", ("scarf", None)),
        ("kinds", ("sick", "sick day")),
        ("jurisdictions", ("pe", "Peru")),
        ("months", ("2026-10", "October 2026")),
        ("languages", ("es", "Español")),
    ],
)
def test_what_the_register_and_its_terms_hold_is_offered_by_its_label(here, source, has):
    found, (value, label) = offered(source), has
    assert value in found
    assert label in (None, found[value])


def test_other_sites_are_all_but_this_one(here):
    browsing.site("lima", "Workshop Lima")
    assert offered("other_sites") == {"lima": "Workshop Lima"}


def test_hers_are_hers_alone(here):
    since = date(2026, 10, 1)
    rows = [
        Instruction(worker=worker, instruction=name, since=since, purpose="family", share="1/2", to=[])
        for worker, name in (("Q01", "mother"), ("Q02", "brother"))
    ]
    record(rows, "cusco", here.hand)
    assert offered("instructions") == {"mother": "mother"}


def test_the_languages_of_the_site_come_first_then_hers(here):
    row = {"worker": "Q01", "site": "cusco", "language": "qu", "languages": ["qu", "es"], "reads": "yes"}
    record([Enrolled(**row, since=date(2026, 11, 1))], "cusco", here.hand)
    found = list(offered("languages"))
    assert found[0] == "en"  # the site of the tests speaks English
    assert {"qu", *OWN_NAMES} <= set(found)
    assert (language_name("qu"), language_name("th")) == ("qu", "ไทย")


@pytest.mark.usefixtures("sqlite")
def test_without_adopted_terms_nothing_is_offered(sqlite, monkeypatch):
    acquainted.opened(sqlite, monkeypatch)
    assert [offered(source) for source in ("contracts", "steps", "jurisdictions")] == [{}, {}, {}]


def test_a_source_of_fixed_words_says_each_in_the_readers_language(here):
    assert list(worded({"a": "Yes", "b": "No"})(desk())) == [("a", "Yes"), ("b", "No")]


def test_every_source_is_known_as_it_is_for_a_worker(here):
    found = of_worker("Q01")
    assert found.keys() == {*WORDS, *FOUND}
    assert dict(found["languages"](desk())) == offered("languages")


@pytest.mark.parametrize(("source", "kind"), [("contracts", "select"), ("instructions", "nothing")])
def test_a_field_with_nothing_recorded_to_choose_says_so(here, source, kind):
    assert with_choices(desk(), Asked("one", "One", kind="select"), source, "Q01").kind == kind
