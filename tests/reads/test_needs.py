"""What is missing for a worker."""

from datetime import date, timedelta

import pytest

import payroll
from jornal.facts.pay import Finding, PayAnswer, PayQuery
from jornal.journal.record import record
from jornal.reads.needs import needs, papers, waiting
from jornal.reads.roster import person
from offices import DAY, office
from peopled import CONSENT, agreed, consenting, do, names, offered, opened, working


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    return names(tmp_path)


def missing(worker: str, day: date = DAY) -> list[tuple[str, date | None]]:
    found = person("cusco", worker, day)
    return [(one.what, one.on) for one in needs(found, papers("cusco", [worker], day)[worker], day)]


def whole(keys) -> str:
    """Somebody of whom nothing is missing."""
    worker = working(keys, reads="yes")
    signed = {
        "contract": "hourly",
        "since": DAY.isoformat(),
        "language": "es",
        "copy_given_on": DAY.isoformat(),
    }
    do(office(), "sign-contract", {"worker": worker, **signed})
    do(office(), "set-custody", {"worker": worker, "status": "sentenced"})
    return worker


def test_nothing_is_missing_where_all_was_recorded(database, tmp_path):
    opened()
    assert missing(whole(names(tmp_path))) == []


def test_of_somebody_new_at_work_contract_custody_and_reading_are_asked(keys):
    assert missing(working(keys)) == [("contract", None), ("custody", None), ("reads", None)]


def test_a_contract_without_a_copy_in_her_hand_is_named_with_its_day(keys):
    worker = working(keys, reads="yes")
    do(
        office(),
        "sign-contract",
        {"worker": worker, "contract": "c", "since": "2026-10-01", "language": "es"},
    )
    do(office(), "set-custody", {"worker": worker, "status": "remand"})
    assert missing(worker) == [("contract_copy", DAY)]


@pytest.mark.parametrize(
    ("days", "what"),
    [(350, []), (351, ["consent_soon"]), (364, ["consent_soon"]), (365, ["consent_expired"])],
)
def test_a_consent_is_asked_for_again_a_month_before_it_ends(keys, days, what):
    worker = whole(keys)
    given = DAY - timedelta(days=7)
    assert [one for one, _ in missing(worker, given + timedelta(days=days))] == what


def test_a_consent_taken_back_is_the_first_thing(keys):
    worker = whole(keys)
    do(office(), "withdraw-consent", {"worker": worker, "purpose": "work"})
    assert missing(worker) == [("consent_withdrawn", DAY)]


def test_whoever_is_offered_work_is_led_step_by_step(keys):
    worker = offered(keys)
    assert missing(worker) == [("answer", None)]
    do(office(), "answer-offer", {"worker": worker, "answer": "later"})
    assert missing(worker) == [("answer", None)]
    do(office(), "answer-offer", {"worker": worker, "answer": "accepted"})
    assert missing(worker) == [("consent_none", None)]
    do(office(), "give-consent", {**CONSENT, "worker": worker, "copy_given_on": DAY.isoformat()})
    assert missing(worker) == [("enrol", DAY)]


def test_while_she_thinks_nothing_is_asked_of_her(keys):
    worker = consenting(keys, DAY - timedelta(days=2))
    assert missing(worker) == [("thinking", DAY + timedelta(days=5))]


def test_after_a_no_nothing_is_asked(keys):
    worker = offered(keys)
    do(office(), "answer-offer", {"worker": worker, "answer": "refused"})
    assert missing(worker) == []


def test_an_offer_that_ran_out_is_made_anew(keys):
    worker = offered(keys, expires_on="2026-09-28")
    assert missing(worker) == [("offer", date(2026, 9, 28))]


def test_of_somebody_who_left_nothing_is_missing(keys):
    worker = working(keys)
    do(office(), "leave", {"worker": worker, "reason": "own_choice"})
    assert missing(worker, DAY + timedelta(days=1)) == []


def test_questions_unseen_slips_and_open_findings_wait(sqlite, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here)
    payroll.issued(here, "2026-10")
    question = {"worker": "Q01", "day": date(2026, 11, 2), "site": "cusco"}
    asked = record([PayQuery(**question, number=n) for n in (1, 2)], "cusco", here.hand)
    record([PayAnswer(query=asked[0].root, day=date(2026, 11, 3), outcome="explained")], "cusco", here.hand)
    about = {"site": "cusco", "control": "CON-01", "day": DAY, "lies_with": "site", "says": "x"}
    record([Finding(**about, about="Q01 contract")], "cusco", here.hand)
    assert [(one.what, one.on) for one in waiting("cusco", "Q01")] == [
        ("question", date(2026, 11, 2)), ("slip", None), ("finding", DAY),
    ]  # fmt: skip
    assert [one.what for one in waiting("cusco", "Q02")] == ["slip"]


def test_consents_of_two_people_are_not_mixed_up(keys):
    one, other = offered(keys), offered(keys)
    agreed(one)
    assert missing(one) == [("enrol", DAY)]
    assert missing(other) == [("answer", None)]
