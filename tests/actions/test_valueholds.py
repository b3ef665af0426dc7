"""A correction says nothing that recording it anew could not: no negative pieces, no money of no currency."""

import pytest

import crew
import making
from funded import PAPER, began, finance, spent
from jornal.actions.correcting import NotAValue, correct
from jornal.facts.attendance import Shift
from jornal.facts.people import MarkChosen
from jornal.facts.pieces import Pieces
from jornal.journal.record import NotCorrectable, record
from jornal.terms.accounts import Mistyped
from peopled import do

WHY = "it was typed wrongly"
PIECES = {"worker": "QC01", "day": "2026-10-06", "operation": "knit", "number": "1"}


@pytest.fixture
def here(sqlite):
    found = making.begun()
    making.made(found, making.opened(found))
    do(found, "mark", {"worker": "QC01", "day": "2026-10-06", "minutes": "300"})
    return found


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("pieces", {**PIECES, "good": "-1"}),
        ("pieces", {**PIECES, "rework": "-1"}),
        ("shift", {"worker": "QC01", "day": "2026-10-06", "number": "1", "minutes": "-1"}),
    ],
    ids=str,
)
def test_no_correction_takes_work_below_nought(here, kind, values):
    with pytest.raises(NotAValue):
        correct(here, kind, values, WHY)
    assert (Pieces.objects.count(), Shift.objects.count()) == (2, 1)


@pytest.mark.parametrize("values", [PIECES, {"worker": "QC01", "day": "2026-10-06", "number": "1"}], ids=len)
def test_her_work_is_not_corrected_out_of_the_months_of_her_site(here, values):
    kind = "pieces" if "operation" in values else "shift"
    with pytest.raises(NotCorrectable, match="its site says which record it is"):
        correct(here, kind, {**values, "site": "lima"}, WHY)


def test_a_mark_that_she_chose_does_not_become_another_womans(here):
    record([MarkChosen(pattern=123_456_789, worker="QC01", day=here.day)], "cusco", here.hand)
    with pytest.raises(NotCorrectable, match="her own word"):
        correct(here, "mark_chosen", {"pattern": "123456789", "worker": "QC02"}, WHY)


@pytest.mark.parametrize("wrong", [{"country": "Peru"}, {"country": "x"}, {"cost": "-1"}], ids=str)
def test_material_comes_from_a_place_that_there_is_and_costs_no_less_than_nought(here, wrong):
    from_ = do(here, "receive-material", {**making.YARN, "received_on": "2026-09-02"})[0]
    with pytest.raises(NotAValue):
        correct(here, "material_lot", {"code": from_.code, **wrong}, WHY)
    for country in ("BO", "unknown"):
        said = {"code": from_.code, "country": country}
        assert correct(here, "material_lot", said, WHY).country == country


@pytest.mark.parametrize("wrong", [{"amount": "-1"}, {"currency": "XQX"}, {"currency": "😀"}], ids=str)
def test_a_cost_is_of_a_currency_and_not_below_nought(sqlite, wrong):
    began()
    cost = {"cost": "c-1", "head": "tools", "label": "A loom", "supplier": "A mill", "amount": "900"}
    spent("record-cost", {**cost, "currency": "PEN", "day": "2026-09-01", "paper": PAPER})
    with pytest.raises(NotAValue):
        correct(finance(), "cost", {"cost": "c-1", **wrong}, WHY)


def test_the_account_that_pay_leaves_from_keeps_its_check_digits(sqlite):
    here = crew.begun()
    do(here, "pays-from", {"holder": "Manos", "account": "002-215-002023417071-28", "since": "2026-09-01"})
    with pytest.raises(Mistyped):
        correct(
            here,
            "pays_from",
            {"site": "cusco", "since": "2026-09-01", "account": "00221500202341707129"},
            WHY,
        )
