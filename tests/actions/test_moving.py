"""What is carried over when a worker moves, and what she brings from before."""

import json
from datetime import date

import pytest

import moved
import paidbefore
import payroll
from jornal.actions.given import NotKnownHere, NotYet
from jornal.actions.moving import NotLeft, SameSite, last_slip
from jornal.facts.pay import Adjustment, Run, Slip
from jornal.facts.people import CarriedOver, OpeningBalance
from jornal.facts.work import Graded
from jornal.journal import place
from jornal.journal.keys import Locked
from jornal.journal.record import record
from jornal.reads.openings import openings
from jornal.reads.people import enrolled
from jornal.reads.people import names as called
from jornal.rules.rows import CreditCarry
from jornal.units.periods import month
from offices import DAY, office
from peopled import NONE_ELSE, agreed, do, names, opened, working
from vaulted import READER

LEFT, COMES = date(2026, 10, 30), date(2026, 11, 2)
CARRY = {"year": 2026, "year_to_date": {"gross": 118000}, "owed_back": 500, "week_top_up": 0}
CREDIT = '{"carry":[{"code":"PE-R5","credited":12,"days":3,"minutes":40}],"credit":[]}'


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    opened("lima", "QL")
    return names(tmp_path)


def gone(keys):
    """Somebody who worked in Cusco and left for Lima."""
    worker = working(keys)
    do(office(day=LEFT), "leave", {"worker": worker, "reason": "transfer"})
    return worker


def paid(keys, worker, label="2026-10"):
    run = paidbefore.run(label, cursor={"cusco": place.found("cusco").seq})
    paidbefore.slip(run, worker, carry=CARRY, credit=keys.seal(worker, "credit", CREDIT))
    paidbefore.issued(run)


def adjusted(worker, day, amount):
    fact = Adjustment(
        worker=worker, day=day, what="refund", number=1, site="cusco", label="soap", amount=amount
    )
    record([fact], "cusco", office().hand)


def carried(worker, **more):
    at = office("hq_operations", "H1", "lima", day=COMES)
    return do(at, "transfer", {"worker": worker, "from_site": "cusco", **more})[0]


def test_what_her_last_slip_carries_goes_on_at_the_new_site(database, tmp_path):
    opened()
    opened("lima", "QL")
    keys = names(tmp_path)
    worker = gone(keys)
    paid(keys, worker)
    end = place.found("cusco")
    kept = carried(worker)
    assert (kept.book, kept.carry, kept.source_seq, kept.source_digest) == (
        "hq.lima",
        CARRY,
        end.seq,
        end.digest,
    )
    found = openings(keys=keys, reader=READER)[worker]
    assert found.credit == (CreditCarry("PE-R5", 3, 40, 12),)
    assert (found.year, found.year_to_date, found.owed_back) == (2026, {"gross": 118000}, 500)


def test_she_keeps_her_code_and_name_and_takes_up_work_there(keys):
    worker = gone(keys)
    carried(worker)
    at = office(site="lima", day=COMES)
    do(at, "offer-work", {"worker": worker, "language": "es", "alternatives": NONE_ELSE})
    agreed(worker, COMES, "lima")
    later = office(site="lima", day=date(2026, 11, 9))
    do(later, "enrol", {"worker": worker, "language": "es"})
    assert [one.worker for one in enrolled("lima", month("2026-11"))] == [worker]
    assert called([worker], keys, reader=READER, upto={"hq.lima": 10**6, "lima": 10**6}) == {
        worker: "Ana Quispe"
    }


def test_at_the_new_site_her_code_is_enough_though_its_computer_never_saw_the_old_book(keys):
    said = {"worker": "QC007H", "from_site": "cusco", "into_site": "lima", "day": COMES, "birth_year": 1990}
    at = office("hq_operations", "H1", "lima").hand
    record([CarriedOver(**said, source_book="cusco", source_seq=1)], "hq.lima", at)
    here = office(site="lima", day=COMES)
    do(here, "offer-work", {"worker": "QC007H", "language": "es", "alternatives": NONE_ELSE})
    agreed("QC007H", COMES, "lima")
    do(office(site="lima", day=date(2026, 11, 9)), "enrol", {"worker": "QC007H", "language": "es"})
    assert [one.worker for one in enrolled("lima", month("2026-11"))] == ["QC007H"]


