"""Rights before commerce: a critical finding stops promises, lots, shipments and publications, and no wage."""

from dataclasses import replace
from datetime import date

import pytest

import labelled
import making
import payroll
from crew import TODAY
from jornal.actions.gate import NotToLeave, may_leave
from jornal.actions.markets import Checked, answered
from jornal.actions.rights import RightsFirst
from jornal.facts.labels import PassportIssued
from jornal.facts.orders import OrderConfirmed
from jornal.facts.pay import Finding, Slip
from jornal.journal.record import corrected, record
from jornal.words.catalogue import LANGUAGES, Words
from making import COST, at_three_quarters
from peopled import do

ORDER = {
    "order": "o1", "customer": "A shop", "wanted_on": "2027-03-31", "cutoff_on": "2027-02-06", "currency": "PEN",
    "country": "DK",
}  # fmt: skip
LINE = {"order": "o1", "line": "1", "product": "sweater", "at": "cusco", "quantity": "5", "price": "20000"}


def found(here, control: str, site: str = "cusco", day: date = TODAY) -> Finding:
    """A finding that nobody has closed, recorded in the book of the office."""
    one = Finding(
        site=site, control=control, about=f"QC01 {control}", day=day, lies_with="site",
        says="A sentence", facts={}, closed_on=None,
    )  # fmt: skip
    record([one], here.site, here.hand)
    return one


def put_right(here, finding: Finding) -> None:
    record([corrected(finding, "she was asked, and paid", closed_on=here.day)], here.site, here.hand)


def promised(hq):
    do(hq, "set-cost", COST)
    do(hq, "place-order", ORDER)
    do(hq, "add-line", LINE)
    return do(hq, "confirm-order", {"order": "o1"})


def test_an_order_is_not_promised_past_a_critical_finding_and_is_once_it_is_put_right(database):
    here, hq = making.begun(), making.headquarters()
    at_three_quarters(here)
    stops = found(here, "HRS-04")
    with pytest.raises(RightsFirst, match=r"Order o1: no.*HRS-04 at cusco since.*No wage waits"):
        promised(hq)
    assert not OrderConfirmed.objects.exists()
    put_right(here, stops)
    do(hq, "confirm-order", {"order": "o1"})
    assert OrderConfirmed.objects.count() == 1


@pytest.mark.usefixtures("sqlite")
def test_a_promised_order_does_not_grow_past_it_and_may_shrink_to_nothing():
    here, hq = making.begun(), making.headquarters()
    at_three_quarters(here)
    promised(hq)
    found(here, "PAY-04")
    with pytest.raises(RightsFirst):
        do(hq, "add-line", {**LINE, "quantity": "6"})
    do(hq, "add-line", {**LINE, "quantity": "0"})


@pytest.mark.usefixtures("sqlite")
def test_neither_the_lot_nor_its_passport_nor_a_shipment_passes():
    here = making.begun()
    do(
        making.headquarters(),
        "set-checklist",
        {"product": "sweater", "since": making.SINCE, "asks": "Seams even"},
    )
    code = making.opened(here)
    do(here, "issue-material", {"lot": code, "material": labelled.material(), "quantity": "4500"})
    making.made(here, code)
    do(here, "finish-lot", {"lot": code, "quantity": "10"})
    do(making.judge(), "judge-lot", {"lot": code, "good": "10", "answers": "yes"})
    row = Checked(shipment="s", destination="PE", origin="PE")
    assert (may_leave(here, code).judged.good, answered(here, row).critical) == (10, ())
    found(here, "CON-01")
    with pytest.raises(NotToLeave, match="a critical finding is open: CON-01 at cusco"):
        may_leave(here, code)
    asked = answered(here, row)
    assert (asked.goes, "CON-01" in str(asked.rights())) == (False, True)


@pytest.mark.usefixtures("sqlite")
def test_no_passport_is_issued_past_it_and_the_one_that_stands_stays():
    here = making.begun()
    code = labelled.judged(here)
    labelled.issued(here, code)
    found(here, "VOL-01")
    with pytest.raises(RightsFirst, match=f"passport of lot {code}"):
        labelled.issued(here, code)
    assert PassportIssued.objects.count() == 1


@pytest.mark.parametrize(
    ("control", "site", "day", "passes"),
    [
        ("PAY-09", "cusco", TODAY, True),  # a major one is told, and stops nothing
        ("PAY-04", "lima", TODAY, True),  # another site's
        ("PAY-04", "cusco", date(2099, 1, 1), True),  # not found yet
        ("OUR-01", "cusco", TODAY, False),  # one that the Standard does not name
    ],
)
@pytest.mark.usefixtures("sqlite")
def test_only_a_critical_finding_of_its_own_site_that_stands_stops_it(control, site, day, passes):
    here = making.begun()
    code = labelled.judged(here)
    found(here, control, site, day)
    if passes:
        assert labelled.issued(here, code).code == code
    else:
        with pytest.raises(RightsFirst):
            labelled.issued(here, code)


@pytest.mark.usefixtures("sqlite")
def test_headquarters_cannot_pass_it_by_naming_no_site():
    here = making.begun()
    found(here, "PAY-04")
    row = Checked(shipment="s", destination="DK", origin="PE")
    asked = [answered(replace(making.headquarters(), site=site), row) for site in ("", "hq")]
    assert [one.goes for one in asked] == [False, False]


@pytest.mark.usefixtures("sqlite")
def test_no_wage_waits_for_it(tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here)
    found(here, "PAY-04")
    payroll.issued(here, "2026-10")
    assert {one.status for one in Slip.objects.all()} == {"ready"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("sqlite")
def test_it_is_said_in_every_language_with_the_control(language):
    here = making.begun()
    code = labelled.judged(here)
    found(here, "PAY-04")
    with pytest.raises(RightsFirst) as refused:
        labelled.issued(here, code)
    text = refused.value.told(Words(language).say, lambda _, value: value)
    assert [one in text for one in ("PAY-04", code)] == [True, True]
    assert ("{" in text, "critical" in text) == (False, language == "en")
