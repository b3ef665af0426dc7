"""What the tables of places, agreements, staff and roles take."""

import pytest

from hands import hand
from jornal.facts import organisation
from jornal.facts.organisation import (
    ROLES,
    Agreement,
    Employer,
    Enterprise,
    RoleEnded,
    RoleGranted,
    Site,
    SiteClosed,
    Staff,
    Timetable,
    Visit,
    Workshop,
)
from jornal.journal.canon import NotCanonical
from jornal.journal.columns import Sealed
from jornal.journal.fact import kinds
from jornal.journal.record import (
    AlreadyRecorded,
    NotCorrectable,
    NotThere,
    StillNeeded,
    corrected,
    record,
    voided,
)
from offices import DAY, office

KINDS = [kind for kind in kinds().values() if kind.__module__ == organisation.__name__]


@pytest.fixture
def put(database):
    """Records facts in headquarters' book for all."""
    office()
    return lambda *facts: record(facts, "hq", hand("H1", "hq_operations"))


def enterprise(**more):
    first = {
        "enterprise": "looms",
        "label": "Looms",
        "model": "employment",
        "country": "PE",
        "currency": "PEN",
    }
    return Enterprise(**{**first, **more})


def role(**more):
    return RoleGranted(**{"staff": "T1", "what": "trainer", "site": "cusco", "since": DAY, **more})


@pytest.mark.parametrize(
    "twice",
    [
        enterprise,
        role,
        lambda: Employer(site="cusco", since=DAY, label="Looms SAC"),
        lambda: Site(site="cusco", enterprise="looms", authority="inpe", opened_on=DAY),
        lambda: SiteClosed(site="cusco", day=DAY),
        lambda: Workshop(site="cusco", workshop="knitting", place="workshop"),
        lambda: Timetable(site="cusco", workshop="knitting", since=DAY),
        lambda: Staff(staff="T1", of="enterprise"),
        lambda: Visit(site="cusco", day=DAY, visitor="T1", state="planned"),
    ],
)
def test_each_is_recorded_once(put, twice):
    put(twice())
    with pytest.raises(AlreadyRecorded, match="Correct that one"):
        put(twice())


@pytest.mark.parametrize(
    "fact",
    [
        lambda: enterprise(model="charity"),
        lambda: enterprise(country="Peru"),
        lambda: role(what="warden"),
        lambda: Staff(staff="T1", of="customers"),
        lambda: Workshop(site="cusco", workshop="knitting", place="yard"),
        lambda: Visit(site="cusco", day=DAY, visitor="T1", state="perhaps"),
        lambda: Site(site="cusco", enterprise="looms", authority="inpe", opened_on=DAY, letters="CUSCO"),
    ],
)
def test_a_value_that_is_none_of_those_there_are_is_refused(put, fact):
    with pytest.raises(NotCanonical):
        put(fact())


def test_the_versions_of_an_agreement_are_counted(put):
    said = {
        "agreement": "looms-inpe",
        "authority": "inpe",
        "model": "craft",
        "signed_on": DAY,
        "holds_from": DAY,
    }
    put(Agreement(**said, number=1), Agreement(**said, number=2))
    with pytest.raises(AlreadyRecorded):
        put(Agreement(**said, number=2))
    with pytest.raises(NotCanonical, match="holds_from"):
        put(Agreement(**{**said, "holds_from": None}, number=3))


def test_a_role_ends_once_and_cannot_be_void_after(put):
    (granted,) = put(role())
    (ended,) = put(RoleEnded(granted=granted.root, day=DAY))
    with pytest.raises(AlreadyRecorded):
        put(RoleEnded(granted=granted.root, day=DAY))
    with pytest.raises(NotCorrectable):
        put(voided(ended, "a mistake"))
    with pytest.raises(StillNeeded, match="role ended"):
        put(voided(granted, "a mistake"))


def test_a_role_that_was_never_granted_does_not_end(put):
    (kept,) = put(enterprise())
    with pytest.raises(NotThere, match="names no role granted"):
        put(RoleEnded(granted=kept.root, day=DAY))


def test_a_visit_that_was_planned_is_held_as_its_next_version(put):
    (planned,) = put(Visit(site="cusco", day=DAY, visitor="T1", state="planned"))
    put(corrected(planned, "it was held", state="held"))
    assert [one.state for one in Visit.objects.current()] == ["held"]


def test_roles_are_few_and_none_is_of_the_prison_but_the_authoritys():
    assert len(ROLES) == len(set(ROLES)) == 9
    assert {"site_manager", "hq_operations", "hq_finance", "authority", "auditor", "representative"} <= set(
        ROLES
    )


def test_names_of_staff_and_notes_of_visits_are_sealed():
    sealed = {
        f"{kind.KIND}.{field.name}" for kind in KINDS for field in kind.content() if isinstance(field, Sealed)
    }
    assert sealed == {"staff.name", "visit.notes"}
