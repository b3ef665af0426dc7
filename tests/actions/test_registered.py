"""One month of a site as the register holds it."""

from dataclasses import replace
from datetime import date

import pytest

import payroll
from jornal.actions.inputs import NoSuchSite
from jornal.actions.issuing import draft
from jornal.actions.registered import Asked, month
from jornal.facts.attendance import Shift, Stoppage
from jornal.facts.people import Enrolled, Left
from jornal.facts.work import RateCard

OCTOBER = "2026-10"


@pytest.fixture
def here(begun, tmp_path):
    with payroll.copied(begun, tmp_path) as found:
        yield found


def read(here, *workers: str):
    return month(Asked(draft(here, OCTOBER), workers or tuple(payroll.WORKERS)))


def test_people_days_and_pieces_of_the_month_are_read_for_whoever_is_asked_for(database, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here)
    found = read(here, "Q01", "Q21")
    assert [one.worker.code for one in found.people] == ["Q01", "Q21"]
    assert sorted(found.entries) == ["Q01", "Q21"]
    assert [piece.good for piece in found.pieces["Q21"]] == [40]
    assert (found.label, found.site.id, found.enterprise.id) == (OCTOBER, "cusco", "qori")


def test_a_stoppage_gives_everybody_the_minutes_her_contract_plans(here):
    here.put(
        [
            Stoppage(
                site="cusco", workshop="", day=date(2026, 10, 6), number=1, what="lockdown", ordered_by="INPE"
            )
        ]
    )
    found = read(here)
    assert [(one.kind, one.minutes) for one in found.entries["Q01"]] == [("lockdown", 300)]


def test_a_rate_card_of_the_site_is_among_the_rates_of_each_contract_from_its_day(here):
    card = {"per": "hour", "operation": "", "grade": "maker", "amount": "12.50", "layer": "contract"}
    here.put([RateCard(site="cusco", since=date(2026, 10, 15), **card)])
    (contract,) = (one for one in read(here).enterprise.contract if one.id == "cusco-hourly")
    makers = [value for rate in contract.rate if rate.grade == "maker" for value in rate.value]
    assert [(str(one.since), str(one.until)) for one in makers][-2:] == [
        ("2026-07-01", "2026-10-14"),
        ("2026-10-15", "None"),
    ]


def test_a_site_that_is_not_in_the_terms_is_named(here):
    run = draft(here, OCTOBER)
    run.site = "lima"
    with pytest.raises(NoSuchSite):
        month(replace(Asked(run, ()), workers=()))


def test_a_rate_card_of_the_sixteenth_takes_no_pay_from_the_days_before_it(here):
    card = RateCard(
        site="cusco", per="hour", operation="", grade="maker", since=date(2026, 10, 16), amount="12.40",
        layer="contract", source="agreed on 9 October",
    )  # fmt: skip
    here.put([card], "hq_site")
    payroll.days(here, date(2026, 10, 15), date(2026, 10, 16))
    payroll.issued(here, "2026-10")
    slip = payroll.slip("Q01", "2026-10")
    hours = [(line["quantity"], line["amount"]) for line in slip.lines["lines"] if line["kind"] == "hourly"]
    assert hours == [(300, 5900), (300, 6200)]
    assert slip.status == "ready"


def test_the_leave_that_somebody_took_before_she_leaves_is_read_with_her(here):
    leave = {"worker": "Q01", "site": "cusco", "number": 1, "what": "leave"}
    here.put(
        [
            Shift(**leave, day=date(2026, 9, 3), minutes=120),
            Shift(**leave, day=date(2026, 9, 4), start=540, end=780, pause=30),
            Shift(**leave, day=date(2026, 9, 7)),
            Shift(**leave, day=date(2026, 10, 5)),
            Shift(**{**leave, "worker": "Q21"}, day=date(2026, 9, 3), minutes=60),
        ]
    )
    (stay,) = Enrolled.objects.current().filter(worker="Q01")
    here.put([Left(enrolled=stay.root, worker="Q01", site="cusco", day=date(2026, 10, 12), reason="release")])
    told = {one.worker.code: one.worker for one in read(here, "Q01", "Q21").people}
    before = ((date(2026, 9, 3), 120), (date(2026, 9, 4), 210), (date(2026, 9, 7), 0))
    assert (told["Q01"].leave_before, told["Q01"].known_since) == (before, date(2026, 10, 1))
    assert (told["Q21"].leave_before, told["Q21"].known_since) == ((), None)
