"""A consent holds when it was freely given and can be shown to have been, and until it ends or is taken back."""

from datetime import date, timedelta

import pytest

from jornal.actions.consents import NoConsent, NotAConsent, NotBefore
from jornal.actions.given import NotKnownHere, NotYet
from jornal.facts.people import Consent, ConsentWithdrawn
from jornal.reads.people import consent_in_force, enrolled
from jornal.units.periods import month
from offices import DAY, office
from peopled import CONSENT, WEEK_BEFORE, agreed, consenting, do, names, offered, opened, working


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    return names(tmp_path)


@pytest.fixture
def worker(keys):
    """Somebody who accepted an offer a week ago and gave no consent yet."""
    found = offered(keys)
    do(office(day=WEEK_BEFORE), "answer-offer", {"worker": found, "answer": "accepted"})
    return found


def given(worker, day=WEEK_BEFORE, **more):
    row = {**CONSENT, "worker": worker, "copy_given_on": day.isoformat(), **more}
    return do(office(day=day), "give-consent", row)[0]


def test_she_has_a_week_from_the_offer_to_think_and_a_year_until_it_ends(database, tmp_path):
    opened()
    worker = offered(names(tmp_path))
    agreed(worker)
    (kept,) = Consent.objects.all()
    assert (kept.number, kept.cooling_off_until, kept.expires_on) == (1, DAY, date(2027, 9, 24))


def test_time_to_think_runs_while_she_has_the_text_before_her(worker):
    assert given(worker, date(2026, 10, 5)).cooling_off_until == date(2026, 10, 5)


@pytest.mark.parametrize("until", ["2026-09-28", "2026-10-20"])
def test_it_may_be_shorter_than_a_week_but_never_than_72_hours(worker, until):
    assert given(worker, cooling_off_until=until).cooling_off_until.isoformat() == until
    with pytest.raises(
        NotAConsent, match=r"at least 72 hours from the offer of 2026-09-24 to think\. Give 2026-09-28"
    ):
        given(worker, DAY, cooling_off_until="2026-09-27")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"read_by": ""}, "who read it to her"),
        ({"witness": ""}, "witness from outside"),
        ({"witness_of": "none"}, "witness from outside"),
        ({"witness_of": "other"}, "one of ngo, lawyer"),
        ({"witness": "T1", "read_by": "S1"}, "T1 reads it, records it or works for"),
        ({"witness": "G1"}, "is no witness"),
        ({"witness": "S1"}, "is no witness"),
        ({"witness": "Eva", "read_by": "Eva"}, "is no witness"),
        ({"language": "th"}, "th is not a language she has"),
        ({"copy_given_on": ""}, "she has no copy"),
        ({"copy_given_on": "2026-09-23"}, "no copy can be given before"),
        ({"expires_on": "2027-10-02"}, "by 2027-09-24 at the latest"),
        ({"expires_on": "2026-09-24"}, "ends after 2026-09-24"),
    ],
    ids=str,
)
def test_what_is_no_free_consent_is_refused_with_the_reason(worker, row, says):
    with pytest.raises(NotAConsent, match=says):
        given(worker, **row)
    assert not Consent.objects.exists()


def test_nobody_consents_to_work_before_the_offer_is_accepted(keys):
    with pytest.raises(NotAConsent, match="Record her answer first"):
        given(offered(keys))


def test_nobody_consents_to_work_that_she_refused(keys):
    worker = offered(keys)
    do(office(day=WEEK_BEFORE), "answer-offer", {"worker": worker, "answer": "refused"})
    with pytest.raises(NotAConsent):
        given(worker)


def test_another_sites_worker_and_a_day_to_come_are_refused(worker):
    with pytest.raises(NotKnownHere):
        given("QL001X")
    with pytest.raises(NotYet):
        given(worker, given_on="2026-10-02")


@pytest.mark.parametrize("purpose", ["image", "name", "quote"])
def test_to_be_shown_is_asked_apart_and_later(worker, purpose):
    given(worker)
    with pytest.raises(NotAConsent, match="Ask again from 2026-10-24 on"):
        given(worker, DAY, purpose=purpose)
    assert given(worker, date(2026, 10, 24), purpose=purpose).cooling_off_until is None


def test_what_she_gives_her_family_needs_no_witness(worker):
    row = {"worker": worker, "purpose": "family", "language": "es"}
    (kept,) = do(office(), "give-consent", row)
    assert (kept.witness, kept.copy_given_on, kept.expires_on) == ("", None, date(2027, 10, 1))


def test_each_purpose_and_scope_counts_for_itself(worker):
    for scope in ("shop", "press", "shop"):
        row = {"worker": worker, "purpose": "data_share", "scope": scope, "language": "es"}
        do(office(), "give-consent", row)
    do(office(), "withdraw-consent", {"worker": worker, "purpose": "data_share", "scope": "shop"})
    do(office(), "give-consent", {**row, "scope": "shop"})
    assert list(Consent.objects.order_by("seq").values_list("scope", "number")) == [
        ("shop", 1),
        ("press", 1),
        ("shop", 2),
    ]


def test_the_same_consent_twice_in_one_set_is_two_only_where_both_are_meant(worker):
    row = {"worker": worker, "purpose": "data_share", "language": "es"}
    kept = do(office(), "give-consent", row, {**row, "scope": "press"}, row)
    assert [one.number for one in kept] == [1, 1, 2]


def test_given_again_after_a_year_work_goes_on_without_a_gap(worker):
    given(worker)
    again = given(worker, date(2027, 9, 20))
    assert (again.number, again.cooling_off_until) == (2, date(2027, 9, 20))
    assert consent_in_force(worker, "work", date(2027, 9, 24)).number == 2


@pytest.mark.parametrize(("purpose", "ends"), [("contact_after", 2028), ("savings", 2027), ("family", 2027)])
def test_she_can_still_be_asked_a_year_after_she_left_by_the_consent_she_gave_inside(worker, purpose, ends):
    row = {"worker": worker, "purpose": purpose, "language": "es", "given_on": DAY}
    (kept,) = do(office(), "give-consent", row)
    assert kept.expires_on == DAY.replace(year=ends)


def test_taken_back_it_holds_no_more_from_that_day(worker):
    given(worker)
    do(
        office(day=date(2026, 10, 9)),
        "withdraw-consent",
        {"worker": worker, "purpose": "work", "day": "2026-10-08"},
    )
    held = [bool(consent_in_force(worker, "work", DAY + timedelta(days=days))) for days in (-1, 0, 6, 7)]
    assert held == [False, True, True, False]


def test_whoever_takes_it_back_is_paid_as_ever(keys):
    worker = working(keys)
    do(office(), "withdraw-consent", {"worker": worker, "purpose": "work"})
    assert consent_in_force(worker, "work", DAY) is None
    assert [one.worker for one in enrolled("cusco", month("2026-10"))] == [worker]


def test_anybody_she_tells_may_record_that_she_takes_it_back_and_twice_is_once(keys):
    worker = consenting(keys)
    for role in ("trainer", "quality", "representative", "trainer"):
        do(office(role), "withdraw-consent", {"worker": worker, "purpose": "work"})
    assert ConsentWithdrawn.objects.count() == 1


def test_what_was_never_given_or_not_yet_is_not_taken_back(worker):
    with pytest.raises(NoConsent, match="no consent to data share \\(press\\)"):
        do(office(), "withdraw-consent", {"worker": worker, "purpose": "data_share", "scope": "press"})
    given(worker)
    with pytest.raises(NotBefore, match="Correct the day"):
        do(office(), "withdraw-consent", {"worker": worker, "purpose": "work", "day": "2026-09-23"})
