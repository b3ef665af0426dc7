"""Where a verb works, and what stands there already."""

from dataclasses import replace
from datetime import date

import pytest

import hands
import vaulted
from jornal.actions.office import NotGranted, NotYourRole, check, owner_of
from jornal.facts.attendance import Shift
from jornal.facts.organisation import RoleEnded, RoleGranted
from jornal.facts.pay import PayAnswer, PayQuery
from jornal.facts.people import Left, Worker
from jornal.journal.keys import Locked
from jornal.journal.record import AlreadyRecorded, corrected, record
from offices import office

DAY = date(2026, 10, 1)


def shift(worker: str = "Q01", minutes: int = 300) -> Shift:
    return Shift(worker=worker, day=DAY, number=1, site="cusco", what="work", minutes=minutes)


@pytest.fixture
def here(sqlite, tmp_path):
    keys = vaulted.unlocked(vaulted.new(tmp_path))
    keys.mint("Q01", "Q02")
    return office(keys=keys)


@pytest.mark.usefixtures("database")
def test_the_same_form_sent_twice_changes_nothing():
    here = office()
    first = here.put([shift(), shift("Q02")])
    assert here.put([shift(), shift("Q02")]) == first
    assert Shift.objects.count() == 2


def test_a_set_of_which_some_stands_already_is_completed(here):
    (first,) = here.put([shift()])
    both = here.put([shift(), shift("Q02")])
    assert (both[0], both[1].worker, Shift.objects.count()) == (first, "Q02", 2)


def test_what_stands_there_otherwise_is_refused_by_its_name_and_nothing_of_the_set_is_recorded(here):
    here.put([shift(), shift("Q02")])
    with pytest.raises(AlreadyRecorded, match="shift Q02"):
        here.put([shift(), shift("Q02", 240), shift("Q03")])
    assert Shift.objects.count() == 2


def test_what_was_corrected_since_is_not_the_same_any_more(here):
    (first,) = here.put([shift()])
    record([corrected(first, "she left early", minutes=240)], "cusco", here.hand)
    with pytest.raises(AlreadyRecorded):
        here.put([shift()])
    assert here.put([shift(minutes=240)])[0].minutes == 240


def name(here, text: str) -> Worker:
    return Worker(worker="Q01", name=here.opened().seal("Q01", "name", text), birth_year=1990)


def test_a_sealed_text_sent_twice_is_the_same_text_where_the_names_are_open(here):
    (first,) = here.put([name(here, "Ana Quispe")])
    assert here.put([name(here, "Ana Quispe")]) == [first]
    with pytest.raises(AlreadyRecorded, match="worker Q01"):
        here.put([name(here, "Ana Huaman")])
    with pytest.raises(AlreadyRecorded):
        replace(here, keys=None).put([name(here, "Ana Quispe")])


def test_a_sealed_text_is_not_the_same_as_none(here):
    here.put([name(here, "Ana Quispe")])
    with pytest.raises(AlreadyRecorded):
        here.put([Worker(worker="Q01", name="", birth_year=1990)])


def test_the_same_key_in_another_book_is_another_record(here):
    here.put([shift()])
    record([shift()], "hq.cusco", here.hand)
    assert here.put([shift()])[0].book == "cusco"
    assert Shift.objects.count() == 2


def test_an_answer_is_sealed_under_the_key_of_her_who_asked(here):
    (asked,) = here.put([PayQuery(worker="Q01", day=DAY, number=1, site="cusco")])
    assert owner_of(PayAnswer(query=asked.root)) == "Q01"
    assert owner_of(RoleEnded(granted=asked.root)) == ""
    assert owner_of(Left(worker="Q02")) == "Q02"


def test_names_that_are_locked_are_asked_for(here):
    with pytest.raises(Locked):
        replace(here, keys=None).opened()


@pytest.mark.parametrize(
    ("role", "day", "site", "fault"),
    [
        ("trainer", DAY, "cusco", NotYourRole),
        ("site_manager", date(2025, 12, 31), "cusco", NotGranted),
        ("site_manager", date(2026, 10, 2), "cusco", NotGranted),
        ("site_manager", DAY, "lima", NotGranted),
        ("site_manager", DAY, "cusco", None),
    ],
)
def test_a_role_counts_at_its_site_while_it_is_granted_and_not_ended(role, day, site, fault, here):
    hand = hands.hand("H1", "hq_operations")
    (granted,) = record(
        [RoleGranted(staff="S7", what="site_manager", site="cusco", since=date(2026, 1, 1))], "hq", hand
    )
    record([RoleEnded(granted=granted.root, day=date(2026, 10, 2))], "hq", hand)
    at = replace(here, hand=hands.hand("S7", role), day=day, site=site)
    if fault is None:
        assert check(at, "This", ["site_manager"]) is None
        return
    with pytest.raises(fault):
        check(at, "This", ["site_manager"])


@pytest.mark.usefixtures("sqlite")
@pytest.mark.parametrize(
    ("day", "clock"), [(DAY, date(2026, 11, 2)), (date(2026, 11, 2), DAY)], ids=["before", "ahead"]
)
def test_who_left_a_role_does_not_go_on_in_it_by_saying_another_day(day, clock):
    here = replace(office("trainer", "T9", day=day), clock=clock)
    check(here, "Marking", ["trainer"])
    role = RoleGranted.objects.get(staff="T9", what="trainer")
    record([RoleEnded(granted=role.root, day=date(2026, 11, 1))], "hq", here.hand)
    with pytest.raises(NotGranted, match="on 2026-11-02"):
        check(here, "Marking", ["trainer"])
