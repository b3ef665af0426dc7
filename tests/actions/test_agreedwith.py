"""What she signed is not changed without her, and no past day is paid less: not by correction, void or --day."""

from dataclasses import replace
from datetime import date

import pytest

import payroll
from jornal.actions import contracts
from jornal.actions.agreedwith import LessBackwards, NotAnnounced, NotSigned
from jornal.actions.correcting import correct, take_back
from jornal.actions.office import Office
from jornal.actions.verb import done
from jornal.facts.work import ContractVersion, Graded
from jornal.journal.record import NotCorrectable
from jornal.reads.work import contracts_in_force
from jornal.units.periods import month

WHY = "it was typed wrongly"
KEY = {"worker": "Q01", "since": "2026-09-01"}
AGREED = {
    "worker": "Q01", "contract": "cusco-hourly", "language": "es", "since": "2026-09-01", "grade": "maker",
    "weekly_minutes": "1500", "notice_days": "30", "signed_on": "2026-08-30", "copy_given_on": "2026-08-30",
}  # fmt: skip
NEXT = {**AGREED, "since": "2026-12-01", "signed_on": "2026-10-30", "copy_given_on": ""}
ANEW = {"signed_on": "2026-10-30", "copy_given_on": ""}


@pytest.fixture
def here(sqlite, tmp_path) -> Office:
    """Her contract signed and in her hand; the day is the last of October."""
    found = payroll.begun(tmp_path, {"Q02": ("cusco-hourly", "learner")})
    payroll.taken_on(found, "Q01", contract="")
    sign(found, **AGREED)
    return found


@pytest.fixture
def worked(here) -> Office:
    payroll.days(here, date(2026, 9, 1), date(2026, 10, 30), workers=("Q01", "Q02"))
    return here


def sign(at: Office, *more: dict[str, str], **row: str) -> None:
    done("sign-contract", contracts.VERBS["sign-contract"], at, [*more, *([row] if row else [])])


def grade(at: Office, **row: str) -> None:
    done("grade", contracts.VERBS["grade"], at, [{"worker": "Q01", "trade": "knitting", **row}])


def has(of: str = "2026-10", worker: str = "Q01") -> tuple[str, str] | None:
    return contracts_in_force("cusco", month(of), workers=[worker]).get(worker)


@pytest.mark.parametrize(
    "changed",
    [
        {"grade": "senior"}, {"grade": "learner"}, {"contract": "cusco-piece"}, {"weekly_minutes": "1200"},
        {"notice_days": "7"}, {"text_version": "2"}, {"signed_on": ""}, {"language": "en"},
        {"grade": "senior", "signed_on": "2026-08-30", "copy_given_on": ""},
        {"grade": "senior", "signed_on": "2026-08-01", "copy_given_on": ""},
        {"grade": "senior", "signed_on": "2026-12-24", "copy_given_on": ""},
        {"grade": "senior", "signed_on": "2026-10-30"},
    ],
    ids=str,
)  # fmt: skip
def test_what_she_signed_is_not_changed_without_her_signature_after_it(here, changed):
    with pytest.raises(NotSigned, match="Ask her"):
        correct(here, "contract_version", {**KEY, **changed}, WHY)


def test_no_correction_takes_her_contract_to_another_site(here):
    with pytest.raises(NotCorrectable, match="Void it and record another"):
        correct(here, "contract_version", {**KEY, "site": "lima"}, WHY)
    assert ContractVersion.objects.filter(worker="Q01").count() == 1


def test_what_she_signed_anew_stands_and_her_copy_is_asked_for_again(worked):
    correct(worked, "contract_version", {**KEY, "grade": "senior", **ANEW}, "her paper says senior")
    tip = ContractVersion.objects.current().get(worker="Q01")
    assert (has(), tip.signed_on, tip.copy_given_on) == (("cusco-hourly", "senior"), date(2026, 10, 30), None)


def test_her_copy_and_its_day_are_recorded_without_asking_her(worked):
    correct(worked, "contract_version", {**KEY, "copy_given_on": "2026-10-01"}, "it was found")
    assert ContractVersion.objects.current().get(worker="Q01").copy_given_on == date(2026, 10, 1)


@pytest.mark.parametrize("changed", [{"grade": "learner"}, {"contract": "cusco-piece", "grade": ""}], ids=str)
def test_days_that_were_worked_are_not_paid_less_even_where_she_signed(worked, changed):
    with pytest.raises(LessBackwards, match="lowered backwards"):
        correct(worked, "contract_version", {**KEY, **changed, **ANEW}, WHY)
    assert has() == ("cusco-hourly", "maker")


