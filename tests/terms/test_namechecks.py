import pytest

from jornal.terms.contracts import Contract, UsedFloor, UsedRule
from jornal.terms.load import contract, pack
from jornal.terms.namechecks import contract_names
from terms.text import FLOOR, OWN, VALUE, faults_of, rows

FALL = '\n[[waterfall]]\nid = "all"\nlabel = "All"\nsteps = ["own"]\nsource = "law"\n'
SHARE = f"""
[[step]]
id = "levy"
label = "Levy"
layer = "law"
rounding = "down"
base = "net"
net_of = ["tax"]
value = [{{ since = 2020-01-01, share = "40 %", {VALUE} }}]
[[step]]
id = "tax"
label = "Tax"
layer = "law"
takes = "given"
"""
HALF = """
[[floor]]
id = "half"
label = "Half"
layer = "law"
unit = "share"
share_of = "least"
share = "1/2"
"""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (OWN + FALL, None),
        (OWN + FALL.replace('["own"]', '["onw"]'), 'there is no step "onw". Near: own'),
        (
            OWN + SHARE + FALL.replace('["own"]', '["tax"]'),
            "exactly one step takes the remainder, here 0 do: none",
        ),
        (
            OWN + OWN.replace('"own"', '"two"') + FALL.replace('["own"]', '["own", "two"]'),
            "here 2 do: own, two",
        ),
        (OWN + FALL.replace('["own"]', '["own", "own"]'), "a step stands here twice"),
        (
            OWN + SHARE + FALL.replace('["own"]', '["levy", "tax", "own"]'),
            '"levy" is net of "tax", which does not come before',
        ),
        (OWN + SHARE + FALL.replace('["own"]', '["tax", "levy", "own"]'), None),
        (OWN + FALL + 'protected_floor = "least"', 'there is no floor "least"'),
        (FLOOR + HALF, None),
        (HALF, 'there is no floor "least"'),
        (HALF.replace('"least"', '"half"'), "a share of itself"),
        (OWN + OWN, "the same id stands here twice"),
        (SHARE.replace("share =", 'over_floor = "none", share ='), 'there is no floor "none"'),
    ],
)
def test_a_name_leads_somewhere_or_is_refused(text: str, says: str | None):
    faults = faults_of(text)
    assert faults == [] if says is None else any(says in fault for fault in faults), faults


def test_rows_of_a_case_may_name_rows_of_its_pack():
    fall = FALL.replace('["own"]', '["pe-inpe", "pe-own"]')
    assert rows(fall, pack("pe").rules).waterfall[0].steps == ("pe-inpe", "pe-own")


def with_floor(measure: str, gap: str) -> Contract:
    raw = {
        "pays": "training",
        "floor": [{"floor": "pe-rmv", "measure": measure, "layer": "contract", "declared_gap": gap}],
    }
    return contract(raw, "case.toml")


@pytest.mark.parametrize(
    ("measure", "gap", "refused"),
    [
        ("guarantee", "", 0),
        ("plain_hour", "", 1),
        ("paid_rest_hour", "", 1),
        ("plain_hour", "We pay by the hour.", 0),
    ],
)
def test_less_than_the_guarantee_has_to_be_declared(measure: str, gap: str, refused: int):
    assert len(list(contract_names(with_floor(measure, gap), pack("pe").rules, ()))) == refused


def test_every_name_of_a_contract_is_followed():
    agreed = Contract(
        id="c",
        label="C",
        since=contract({"pays": "piece", "rate": [RATE]}, "c").since,
        pays="piece",
        source="s",
        floor=(UsedFloor(floor="a", layer="law"),),
        uses=(UsedRule(rule="b", layer="law"),),
        waterfall="c",
        compare_with="d",
    )
    assert len(list(contract_names(agreed, pack("pe").rules, ()))) == 4


RATE = {
    "per": "piece",
    "operation": "hat",
    "value": [
        {
            "since": pack("pe").rules.floor[0].value[0].since,
            "amount": "1.00",
            "source": "s",
            "confidence": "V",
        }
    ],
}
