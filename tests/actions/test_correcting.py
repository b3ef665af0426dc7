"""Corrections of any fact: by whom, of what, with which reason."""

from dataclasses import replace
from datetime import date

import pytest

import hands
import payroll
from jornal.actions.attendance import NotARow
from jornal.actions.correcting import (
    NoSuchFact,
    NoSuchKind,
    NotAValue,
    correct,
    take_back,
    take_back_many,
    versions,
)
from jornal.actions.decided import MonthIssued, NotASum, OwnApproval
from jornal.actions.hours import DoNotFit
from jornal.actions.office import NotGranted, NotYourRole
from jornal.facts.attendance import Shift
from jornal.facts.organisation import RoleGranted
from jornal.facts.pay import Adjustment, Finding, PayQuery
from jornal.facts.people import Worker
from jornal.facts.work import ContractVersion
from jornal.journal import books
from jornal.journal.record import CorrectedMeanwhile, NotCorrectable, record
from jornal.journal.vaultlog import Reader
from jornal.units.listed import ListedTerm
from offices import granted, office

DAY = date(2026, 10, 1)
KEY = {"worker": "Q01", "day": "2026-10-01", "number": "1"}
SUM = {
    "worker": "Q01", "day": DAY, "what": "refund", "number": 1, "site": "cusco", "label": "soap", "amount": 500,
    "reason": "paid twice", "payer": "qori", "approver": "F1",
}  # fmt: skip
OF_SUM = {"worker": "Q01", "day": "2026-10-01", "what": "refund", "number": "1"}


@pytest.fixture
def here(begun, tmp_path):
    with payroll.copied(begun, tmp_path) as found:
        found.put([Shift(worker="Q01", day=DAY, number=1, site="cusco", what="work", minutes=300)])
        yield found


def test_a_fact_is_corrected_taken_back_and_stands_again(database, tmp_path):
    here = payroll.begun(tmp_path)
    here.put([Shift(worker="Q01", day=DAY, number=1, site="cusco", what="work", minutes=300)])
    correct(here, "shift", {**KEY, "minutes": "240"}, "she left early")
    take_back(here, "shift", KEY, "another's day")
    assert not Shift.objects.current().exists()
    correct(here, "shift", KEY, "it was hers after all")
    assert [(one.minutes, one.void) for one in versions("shift", KEY)] == [
        (300, False), (240, False), (240, True), (240, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("role", "kind", "values", "allowed"),
    [
        ("trainer", "shift", {**KEY, "minutes": "240"}, True),
        ("quality", "shift", {**KEY, "minutes": "240"}, True),
        ("hq_finance", "shift", {**KEY, "minutes": "240"}, False),
        ("trainer", "contract_version", {"worker": "Q01", "since": "2026-09-01", "grade": "senior"}, False),
        (
            "site_manager",
            "contract_version",
            {"worker": "Q01", "since": "2026-09-01", "grade": "senior"},
            True,
        ),
        (
            "trainer",
            "balance",
            {"worker": "Q01", "step": "pe-reparation", "day": "2026-09-01", "amount": "5"},
            False,
        ),
        ("trainer", "adjustment", {**OF_SUM, "amount": "600"}, False),
        ("hq_finance", "adjustment", {**OF_SUM, "amount": "600", "approver": "F2"}, True),
    ],
)
def test_whoever_records_a_kind_corrects_it(role, kind, values, allowed, here):
    here.put([Adjustment(**SUM)])
    at = office(role, "X1")
    if allowed:
        assert correct(at, kind, values, "because").by == "X1"
        return
    with pytest.raises(NotYourRole):
        correct(at, kind, values, "because")


@pytest.mark.usefixtures("here")
def test_a_role_is_corrected_by_who_grants_roles_and_not_by_who_holds_one():
    key = {"staff": "F1", "what": "hq_finance", "site": "", "since": "2026-01-01", "until": "2030-01-01"}
    with pytest.raises(NotYourRole):
        correct(office("hq_finance", "F1"), "role_granted", key, "longer")
    assert correct(office("hq_operations", "H1"), "role_granted", key, "longer").book == "hq"


def test_a_book_is_corrected_by_who_has_the_role_at_its_site(here):
    books.opened("lima", "hq", here.hand)
    record([Shift(worker="Q09", day=DAY, number=1, site="lima", what="work", minutes=300)], "lima", here.hand)
    record([RoleGranted(staff="S5", what="site_manager", site="cusco", since=DAY)], "hq", here.hand)
    only_cusco = replace(here, hand=hands.hand("S5", "site_manager"))
    with pytest.raises(NotGranted, match="at lima"):
        correct(only_cusco, "shift", {**KEY, "worker": "Q09", "minutes": "240"}, "because")
    granted("S5", "site_manager", "lima")
    assert correct(only_cusco, "shift", {**KEY, "worker": "Q09", "minutes": "240"}, "because").book == "lima"


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"approver": "S1"}, OwnApproval),
        ({"amount": "-1"}, NotASum),
        ({"reason": "in for theft"}, ListedTerm),
    ],
)
def test_a_decided_sum_is_corrected_as_one_is_decided(values, fault, here):
    here.put([Adjustment(**SUM)])
    with pytest.raises(fault):
        correct(here, "adjustment", {**OF_SUM, **values}, "because")


