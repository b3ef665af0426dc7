"""Products: what they are made of, in which operations, and never of themselves."""

import pytest

import crew
import making
from jornal.actions.correcting import take_back
from jornal.actions.designs import NoSuchDesign
from jornal.actions.office import NotYourRole
from jornal.actions.products import NoSuchMaterial, NoSuchOperation, NoSuchProduct, PartOfItself
from jornal.actions.verb import BadRows
from jornal.facts.products import Product, Recipe
from jornal.journal.record import NotCorrectable
from making import RECIPE, SINCE
from peopled import do


def product(name: str, **more: str) -> dict[str, str]:
    return {"product": name, "label": name.title(), "since": SINCE, **more}


@pytest.mark.usefixtures("database")
def test_a_recipe_holds_materials_operations_with_minutes_and_techniques():
    making.begun()
    found = Recipe.objects.get()
    assert (found.book, found.materials, found.operations, found.techniques) == (
        "hq",
        [{"material": "yarn", "quantity": 450}],
        [{"operation": "knit", "minutes": "300"}, {"operation": "link", "minutes": "90.5"}],
        ["knitting", "linking"],
    )


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({**RECIPE, "product": "hat"}, NoSuchProduct),
        ({**RECIPE, "parts": "strap: 1"}, NoSuchProduct),
        ({**RECIPE, "materials": "leather: 1"}, NoSuchMaterial),
        ({**RECIPE, "operations": "weave: 20"}, NoSuchOperation),
        ({**RECIPE, "operations": "knit: 0"}, BadRows),
        ({**RECIPE, "operations": "knit: 5; knit: 6"}, BadRows),
        ({**RECIPE, "operations": "knit"}, BadRows),
        ({**RECIPE, "materials": "yarn: 4.5"}, BadRows),
        ({**RECIPE, "materials": "yarn: 0"}, BadRows),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_recipe_that_cannot_be_made_is_refused(row, fault):
    making.begun()
    with pytest.raises(fault):
        do(making.headquarters(), "set-recipe", row)


@pytest.mark.usefixtures("sqlite")
def test_a_product_that_would_be_part_of_itself_is_refused_and_the_ring_is_named():
    making.begun()
    hq = making.headquarters()
    do(hq, "name-product", product("bag"), product("strap"), product("buckle"))
    made = {"since": SINCE, "operations": "knit: 10"}
    do(hq, "set-recipe", {**made, "product": "bag", "parts": "strap: 2"})
    do(hq, "set-recipe", {**made, "product": "strap", "parts": "buckle: 1"})
    with pytest.raises(PartOfItself, match="buckle → bag → strap → buckle"):
        do(hq, "set-recipe", {**made, "product": "buckle", "parts": "bag: 1"})


def set_of(**parts: str) -> None:
    """A recipe with parts from a day on, as product_2026_11_01="other: 1"."""
    for name, said in parts.items():
        product_, _, since = name.partition("_")
        row = {"product": product_, "since": since.replace("_", "-"), "operations": "knit: 10", "parts": said}
        do(making.headquarters(), "set-recipe", row)


@pytest.mark.usefixtures("sqlite")
def test_a_ring_of_a_few_weeks_is_a_ring_however_the_recipes_change_later():
    making.begun()
    do(making.headquarters(), "name-product", product("bag"), product("strap"))
    set_of(bag_2026_09_01="strap: 1", bag_2026_12_01="")
    with pytest.raises(PartOfItself, match="strap → bag → strap"):
        set_of(strap_2026_10_01="bag: 1")
    set_of(strap_2026_12_01="bag: 1")
    with pytest.raises(PartOfItself):
        set_of(bag_2027_01_01="strap: 1")


@pytest.mark.usefixtures("sqlite")
def test_no_recipe_is_taken_back_that_keeps_a_product_from_being_part_of_itself():
    making.begun()
    hq = making.headquarters()
    do(hq, "name-product", product("bag"), product("strap"))
    set_of(bag_2026_09_01="strap: 1", bag_2026_10_01="", strap_2026_10_01="bag: 1")
    with pytest.raises(NotCorrectable, match="part of itself"):
        take_back(hq, "recipe", {"product": "bag", "since": "2026-10-01"}, "it was wrong")
    take_back(hq, "recipe", {"product": "strap", "since": "2026-10-01"}, "it was wrong")
    take_back(hq, "recipe", {"product": "bag", "since": "2026-10-01"}, "it was wrong")


@pytest.mark.usefixtures("sqlite")
def test_an_operation_that_only_a_site_named_may_stand_in_a_recipe():
    here = making.begun()
    do(here, "name-operation", {"operation": "fringe", "label": "Fringe", "since": SINCE})
    row = {**RECIPE, "since": "2026-10-01", "operations": "knit: 300; fringe: 20"}
    assert len(do(making.headquarters(), "set-recipe", row)) == 1


@pytest.mark.usefixtures("sqlite")
def test_a_product_is_made_after_a_version_of_a_design_that_is_there():
    here = making.begun()
    hq = making.headquarters()
    with pytest.raises(NoSuchDesign):
        do(hq, "name-product", product("hat", design="wave"))
    do(here, "begin-design", {"design": "wave", "label": "Wave"})
    do(here, "add-version", {"design": "wave", "what": "sample", "made_by": "QC01"})
    do(hq, "name-product", product("hat", design="wave", gtin="4006381333931"))
    found = Product.objects.get(product="hat")
    assert (found.design, found.design_number, found.gtin) == ("wave", 1, "04006381333931")


@pytest.mark.parametrize("gtin", ["4006381333932", "123", "40063813339３1"])
@pytest.mark.usefixtures("sqlite")
def test_a_trade_number_with_a_slip_is_refused(gtin):
    making.begun()
    with pytest.raises(BadRows, match="no number of a trade item"):
        do(making.headquarters(), "name-product", product("hat", gtin=gtin))


@pytest.mark.usefixtures("sqlite")
def test_a_site_does_not_write_the_catalogue():
    with pytest.raises(NotYourRole):
        do(crew.begun(), "name-material", {"material": "yarn", "label": "Yarn", "unit": "g"})


@pytest.mark.usefixtures("sqlite")
def test_a_checklist_is_of_a_product_that_is_there():
    making.begun()
    hq = making.headquarters()
    assert do(hq, "set-checklist", {"product": "sweater", "since": SINCE, "asks": "Seams; Size"})[0].asks == [
        "Seams",
        "Size",
    ]
    with pytest.raises(NoSuchProduct):
        do(hq, "set-checklist", {"product": "hat", "since": SINCE, "asks": "Seams"})
