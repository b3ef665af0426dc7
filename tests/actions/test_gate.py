"""A lot leaves when it is finished, judged by its checklist, and made of what is known."""

from dataclasses import replace
from datetime import date

import pytest

import making
import paidbefore
import stocked
from jornal.actions.gate import NotToLeave, may_leave, reasons
from jornal.actions.materials import LotFinishedAlready
from jornal.actions.onlot import LotNotKnown
from jornal.facts.lots import MaterialLot
from jornal.facts.people import Consent, ConsentWithdrawn
from jornal.reads.lots import lots, used
from jornal.units.parts import english
from making import SINCE, YARN
from peopled import do

ASKS = {"product": "sweater", "since": SINCE, "asks": "Seams even; Size as drawn"}


def ready(*, finished: bool = True, yarn: str = "", **judged: str):
    """A lot of ten of the yarn in stock, or of a first kilogram of another country."""
    here = making.begun()
    do(making.headquarters(), "set-checklist", ASKS)
    code = making.opened(here)
    making.made(here, code)
    material = MaterialLot.objects.get().code
    do(here, "issue-material", {"lot": code, "material": material, "quantity": "4500"})
    if yarn:
        other = do(here, "receive-material", {**YARN, "country": "unknown"})[0].code
        do(here, "issue-material", {"lot": code, "material": other, "quantity": yarn})
    if finished:
        do(here, "finish-lot", {"lot": code, "quantity": "10"})
    if judged:
        do(making.judge(), "judge-lot", {"lot": code, **judged})
    return here, code


@pytest.mark.usefixtures("database")
def test_a_lot_that_is_whole_leaves():
    here, code = ready(good="9", rejected="1", cause="material", answers="yes; none", yarn="200")
    assert may_leave(here, code).judged.good == 9


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ({"finished": False}, "it is not finished"),
        ({}, "nobody has judged it"),
        ({"good": "10", "answers": "yes; no"}, "Size as drawn: the answer was no"),
        (
            {"good": "8", "rework": "2", "cause": "design", "answers": "yes; yes"},
            "2 of its pieces are to be done",
        ),
        (
            {"good": "0", "rejected": "10", "cause": "design", "answers": "yes; yes"},
            "none of its pieces is good",
        ),
        ({"good": "10", "answers": "yes; yes", "yarn": "500"}, "known for 90 % only"),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_what_keeps_it_is_said_and_no_wage_waits(how, says):
    here, code = ready(**how)
    with pytest.raises(NotToLeave, match=f"{says}.*No wage waits"):
        may_leave(here, code)


@pytest.mark.usefixtures("sqlite")
def test_without_material_or_checklist_it_stays():
    here = making.begun()
    code = making.opened(here)
    making.made(here, code)
    do(here, "finish-lot", {"lot": code, "quantity": "10"})
    do(making.judge(), "judge-lot", {"lot": code, "good": "10"})
    with pytest.raises(NotToLeave, match="without a checklist; no material is issued"):
        may_leave(here, code)
    with pytest.raises(LotNotKnown):
        may_leave(here, "LQC999A")


@pytest.mark.usefixtures("sqlite")
def test_a_material_of_the_recipe_that_nobody_issued_has_no_known_origin():
    here, hq = making.begun(), making.headquarters()
    do(hq, "name-material", {"material": "dye", "label": "Dye", "unit": "g"})
    do(hq, "set-recipe", {**making.RECIPE, "materials": "yarn: 450; dye: 20"})
    do(hq, "set-checklist", stocked.ASKS)
    code = stocked.judged(here)
    with pytest.raises(NotToLeave, match=f"Lot {code} does not leave yet: no dye is issued to it. No wage"):
        may_leave(here, code)
    do(here, "receive-material", {**YARN, "material": "dye", "country": "unknown"})
    dye = MaterialLot.objects.get(material="dye").code
    with pytest.raises(LotFinishedAlready):
        do(here, "issue-material", {"lot": code, "material": dye, "quantity": "1"})


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, True),
        ({"given_on": date(2026, 10, 6)}, False),
        ({"given_on": date(2026, 10, 7)}, True),
        ({"given_on": date(2026, 9, 2), "cooling_off_until": date(2026, 10, 7)}, True),
        ({"given_on": date(2026, 9, 2), "expires_on": date(2026, 10, 7)}, False),
        ({"given_on": date(2026, 9, 2), "expires_on": date(2026, 10, 6)}, True),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_nothing_leaves_that_somebody_made_who_is_not_known_to_have_agreed_to_work(given, says):
    here, code = ready(good="10", answers="yes; yes")
    taken_back = Consent.objects.current().get(worker="QC01")
    here.put([ConsentWithdrawn(consent=taken_back.root, day=taken_back.given_on)])
    if given:
        row = {"scope": "", "number": 2, "language": "es", "witness_of": "ngo", **given}
        here.put([Consent(worker="QC01", purpose="work", **row)])
    missing = "no consent to work is on record of 1 of those who worked on it, first for 2026-10-06"
    standing = next(iter(lots("cusco", [code])))
    found = [english(why.says, why.facts) for why in reasons(standing, used(standing.lot), here.day)]
    assert [missing in one for one in found] == ([True] if says else [])


@pytest.mark.usefixtures("sqlite")
def test_goods_do_not_leave_while_who_made_them_waits_for_wages_that_were_due():
    here, code = ready(good="10", answers="yes; yes")
    run = paidbefore.run("2026-10")
    paidbefore.slip(run, "QC01", in_hand=5000)
    paidbefore.issued(run)
    assert may_leave(here, code)
    says = "the pay of 2026-10 was due on 2026-12-31, and 1 of those who worked on it do not have it"
    with pytest.raises(NotToLeave, match=f"{says}.*No wage waits"):
        may_leave(replace(here, day=date(2027, 1, 1)), code)
