"""Who is where, whose consent holds, who has which role, and what they are called."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hands import hand
from jornal.facts.organisation import RoleEnded, RoleGranted
from jornal.facts.people import Enrolled, Left, Worker
from jornal.journal import place, vault
from jornal.journal.keys import Forgotten, Locked
from jornal.journal.record import corrected, record, voided
from jornal.reads.people import (
    consent_in_force,
    consents_in_force,
    enrolled,
    enrolled_on,
    languages,
    role_holders,
    roles_held,
    who_is_enrolled,
)
from jornal.reads.people import names as called
from jornal.units.periods import Period, month
from offices import DAY, office
from peopled import CONSENT, WEEK_BEFORE, consenting, do, names, offered, opened
from vaulted import READER

OCTOBER = month("2026-10")


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    return names(tmp_path)


def came(worker, since=DAY, site="cusco", **more):
    """An enrolment as a bare fact."""
    said = {"language": "es", "languages": ["es"], "reads": "not_asked", **more}
    at = office(site=site)
    return record([Enrolled(worker=worker, site=site, since=since, **said)], site, at.hand)[0]


def left(worker, day):
    do(office(day=day), "leave", {"worker": worker, "reason": "own_choice"})


def test_an_enrolment_is_told_whole(database):
    came("QC1", workshop="knitting", clock_number="7", languages=["es", "qu"], reads="with_help")
    left("QC1", date(2026, 10, 9))
    (row,) = enrolled("cusco", OCTOBER)
    assert row == (
        "QC1", "cusco", DAY, date(2026, 10, 9), "knitting", "es", "with_help", "7", ("es", "qu"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("since", "until", "there"),
    [
        (date(2026, 9, 1), None, True),
        (date(2026, 10, 31), None, True),
        (date(2026, 11, 1), None, False),
        (date(2026, 9, 1), date(2026, 9, 30), False),
        (date(2026, 9, 1), date(2026, 10, 1), True),
        (date(2026, 10, 5), date(2026, 10, 5), True),
    ],
)
def test_whoever_has_a_day_in_the_period_is_there(sqlite, since, until, there):
    came("QC1", since)
    if until:
        left("QC1", until)
    assert (bool(enrolled("cusco", OCTOBER)), bool(who_is_enrolled("cusco", OCTOBER))) == (there, there)


def test_whoever_left_and_came_back_is_there_twice(sqlite):
    came("QC1")
    left("QC1", date(2026, 10, 9))
    came("QC1", date(2026, 10, 20))
    came("QC0", date(2026, 10, 20))
    assert [(one.worker, one.since.day, one.left_on) for one in enrolled("cusco", OCTOBER)] == [
        ("QC0", 20, None),
        ("QC1", 1, date(2026, 10, 9)),
        ("QC1", 20, None),
    ]


def test_an_open_period_has_everybody_who_is_still_to_come(sqlite):
    came("QC1", date(2027, 5, 1))
    assert [one.worker for one in enrolled("cusco", Period.inclusive(DAY))] == ["QC1"]


def test_other_sites_and_other_workers_are_left_out(sqlite):
    came("QC1")
    came("QC2")
    came("QL1", site="lima")
    assert [one.worker for one in enrolled("cusco", OCTOBER, workers=["QC2", "QL1"])] == ["QC2"]


def test_a_book_read_up_to_a_place_does_not_know_what_came_after(sqlite):
    came("QC1")
    then = {"cusco": place.found("cusco").seq}
    left("QC1", date(2026, 10, 9))
    came("QC2")
    assert [(one.worker, one.left_on) for one in enrolled("cusco", OCTOBER, then)] == [("QC1", None)]


def test_an_enrolment_or_a_leaving_taken_back_never_was(sqlite):
    kept = came("QC1")
    left("QC1", date(2026, 10, 9))
    record([voided(Left.objects.get(), "another worker")], "cusco", office().hand)
    assert enrolled("cusco", OCTOBER)[0].left_on is None
    record([voided(kept, "another worker")], "cusco", office().hand)
    assert enrolled("cusco", OCTOBER) == []


def test_on_a_day_each_is_where_she_is(sqlite):
    came("QC1")
    came("QL1", site="lima")
    left("QC1", date(2026, 10, 9))
    days = [date(2026, 9, 30), DAY, date(2026, 10, 9), date(2026, 10, 10)]
    found = [
        {worker: row.site for worker, row in enrolled_on(["QC1", "QL1", "QC9"], day).items()} for day in days
    ]
    assert found == [{}, {"QC1": "cusco", "QL1": "lima"}, {"QC1": "cusco", "QL1": "lima"}, {"QL1": "lima"}]


def test_papers_are_in_the_language_she_chose_last(sqlite):
    came("QC1", language="qu")
    came("QC2", language="")
    left("QC1", date(2026, 10, 9))
    came("QC1", date(2026, 10, 20))
    assert languages("cusco") == {"QC1": "es"}
    assert languages("cusco", {"cusco": 2}, ["QC1"]) == {"QC1": "qu"}


def test_a_consent_holds_once_thought_over_and_until_the_day_it_ends(database, tmp_path):
    opened()
    worker = consenting(names(tmp_path))
    days = [WEEK_BEFORE, DAY - timedelta(days=1), DAY, date(2027, 9, 23), date(2027, 9, 24)]
    assert [bool(consent_in_force(worker, "work", day)) for day in days] == [False, False, True, True, False]


def test_each_purpose_is_a_consent_of_its_own(keys):
    worker, other = consenting(keys), offered(keys)
    assert consents_in_force([worker, other], "work", DAY).keys() == {worker}
    assert consents_in_force([worker, other], "image", DAY) == {}


def test_a_consent_as_of_a_place_in_the_book_is_not_yet_taken_back(keys):
    worker = consenting(keys)
    then = {"cusco": place.found("cusco").seq}
    do(office(), "withdraw-consent", {"worker": worker, "purpose": "work"})
    assert (consent_in_force(worker, "work", DAY), bool(consent_in_force(worker, "work", DAY, then))) == (
        None,
        True,
    )


def test_the_consent_given_last_stands(keys):
    worker = consenting(keys)
    row = {**CONSENT, "worker": worker, "copy_given_on": "2026-10-01"}
    do(office(), "give-consent", {**row, "scope": "knitting"})
    assert consent_in_force(worker, "work", DAY).scope == "knitting"


def test_roles_are_held_by_site_and_day(sqlite):
    office("trainer", "T1")
    assert [role_holders(role, "cusco", DAY) for role in ("trainer", "quality")] == [["T1"], []]
    assert role_holders("trainer", "cusco", DAY, {"hq": 1}) == []


def test_names_of_workers_and_staff_are_opened_together_and_noted_once(keys):
    ana, bea = offered(keys), offered(keys, name="Bea Flores")
    (carla,) = do(office("hq_operations", "H1", "", keys), "take-on-staff", {"name": "Carla"})
    found = called([ana, bea, carla.staff, "QC999Z", "T1"], keys, reader=READER)
    assert found == {ana: "Ana Quispe", bea: "Bea Flores", carla.staff: "Carla"}
    assert [reading.tokens for reading in vault.readings(keys.path)] == [tuple(sorted(found))]


def test_a_name_that_was_corrected_is_the_new_one(keys):
    ana = offered(keys)
    named = corrected(Worker.objects.get(), "she spells it so", name=keys.seal(ana, "name", "Anna Quispe"))
    record([named], "cusco", office().hand)
    assert called([ana], keys, reader=READER) == {ana: "Anna Quispe"}


def test_a_name_that_is_gone_says_so_and_hides_no_other(keys):
    ana, bea = offered(keys), offered(keys, name="Bea Flores")
    keys.forget(ana)
    found = called([ana, bea], keys, reader=READER)
    assert isinstance(found[ana], Forgotten)
    assert found[bea] == "Bea Flores"


def test_no_name_is_read_while_they_are_locked(keys):
    ana = offered(keys)
    keys.lock()
    with pytest.raises(Locked):
        called([ana], keys, reader=READER)


def test_more_people_than_a_query_names_are_read_all_the_same(keys, monkeypatch):
    monkeypatch.setattr("jornal.reads.people.AT_ONCE", 1)
    ana, bea = offered(keys), offered(keys, name="Bea Flores")
    assert called([ana, bea], keys, reader=READER) == {ana: "Ana Quispe", bea: "Bea Flores"}


def test_every_role_that_holds_or_will_is_told_with_its_days_in_one_query(sqlite):
    by, day = hand("F1", "hq_operations"), date(2026, 10, 1)
    office("site_manager", "S1")
    rows = [
        ("T1", "trainer", "cusco", date(2026, 1, 1), None), ("T1", "quality", "", date(2026, 11, 1), None),
        ("A1", "auditor", "cusco", date(2026, 1, 1), date(2026, 10, 1)),
        ("A2", "auditor", "cusco", date(2026, 1, 1), date(2026, 9, 30)),
        ("E1", "trainer", "cusco", date(2026, 1, 1), None),
    ]  # fmt: skip
    names_of = ("staff", "what", "site", "since", "until")
    *_, gone = record([RoleGranted(**dict(zip(names_of, row, strict=True))) for row in rows], "hq", by)
    record([RoleEnded(granted=gone.root, day=day)], "hq", by)
    with CaptureQueriesContext(connection) as asked:
        found = [one for one in roles_held(day) if one.staff in ("T1", "A1", "A2", "E1")]
    assert [tuple(one) for one in found] == [rows[2], rows[1], rows[0]]
    assert len(asked) == 1
    assert "E1" in {one.staff for one in roles_held(day - timedelta(days=1))}
