"""A correction is no way round a recipe, a lot, a kit, an order or an opinion that was checked when it was recorded."""

import pytest

import making
import stocked
from jornal.actions.correcting import NotAValue, correct, take_back
from jornal.actions.holds import ByItsVerb
from jornal.actions.kits import KitBackAlready
from jornal.facts.kits import Kit
from jornal.facts.lots import LotFinished, LotJudged
from jornal.facts.organisation import Site
from jornal.facts.products import Checklist, Recipe
from jornal.journal.record import NotCorrectable, StillNeeded
from making import COST, LINE, ORDER, RECIPE, at_three_quarters
from peopled import do

WHY = "it was read wrongly"


@pytest.fixture
def here(sqlite):
    return making.begun()


def test_a_recipe_is_set_again_while_no_lot_was_opened_by_it_and_never_by_hand(here):
    hq = making.headquarters()
    with pytest.raises(ByItsVerb, match="`jornal do set-recipe`"):
        correct(hq, "recipe", {"product": "sweater", "since": making.SINCE, "operations": "[]"}, WHY)
    do(hq, "set-recipe", {**RECIPE, "operations": "knit: 310; link: 90.5"})
    making.opened(here)
    assert do(hq, "set-recipe", {**RECIPE, "operations": "knit: 310; link: 90.5"})
    with pytest.raises(NotCorrectable, match="lots were opened by it"):
        do(hq, "set-recipe", RECIPE)
    assert [one.operations[0]["minutes"] for one in Recipe.objects.current()] == ["310"]


@pytest.mark.parametrize("asks", ["Seams even", '"Seams even"', '{"a": "b"}', "[1]", "["])
def test_a_table_that_is_typed_stays_a_table_of_its_kind(here, asks):
    hq = making.headquarters()
    do(hq, "set-checklist", stocked.ASKS)
    key = {"product": "sweater", "since": making.SINCE}
    with pytest.raises(NotAValue, match="asks cannot be"):
        correct(hq, "checklist", {**key, "asks": asks}, WHY)
    correct(hq, "checklist", {**key, "asks": '["Seams even", "No holes"]'}, WHY)
    assert Checklist.objects.current().get().asks == ["Seams even", "No holes"]


@pytest.mark.parametrize("change", [{"product": "hat"}, {"opened_on": "2026-10-07"}], ids=str)
def test_a_lot_stays_what_its_pieces_were_counted_on(here, change):
    code = making.opened(here)
    making.made(here, code)
    with pytest.raises(NotCorrectable):
        correct(here, "lot", {"code": code, **change}, WHY)
    with pytest.raises(NotCorrectable, match="pieces are counted on it"):
        take_back(here, "lot", {"code": code}, WHY)
    correct(here, "lot", {"code": code, "quantity": "12", "opened_on": "2026-10-06"}, WHY)


def test_goods_in_stock_keep_the_end_and_the_judgement_they_came_by(here):
    do(making.headquarters(), "set-checklist", stocked.ASKS)
    do(stocked.hq(), "name-place", stocked.STORE)
    stocked.finished(stocked.judged(here))
    end, judged = LotFinished.objects.get(), LotJudged.objects.get()
    for kind, key in (("lot_finished", {}), ("lot_judged", {"number": str(judged.number)})):
        with pytest.raises(NotCorrectable, match="came into stock"):
            take_back(here, kind, {"lot": str(end.lot), **key}, WHY)


def test_an_end_goes_after_the_judgement_that_rests_on_it(here):
    do(making.headquarters(), "set-checklist", stocked.ASKS)
    stocked.judged(here)
    end = {"lot": str(LotFinished.objects.get().lot)}
    with pytest.raises(NotCorrectable, match="take the judgement back first"):
        take_back(here, "lot_finished", end, WHY)
    take_back(here, "lot_judged", {**end, "number": "1"}, WHY)
    take_back(here, "lot_finished", end, WHY)


