"""What a worker tells of herself is agreed first, sealed under a key of its own, and gone when she takes it back."""

import json
from datetime import date, timedelta

import pytest

from jornal.actions.given import NotKnownHere, NotStaff, NotYet
from jornal.actions.office import owner_of
from jornal.actions.telling import EVEN, NotAgreed
from jornal.actions.verb import BadRows
from jornal.facts.told import CheckedIn, GroupsTold, TellingAgreed, TellingWithdrawn
from jornal.journal import vault
from jornal.journal.entry import Entry
from jornal.journal.keys import Forgotten, Locked
from jornal.journal.record import AlreadyRecorded
from jornal.reads.people import forgotten
from jornal.units.listed import ListedTerm
from offices import DAY, office
from peopled import do, names, opened, working
from vaulted import PASSPHRASE, READER


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    return names(tmp_path)


def agreed(keys, subject="wellbeing"):
    worker = working(keys)
    do(office(keys=keys), "agree-to-tell", {"worker": worker, "subject": subject})
    return worker


def read(keys, fact):
    return json.loads(keys.opened(fact.voice, "told", fact.told, reader=READER))


def test_what_she_tells_is_sealed_under_a_key_of_its_own(database, tmp_path):
    opened()
    keys = names(tmp_path)
    worker = agreed(keys, "groups")
    do(office(keys=keys), "tell-groups", {"worker": worker, "gender": "woman", "ethnicity": "Quechua"})
    one = GroupsTold.objects.get()
    assert read(keys, one) == {"ethnicity": "Quechua", "gender": "woman", "social_class": ""}
    assert (one.voice, owner_of(one)) == (f"{worker}~g1", f"{worker}~g1")
    assert not [body for body in Entry.objects.values_list("body", flat=True) if "Quechua" in body]


def test_whether_she_answered_cannot_be_told_from_the_length(keys):
    one, other = (agreed(keys) for _ in range(2))
    do(office(keys=keys), "check-in", {"worker": one, "step": "not_told"})
    do(
        office(keys=keys),
        "check-in",
        {"worker": other, "step": "hard", "says": "ความร้อน" * 30, "shown_to": "T1"},
    )
    lengths = {len(each.told) for each in CheckedIn.objects.all()}
    assert len(lengths) == 1
    assert lengths.pop() > EVEN


def test_nothing_is_told_that_she_did_not_agree_to_or_that_ended(keys):
    worker = working(keys)
    row = {"worker": worker, "step": "good"}
    with pytest.raises(NotAgreed, match="Ask her first"):
        do(office(keys=keys), "check-in", row)
    do(office(keys=keys), "agree-to-tell", {"worker": worker, "subject": "groups"})
    with pytest.raises(NotAgreed):
        do(office(keys=keys), "check-in", row)
    do(office(keys=keys), "agree-to-tell", {"worker": worker, "subject": "wellbeing"})
    with pytest.raises(NotAgreed):
        do(office(keys=keys, day=date(2027, 10, 1)), "check-in", row)
    assert not CheckedIn.objects.exists()


def test_agreeing_twice_is_agreeing_once_and_after_a_year_anew(keys):
    worker = agreed(keys)
    row = {"worker": worker, "subject": "wellbeing"}
    do(office(keys=keys), "agree-to-tell", row)
    do(office(keys=keys, day=DAY + timedelta(days=400)), "agree-to-tell", row)
    assert [one.voice for one in TellingAgreed.objects.order_by("day")] == [f"{worker}~w1", f"{worker}~w2"]


def test_she_is_asked_once_in_a_quarter(keys):
    worker = agreed(keys)
    do(office(keys=keys), "check-in", {"worker": worker, "step": "good"})
    with pytest.raises(AlreadyRecorded):
        do(office(keys=keys), "check-in", {"worker": worker, "step": "hard", "day": DAY.isoformat()})
    do(office(keys=keys, day=date(2027, 1, 4)), "check-in", {"worker": worker, "step": "hard"})
    assert set(CheckedIn.objects.values_list("quarter", flat=True)) == {"2026-Q4", "2027-Q1"}


def test_what_she_takes_back_nobody_reads_again_and_what_else_is_hers_stays(keys):
    worker = agreed(keys)
    do(office(keys=keys), "check-in", {"worker": worker, "step": "very_hard", "says": "the heat"})
    do(office(keys=keys), "tell-dependants", {"worker": worker, "told": "a son"})
    one = CheckedIn.objects.get()
    do(office(keys=keys), "take-back-telling", {"worker": worker, "subject": "wellbeing"})
    with pytest.raises(Forgotten):
        read(keys, one)
    assert worker in keys.tokens()
    with pytest.raises(NotAgreed):
        do(office(keys=keys), "take-back-telling", {"worker": worker, "subject": "wellbeing"})
    do(office(keys=keys), "agree-to-tell", {"worker": worker, "subject": "wellbeing"})
    (fact,) = do(office(keys=keys), "check-in", {"worker": worker, "step": "good"})
    assert (fact.voice, read(keys, fact)["step"]) == (f"{worker}~w2", "good")


def test_taken_back_while_the_names_are_locked_it_is_deleted_when_they_are_opened(keys):
    worker = agreed(keys)
    do(office(keys=keys), "check-in", {"worker": worker, "step": "hard"})
    do(office("representative", "R1"), "take-back-telling", {"worker": worker, "subject": "wellbeing"})
    voice = TellingWithdrawn.objects.get().voice
    assert voice in keys.tokens()
    again = vault.unlocked(keys.path, PASSPHRASE, forgotten=forgotten())
    assert voice not in again.tokens()


@pytest.mark.parametrize(
    ("verb", "row", "fault"),
    [
        ("tell-groups", {"ethnicity": "in for robbery"}, ListedTerm),
        ("check-in", {"step": "ill"}, BadRows),
        ("check-in", {"step": "hard", "shown_to": "NOBODY"}, NotStaff),
        ("check-in", {"step": "hard", "day": "2026-10-02"}, NotYet),
        ("check-in", {"step": "hard", "worker": "QC999"}, NotKnownHere),
        ("agree-to-tell", {"subject": "religion"}, BadRows),
    ],
)
def test_bad_input_is_refused_and_nothing_is_recorded(keys, verb, row, fault):
    worker = agreed(keys, "groups")
    do(office(keys=keys), "agree-to-tell", {"worker": worker, "subject": "wellbeing"})
    before = Entry.objects.count()
    with pytest.raises(fault):
        do(office(keys=keys), verb, {"worker": worker, **row})
    assert Entry.objects.count() == before


def test_while_the_names_are_locked_nothing_can_be_told(keys):
    worker = agreed(keys)
    with pytest.raises(Locked):
        do(office(), "check-in", {"worker": worker, "step": "good"})
    with pytest.raises(Locked):
        do(office(), "agree-to-tell", {"worker": worker, "subject": "groups"})