def test_a_sum_that_an_issued_slip_settled_stays_as_it_was(here):
    here.put([Adjustment(**SUM)])
    payroll.issued(here, "2026-10")
    with pytest.raises(MonthIssued):
        correct(here, "adjustment", {**OF_SUM, "amount": "600"}, "because")
    with pytest.raises(MonthIssued):
        take_back(here, "adjustment", OF_SUM, "because")


def test_sealed_text_is_sealed_anew_and_the_same_text_is_no_correction(here):
    correct(here, "worker", {"worker": "Q01", "name": "Ana Huaman"}, "misspelt")
    tip = Worker.objects.current().get(worker="Q01")
    reader = Reader("S1", "test", here.hand.now())
    assert here.opened().opened("Q01", "name", tip.name, reader=reader) == "Ana Huaman"
    with pytest.raises(NotCorrectable, match="says so already"):
        correct(here, "worker", {"worker": "Q01", "name": "Ana Huaman"}, "misspelt")


def test_sealed_text_that_is_never_kept_is_refused(here):
    with pytest.raises(ListedTerm):
        correct(here, "shift", {**KEY, "note": "in for murder"}, "because")


def test_what_a_worker_asked_in_her_own_words_is_rewritten_by_nobody(here):
    here.put([PayQuery(worker="Q01", day=DAY, number=1, site="cusco")])
    with pytest.raises(NotCorrectable, match="her own word"):
        correct(here, "pay_query", {**KEY, "told": "nothing"}, "because")


@pytest.mark.parametrize(
    ("kind", "values", "fault"),
    [
        ("shoe", KEY, NoSuchKind),
        ("shift", {**KEY, "worker": "Q99"}, NoSuchFact),
        ("shift", {"worker": "Q01"}, NoSuchFact),
        ("shift", {**KEY, "minutes": "many"}, NotAValue),
        ("shift", {**KEY, "colour": "red"}, NotAValue),
        ("shift", {**KEY, "minutes": "300"}, NotCorrectable),
        ("run", {"site": "cusco", "month": "2026-10", "number": "1", "currency": "USD"}, NotCorrectable),
    ],
)
def test_what_cannot_be_corrected_is_refused(kind, values, fault, here):
    payroll.issued(here, "2026-10")
    with pytest.raises(fault):
        correct(here, kind, values, "because")
    assert Shift.objects.count() == 1
    assert ContractVersion.objects.count() == 3


def test_taking_back_needs_the_key_and_nothing_else(here):
    with pytest.raises(NotCorrectable, match="nothing else"):
        take_back(here, "shift", {**KEY, "minutes": "1"}, "because")


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"what": "wrok"}, NotARow),
        ({"minutes": ""}, NotARow),
        ({"minutes": "1500"}, NotARow),
        ({"start": "480", "end": "780"}, NotARow),
        ({"minutes": "", "start": "700", "end": "900"}, DoNotFit),
    ],
    ids=str,
)
def test_a_row_of_a_day_is_corrected_into_what_a_row_can_say(values, fault, here):
    here.put([Shift(worker="Q01", day=DAY, number=2, site="cusco", what="work", start=780, end=840)])
    with pytest.raises(fault):
        correct(here, "shift", {**KEY, **values}, "because")


def test_what_a_corrected_row_leaves_open_is_followed_up(here):
    correct(here, "shift", {**KEY, "what": "injury", "minutes": ""}, "it was an injury")
    assert list(Finding.objects.values_list("control", "about")) == [("OHS-04", "Q01 injury")]


def test_who_looked_at_an_older_version_is_told(here):
    first = Shift.objects.get(worker="Q01")
    correct(here, "shift", {**KEY, "minutes": "240"}, "she left early", upon=first.id)
    with pytest.raises(CorrectedMeanwhile):
        correct(here, "shift", {**KEY, "minutes": "200"}, "she left earlier", upon=first.id)


def test_what_somebody_corrected_meanwhile_is_not_taken_back_unseen(here):
    first = Shift.objects.get(worker="Q01")
    correct(here, "shift", {**KEY, "minutes": "240"}, "she left early")
    with pytest.raises(CorrectedMeanwhile):
        take_back(here, "shift", KEY, "another's day", upon=first.id)
    assert Shift.objects.current().get(worker="Q01").minutes == 240
    take_back(here, "shift", KEY, "another's day", upon=Shift.objects.current().get(worker="Q01").id)
    with pytest.raises(NotCorrectable, match="taken back already"):
        take_back(here, "shift", KEY, "another's day")


def test_a_reason_says_nothing_that_is_never_kept(here):
    for change in (lambda why: correct(here, "shift", {**KEY, "minutes": "240"}, why),
                   lambda why: take_back(here, "shift", KEY, why)):  # fmt: skip
        with pytest.raises(ListedTerm):
            change("in for murder")


def test_many_rows_are_taken_back_together_or_none(here):
    here.put([Shift(worker="Q02", day=DAY, number=1, site="cusco", what="work", minutes=300)])
    keys = [{**KEY, "worker": worker} for worker in ("Q01", "Q02")]
    with pytest.raises(NoSuchFact):
        take_back_many(here, "shift", [*keys, {**KEY, "worker": "Q99"}], "the wrong day")
    assert Shift.objects.current().count() == 2
    assert [one.why for one in take_back_many(here, "shift", keys, "the wrong day")] == ["the wrong day"] * 2
    assert (Shift.objects.current().count(), take_back_many(here, "shift", [], "nothing")) == (0, [])
