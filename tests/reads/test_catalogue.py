"""Designs with their makers' credits, products with what holds on a day."""

from datetime import date

import pytest

import crew
import labelled
import making
from jornal.facts.people import Custody
from jornal.facts.products import DesignCredit
from jornal.journal.record import record
from jornal.reads.catalogue import SCOPE, designs, products
from peopled import do


@pytest.fixture
def here(sqlite):
    found = making.begun()
    do(found, "begin-design", {"design": "wave", "label": "Wave", "brief": "For winter", "day": "2026-09-01"})
    for what, who in (("sketch", "QC01"), ("sample", "QC01 QC02")):
        do(found, "add-version", {"design": "wave", "what": what, "made_by": who, "day": "2026-09-03"})
    do(found, "credit-design", {"design": "wave", "worker": "QC02", "shown": "mark"})
    said = DesignCredit(design="wave", worker="QC01", day=found.day, shown="chosen_name", line="sealed")
    record([said], "cusco", found.hand)
    return found


def credit(worker: str = "QC01"):
    return designs(crew.TODAY)[0].credits[worker]


def test_a_design_has_its_versions_in_their_order_and_each_credit_as_it_was_chosen(here):
    (found,) = designs(crew.TODAY)
    assert [(one.number, one.what, one.made_by) for one in found.versions] == [
        (1, "sketch", ["QC01"]),
        (2, "sample", ["QC01", "QC02"]),
    ]
    assert (credit("QC02").shown, credit("QC02").sealed) == ("mark", "")


def test_a_name_is_there_only_while_her_consent_to_it_stands(here):
    assert (credit().shown, credit().sealed) == ("chosen_name", "")
    labelled.consented(here, "QC01", "label")
    assert credit().sealed == ""  # a consent to labels is not one to this
    consent = labelled.consented(here, "QC01", SCOPE)
    assert credit().sealed == "sealed"
    labelled.took_back(here, consent)
    assert credit().sealed == ""


def test_nobody_who_waits_for_a_trial_is_named(here):
    labelled.consented(here, "QC01", SCOPE)
    record([Custody(worker="QC01", since=date(2026, 9, 1), status="remand")], "cusco", here.hand)
    assert credit().sealed == ""


def test_a_product_has_what_holds_on_the_day_and_nothing_before(here):
    hq = making.headquarters()
    do(hq, "set-recipe", {**making.RECIPE, "since": "2026-10-15", "operations": "knit: 200"})
    do(hq, "set-cost", making.COST)
    (early,), (late,) = products(date(2026, 10, 1)), products(crew.TODAY, ["sweater"])
    assert [len(one.recipe.operations) for one in (early, late)] == [2, 1]
    assert (list(late.costs), late.asks) == (["cusco"], ())
    assert products(date(2026, 8, 1))[0].recipe is None
    assert products(crew.TODAY, ["nothing"]) == []
