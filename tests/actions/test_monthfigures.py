"""What was paid in a month is told as sums of five or more, in bands, and for an hour beside its floor."""

from dataclasses import replace

import pytest

import crowd
import payroll
from jornal.actions.monthfigures import sums
from jornal.actions.monthreport import month_report
from jornal.facts.pay import Slip
from jornal.reads.monthly import Paid

SIX = {f"Q0{number}": ("cusco-hourly", "maker" if number < 6 else "learner") for number in range(1, 7)}


@pytest.fixture(scope="module")
def six(tmp_path_factory):
    return payroll.built(tmp_path_factory.mktemp("six"), "2026-09", "2026-10", workers=SIX)


@pytest.fixture(scope="module")
def three(tmp_path_factory):
    return payroll.built(tmp_path_factory.mktemp("three"), "2026-10")


def figures(whole, to):
    with payroll.copied(whole, to) as here:
        crowd.site("cusco")
        gross = sum(Slip.objects.values_list("gross", flat=True))
        return month_report(replace(here, site=""), "2026-10"), gross


def test_what_six_earned_stands_beside_the_month_before_and_the_floor(six, tmp_path):
    found, gross = figures(six, tmp_path)
    assert found.whole.gross["PEN"] + found.whole_before.gross["PEN"] == gross
    assert (found.whole.statements, found.whole.topped, found.whole.late) == (6, (0, 5), (0, 5))
    assert found.whole.hour.people == 6
    assert found.whole.hour.lowest <= found.whole.hour.median
    assert found.whole.hour.compared["guarantee"] > 0
    assert found.waiting == ()


def slip(worker: str, top_up: int) -> Paid:
    return Paid("cusco", worker, "PEN", 100_000, 10_000, top_up, {}, 31)


@pytest.mark.parametrize(("topped", "told"), [(0, {"PEN": 0}), (4, {}), (5, {"PEN": 5_000})])
def test_a_sum_in_which_fewer_than_five_have_a_part_is_not_told(topped, told):
    slips = [slip(f"Q{number:02}", 1_000 if number < topped else 0) for number in range(8)]
    assert (sums(slips, "top_up"), sums(slips, "gross")) == (told, {"PEN": 800_000})


def test_nothing_is_told_of_what_three_earned(three, tmp_path):
    found, _ = figures(three, tmp_path)
    assert (found.whole.gross, found.whole.hour, found.whole.topped, found.whole.statements) == (
        {},
        None,
        None,
        0,
    )
    assert len(found.small) == 1


def test_a_month_that_is_not_issued_tells_nothing_of_pay(six, tmp_path):
    with payroll.copied(six, tmp_path) as here:
        crowd.site("cusco")
        found = month_report(replace(here, site=""), "2026-11")
    assert (found.whole.gross, found.whole.hour) == ({}, None)
    assert [one.site for one in found.waiting] == ["cusco"]
