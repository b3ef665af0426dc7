"""Where each month of a site stands."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import payroll
from jornal.actions import approving, months, paying
from jornal.actions.approving import head_of
from jornal.actions.closing import close_month
from jornal.actions.issuing import draft
from jornal.actions.months import open_month
from jornal.actions.verb import done
from jornal.reads.money import owed
from offices import office

SEPTEMBER, OCTOBER = "2026-09", "2026-10"


@pytest.fixture
def here(september, tmp_path):
    with payroll.copied(september, tmp_path) as found:
        yield replace(found, day=date(2026, 10, 31))


def approve(month: str) -> None:
    _, whole = approving.found("cusco", month)
    row = {"month": month, "head": head_of(whole), "total": whole.total}
    done("approve", approving.VERBS["approve"], office("hq_finance", "F1", day=date(2026, 10, 2)), [row])


def money(here, verb: str, **more: str) -> None:
    one = months.of("cusco", SEPTEMBER)
    rows = [
        {"month": SEPTEMBER, "day": "2026-10-05", "part": part, **more}
        for part in sorted({sum_.part for sum_ in owed(one.run)})
    ]
    done(verb, paying.VERBS[verb], here, rows)


def state() -> tuple[str, int]:
    one = months.of("cusco", SEPTEMBER)
    return one.state, one.left


def test_a_month_goes_from_one_state_to_the_next(here):
    total = months.of("cusco", SEPTEMBER).whole.total
    seen = [state()]
    approve(SEPTEMBER)
    seen.append(state())
    money(here, "pay", way="cash", paper="list 1")
    seen.append(state())
    money(here, "arrived", proof="list 1")
    seen.append(state())
    close_month(here, SEPTEMBER)
    seen.append(state())
    assert seen == [("issued", 0), ("approved", 0), ("paid", total), ("received", total), ("closed", total)]
    assert months.of("cusco", SEPTEMBER).left_on == date(2026, 10, 5)


def test_money_that_came_back_has_not_left(here):
    approve(SEPTEMBER)
    money(here, "pay", way="cash", paper="list 1")
    done("came-back", paying.VERBS["came-back"], here, [
        {"month": SEPTEMBER, "day": "2026-10-06", "worker": "Q01", "reason": "not_collected"}
    ])  # fmt: skip
    assert state()[0] == "approved"


def test_the_open_month_is_the_one_cut_off_else_the_one_after_the_last_else_the_first_with_a_record(here):
    assert open_month("cusco", here.day) == OCTOBER
    here.put([draft(here, OCTOBER)])
    assert open_month("cusco", here.day) == OCTOBER
    assert [(one.run.month, one.state) for one in months.months("cusco")] == [
        (OCTOBER, "cut off"),
        (SEPTEMBER, "issued"),
    ]
    assert open_month("elsewhere", here.day) == OCTOBER


def test_a_month_without_an_approval_waits_for_headquarters(here):
    assert [one.run.month for one in months.unapproved()] == [SEPTEMBER]
    approve(SEPTEMBER)
    assert months.unapproved() == []
    assert months.of("cusco", "2026-08") is None


def test_sums_of_fewer_than_five_people_are_shown_to_nobody_who_may_not_see_each(here):
    one = months.of("cusco", SEPTEMBER)
    assert (one.whole.slips, one.shown) == (3, None)
    one.whole.slips = months.FEWEST
    assert one.shown is one.whole


def test_it_asks_the_register_as_often_for_two_months_as_for_one(here):
    def asked() -> int:
        months.months("cusco")
        with CaptureQueriesContext(connection) as seen:
            months.months("cusco")
        return len(seen)

    approve(SEPTEMBER)
    close_month(here, SEPTEMBER)
    before = asked()
    payroll.month(here, OCTOBER)
    payroll.issued(here, OCTOBER)
    close_month(replace(here, day=date(2026, 11, 1)), OCTOBER)
    assert asked() == before


def test_it_is_read_alike_on_each_database(database, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here, SEPTEMBER)
    assert open_month("cusco", here.day) == SEPTEMBER
    payroll.issued(here, SEPTEMBER)
    late = replace(here, day=date(2026, 10, 8))
    money(late, "pay", way="cash", paper="1", day="2026-10-08", part="in_hand")
    one = months.of("cusco", SEPTEMBER)
    assert (one.state, one.left, one.received) == ("issued", one.whole.in_hand, 0)


def test_the_money_of_a_month_is_found_by_its_slips_and_no_other_months_payment_is_read(sqlite, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here, OCTOBER)
    payroll.issued(here, OCTOBER)
    with CaptureQueriesContext(connection) as seen:
        months.of("cusco", OCTOBER)
    (asked,) = [one["sql"] for one in seen.captured_queries if 'SUM("jornal_payment"' in one["sql"]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked}")
        plan = [row[3] for row in cursor.fetchall()]
    assert not any(step.startswith(("SCAN jornal_payment", "SCAN U0 USING INDEX slip")) for step in plan)
    assert any(step.startswith("SEARCH jornal_payment") and "slip=?" in step for step in plan)


def test_what_one_newcomer_earns_cannot_be_read_from_two_months_side_by_side(tmp_path):
    five = {f"Q{number:02}": ("cusco-hourly", "maker") for number in range(1, 6)}
    whole = payroll.built(tmp_path / "whole", SEPTEMBER, workers=five)
    with payroll.copied(whole, tmp_path / "own") as here:
        payroll.taken_on(here, "Q06", since=date(2026, 10, 1))
        payroll.month(here, OCTOBER)
        payroll.issued(here, OCTOBER)
        found = months.months("cusco")
        assert [one.shown is not None for one in found] == [True, True]
        assert months.beside(found) == {SEPTEMBER}
