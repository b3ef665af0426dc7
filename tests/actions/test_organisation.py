"""The enterprise, its authorities and agreements, as headquarters records them."""

from datetime import date

import pytest

from jornal.actions.office import NotYourRole
from jornal.actions.organisation import EndsBefore, NotAnOutsider, NotThere, TooSoon
from jornal.actions.verb import BadRows
from jornal.facts.organisation import Agreement, Authority, Employer, Enterprise
from offices import office
from peopled import do, opened

FOUNDED = {"enterprise": "looms", "label": "Looms", "model": "employment", "country": "PE", "currency": "PEN"}
SIGNED = {
    "agreement": "looms-inpe", "authority": "inpe", "parties": "Looms; INPE", "model": "employment",
    "clauses": "inspection: any day; retention_years: 12", "model_signed_by": "Defensoría", "fee": "10 % of gross pay",
    "signed_on": "2026-01-01", "expires_on": "2028-12-31",
}  # fmt: skip


def at(day=date(2026, 10, 1)):
    return office("hq_operations", "H1", "", day=day)


def test_an_enterprise_an_authority_and_an_agreement_stand_in_headquarters_book(database):
    do(at(), "found-enterprise", FOUNDED)
    do(at(), "name-authority", {"authority": "inpe", "label": "INPE", "contact": "secretaria"})
    (kept,) = do(at(), "sign-agreement", SIGNED)
    assert (Enterprise.objects.get().model, Authority.objects.get().contact) == ("employment", "secretaria")
    assert (kept.book, kept.number, kept.parties, kept.holds_from) == (
        "hq",
        1,
        ["Looms", "INPE"],
        date(2026, 1, 1),
    )
    assert kept.clauses[1] == {"name": "retention_years", "says": "12"}


@pytest.mark.parametrize(
    "row",
    [{"country": "Peru"}, {"currency": "XYZ"}, {"model": "charity"}, {"enterprise": "Looms"}, {"label": ""}],
    ids=str,
)
def test_an_enterprise_has_a_model_a_country_and_a_currency(sqlite, row):
    with pytest.raises(BadRows):
        do(at(), "found-enterprise", {**FOUNDED, **row})
    assert not Enterprise.objects.exists()


def test_a_site_has_an_employer_in_law_from_a_day_on(sqlite):
    opened()
    row = {"at": "cusco", "label": "Looms SAC", "registration": "20601", "since": "2026-01-01"}
    do(at(), "name-employer", row)
    assert Employer.objects.get().registration == "20601"
    with pytest.raises(NotThere, match='no site "lima" yet'):
        do(at(), "name-employer", {**row, "at": "lima"})


@pytest.mark.parametrize(
    ("row", "fault", "says"),
    [
        ({"authority": "nowhere"}, NotThere, "name-authority"),
        ({"model_signed_by": "H1"}, NotAnOutsider, "An outsider signs"),
        ({"model_signed_by": "T1"}, NotAnOutsider, "T1 is of the enterprise"),
        ({"model_signed_by": "G1"}, NotAnOutsider, "G1"),
        ({"model_signed_by": ""}, BadRows, "must be given"),
        ({"parties": "Looms"}, BadRows, "parties"),
        ({"clauses": "retention_years: long"}, BadRows, "number of years"),
        ({"expires_on": "2025-12-31"}, EndsBefore, "Correct one of the days"),
        ({"digest": "abc"}, BadRows, "SHA-256"),
    ],
    ids=str,
)
def test_an_agreement_that_says_too_little_is_refused(sqlite, row, fault, says):
    opened()
    with pytest.raises(fault, match=says):
        do(at(), "sign-agreement", {**SIGNED, **row})
    assert not Agreement.objects.exists()


def test_signed_again_it_is_the_next_version_and_sent_twice_it_is_the_same(sqlite):
    opened()
    for day in ("2026-01-01", "2026-01-01", "2026-06-01"):
        do(at(), "sign-agreement", {**SIGNED, "signed_on": day})
    assert list(Agreement.objects.order_by("number").values_list("number", "signed_on")) == [
        (1, date(2026, 1, 1)),
        (2, date(2026, 6, 1)),
    ]


def test_a_model_changes_with_thirty_days_notice(sqlite):
    opened()
    do(at(), "sign-agreement", SIGNED)
    craft = {**SIGNED, "model": "craft", "signed_on": "2026-06-01"}
    with pytest.raises(TooSoon, match="Let it hold from 2026-07-01 or later"):
        do(at(), "sign-agreement", {**craft, "holds_from": "2026-06-30"})
    (kept,) = do(at(), "sign-agreement", craft)
    assert kept.holds_from == date(2026, 7, 1)
    assert do(at(), "sign-agreement", craft)[0].root == kept.root


def test_a_site_manager_signs_nothing_for_the_enterprise(sqlite):
    opened()
    with pytest.raises(NotYourRole, match="done by hq operations"):
        do(office(), "sign-agreement", SIGNED)
