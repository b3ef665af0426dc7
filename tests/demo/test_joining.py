from datetime import date

from jornal.demo.people import people
from jornal.demo.world import place
from jornal.facts.people import Consent, Enrolled, Offer, OpeningBalance, Ratio
from jornal.facts.work import Balance, ContractVersion, Instruction

PEOPLE = people(place("qori/cusco"))


def test_the_same_fifteen_with_the_same_codes_and_first_days_are_enrolled(register):
    rows = dict(Enrolled.objects.current().values_list("worker", "since"))
    assert rows == {one.code: one.since for one in PEOPLE}


def test_a_consent_to_work_is_read_witnessed_from_outside_and_in_force(register):
    for one in PEOPLE:
        last = Consent.objects.current().filter(worker=one.code, purpose="work").order_by("number").last()
        assert last.read_by
        assert last.witness_of == "chaplain"
        assert last.expires_on > date(2026, 11, 13)


def test_work_is_offered_before_it_is_taken_up(register):
    offers = dict(Offer.objects.current().values_list("worker", "day"))
    assert all(offers[one.code] < one.since for one in PEOPLE)


def test_each_contract_has_its_copy_before_its_first_day(register):
    rows = list(ContractVersion.objects.current())
    assert len(rows) == 15
    assert all(one.copy_given_on < one.since for one in rows)


def test_what_is_owed_is_a_sum_none_or_unknown(register):
    owed = dict(Balance.objects.current().values_list("worker", "amount"))
    assert (owed[PEOPLE[3].code], owed[PEOPLE[0].code], owed[PEOPLE[5].code]) == (240000, 0, None)


def test_ratio_codes_are_sealed(register):
    assert Ratio.objects.current().count() == 15
    assert not any("PE-R" in told for told in Ratio.objects.values_list("told", flat=True))


def test_shares_for_families_rest_on_a_consent(register):
    rows = list(Instruction.objects.current().filter(purpose="family"))
    assert len(rows) >= 5
    assert all(one.consent for one in rows)


def test_the_year_so_far_is_brought_along(register):
    before = [one.code for one in PEOPLE if one.since < date(2026, 7, 1)]
    assert set(OpeningBalance.objects.current().values_list("worker", flat=True)) == set(before)
