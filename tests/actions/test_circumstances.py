"""What is known of a worker beside her work is sealed, and what is never kept is refused."""

import json
from datetime import date

import pytest

from jornal.actions.given import NotKnownHere, NotYet
from jornal.actions.verb import BadRows
from jornal.facts.people import Custody, Dependants, Ratio
from jornal.journal.entry import Entry
from jornal.journal.keys import Locked
from jornal.units.listed import ListedTerm
from offices import DAY, office
from peopled import do, names, opened, working
from vaulted import READER

PAPER = {"code": "PE-R5", "paper_on": "2026-09-01", "digest": "A" * 64}


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    return names(tmp_path)


def test_whom_she_cares_for_is_sealed_under_her_key(database, tmp_path):
    opened()
    keys = names(tmp_path)
    worker = working(keys)
    (kept,) = do(office(keys=keys), "tell-dependants", {"worker": worker, "told": "two daughters, in Puno"})
    assert keys.opened(worker, "told", kept.told, reader=READER) == "two daughters, in Puno"
    assert not [body for body in Entry.objects.values_list("body", flat=True) if "Puno" in body]


def test_what_is_never_kept_is_refused_before_it_is_recorded(keys):
    worker, before = working(keys), Entry.objects.count()
    with pytest.raises(ListedTerm, match="what she told"):
        do(
            office(keys=keys),
            "tell-dependants",
            {"worker": worker, "told": "two daughters; she is in for robbery"},
        )
    assert (Entry.objects.count(), Dependants.objects.count()) == (before, 0)


@pytest.mark.parametrize("status", ["sentenced", "remand"])
def test_how_she_stands_holds_from_a_day_on(keys, status):
    worker = working(keys)
    row = {
        "worker": worker,
        "status": status,
        "since": "2026-09-01",
        "conduct_class": "good",
        "months_served": "18",
    }
    do(office(), "set-custody", row)
    kept = Custody.objects.get()
    assert (kept.status, kept.since, kept.conduct_class, kept.months_served) == (
        status,
        date(2026, 9, 1),
        "good",
        18,
    )


def test_home_is_not_said_but_follows_from_working_there(keys):
    with pytest.raises(BadRows):
        do(office(), "set-custody", {"worker": working(keys), "status": "home"})


def test_the_code_of_her_paper_is_sealed_with_its_date_and_digest(keys):
    worker = working(keys)
    (kept,) = do(office(keys=keys), "set-ratio", {**PAPER, "worker": worker})
    told = keys.opened(worker, "told", kept.told, reader=READER)
    assert json.loads(told) == {"code": "PE-R5", "digest": "a" * 64, "paper_on": "2026-09-01"}
    assert kept.since == DAY


@pytest.mark.parametrize("code", ["PE-R1", "MX-LNEP", "TH-GOOD-TIME", "PE-R5 PE-R6"])
def test_codes_of_every_form_are_taken(keys, code):
    assert do(office(keys=keys), "set-ratio", {**PAPER, "worker": working(keys), "code": code})


@pytest.mark.parametrize(
    "row",
    [
        {"code": "robbery"},
        {"code": "art. 188"},
        {"code": "5 for 1"},
        {"code": "PE-R5 because she"},
        {"code": "pe-r5"},
        {"digest": "abc"},
        {"digest": ""},
        {"paper_on": ""},
    ],
    ids=str,
)
def test_nothing_but_a_code_and_its_paper_is_taken(keys, row):
    worker = working(keys)
    with pytest.raises(BadRows):
        do(office(keys=keys), "set-ratio", {**PAPER, "worker": worker, **row})
    assert not Ratio.objects.exists()


@pytest.mark.parametrize(
    ("verb", "row"), [("tell-dependants", {"told": "a son"}), ("set-ratio", PAPER)], ids=["told", "ratio"]
)
def test_nothing_is_recorded_while_the_names_are_locked(keys, verb, row):
    worker = working(keys)
    with pytest.raises(Locked):
        do(office(), verb, {**row, "worker": worker})


@pytest.mark.parametrize(
    ("verb", "row"),
    [("tell-dependants", {"told": "a son"}), ("set-ratio", PAPER), ("set-custody", {"status": "remand"})],
    ids=["told", "ratio", "custody"],
)
def test_each_is_of_a_worker_of_this_site_and_of_a_day_that_has_come(keys, verb, row):
    with pytest.raises(NotKnownHere):
        do(office(keys=keys), verb, {**row, "worker": "QL9"})
    day = {"day" if verb == "tell-dependants" else "since": "2026-10-02"}
    with pytest.raises(NotYet):
        do(office(keys=keys), verb, {**row, **day, "worker": working(keys)})
