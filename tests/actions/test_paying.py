"""Money out, recorded."""

import threading
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

import hands
import payroll
from jornal.actions import answers, approving, paying
from jornal.actions.approving import head_of
from jornal.actions.paying import ForWhom, MoreThanOwed, NoSuchPayment, NotApproved, NotYetOut, OnlyByCashList
from jornal.actions.recompute import closes, transit
from jornal.actions.verb import done
from jornal.facts.pay import Finding, Payment, PaymentReceived, PaymentReturned, Run
from jornal.journal.record import AlreadyRecorded
from jornal.reads.money import owed
from offices import office

OCTOBER, SOON, DUE = "2026-10", "2026-11-03", "2026-11-07"
CASH = {"day": SOON, "way": "cash", "paper": "list 10"}
ROSTER = {"Q01": ("cusco-hourly", "maker"), "Q02": ("cusco-hourly", "learner")}


@pytest.fixture(scope="module")
def october(tmp_path_factory):
    return payroll.built(tmp_path_factory.mktemp("october"), OCTOBER, workers=ROSTER)


@pytest.fixture
def here(october, tmp_path):
    """October is issued, not approved; today is a month later, and at the end the money of both books closes."""
    with payroll.copied(october, tmp_path) as found:
        yield replace(found, day=date(2026, 12, 1))
        assert not [one.says for run in Run.objects.all() for one in closes(run)]


@pytest.fixture
def approved(here):
    """October is approved too."""
    run, whole = approving.found("cusco", OCTOBER)
    row = {"month": OCTOBER, "head": head_of(whole), "total": whole.total}
    done("approve", approving.VERBS["approve"], office("hq_finance", "F1", day=date(2026, 11, 2)), [row])
    assert run
    return here


def say(verb: str, here, *rows: dict, **row) -> list:
    return done(verb, paying.VERBS[verb], here, [{"month": OCTOBER, **one} for one in rows or (row,)])


def october_run() -> Run:
    return Run.objects.get(month=OCTOBER)


def in_hand() -> dict[str, tuple[int, int, int]]:
    """By worker: received, under way, still open."""
    return {
        one.worker: (one.received, one.in_transit, one.open)
        for one in owed(october_run())
        if one.part == "in_hand"
    }


def test_everybody_is_paid_what_is_in_hand_once(database, tmp_path):
    here = replace(payroll.begun(tmp_path, ROSTER), day=date(2026, 12, 1))
    payroll.month(here)
    payroll.issued(here, OCTOBER)
    assert len(say("pay", here, **{**CASH, "day": DUE})) == 2
    assert say("pay", here, **{**CASH, "day": DUE}) == []
    assert all(left == 0 for _, _, left in in_hand().values())
    assert transit(october_run()).in_transit == sum(under_way for _, under_way, _ in in_hand().values())


@pytest.mark.parametrize(
    ("row", "fault", "says"),
    [
        (CASH, NotApproved, "from 2026-11-07"),
        ({**CASH, "day": DUE, "way": "bank"}, OnlyByCashList, "signed list"),
        ({**CASH, "day": DUE, "paper": ""}, OnlyByCashList, "its paper"),
        ({**CASH, "day": "2026-12-01", "part": "deduction"}, NotApproved, "wait for it"),
        ({**CASH, "day": "2026-12-02"}, NotYetOut, "after today"),
    ],
)
def test_without_approval_only_what_is_due_leaves_in_cash_against_a_list(row, fault, says, here):
    with pytest.raises(fault, match=says):
        say("pay", here, **row)
    assert not Payment.objects.exists()


def test_on_its_day_pay_goes_out_without_approval_or_names_and_the_finding_is_headquarters(here):
    locked = replace(here, keys=None)
    made = say("pay", locked, **{**CASH, "day": DUE})
    assert [payment.late for payment in made] == [True] * 2
    (finding,) = Finding.objects.current()
    assert (finding.lies_with, finding.about) == ("headquarters", "run 2026-10")


def test_a_dispute_a_question_and_a_finding_hold_nothing_back(here):
    hers = {"month": OCTOBER, "worker": "Q01", "day": SOON}
    done("answer-slip", answers.VERBS["answer-slip"], here, [{**hers, "answer": "disputed", "lines": "1"}])
    done("ask-about-pay", answers.VERBS["ask-about-pay"], here, [{**hers, "says": "why so little?"}])
    here.put(
        [
            Finding(
                site="cusco", control="PAY-01", about="run 2026-10", day=here.day, lies_with="site", says="!"
            )
        ]
    )
    say("pay", here, **{**CASH, "day": DUE})
    assert all(left == 0 for _, _, left in in_hand().values())


def test_pay_that_leaves_after_its_day_is_marked_late_though_it_was_approved(approved):
    assert [one.late for one in say("pay", approved, day="2026-11-09", way="bank")] == [True] * 2
    assert not Finding.objects.exists()


