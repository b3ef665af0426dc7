"""Release is told, never guessed; a plan is offered; what is owed is owed as ever; papers are given."""

from datetime import date

import pytest

import crew
import making
import payroll
import peopled
from jornal.actions import release, saving
from jornal.actions.given import NotKnownHere, NotYet
from jornal.actions.release import NoSuchPaper, owing
from jornal.actions.verb import BadRows, done
from jornal.actions.waiting import waiting
from jornal.facts.people import OpeningBalance
from jornal.facts.release import ReleaseExpected, ReleasePlan
from jornal.journal.keys import Locked
from jornal.units.listed import ListedTerm
from jornal.words.catalogue import Words


def do(at, verb, *rows):
    return list(done(verb, release.VERBS[verb], at, rows))


@pytest.fixture
def here(sqlite):
    return crew.begun()


def expected(here, month="2027-01"):
    return do(here, "expect-release", {"worker": "QC01", "month": month, "source": "authority"})


def asked(here):
    return [one.said(Words("en")) for one in waiting(here) if "released" in one.says]


def test_a_plan_to_be_offered_waits_on_the_first_page_until_she_answers(database):
    here = crew.begun()
    expected(here)
    assert asked(here) == ["QC01 is to be released in January 2027; offer her a plan"]
    do(here, "offer-release-plan", {"worker": "QC01", "answer": "made", "work": "home"})
    assert asked(here) == []


def test_where_nothing_was_told_nothing_waits(here):
    assert asked(here) == []


@pytest.mark.parametrize("month", ["soon", "2027-13", "2027", "2027-02-03"])
def test_what_is_no_month_is_refused(here, month):
    with pytest.raises(BadRows, match="write it as 2027-02"):
        expected(here, month)
    assert not ReleaseExpected.objects.exists()


def test_her_plan_is_sealed_and_holds_nothing_that_is_never_kept(sqlite, tmp_path):
    here = crew.begun(keys := crew.names(tmp_path))
    row = {"worker": "QC01", "answer": "made"}
    with pytest.raises(Locked):
        do(crew.office(day=crew.TODAY), "offer-release-plan", {**row, "told": "Weave at my aunt's."})
    with pytest.raises(ListedTerm):
        do(here, "offer-release-plan", {**row, "told": "Since the murder nobody waits for her."})
    (plan,) = do(here, "offer-release-plan", {**row, "told": "Weave at my aunt's."})
    assert "aunt" not in plan.told != ""
    assert keys is not None


def test_papers_are_given_by_their_names_in_one_order(here):
    (given,) = do(here, "give-release-papers", {"worker": "QC01", "papers": "plan, contract"})
    assert given.papers == ["contract", "plan"]
    with pytest.raises(NoSuchPaper, match='"passport" is none of the papers'):
        do(here, "give-release-papers", {"worker": "QC01", "papers": "passport"})


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"worker": "QC09", "answer": "made"}, NotKnownHere),
        ({"worker": "QC01", "answer": "later", "day": "2027-01-01"}, NotYet),
    ],
)
def test_who_is_not_known_and_what_has_not_come_is_refused(here, row, fault):
    with pytest.raises(fault):
        do(here, "offer-release-plan", row)
    assert not ReleasePlan.objects.exists()


def test_days_that_no_month_has_paid_are_owed(here):
    for day in ("2026-10-01", "2026-10-02"):
        crew.do(here, "mark", {"worker": "QC01", "day": day, "minutes": "300"})
    found = owing("cusco", "QC01", crew.TODAY)
    assert (found.days, found.since, found.months, found.savings) == (2, date(2026, 10, 1), (), None)
    assert owing("cusco", "QC02", crew.TODAY).nothing


def test_what_she_saved_is_owed_on_her_last_day_until_it_is_paid_out(here):
    before = {"site": "cusco", "year_to_date": {}, "savings": 5_000, "source": "her book"}
    here.put([OpeningBalance(worker="QC01", day=date(2026, 9, 30), **before)])
    found = owing("cusco", "QC01", crew.TODAY)
    assert (found.savings, found.nothing) == (5_000, False)
    paid = {
        "what": "paid_out",
        "amount": "5000",
        "day": "2026-10-02",
        "asked_on": "2026-10-01",
        "paper": "her note",
    }
    done("move-savings", saving.VERBS["move-savings"], here, [{"worker": "QC01", **paid}])
    assert owing("cusco", "QC01", crew.TODAY).nothing


def test_what_was_issued_and_has_not_left_is_owed_by_its_month(sqlite):
    here = payroll.begun(sqlite.home)
    payroll.month(here, "2026-10")
    payroll.issued(here, "2026-10")
    worker = next(iter(payroll.WORKERS))
    found = owing("cusco", worker, date(2026, 11, 5))
    assert [month for month, _ in found.months] == ["2026-10"]
    assert (found.months[0][1] > 0, found.days, found.nothing) == (True, 0, False)


def test_a_kit_that_is_out_is_owed_to_her_until_it_is_counted(sqlite):
    here = making.begun()
    kit = {"worker": "QC01", "lot": making.opened(here), "pieces": "2", "day": "2026-10-05"}
    code = peopled.do(here, "issue-kit", kit)[0].code
    found = owing("cusco", "QC01", crew.TODAY)
    assert (found.kits, found.nothing) == (((code, date(2026, 10, 5)),), False)
    peopled.do(here, "return-kit", {"kit": code, "good": "0"})
    assert owing("cusco", "QC01", crew.TODAY).nothing
