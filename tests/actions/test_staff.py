"""Staff, and the roles that somebody else grants them."""

from datetime import date, timedelta
from typing import get_args

import pytest

from hands import hand
from jornal.actions.given import NotStaff, NotYet
from jornal.actions.office import NotGranted, Office, check
from jornal.actions.organisation import NotThere
from jornal.actions.staff import (
    First,
    FoundedAlready,
    LastOne,
    NoEnd,
    NoSuchRole,
    OneSiteOnly,
    OwnRole,
    What,
    founded,
)
from jornal.facts.organisation import ROLES, RoleGranted, Staff
from jornal.journal import books
from jornal.journal.keys import Locked
from jornal.reads.people import role_holders
from offices import DAY, office
from peopled import do, names, opened
from vaulted import READER

ANA = First("S001", "Ana", (("hq_operations", ""), ("site_manager", "cusco")), ("es",))
BEA = First("S002", "Bea", (("hq_finance", ""),))


def at(keys=None, day=DAY, by="H1"):
    return office("hq_operations", by, "", keys, day)


@pytest.fixture
def begun(sqlite):
    opened()


def test_those_who_found_have_their_roles_without_a_grant(database, tmp_path):
    keys, by = names(tmp_path), hand("S001", "hq_operations")
    books.opened("hq", "auditor", by)
    founded(Office(by, "", DAY, keys), [ANA, BEA])
    assert role_holders("hq_operations", "", DAY) == ["S001"]
    assert role_holders("site_manager", "cusco", DAY) == ["S001"]
    assert role_holders("hq_finance", "", DAY) == ["S002"]
    sealed = [(one.staff, "name", one.name) for one in Staff.objects.order_by("staff")]
    assert keys.opened_many(sealed, reader=READER) == ["Ana", "Bea"]
    check(Office(by, "", DAY), "grant-role", ("hq_operations",))


def test_it_is_founded_once(begun, tmp_path):
    with pytest.raises(FoundedAlready, match="grant-role"):
        founded(at(names(tmp_path)), [ANA])


def test_the_roles_that_are_granted_are_those_there_are():
    assert get_args(What) == ROLES


def test_staff_are_given_a_token_and_their_name_is_sealed(begun, tmp_path):
    keys = names(tmp_path)
    rows = [
        {"name": "Carla", "languages": "es qu"},
        {"name": "Dora", "of": "prison"},
        {"name": "Eva", "staff": "E7"},
    ]
    kept = do(at(keys), "take-on-staff", *rows)
    assert [(one.staff[:4], one.of) for one in kept] == [
        ("S001", "enterprise"),
        ("S002", "prison"),
        ("E7", "enterprise"),
    ]
    assert keys.opened(kept[0].staff, "name", kept[0].name, reader=READER) == "Carla"
    assert do(at(keys), "take-on-staff", {"name": "Fay"})[0].staff.startswith("S003")


def test_nobody_is_taken_on_while_the_names_are_locked(begun):
    with pytest.raises(Locked):
        do(at(), "take-on-staff", {"name": "Carla"})


def test_a_role_holds_from_a_day_until_it_ends(begun):
    do(at(), "grant-role", {"staff": "T1", "what": "trainer", "at": "cusco"})
    do(at(day=DAY + timedelta(days=9)), "end-role", {"staff": "T1", "what": "trainer", "at": "cusco"})
    days = [DAY + timedelta(days=days) for days in (-1, 0, 8, 9)]
    assert [role_holders("trainer", "cusco", day) for day in days] == [[], ["T1"], ["T1"], []]
    assert role_holders("trainer", "lima", DAY) == []


def test_a_role_without_a_site_holds_everywhere(begun):
    do(at(), "grant-role", {"staff": "T1", "what": "quality"})
    assert role_holders("quality", "cusco", DAY) == ["T1"]


def test_whoever_has_no_role_any_more_records_nothing(begun):
    do(at(), "grant-role", {"staff": "T1", "what": "hq_operations", "since": "2026-09-01"})
    mine = Office(hand("T1", "hq_operations"), "", DAY)
    do(mine, "name-authority", {"authority": "ombudsman", "label": "Ombudsman"})
    do(at(), "end-role", {"staff": "T1", "what": "hq_operations"})
    with pytest.raises(NotGranted, match="grant-role"):
        do(mine, "name-authority", {"authority": "other", "label": "Other"})


@pytest.mark.parametrize(
    ("row", "fault", "says"),
    [
        ({"staff": "X9"}, NotStaff, "take-on-staff"),
        ({"staff": "H1"}, NotStaff, "H1"),
        ({"what": "auditor"}, NoEnd, "Give its last day"),
        ({"what": "authority"}, NoEnd, "granted for a time"),
        ({"what": "auditor", "until": "2026-09-30"}, NoEnd, "after the first"),
        ({"what": "hq_finance", "at": "cusco"}, OneSiteOnly, "not at cusco"),
        ({"at": "lima"}, NotThere, "open-site"),
    ],
    ids=str,
)
def test_a_role_that_cannot_be_granted_says_why(begun, row, fault, says):
    at()
    before = RoleGranted.objects.count()
    with pytest.raises(fault, match=says):
        do(at(), "grant-role", {"staff": "T1", "what": "trainer", **row})
    assert RoleGranted.objects.count() == before


def test_nobody_grants_a_role_to_themself(begun):
    with pytest.raises(OwnRole, match="Somebody else at headquarters does"):
        do(at(by="T1"), "grant-role", {"staff": "T1", "what": "hq_finance"})


def test_an_auditor_is_one_until_the_last_day(begun):
    do(at(), "grant-role", {"staff": "T1", "what": "auditor", "until": "2026-12-31"})
    days = [date(2026, 12, 31), date(2027, 1, 1)]
    assert [role_holders("auditor", "cusco", day) for day in days] == [["T1"], []]


def test_a_role_that_is_not_held_does_not_end(begun):
    with pytest.raises(NoSuchRole, match="T1 does not have the role trainer at cusco"):
        do(at(), "end-role", {"staff": "T1", "what": "trainer", "at": "cusco"})
    do(at(), "grant-role", {"staff": "T1", "what": "trainer", "at": "cusco"})
    with pytest.raises(NotYet):
        do(at(), "end-role", {"staff": "T1", "what": "trainer", "at": "cusco", "day": "2026-10-02"})


def test_somebody_always_stays_who_can_grant_roles(begun):
    do(at(), "grant-role", {"staff": "T1", "what": "hq_operations"})
    do(at(), "end-role", {"staff": "H1", "what": "hq_operations"})
    with pytest.raises(LastOne, match="Grant hq_operations to somebody else first"):
        do(Office(hand("T1", "hq_operations"), "", DAY), "end-role", {"staff": "T1", "what": "hq_operations"})
