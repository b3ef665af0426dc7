"""What the tables of material and lots take, and what rests on what."""

import uuid
from datetime import date

import pytest

import crew
from jornal.facts.lots import Lot, LotFinished, LotJudged, MaterialIssued, MaterialLot
from jornal.facts.products import Recipe
from jornal.journal.canon import NotCanonical
from jornal.journal.record import AlreadyRecorded, NotThere, StillNeeded, record, voided

DAY = date(2026, 10, 5)
pytestmark = pytest.mark.usefixtures("sqlite")


@pytest.fixture
def hand():
    return crew.office().hand


def yarn(**more):
    said = {"code": "MQC001A", "site": "cusco", "material": "yarn", "received_on": DAY, "quantity": 500}
    return MaterialLot(**{**said, "country": "PE", **more})


def lot(hand, **more):
    (recipe,) = record([Recipe(product="sweater", since=DAY)], "cusco", hand)
    said = {"code": "LQC001A", "site": "cusco", "product": "sweater", "quantity": 10, "opened_on": DAY}
    return Lot(**{**said, "recipe": recipe.root, **more})


def test_a_code_is_of_one_lot(hand):
    record([yarn()], "cusco", hand)
    with pytest.raises(AlreadyRecorded):
        record([yarn(quantity=400)], "cusco", hand)


def test_a_lot_is_made_by_a_recipe_that_is_there(hand):
    with pytest.raises(NotThere, match="names no recipe"):
        record([lot(hand, recipe=uuid.UUID(int=7))], "cusco", hand)


def test_what_was_issued_keeps_the_lot_and_the_material(hand):
    one, material = record([lot(hand), yarn()], "cusco", hand)
    said = {"lot": one.root, "material": material.root, "number": 1, "day": DAY, "quantity": 450}
    with pytest.raises(NotCanonical):
        record([MaterialIssued(**said, what="lost")], "cusco", hand)
    record([MaterialIssued(**said, what="issued")], "cusco", hand)
    for fact in (one, material):
        with pytest.raises(StillNeeded):
            record([voided(fact, "a mistake")], "cusco", hand)


def test_a_lot_ends_once_and_is_judged_as_often_as_it_needs(hand):
    (one,) = record([lot(hand)], "cusco", hand)
    record([LotFinished(lot=one.root, day=DAY, quantity=10)], "cusco", hand)
    said = {"lot": one.root, "day": DAY, "judged_by": "R1", "good": 9, "rework": 1, "rejected": 0}
    record([LotJudged(**said, number=number, cause="material") for number in (1, 2)], "cusco", hand)
    with pytest.raises(AlreadyRecorded):
        record([LotFinished(lot=one.root, day=DAY, quantity=9)], "cusco", hand)
    with pytest.raises(NotCanonical):
        record([LotJudged(**said, number=3, cause="lazy")], "cusco", hand)