def test_nobody_takes_up_work_elsewhere_without_being_carried_over(keys):
    worker = gone(keys)
    with pytest.raises(NotKnownHere):
        do(office(site="lima"), "offer-work", {"worker": worker, "language": "es", "alternatives": NONE_ELSE})


def test_whoever_has_not_left_is_not_carried_over(keys):
    worker = working(keys)
    with pytest.raises(NotLeft, match="has not left cusco by 2026-11-02"):
        carried(worker)
    do(office(day=LEFT), "leave", {"worker": worker, "reason": "transfer"})
    with pytest.raises(NotLeft, match="by 2026-10-29"):
        carried(worker, day="2026-10-29")
    with pytest.raises(NotYet):
        carried(worker, day="2026-11-03")


@pytest.mark.parametrize(("site", "from_site"), [("cusco", "cusco"), ("", "cusco")])
def test_a_transfer_is_from_one_site_to_another(keys, site, from_site):
    worker, at = gone(keys), office("hq_operations", "H1", site, day=COMES)
    with pytest.raises(SameSite, match="--site NEW"):
        do(at, "transfer", {"worker": worker, "from_site": from_site})


def test_carried_over_twice_is_once_though_the_old_book_went_on(keys):
    worker = gone(keys)
    first = carried(worker)
    paid(keys, worker)
    assert carried(worker).root == first.root
    assert CarriedOver.objects.count() == 1


def test_without_a_slip_the_opening_balance_goes_on(keys):
    worker = gone(keys)
    row = {"worker": worker, "day": "2026-10-01", "gross": "90000", "savings": "2500", "credit_rule": "PE-R5"}
    do(office(keys=keys), "opening-balance", {**row, "owed_back": "310"})
    kept = carried(worker)
    assert (kept.carry, kept.savings) == (
        {"year": 2026, "year_to_date": {"gross": 90000}, "owed_back": 310},
        2500,
    )
    assert (
        json.loads(keys.opened(worker, "credit", kept.credit, reader=READER))["carry"][0]["code"] == "PE-R5"
    )


def test_where_nothing_is_known_nothing_is_made_up(keys):
    kept = carried(gone(keys))
    assert (kept.carry, kept.credit, kept.savings) == ({}, "", None)


def test_what_was_carried_over_before_goes_on_to_a_third_site(keys):
    opened("puno", "QP")
    worker = gone(keys)
    paid(keys, worker)
    carried(worker)
    do(
        office(site="lima", day=COMES),
        "offer-work",
        {"worker": worker, "language": "es", "alternatives": NONE_ELSE},
    )
    agreed(worker, COMES, "lima")
    do(office(site="lima", day=date(2026, 11, 9)), "enrol", {"worker": worker, "language": "es"})
    do(office(site="lima", day=date(2026, 11, 9)), "leave", {"worker": worker, "reason": "transfer"})
    at = office("hq_operations", "H1", "puno", day=date(2026, 11, 10))
    (kept,) = do(at, "transfer", {"worker": worker, "from_site": "lima"})
    assert (kept.carry, bool(kept.name)) == (CARRY, True)


def test_her_grades_and_the_sums_still_open_are_named(keys):
    worker = gone(keys)
    for day, grade in ((date(2026, 10, 1), "learner"), (date(2026, 10, 20), "maker")):
        record(
            [Graded(worker=worker, trade="knitting", since=day, grade=grade, assessor="T1")],
            "cusco",
            office().hand,
        )
    adjusted(worker, date(2026, 10, 5), 700)
    paid(keys, worker)
    adjusted(worker, date(2026, 10, 29), 900)
    kept = carried(worker)
    assert kept.grades == [{"trade": "knitting", "grade": "maker", "since": "2026-10-20", "assessor": "T1"}]
    assert [(one["day"], one["amount"]) for one in kept.open_adjustments] == [("2026-10-29", 900)]


