"""What was paid in a month is told as sums of five or more, in bands, and for an hour beside its floor."""

from collections import Counter, defaultdict
from dataclasses import replace

import pytest

import crowd
import payroll
from jornal.actions import monthfigures
from jornal.actions.monthfigures import OfSite, sums
from jornal.actions.monthreport import month_report
from jornal.facts.organisation import Site
from jornal.facts.pay import Slip
from jornal.reads.monthly import Marked, Paid

SIX = {f"Q0{number}": ("cusco-hourly", "maker" if number < 6 else "learner") for number in range(1, 7)}


@pytest.fixture(scope="module")
def six(tmp_path_factory):
    return payroll.built(tmp_path_factory.mktemp("six"), "2026-09", "2026-10", workers=SIX)


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


def test_two_deductions_at_one_site_cannot_be_found_by_taking_the_others_off():
    there = [slip(f"Q{number:02}", 1_000) for number in range(7)]
    here = [slip(f"P{number:02}", 400 if number < 2 else 0)._replace(site="puno") for number in range(7)]
    assert sums(here, "top_up") == {}
    assert sums([*there, *here], "top_up") == sums(there, "top_up") == {"PEN": 7_000}


def test_small_parts_of_two_sites_count_together_once_they_are_of_five():
    rows = [
        slip(f"{site}{n}", 100)._replace(site=site) for site, of in (("a", 2), ("b", 3)) for n in range(of)
    ]
    assert sums(rows, "top_up") == {"PEN": 500}


def work(minutes: int, working: int, site: str = "cusco") -> OfSite:
    """Six people of whom so many worked, six hours were planned for each, five knit and one alone links."""
    there = [f"{site}{number}" for number in range(6)]
    marked = Marked(Counter(dict.fromkeys(there[:working], minutes)), defaultdict(Counter))
    counted = {"knit": dict.fromkeys(there[:5], (10, 1)), "link": {there[5]: (38, 2)}}
    return OfSite(
        site=Site(site=site), there=there, of=frozenset(there), tenure=[90] * 6, marked=marked,
        planned=Counter(dict.fromkeys(there, 360)), issued=False, slips=[], late=set(), counted=counted,
        rejected={"knit": Counter({there[0]: 3}), "link": Counter({there[5]: 4})},
    )  # fmt: skip


def test_what_one_woman_alone_made_cannot_be_found_in_what_all_made():
    found = monthfigures.figures([work(300, 6)])
    assert found.made == {"knit": (50, 5)}
    assert found.rejected == (3, 55)


@pytest.mark.parametrize(("working", "told"), [(1, None), (4, None), (5, 1_500), (6, 1_800), (0, None)])
def test_the_hours_of_a_month_in_which_few_worked_are_theirs_alone(working, told):
    assert monthfigures.figures([work(300, working)]).minutes == told


def test_the_hours_of_one_who_worked_are_in_no_sum_with_another_site():
    both = monthfigures.figures([work(300, 6), work(300, 1, "puno")])
    assert (both.minutes, both.planned) == (1_800, 6 * 360)


def test_a_site_where_nobody_worked_still_stands_in_what_was_agreed():
    both = monthfigures.figures([work(300, 6), work(300, 0, "puno")])
    assert (both.minutes, both.planned) == (1_800, 12 * 360)


def test_nothing_is_told_of_what_three_earned(october, tmp_path):
    found, _ = figures(october, tmp_path)
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