@pytest.mark.parametrize(
    ("row", "fault", "says"),
    [
        ({"worker": "Q01", "amount": "99999999"}, MoreThanOwed, "is open for Q01"),
        ({"worker": "Q01", "amount": "0"}, MoreThanOwed, "0.00 PEN would be paid"),
        ({"worker": "Q01", "amount": "-5"}, MoreThanOwed, "-0.05 PEN would be paid"),
        ({"worker": "Q99"}, MoreThanOwed, "nothing is owed there"),
        ({"worker": "Q01", "part": "deduction", "payee": "nobody"}, MoreThanOwed, "nothing is owed"),
        ({"amount": "100"}, ForWhom, "several at once"),
    ],
)
def test_nobody_is_paid_what_is_not_owed(row, fault, says, approved):
    with pytest.raises(fault, match=says):
        say("pay", approved, **CASH, **row)
    assert not Payment.objects.exists()


def test_a_payment_in_parts_adds_up_and_each_part_has_its_paper(approved):
    first = say("pay", approved, **CASH, worker="Q01", amount="1000")
    assert say("pay", approved, **CASH, worker="Q01", amount="1000") == first
    say("pay", approved, worker="Q01", amount="1000", day=SOON, way="cash", paper="list 11")
    say("pay", approved, worker="Q01", day=SOON, way="cash", paper="list 12")
    assert (in_hand()["Q01"][2], Payment.objects.count()) == (0, 3)


def test_two_parts_in_one_set_are_two_payments(approved):
    parts = [{**CASH, "worker": "Q01", "amount": "1000"}, {**CASH, "worker": "Q01", "paper": "list 11"}]
    assert [one.number for one in say("pay", approved, *parts)] == [1, 2]
    assert in_hand()["Q01"][2] == 0


def test_deductions_go_to_who_takes_them(approved):
    say("pay", approved, day=SOON, way="bank", part="deduction")
    assert all(one.open == 0 for one in owed(october_run()) if one.part == "deduction")
    assert all(left > 0 for _, _, left in in_hand().values())


def test_a_payment_that_came_back_is_owed_again_and_paid_again(approved):
    say("pay", approved, day=SOON, way="bank", worker="Q01")
    back = {"day": SOON, "worker": "Q01", "reason": "account_closed"}
    say("came-back", approved, **back)
    assert say("came-back", approved, **back) == []
    assert in_hand()["Q01"][2] > 0
    (again,) = say("pay", approved, **CASH, worker="Q01")
    assert (again.number, in_hand()["Q01"][2], PaymentReturned.objects.count()) == (2, 0, 1)


def test_a_list_that_was_signed_for_one_who_got_nothing_is_put_right(approved):
    say("pay", approved, **CASH)
    say("arrived", approved, day=SOON, proof="list 10")
    say("came-back", approved, day="2026-11-05", worker="Q02", reason="not_collected")
    received, under_way, left = in_hand()["Q02"]
    assert (received, under_way, left > 0, in_hand()["Q01"][2]) == (0, 0, True, 0)


def test_what_left_is_under_way_until_it_is_shown_to_have_arrived(approved):
    say("pay", approved, day=SOON, way="bank")
    before = transit(october_run())
    say("arrived", approved, day=SOON, proof="bank day 2026-11-03")
    assert say("arrived", approved, day=SOON, proof="bank day 2026-11-03") == []
    after = transit(october_run())
    assert (before.received, after.in_transit, PaymentReceived.objects.count()) == (0, 0, 2)
    assert before.in_transit == after.received > 0


@pytest.mark.parametrize("verb", ["arrived", "came-back"])
def test_what_was_not_paid_neither_arrives_nor_comes_back(verb, approved):
    with pytest.raises(NoSuchPayment):
        say(verb, approved, day=SOON, worker="Q01")


def test_headquarters_pays_into_its_own_book_where_the_site_writes_the_sites(approved):
    finance = replace(approved, hand=hands.hand("F1", "hq_finance", hands.HEADQUARTERS))
    assert paying._book(finance) == "hq_site"
    assert paying._book(approved) == "site"


@pytest.mark.parametrize("papers", [("list 10", "list 10"), ("list 10", "list 11")])
def test_two_who_pay_at_once_pay_once(papers, database, tmp_path):
    here = replace(payroll.begun(tmp_path, ROSTER), day=date(2026, 12, 1))
    payroll.month(here)
    payroll.issued(here, OCTOBER)
    ready, told = threading.Barrier(2), []

    def pay(paper: str) -> None:
        try:
            ready.wait(10)
            told.append(len(say("pay", here, **{**CASH, "day": DUE, "paper": paper})))
        except AlreadyRecorded:
            told.append("already")
        finally:
            connection.close()

    both = [threading.Thread(target=pay, args=(paper,)) for paper in papers]
    for one in both:
        one.start()
    for one in both:
        one.join(30)
    assert len(told) == 2
    assert Payment.objects.count() == 2
    assert all(left == 0 for _, _, left in in_hand().values())