def test_a_month_that_was_begun_and_not_issued_is_not_her_last(keys):
    worker = working(keys)
    paid(keys, worker, "2026-09")
    paidbefore.slip(paidbefore.run("2026-10"), worker)
    assert last_slip(worker, "cusco").carry == CARRY
    assert last_slip(worker, "lima") is None


def test_the_year_before_jornal_was_used_is_an_opening_balance(database, tmp_path):
    opened()
    keys = names(tmp_path)
    worker = working(keys)
    row = {
        "worker": worker, "day": "2026-10-01", "gross": "90000", "in_hand": "40000", "credit_rule": "PE-R5",
        "days_carried": "3", "credited_before": "12", "source": "payslips of September",
    }  # fmt: skip
    do(office(keys=keys), "opening-balance", row)
    kept = OpeningBalance.objects.get()
    assert (kept.year_to_date, kept.savings, kept.source) == (
        {"gross": 90000, "in_hand": 40000}, None, "payslips of September",
    )  # fmt: skip
    assert openings(keys=keys, reader=READER)[worker].credit == (CreditCarry("PE-R5", 3, 0, 12),)


def test_without_credit_it_needs_no_names_and_with_it_they_are_open(keys):
    worker = working(keys)
    with pytest.raises(Locked):
        do(office(), "opening-balance", {"worker": worker, "credit_rule": "PE-R5"})
    (kept,) = do(office(), "opening-balance", {"worker": worker, "gross": "1"})
    assert (kept.credit, kept.day) == ("", DAY)


def test_carried_over_again_once_the_old_site_has_settled_nothing_is_missing_or_counted_twice(tmp_path):
    september, october = [date(2026, 9, day) for day in (21, 22, 23, 24)], [date(2026, 10, 1), COMES]
    with moved.desk(moved.built(tmp_path / "begun", date(2026, 9, 1)), tmp_path / "desk") as at:
        at.today = date(2026, 9, 30)
        for day in september:
            at.marked("Q01", day, "work", 300)
        at.issued("cusco", "2026-09")
        at.today = date(2026, 11, 30)
        at.marked("Q01", october[0], "work", 300)
        at.left("Q01", LEFT)
        at.carried("Q01", COMES)
        at.began("Q01", COMES)
        for site, months in (("lima", ("2026-09", "2026-10", "2026-11")), ("cusco", ("2026-10",))):
            at.marked("Q01", COMES, "work", 300)
            for of in months:
                at.issued(site, of)
        at.carried("Q01", at.today)
        at.today = date(2026, 12, 31)
        at.issued("lima", "2026-12")
        last = payroll.slip("Q01", "2026-12", "lima")
        every = Slip.objects.filter(worker="Q01").values_list("gross", flat=True)
        assert last.carry["year_to_date"]["gross"] == sum(every)
        told = at.here.opened().opened("Q01", "credit", last.credit, reader=READER)
        assert [row[1:] for row in json.loads(told)["carry"]] == [
            [1, 0, 1]
        ]  # six days, one credited for five


@pytest.mark.parametrize("last", ["2027-01", "2027-02"])
def test_what_the_old_site_pays_in_the_new_year_is_in_that_year_at_the_new_site(tmp_path, last):
    months = ("2026-11", "2026-12", "2027-01", "2027-02")
    with moved.desk(moved.built(tmp_path / "begun", date(2026, 11, 1)), tmp_path / "desk") as at:
        at.today = date(2026, 11, 30)
        at.left("Q01", date(2026, 11, 28))
        at.carried("Q01", date(2026, 11, 29))
        at.began("Q01", date(2026, 11, 29))
        for month in months[: months.index(last)]:
            at.today = moved.last_of(month)
            for site in moved.SITES:
                at.issued(site, month)
        at.today = moved.last_of(last)
        at.marked("Q01", date(2026, 11, 24), "work", 120)
        at.issued("cusco", last)
        at.carried("Q01", at.today)
        at.issued("lima", last)
        stands = payroll.slip("Q01", last, "lima").carry
        paid = Slip.objects.filter(
            worker="Q01", run__in=Run.objects.filter(month__gte="2027-01").values("root")
        )
        assert (stands["year"], stands["year_to_date"]["gross"]) == (2027, sum(one.gross for one in paid))
        assert payroll.slip("Q01", last).gross > 0
