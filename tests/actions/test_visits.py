"""Visits to a site: planned, held, cancelled."""

from datetime import date

import pytest

from jornal.actions.given import NotStaff, NotYet
from jornal.actions.promises import NotAPromise
from jornal.actions.verb import BadRows
from jornal.actions.visits import AtNoSite, NoSuchFinding, NoSuchVisit
from jornal.facts.dialogue import Promise
from jornal.facts.organisation import Visit
from jornal.facts.pay import Finding
from jornal.journal.entry import Entry
from jornal.journal.keys import Locked
from jornal.units.listed import ListedTerm
from offices import DAY, office
from peopled import do, names, opened
from vaulted import READER

VISIT = {"visitor": "T1", "day": "2026-10-08"}


def at(keys=None, day=DAY, site="cusco"):
    return office("hq_operations", "H1", site, keys, day)


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    found = names(tmp_path)
    found.mint("T1")
    return found


def test_a_planned_visit_is_held_and_what_was_noted_is_sealed(database, tmp_path):
    opened()
    keys = names(tmp_path)
    keys.mint("T1")
    do(at(), "plan-visit", {**VISIT, "agenda": "the new looms"})
    row = {**VISIT, "notes": "Ana asked for gloves", "promises": "2026-10-16: gloves; 2026-12-01: a fan"}
    kept, *promises = do(at(keys, date(2026, 10, 8)), "hold-visit", row)
    assert (kept.book, kept.state, kept.agenda) == ("hq.cusco", "held", "the new looms")
    assert [(one.promise, one.says, one.due_on) for one in promises] == [
        ("p-h1", "gloves", date(2026, 10, 16)), ("p-h2", "a fan", date(2026, 12, 1)),
    ]  # fmt: skip
    assert keys.opened("T1", "notes", kept.notes, reader=READER) == "Ana asked for gloves"
    assert [one.state for one in Visit.objects.all().versions(kept.root)] == ["planned", "held"]
    assert not [body for body in Entry.objects.values_list("body", flat=True) if "Ana asked" in body]


def test_a_visit_that_nobody_planned_is_held_all_the_same(keys):
    (kept,) = do(at(day=date(2026, 10, 8)), "hold-visit", VISIT)
    assert (kept.state, kept.corrects) == ("held", None)


def test_a_visit_that_did_not_take_place_says_why(keys):
    do(at(), "plan-visit", VISIT)
    (kept,) = do(at(), "cancel-visit", {**VISIT, "why": "the prison closed its gates"})
    assert (kept.state, kept.why) == ("cancelled", "the prison closed its gates")
    with pytest.raises(NoSuchVisit, match="is planned for 2026-10-08"):
        do(at(), "cancel-visit", {**VISIT, "why": "again"})


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"visitor": "X9"}, NotStaff),
        ({"day": "2026-10-09"}, NotYet),
        ({"notes": "she told of the robbery"}, ListedTerm),
        ({"notes": "gloves"}, Locked),
        ({"promises": "gloves by Friday"}, BadRows),
        ({"promises": "2026-10-01: gloves"}, NotAPromise),
    ],
    ids=str,
)
def test_a_visit_that_cannot_be_recorded_says_why(keys, row, fault):
    with pytest.raises(fault):
        do(at(day=date(2026, 10, 8)), "hold-visit", {**VISIT, **row})
    assert not Visit.objects.exists()


def test_a_visit_sent_twice_is_held_once(keys):
    do(at(), "plan-visit", {**VISIT, "agenda": "looms"})
    row = {**VISIT, "promises": "2026-10-16: gloves"}
    do(at(day=date(2026, 10, 8)), "hold-visit", row)
    do(at(day=date(2026, 10, 9)), "hold-visit", row)
    assert (Visit.objects.current().count(), Promise.objects.count()) == (1, 1)


def test_a_finding_is_followed_up_on_a_visit(keys):
    said = {"site": "cusco", "control": "PAY-09", "about": "loom 3", "day": DAY, "lies_with": "site"}
    office().put([Finding(**said, says="The guard is missing.", facts={})])
    row = {"visitor": "T1", "control": "PAY-09", "about": "loom 3", "found_on": str(DAY), "state": "mended"}
    (seen,) = do(at(), "look-at-finding", row)
    assert (seen.state, seen.book) == ("mended", "hq.cusco")
    with pytest.raises(NoSuchFinding, match="no finding PAY-09 of loom 4"):
        do(at(), "look-at-finding", {**row, "about": "loom 4"})


def test_a_visit_is_to_a_site(keys):
    with pytest.raises(AtNoSite):
        do(at(site=""), "plan-visit", VISIT)