def test_a_contract_that_she_never_worked_under_is_put_right_as_she_signed_it(here):
    correct(here, "contract_version", {**KEY, "grade": "learner", **ANEW}, "typed from another's paper")
    assert has() == ("cusco-hourly", "learner")


def test_a_contract_is_not_taken_back_and_written_anew(worked):
    with pytest.raises(LessBackwards):
        take_back(worked, "contract_version", KEY, WHY)
    sign(worked, **{**NEXT, "grade": "senior"})
    with pytest.raises(NotSigned):  # a rise that was promised
        take_back(worked, "contract_version", {**KEY, "since": "2026-12-01"}, WHY)
    assert has("2026-12") == ("cusco-hourly", "senior")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"since": "2026-10-01", "grade": "learner"}, LessBackwards),
        ({"since": "2026-10-01", "contract": "cusco-piece"}, LessBackwards),
        ({"grade": "learner"}, NotAnnounced),
        ({"grade": "learner", "announced_on": "2026-11-02"}, NotAnnounced),
        ({"grade": "learner", "announced_on": "2026-10-30", "signed_on": ""}, NotSigned),
        ({"weekly_minutes": "1200", "signed_on": ""}, NotSigned),
        ({"weekly_minutes": "", "signed_on": ""}, NotSigned),
        ({"notice_days": "7", "signed_on": ""}, NotSigned),
        ({"contract": "cusco-piece", "signed_on": ""}, NotSigned),
        ({"grade": "learner", "announced_on": "2026-10-30", "signed_on": "2026-11-15"}, NotSigned),
    ],
    ids=str,
)
def test_a_worse_contract_is_signed_by_her_announced_and_never_for_days_past(worked, row, fault):
    with pytest.raises(fault):
        sign(worked, **{**NEXT, **row})
    assert ContractVersion.objects.filter(worker="Q01").count() == 1


@pytest.mark.parametrize(
    "row",
    [
        {"grade": "senior", "signed_on": ""},
        {"since": "2026-10-01", "grade": "senior"},
        {"grade": "learner", "announced_on": "2026-10-30"},
        {"weekly_minutes": "1200"},
        {"contract": "cusco-piece", "grade": ""},
    ],
    ids=str,
)
def test_a_better_one_and_one_that_she_signed_in_time_are_recorded(worked, row):
    sign(worked, **{**NEXT, **row})
    assert ContractVersion.objects.filter(worker="Q01").count() == 2


def test_two_contracts_in_one_file_are_looked_at_one_after_the_other(worked):
    first = {**AGREED, "worker": "Q02", "since": "2026-12-01", "grade": "senior", "signed_on": "2026-10-30"}
    with pytest.raises(NotAnnounced):
        sign(worked, {**first, "since": "2027-01-01", "grade": "learner"}, first)
    assert has("2027-01", "Q02") == ("cusco-hourly", "learner")  # as it was before the file


def test_saying_an_earlier_day_makes_no_past_day_future(worked):
    earlier = replace(worked, day=date(2026, 8, 20), clock=worked.day)
    with pytest.raises(LessBackwards):
        sign(earlier, **{**NEXT, "since": "2026-10-01", "grade": "learner", "announced_on": "2026-08-20"})


@pytest.mark.parametrize(
    ("since", "fault"), [("2026-10-01", LessBackwards), ("2026-12-01", NotSigned)], ids=str
)
def test_nobody_is_graded_down_past_her_contract(worked, since, fault):
    with pytest.raises(fault):
        grade(worked, since=since, grade="learner")
    assert not Graded.objects.exists()


def test_a_grade_that_counted_is_neither_corrected_down_nor_taken_back(worked):
    grade(worked, since="2026-10-01", grade="senior")
    key = {"worker": "Q01", "trade": "knitting", "since": "2026-10-01"}
    later = replace(worked, day=date(2100, 1, 1))
    for change in (lambda: correct(later, "graded", {**key, "grade": "learner"}, WHY),
                   lambda: take_back(later, "graded", key, WHY)):  # fmt: skip
        with pytest.raises(LessBackwards):
            change()
    assert has() == ("cusco-hourly", "senior")


def test_a_contract_nobody_has_agreed_to_yet_is_put_right_freely(here):
    payroll.taken_on(here, "Q03", grade="senior", since=date(2026, 10, 1))
    correct(here, "contract_version", {"worker": "Q03", "since": "2026-10-01", "grade": "learner"}, WHY)
    assert has(worker="Q03") == ("cusco-hourly", "learner")
    payroll.days(here, date(2026, 10, 5), date(2026, 10, 9), workers=("Q02",))
    with pytest.raises(LessBackwards):
        take_back(here, "contract_version", {"worker": "Q02", "since": "2026-09-01"}, WHY)
