"""Where each stands on the first day: the first month here is the month that sheets would have made."""

from dataclasses import replace
from datetime import date

import pytest

import databases
import payroll
import secondmonth
from jornal.actions import lastrun
from jornal.actions.decided import MoreThanOwedBack
from jornal.actions.recompute import closes, computed_again
from jornal.facts.pay import Run
from jornal.facts.people import CarriedOver, OpeningBalance
from jornal.facts.work import ContractVersion
from jornal.journal.entry import Entry
from jornal.journal.record import corrected, record
from jornal.journal.replay import replayed_faults
from jornal.reads import attendance
from jornal.reads.openings import openings
from jornal.rules.accrued import FROM_HERE
from jornal.rules.rows import Carry, Shift
from offices import office
from payroll import issued, lines, mended, slip
from secondmonth import AGREED, Workshop, amounts, of_register, of_sheets


@pytest.fixture(scope="module")
def september(tmp_path_factory):
    """A folder in which September was paid from sheets."""
    workshop = Workshop(tmp_path_factory.mktemp("september"))
    workshop.september()
    return workshop


@pytest.fixture
def here(september, sqlite):
    """The manager at her desk on the first of October, with nobody recorded."""
    return secondmonth.register(september, sqlite.home)


@pytest.fixture(scope="module")
def octobers(september, tmp_path_factory):
    """October twice: by worker what the sheets make of it, and what the register does."""
    folder = tmp_path_factory.mktemp("register")
    with databases.fresh("sqlite", folder / "home"):
        here = secondmonth.register(september, folder)
        slips = secondmonth.october(september, here)
        found = {code: of_register(one, here) for code, one in slips.items()}
    return {code: of_sheets(row) for code, row in september.by_sheets().items()}, found


def test_october_of_a_register_is_line_for_line_the_october_of_the_sheets(september, database):
    here = secondmonth.register(september, database.home)
    slips = secondmonth.october(september, here)
    sheets = september.by_sheets()
    assert {code: of_register(one, here) for code, one in slips.items()} == {
        code: of_sheets(row) for code, row in sheets.items()
    }
    assert not [one.says for run in Run.objects.all() for one in (*computed_again(run), *closes(run))]


@pytest.mark.parametrize(
    ("worker", "kind", "expected"),
    [
        # 27 h of September and 16 h of October are 13 h over thirty, at half of 11.80
        ("Q01", "overtime", [7670]),
        # five days are guaranteed 256.82: 7 scarves 87.50, their rest day 17.50, 116.59 came with September
        ("Q21", "top_up", [3523, 3886]),
        # the rest day of the week: 30 hats of September and 4 of October, over its two days
        ("Q22", "rest_pay", [16660]),
        ("Q02", "repayment", []),
        ("Q03", "deduction", [1180, 2360]),
    ],
)
def test_what_the_open_week_brings_is_in_both(octobers, worker, kind, expected):
    assert [amounts(october[worker], kind) for october in octobers] == [expected, expected]


@pytest.mark.parametrize(("worker", "total", "expected"), [("Q02", "owed_back", 4174), ("Q03", "held", 2360)])
def test_what_is_owed_back_is_shown_and_what_is_held_stays_with_her(octobers, worker, total, expected):
    for october in octobers:
        totals = october[worker]["totals"]
        assert totals[total] == expected
        assert totals["gross"] - totals["deductions"] == totals["own"] <= totals["in_hand"]


def test_leave_that_grew_and_was_taken_in_months_on_sheets_is_not_lost_by_moving_to_a_register(
    september, here
):
    slip = secondmonth.october(replace(september, people=secondmonth.LEAVING), here)["Q01"]
    (said,) = [one for one in slip.faults["faults"] if one["key"] == FROM_HERE]
    assert (said["stops"], "2026-09-01" in str(said)) == ("", True)
    brought = attendance.leave_brought("cusco", workers={"Q01", "Q02"})
    assert brought["Q01"] == (date(2026, 9, 1), ())


@pytest.mark.parametrize(
    "changed",
    [
        {"sums": AGREED},  # she agrees to give 3.00 back
        {"shifts": secondmonth.OCTOBER.replace("Q01,2026-10-02,8", "Q01,2026-10-02,1")},
        {"shifts": "code,day,hours\n"},  # nobody works in October, and the week ends all the same
        {"runs": ("2026-08", "2026-09")},
        {"people": secondmonth.PEOPLE + "Q40,Flor Inga,es,cusco-hourly,maker,1999,0,,,,,\n"},
        {"people": secondmonth.PEOPLE.replace("cusco-hourly,learner", "cusco-hourly,maker")},
        {"people": secondmonth.PEOPLE.replace("50 %,2026-01-02", "50 %,")},
        {"people": secondmonth.LEAVING},
    ],
    ids=["agreed", "short", "idle", "two runs", "somebody new", "another grade", "no consent", "leaving"],
)
def test_whatever_else_october_brings_it_is_the_same_from_both(september, here, changed):
    workshop = replace(september, **changed)
    slips = secondmonth.october(workshop, here)
    found = {code: of_register(one, here) for code, one in slips.items()}
    assert found == {code: of_sheets(row) for code, row in workshop.by_sheets().items()}


def test_what_she_agrees_to_give_back_is_taken_and_no_more_than_is_owed_back(september, here):
    secondmonth.october(replace(september, sums=AGREED), here)
    assert slip("Q02", "2026-10").totals["owed_back"] == 3874
    issued(here, "2026-11")
    assert slip("Q02", "2026-11").totals["owed_back"] == 3874


