"""The end of a day and of a month."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

import crew
import hands
import payroll
from jornal.actions import answers, paying
from jornal.actions.approving import NothingToApprove
from jornal.actions.closing import close_day, close_month, closed, day_heads, month_head, would_close
from jornal.actions.office import NotYourRole, Office
from jornal.actions.verb import done
from jornal.facts.pay import MonthClosed
from offices import office

OCTOBER = "2026-10"


@pytest.fixture
def here(october, tmp_path):
    with payroll.copied(october, tmp_path) as found:
        yield replace(found, day=date(2026, 12, 1))


def test_at_the_end_of_a_day_every_book_written_here_has_a_head_to_print(here):
    assert [(head.book, head.why, len(head.code)) for head in close_day(here)] == [
        ("cusco", "day", 10),
        ("hq", "day", 10),
        ("hq.cusco", "day", 10),
    ]


def test_a_month_closes_with_what_is_still_unpaid_and_owed_on(database, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here)
    issued = payroll.issued(here, OCTOBER)
    closed = close_month(here, OCTOBER)
    assert (closed.fact.unpaid, closed.fact.in_transit) == (issued.whole.total, 0)
    assert (closed.head.why, closed.head.seq) == ("month", closed.fact.seq)


def test_what_is_under_way_or_asked_is_counted_and_holds_no_close_up(here):
    row = {"month": OCTOBER, "worker": "Q01", "day": "2026-11-07"}
    (paid,) = done("pay", paying.VERBS["pay"], here, [{**row, "way": "cash", "paper": "list 10"}])
    done("ask-about-pay", answers.VERBS["ask-about-pay"], here, [{**row, "says": "why so little?"}])
    fact = close_month(here, OCTOBER).fact
    assert (fact.in_transit, fact.open_questions, fact.unpaid > 0) == (paid.amount, 1, True)


def test_what_would_be_closed_is_what_is_closed_and_its_head_is_found_again(here):
    before = would_close(here, OCTOBER)
    assert closed("cusco", OCTOBER) is None
    done_ = close_month(here, OCTOBER)
    assert (before.unpaid, before.in_transit, before.open_questions) == (done_.fact.unpaid, 0, 0)
    assert closed("cusco", OCTOBER) == done_.fact
    assert month_head(done_.fact) == done_.head


def test_closing_twice_records_once(here):
    assert close_month(here, OCTOBER).fact == close_month(here, OCTOBER).fact
    assert MonthClosed.objects.count() == 1


def test_a_month_without_pay_is_not_closed(here):
    with pytest.raises(NothingToApprove):
        close_month(here, "2026-11")


@pytest.mark.usefixtures("here")
def test_a_trainer_closes_nothing():
    trainer = office("trainer", "T1", day=date(2026, 12, 1))
    for close in (close_day, lambda at: close_month(at, OCTOBER)):
        with pytest.raises(NotYourRole):
            close(trainer)


def signed(at: Office, days: int) -> list[str]:
    """The day closed at noon, Lima time, some days after 30 October; the codes of what was signed."""
    begin = hands.BEGIN.replace(month=10, day=30, hour=17) + timedelta(days=days)
    return sorted(
        head.code for head in close_day(replace(at, hand=hands.hand("S1", "site_manager", begin=begin)))
    )


@pytest.mark.usefixtures("sqlite")
def test_a_day_has_the_last_heads_signed_on_it_else_the_next_and_before_that_none():
    here = crew.begun()
    friday, saturday, sunday = (date(2026, 10, 30) + timedelta(days=n) for n in range(3))
    assert day_heads("cusco", friday) == []
    first = signed(here, 0)
    payroll.days(here, friday, friday, workers=("QC01",))
    again = signed(here, 0)
    payroll.days(here, date(2026, 10, 29), date(2026, 10, 29), workers=("QC01",))
    later = signed(here, 2)
    assert first != again
    assert sorted(head.code for head in day_heads("cusco", friday)) == again
    assert min(head.code for head in day_heads("cusco", saturday) if head.book == "cusco") in later
    assert [head.book for head in day_heads("cusco", sunday)] == ["cusco"]
    assert day_heads("cusco", sunday + timedelta(days=1)) == []
