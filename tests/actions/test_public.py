"""What a passport says of its workshop beside pay; never of fewer than five, and nothing that nobody recorded."""

from datetime import date, timedelta

import pytest

import crew
import making
from jornal.actions import public
from jornal.facts.lots import Lot
from jornal.facts.organisation import Agreement, Site, Staff, Visit
from jornal.facts.pay import Finding, Slip
from jornal.facts.people import Consent, ConsentWithdrawn, Enrolled, Left, Offer, OfferAnswered
from jornal.journal.record import record
from peopled import do

TODAY = crew.TODAY


@pytest.fixture
def here(sqlite):
    return making.begun()


def offered(here, number: int, answer: str = "") -> None:
    for one in range(number):
        worker = f"QX{one:02}"
        found = Offer(
            worker=worker, number=1, site="cusco", day=date(2026, 9, 1), language="es", terms_version="1"
        )
        record([found], "cusco", here.hand)
        if answer:
            said = OfferAnswered(offer=found.root, number=1, answer=answer, day=date(2026, 9, 8))
            record([said], "cusco", here.hand)


@pytest.mark.parametrize(("people", "asked"), [(4, None), (5, 5)])
def test_people_who_said_no_are_counted_from_five_on(here, people, asked):
    offered(here, people, "refused")
    found = public.consent("cusco", TODAY)
    assert (found["asked"], found["no"], found["stopped"]) == (asked, asked, None)


def test_whoever_took_her_consent_back_or_left_of_her_own_is_counted_once(here):
    offered(here, 5)
    given = {"purpose": "work", "scope": "", "number": 7, "language": "es", "witness_of": "chaplain"}
    for one in range(5):
        worker = f"QX{one:02}"
        said = Consent(worker=worker, given_on=date(2026, 9, 2), expires_on=date(2027, 9, 1), **given)
        record([said], "cusco", here.hand)
        record([ConsentWithdrawn(consent=said.root, day=date(2026, 10, 1))], "cusco", here.hand)
    left = Left(
        enrolled=Enrolled.objects.get(worker="QC01").root,
        worker="QX00",
        site="cusco",
        day=date(2026, 10, 1),
        reason="own_choice",
    )
    record([left], "cusco", here.hand)
    found = public.consent("cusco", TODAY)
    assert (found["stopped"], found["witnesses"]) == (5, ["chaplain", "ngo"])


def test_where_nobody_was_offered_work_or_came_or_costed_it_nothing_is_said(here):
    code = making.opened(here)
    assert public.consent("cusco", TODAY) is None
    assert public.outsiders("cusco", TODAY) is None
    assert public.wages(Lot.objects.get(code=code)) is None
    assert public.contact(Site(site="cusco", authority="inpe"), TODAY) == ""


def test_a_visit_counts_if_it_was_held_within_the_year_by_somebody_from_outside(here):
    people = [Staff(staff="A1", of="other", languages=[]), Staff(staff="B1", of="enterprise", languages=[])]
    record(people, "hq", here.hand)
    rows = [
        ("A1", date(2026, 10, 1), "held"), ("A1", date(2026, 9, 1), "held"), ("A1", date(2026, 8, 1), "cancelled"),
        ("A1", date(2025, 10, 1), "held"), ("B1", date(2026, 10, 2), "held"),
    ]  # fmt: skip
    record(
        [Visit(site="cusco", day=day, visitor=who, state=state, promises=[]) for who, day, state in rows], "cusco",
        here.hand,
    )  # fmt: skip
    found = public.outsiders("cusco", TODAY)
    assert (found["held"], found["last"]) == (2, "2026-10-01")


def test_findings_have_their_dates_and_nothing_of_what_they_are_about(here):
    rows = [
        Finding(site="cusco", control="HRS-01", about="QC01", day=date(2026, 9, day), lies_with="site", says="QC01",
                facts={}, closed_on=closed)
        for day, closed in ((1, None), (2, TODAY), (3, date(2025, 9, 3)))
    ]  # fmt: skip
    record(rows, "cusco", here.hand)
    found = public.findings("cusco", TODAY)
    assert (found["open"], found["dates"]) == (1, [{"day": "2026-09-01", "with": "site"}])
    assert (found["closed_in_a_year"], "QC01" in str(found)) == (1, False)


def test_the_share_that_is_wages_is_that_of_the_cost_sheet_when_the_lot_was_opened(here):
    do(making.headquarters(), "set-cost", making.COST)
    lot = Lot.objects.get(code=making.opened(here))
    assert public.wages(lot) == {"of_10000": 3900, "since": "2026-10-01"}
    assert public.wages(replace_day(lot, date(2026, 9, 30))) is None


def replace_day(lot: Lot, day: date) -> Lot:
    return Lot(product=lot.product, site=lot.site, opened_on=day)


def test_complaints_go_where_the_agreement_in_force_says(here):
    site = Site(site="cusco", authority="inpe")
    for number, says, ends in ((1, "old@example.org", None), (2, "ombud@example.org", TODAY)):
        record(
            [Agreement(agreement="a", number=number, authority="inpe", parties=[], model="employment",
                       clauses=[{"name": "complaints", "says": says}], signed_on=date(2026, 1, 1),
                       holds_from=date(2026, 1, number), expires_on=ends, digest="")],
            "hq", here.hand,
        )  # fmt: skip
    assert public.contact(site, TODAY) == "ombud@example.org"
    assert public.contact(site, TODAY + timedelta(1)) == "old@example.org"


def test_how_pay_was_split_is_read_from_the_slips_and_what_is_held_is_in_hand_once(here):
    lines = {
        "lines": [{"part": "instruction", "kind": "family", "amount": 40}, {"part": "own", "kind": "own"}]
    }
    slips = [Slip(worker=f"Q{one}", in_hand=50, held=25, deductions=10, lines=lines) for one in range(5)]
    assert public.parted(slips)["shares"] == {"family": 4000, "in_hand": 5000, "taken": 1000}
    assert public.parted(slips[:4]) == {"shown": "few", "fewer_than": 5}
