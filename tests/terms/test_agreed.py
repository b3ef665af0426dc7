import pickle
from dataclasses import replace

import pytest

from jornal.terms.agreed import Agreed, agreed, joined
from jornal.terms.contracts import Rules, UsedRule
from jornal.terms.faults import NoSuchRow
from jornal.terms.load import currency_scale, enterprise, pack


def of(name: str, contract: str) -> Agreed:
    whole = enterprise(name)
    site = next(site for site in whole.site if contract in site.contracts)
    each = next(row for row in whole.contract if row.id == contract)
    return agreed(whole, site, each, pack(site.jurisdiction), currency_scale(site.currency))


def test_a_contract_gathers_the_rows_it_uses_with_the_layer_it_gives_them():
    found = of("qori", "cusco-hourly")
    assert [(use.layer, row.id) for use, row in found.floors] == [("contract", "pe-rmv")]
    assert [(row.id, layer) for row, layer in found.overtime] == [("pe-overtime", "contract")]
    assert [step.id for step in found.steps] == ["pe-inpe", "pe-reparation", "pe-alimony", "pe-own"]
    assert found.scale == 100


def test_a_floor_by_district_brings_all_its_rows():
    found = of("qori", "chiang-mai-hourly")
    assert len(found.every_floor["th-minimum"]) == 8
    assert found.steps[0].id == "qori-thai-share"


def test_an_agreement_stands_over_the_law_of_the_same_name():
    law = pack("pe").rules
    own = Rules(step=(replace(law.step[0], label="By agreement"),))
    both = joined(law, own)
    assert [row.label for row in both.step if row.id == law.step[0].id] == ["By agreement"]
    assert len(both.step) == len(law.step)


@pytest.mark.parametrize(
    "change", [{"waterfall": "pe-nothing"}, {"uses": (UsedRule(rule="pe-overtim", layer="law"),)}]
)
def test_a_name_that_leads_nowhere_says_which_there_are(change: dict[str, object]):
    whole = enterprise("qori")
    each = replace(whole.contract[0], **change)  # type: ignore[arg-type]
    with pytest.raises(NoSuchRow, match="Known: "):
        agreed(whole, whole.site[0], each, pack("pe"), 100)


def test_terms_cross_from_one_process_to_another():
    found = of("paso", "paso-piece")
    assert pickle.loads(pickle.dumps(found)) == found
