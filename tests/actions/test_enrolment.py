"""Nobody takes up work before she said yes, knew what to, and had time to think."""

from datetime import date

import pytest

from jornal.actions.correcting import correct
from jornal.actions.enrolment import NotReady
from jornal.actions.given import NotKnownHere, NotYet
from jornal.actions.verb import BadRows
from jornal.facts.organisation import SiteClosed
from jornal.facts.people import Enrolled
from jornal.journal.record import record
from offices import DAY, office
from peopled import WEEK_BEFORE, agreed, consenting, do, names, offered, opened, working


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    return names(tmp_path)


def enrol(worker, day=DAY, keys=None, **more):
    return do(office(day=day, keys=keys), "enrol", {"worker": worker, "language": "es", **more})[0]


def test_she_is_enrolled_once_her_consent_is_thought_over(database, tmp_path):
    opened()
    worker = consenting(names(tmp_path))
    with pytest.raises(NotReady, match="thought over, holds on 2026-09-30"):
        enrol(worker, date(2026, 9, 30))
    kept = enrol(worker, workshop="knitting", languages="qu, es", reads="with_help", clock_number="7")
    assert (kept.since, kept.languages, kept.reads, kept.clock_number) == (
        DAY,
        ["es", "qu"],
        "with_help",
        "7",
    )


def test_who_was_not_asked_whether_she_reads_is_not_taken_to(keys):
    assert enrol(consenting(keys)).reads == "not_asked"


def test_everything_missing_is_told_at_once_and_nobody_is_enrolled(keys):
    ready, bare = consenting(keys), offered(keys, birth_year="")
    with pytest.raises(NotReady) as fault:
        do(
            office(),
            "enrol",
            {"worker": ready, "language": "es"},
            {"worker": bare, "language": "es", "workshop": "weaving"},
        )
    assert str(fault.value) == (
        f"Nobody was enrolled at cusco. {bare}: she has accepted no offer of work here (`jornal do answer-offer`), "
        "and no consent of hers to work, thought over, holds on 2026-10-01 (`jornal do give-consent`), and her year of "
        "birth is not known, and nobody under 18 works (`jornal correct worker`), and there is no workshop "
        '"weaving" (`jornal do open-workshop`). Record what is missing, then enrol again.'
    )
    assert not Enrolled.objects.exists()


@pytest.mark.parametrize(
    ("born", "ready"),
    [
        ({"birth_year": "2007"}, True),
        ({"birth_year": "2008"}, False),
        ({"birth_year": "2010"}, False),
        ({"birth_year": "", "born_on": "2008-09-24"}, True),
    ],
    ids=str,
)
def test_nobody_works_who_may_be_under_18(keys, born, ready):
    worker = consenting(keys, **born)
    if ready:
        assert enrol(worker, keys=keys).worker == worker
    else:
        with pytest.raises(NotReady, match="may be under 18"):
            enrol(worker, keys=keys)


def test_a_day_of_birth_that_is_corrected_later_is_looked_at_too(keys):
    """Harm: whoever had a day of birth recorded counted as looked at, so a girl of 17 could be enrolled."""
    worker = consenting(keys, birth_year="2008")
    correct(office(keys=keys), "worker", {"worker": worker, "born_on": "2008-12-24"}, "her paper came")
    with pytest.raises(NotReady, match="until 2026-12-24"):
        enrol(worker, keys=keys)


def test_a_consent_taken_back_is_none(keys):
    worker = consenting(keys)
    do(office(), "withdraw-consent", {"worker": worker, "purpose": "work"})
    with pytest.raises(NotReady, match="no consent of hers to work"):
        enrol(worker)


def test_an_enrolment_sent_twice_is_one(keys):
    worker = consenting(keys)
    assert enrol(worker).root == enrol(worker).root


def test_nobody_is_enrolled_twice_at_a_time_but_may_come_back(keys):
    worker = working(keys)
    with pytest.raises(NotReady, match="enrolled at cusco since 2026-10-01"):
        enrol(worker, date(2026, 10, 5))
    do(office(day=date(2026, 10, 5)), "leave", {"worker": worker, "reason": "own_choice"})
    assert enrol(worker, date(2026, 10, 6)).since == date(2026, 10, 6)


def test_two_workers_do_not_share_a_clock_number(keys):
    first, second = consenting(keys), consenting(keys)
    enrol(first, clock_number="7")
    with pytest.raises(NotReady, match="clock number 7 is another worker's"):
        enrol(second, clock_number="7")
    do(office(day=date(2026, 10, 5)), "leave", {"worker": first, "reason": "own_choice"})
    assert enrol(second, date(2026, 10, 6), clock_number="7").clock_number == "7"


def test_two_of_one_set_do_not_share_a_clock_number_either(keys):
    rows = [{"worker": consenting(keys), "language": "es", "clock_number": "7"} for _ in range(2)]
    with pytest.raises(NotReady, match="clock number 7"):
        do(office(), "enrol", *rows)


def test_a_closed_site_takes_nobody(keys):
    worker, at = consenting(keys), office()
    record([SiteClosed(site="cusco", day=DAY, reason="moved")], "hq", at.hand)
    with pytest.raises(NotReady, match="the site is closed"):
        enrol(worker)


def test_an_offer_of_another_site_is_not_one_of_this(keys):
    opened("lima", "QL")
    worker = consenting(keys, site="lima")
    with pytest.raises(NotKnownHere):
        enrol(worker)


def test_the_offer_has_to_be_accepted_by_the_day_she_begins(keys):
    worker = offered(keys)
    agreed(worker, DAY)
    with pytest.raises(NotReady, match="accepted no offer"):
        enrol(worker, since=WEEK_BEFORE.isoformat())


@pytest.mark.parametrize(
    ("row", "fault"),
    [({"since": "2026-10-02"}, NotYet), ({"reads": "a little"}, BadRows), ({"language": "Spanish"}, BadRows)],
)
def test_a_row_that_cannot_be_read_enrols_nobody(keys, row, fault):
    with pytest.raises(fault):
        enrol(consenting(keys), **row)
    assert not Enrolled.objects.exists()