def test_more_than_the_run_shows_as_owed_back_is_refused(september, here):
    more = AGREED.replace("3.00", "41.75")
    with pytest.raises(MoreThanOwedBack, match="4174 is shown"):
        secondmonth.october(replace(september, sums=more), here)


def test_a_first_month_that_is_mended_later_still_knows_the_week_it_began_in(september, here):
    secondmonth.october(september, here)
    for worker in ("Q01", "Q02"):
        mended(here, worker, date(2026, 10, 19), 360)
    issued(here, "2026-11")
    kinds = {
        kind for worker in ("Q01", "Q02") for _, kind, _ in lines(worker, "2026-11", "2026-10", "earning")
    }
    assert (kinds, slip("Q02", "2026-11").totals["owed_back"]) == ({"hourly"}, 4174)


def test_she_has_given_back_what_she_has_given_back_though_its_month_is_mended_later(september, here):
    secondmonth.october(replace(september, sums=AGREED), here)
    mended(here, "Q02", date(2026, 10, 19), 360)
    issued(here, "2026-11")
    assert slip("Q02", "2026-11").totals["owed_back"] == 3874


def test_an_opening_that_is_corrected_is_owed_back_no_more(september, here):
    secondmonth.october(september, here)
    tip = OpeningBalance.objects.current().get(worker="Q02")
    record([corrected(tip, "the clock was wrong in August", owed_back=0)], "cusco", here.hand)
    issued(here, "2026-11")
    assert [slip("Q02", month).totals["owed_back"] for month in ("2026-10", "2026-11")] == [4174, 0]


def test_who_was_carried_over_and_back_keeps_the_week_her_first_month_began_in(september, here):
    secondmonth.october(september, here)
    back = CarriedOver(
        worker="Q01", from_site="lima", into_site="cusco", day=date(2026, 11, 23), source_book="lima", source_seq=1,
        carry=slip("Q01", "2026-10").carry,
    )  # fmt: skip
    record([back], "hq.cusco", office("hq_operations", "H1").hand)
    mended(here, "Q01", date(2026, 10, 5), 360)
    issued(here, "2026-11")
    assert lines("Q01", "2026-11", "2026-10", "earning") == [("earning", "hourly", 1180)]


def test_a_week_that_is_carried_is_not_worked_again_in_the_month_it_comes_from(sqlite):
    """Others of the site were paid September here already; whoever comes with a run of September was paid by sheets."""
    here = payroll.begun(sqlite.home, {"Q01": ("cusco-hourly", "maker"), "Q02": ("cusco-hourly", "maker")})
    payroll.month(here, "2026-09")
    week = lastrun.week(Carry(shifts=(Shift("s!2", date(2026, 9, 28), 540),)))
    here.put([OpeningBalance(worker="Q01", day=date(2026, 10, 1), site="cusco", week=week)])
    issued(here, "2026-09")
    assert lines("Q01", "2026-09") == lines("Q02", "2026-09")


def test_what_a_run_leaves_is_there_while_the_names_are_locked_but_for_the_tally(september, here):
    september.taken_in(here)
    ana = openings()["Q01"]
    assert ([one.minutes for one in ana.shifts], ana.credit) == ([540, 540, 540], ())
    assert "PE-R1" not in "".join(Entry.objects.filter(book="cusco").values_list("body", flat=True))


def without_run(september) -> Workshop:
    return replace(september, runs=())


def test_a_run_that_is_given_after_the_people_is_taken_up_as_a_correction(september, here):
    without_run(september).taken_in(here)
    assert openings()["Q02"].owed_back == 0
    taken = september.taken_in(here)
    assert (taken.people, taken.completed, taken.refused) == (0, ("Q01", "Q02", "Q03", "Q21", "Q22"), ())
    slips = september.by_register(replace(here, day=date(2026, 10, 31)))
    assert {code: of_register(one, here) for code, one in slips.items()} == {
        code: of_sheets(row) for code, row in september.by_sheets().items()
    }
    assert replayed_faults() == []


def test_a_run_that_is_given_twice_is_taken_once(september, here):
    september.taken_in(here)
    before = Entry.objects.count()
    taken = september.taken_in(here)
    assert (taken.completed, taken.refused, Entry.objects.count()) == ((), (), before)


def test_somebody_who_was_enrolled_by_hand_gets_what_the_run_leaves_her(september, here):
    payroll.taken_on(here, "Q01", since=date(2026, 10, 1))
    taken = september.taken_in(here)
    assert (taken.people, taken.completed) == (4, ("Q01",))
    assert openings()["Q01"].year_to_date["gross"] == 44545
    assert ContractVersion.objects.filter(worker="Q01").count() == 1


def test_whose_standing_is_known_of_another_day_is_named_and_left(september, here):
    payroll.taken_on(here, "Q01", since=date(2026, 9, 1))
    here.put([OpeningBalance(worker="Q01", day=date(2026, 9, 1), site="cusco", owed_back=7)])
    taken = september.taken_in(here)
    assert (taken.completed, taken.refused, openings()["Q01"].owed_back) == ((), ("Q01",), 7)


def test_who_was_paid_here_needs_no_run_and_no_row(september, here):
    september.taken_in(here)
    nobody = replace(september, people=secondmonth.PEOPLE.split("\nQ02")[0] + "\n")
    assert nobody.taken_in(here).known == ("Q01",)