def test_a_kit_is_hers_as_it_was_given_and_paid_once(here):
    lot = making.opened(here)
    row = {"worker": "QC01", "lot": lot, "pieces": "2", "tools": "needles: 3", "day": "2026-10-05"}
    (kit,) = do(here, "issue-kit", row)
    for change in ({"worker": "QC02"}, {"pieces": "9"}, {"tools": "[]"}):
        with pytest.raises(NotCorrectable, match="take it back, and give it out anew"):
            correct(here, "kit", {"code": kit.code, **change}, WHY)
    back = {"kit": kit.code, "good": "2", "tools": "needles: 3", "day": "2026-10-06"}
    do(here, "return-kit", back)
    with pytest.raises(KitBackAlready):
        do(here, "return-kit", back)
    with pytest.raises(StillNeeded):
        take_back(here, "kit", {"code": kit.code}, WHY)
    assert Kit.objects.current().get().worker == "QC01"


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        ({"country": "US"}, "", "promised as it stands"),
        ({"wanted_on": "2027-03-01"}, "", "promised as it stands"),
        ({"cutoff_on": "2027-03-01"}, "", "promised as it stands"),
        ({"currency": "USD"}, "priced in that currency", "promised as it stands"),
        ({"cutoff_on": "2027-04-01"}, "before the day it is wanted", "promised as it stands"),
        ({"customer": "Another shop"}, "", ""),
    ],
    ids=str,
)
def test_an_order_is_corrected_until_it_is_promised(here, change, before, after):
    hq = making.headquarters()
    at_three_quarters(here)
    do(hq, "set-cost", COST)
    do(hq, "place-order", ORDER)
    do(hq, "add-line", LINE)
    if before:
        with pytest.raises(NotCorrectable, match=before):
            correct(hq, "order", {"order": "o1", **change}, WHY)
    do(hq, "confirm-order", {"order": "o1"})
    if after:
        with pytest.raises(NotCorrectable, match=after):
            correct(hq, "order", {"order": "o1", **change}, WHY)
    else:
        assert correct(hq, "order", {"order": "o1", **change}, WHY).customer == "Another shop"


def test_a_last_day_for_changes_that_is_over_does_not_come_again(here):
    do(making.headquarters(), "place-order", {**ORDER, "cutoff_on": "2026-10-29"})
    with pytest.raises(NotCorrectable, match="last day for changes is over"):
        correct(making.headquarters(), "order", {"order": "o1", "cutoff_on": "2026-12-01"}, WHY)


@pytest.mark.parametrize("change", [{"place": "NZ"}, {"ends_on": "2099-01-01"}, {"product": ""}], ids=str)
def test_an_opinion_stays_as_counsel_wrote_it(here, change):
    row = {"opinion": "a", "place": "GB", "counsel": "C", "product": "sweater", "given_on": "2026-09-01"}
    do(stocked.hq(), "file-opinion", {**row, "ends_on": "2026-12-31"})
    with pytest.raises(NotCorrectable, match="kept as counsel wrote it"):
        correct(stocked.hq(), "opinion_filed", {"opinion": "a", **change}, WHY)
    take_back(stocked.hq(), "opinion_filed", {"opinion": "a"}, WHY)


def test_material_stays_what_it_was_issued_as_and_a_site_where_goods_were_made(here):
    code = making.opened(here)
    yarn = stocked.MaterialLot.objects.get().code
    do(here, "issue-material", {"lot": code, "material": yarn, "quantity": "1", "day": "2026-10-05"})
    for change in ({"material": "silk"}, {"received_on": "2026-10-06"}):
        with pytest.raises(NotCorrectable, match="issued before that day, or as this material"):
            correct(here, "material_lot", {"code": yarn, **change}, WHY)
    with pytest.raises(NotCorrectable, match="where they may go hangs on it"):
        correct(stocked.hq(), "site", {"site": "cusco", "jurisdiction": "us"}, WHY)
    assert Site.objects.current().get().jurisdiction == "pe"
