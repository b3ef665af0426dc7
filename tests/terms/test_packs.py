from datetime import date

import pytest

from jornal.terms.dated import in_force
from jornal.terms.load import enterprises, pack, packs


@pytest.mark.parametrize("country", ["pe", "th", "mx", "uk"])
def test_every_row_that_ships_cites_its_source_and_what_is_verified_says_when(country: str):
    law = pack(country)
    kinds = (
        law.rules.floor,
        law.rules.overtime,
        law.rules.night,
        law.rules.premium,
        law.rules.rest_pay,
        law.rules.pause,
        law.rules.limit,
        law.rules.step,
        law.figure,
    )
    values = [value for kind in kinds for row in kind for value in row.value]
    values += [*law.provision, *law.holiday, *law.rules.credit, *law.rules.waterfall]
    assert not [value for value in values if not value.source or value.confidence is None]
    assert not [value for value in values if value.confidence in ("V", "I") and value.checked is None]


@pytest.mark.parametrize("country", ["pe", "th", "mx", "uk"])
def test_no_pack_claims_a_lawyer_who_has_not_read_it(country: str):
    assert pack(country).reviewed_by == ""


def test_who_employs_and_who_splits_is_said():
    falls = {row.id: row.who_splits for law in packs().values() for row in law.rules.waterfall}
    assert falls["pe-operator-split"] == "the workshop operator"
    assert falls["mx-on-request"] == "nobody, unless the worker asks"
    said = {row.id for law in packs().values() for row in law.provision}
    assert {"pe-who-may-employ", "mx-authority-never-employer", "uk-no-minimum"} <= said


def test_a_benefit_unit_may_change_on_a_day_of_its_own():
    (uma,) = [row for row in pack("mx").figure if row.id == "mx-uma"]
    before, after = (in_force(uma.value, day) for day in (date(2026, 1, 31), date(2026, 2, 1)))
    assert before is not None
    assert after is not None
    assert before.amount != after.amount


def test_every_enterprise_that_ships_is_invented_and_says_so():
    for found in enterprises().values():
        assert found.invented
        assert "invented" in found.label
        assert all(agreement.invented for agreement in found.agreement)
