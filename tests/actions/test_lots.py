"""Lots: opened by a recipe, finished when every operation is accepted, judged by somebody not paid by output."""

from datetime import date

import pytest

import making
from jornal.actions.lots import (
    MistypedLot,
    NotAJudge,
    NotAllAnswered,
    NotAllJudged,
    NotFinished,
    NotWhole,
    TooEarly,
)
from jornal.actions.materials import LotFinishedAlready
from jornal.actions.products import NoRecipe, NoSuchProduct
from jornal.actions.quoting import NoSuchOrder
from jornal.actions.verb import BadRows
from jornal.facts.lots import Lot, LotJudged
from jornal.facts.organisation import RoleGranted
from jornal.facts.products import Recipe
from jornal.journal.record import record
from jornal.reads.lots import lots
from jornal.units.identifiers import is_whole
from making import RECIPE
from peopled import do


@pytest.mark.usefixtures("database")
def test_a_lot_is_made_by_the_recipe_of_the_day_it_was_opened():
    here = making.begun()
    do(making.headquarters(), "set-recipe", {**RECIPE, "since": "2026-10-06", "operations": "knit: 200"})
    code = making.opened(here)
    (found,) = lots("cusco")
    first = Recipe.objects.order_by("since").first()
    assert (found.lot.recipe, [step.minutes for step in found.steps]) == (first.root, ["300", "90.5"])
    assert (code[:6], is_whole(code), found.label) == ("LQC001", True, "Sweater")


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"product": "hat"}, NoSuchProduct),
        ({"opened_on": "2026-08-31"}, NoRecipe),
        ({"quantity": "0"}, BadRows),
        ({"code": "LQC001A"}, MistypedLot),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_lot_that_cannot_be_is_not_opened(more, fault):
    here = making.begun()
    with pytest.raises(fault):
        making.opened(here, **more)
    assert not Lot.objects.exists()


@pytest.mark.usefixtures("sqlite")
def test_no_more_is_finished_than_has_every_operation():
    here = making.begun()
    code = making.opened(here)
    making.made(here, code, "8")
    do(here, "count", {"worker": "QC02", "day": "2026-10-07", "operation": "knit", "good": "2", "lot": code})
    with pytest.raises(NotWhole, match="of link 8 are accepted"):
        do(here, "finish-lot", {"lot": code, "quantity": "9"})
    for _ in range(2):  # sent twice, it ends once
        do(here, "finish-lot", {"lot": code, "quantity": "8", "day": "2026-10-08"})
    with pytest.raises(LotFinishedAlready):
        do(here, "finish-lot", {"lot": code, "quantity": "7", "day": "2026-10-08"})
    assert lots("cusco")[0].finished.quantity == 8


@pytest.fixture
def finished(sqlite):
    here = making.begun()
    code = making.opened(here)
    making.made(here, code)
    do(here, "finish-lot", {"lot": code, "quantity": "10"})
    return code


def test_a_reviewer_judges_every_piece_and_the_last_judgement_counts(finished):
    judge = making.judge()
    do(judge, "judge-lot", {"lot": finished, "good": "8", "rework": "2", "cause": "material"})
    do(judge, "judge-lot", {"lot": finished, "good": "10"})
    (found,) = lots("cusco")
    assert (found.judged.good, found.judged.judged_by, LotJudged.objects.count()) == (10, "R1", 2)


@pytest.mark.usefixtures("sqlite")
def test_nobody_is_made_judge_of_what_was_judged_before_she_was_one():
    here = making.begun()
    code = making.opened(here)
    making.made(here, code)
    do(here, "finish-lot", {"lot": code, "quantity": "10", "day": "2026-10-08"})
    role = RoleGranted(staff="R2", what="quality", site="cusco", since=date(2026, 10, 20))
    record([role], "hq", making.headquarters().hand)
    judged = {"lot": code, "good": "10", "judged_by": "R2"}
    with pytest.raises(NotAJudge):
        do(here, "judge-lot", {**judged, "day": "2026-10-19"})
    do(here, "judge-lot", {**judged, "day": "2026-10-20"})


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"good": "9"}, NotAllJudged),
        ({"good": "9", "rejected": "1"}, BadRows),
        ({"good": "10", "cause": "worker"}, BadRows),
        ({"good": "10", "judged_by": "QC02"}, NotAJudge),
        ({"good": "10", "judged_by": "V1"}, NotAJudge),
        ({"good": "10", "answers": "yes"}, NotAllAnswered),
    ],
    ids=str,
)
def test_a_judgement_that_cannot_be_is_refused(finished, row, fault):
    with pytest.raises(fault):
        do(making.judge(), "judge-lot", {"lot": finished, **row})


def test_what_the_checklist_asks_is_answered_one_by_one(finished):
    row = {"product": "sweater", "since": "2026-10-01", "asks": "Seams even; Size as drawn"}
    do(making.headquarters(), "set-checklist", row)
    with pytest.raises(NotAllAnswered, match="asks 2 things"):
        do(making.judge(), "judge-lot", {"lot": finished, "good": "10", "answers": "yes"})
    (found,) = do(making.judge(), "judge-lot", {"lot": finished, "good": "10", "answers": "yes; no"})
    assert found.answers == [
        {"ask": "Seams even", "answer": "yes"},
        {"ask": "Size as drawn", "answer": "no"},
    ]


@pytest.mark.usefixtures("sqlite")
def test_what_is_still_being_made_is_not_judged():
    here = making.begun()
    code = making.opened(here)
    with pytest.raises(NotFinished):
        do(making.judge(), "judge-lot", {"lot": code, "good": "10"})


@pytest.mark.usefixtures("sqlite")
def test_a_lot_is_for_an_order_that_was_placed_and_ends_after_its_pieces():
    here = making.begun()
    with pytest.raises(NoSuchOrder, match="There is no order typo"):
        making.opened(here, order="typo")
    do(
        making.headquarters(), "place-order",
        {"order": "o1", "customer": "A shop", "cutoff_on": "2026-11-06", "currency": "PEN", "country": "DK"},
    )  # fmt: skip
    with pytest.raises(NoSuchOrder, match="Order o1 has no line 7"):
        making.opened(here, order="o1", line="7")
    code = making.opened(here, order="o1")
    making.made(here, code)
    for day, says in (
        ("2026-10-01", "when it was opened"),
        ("2026-10-05", "when the last of its pieces was counted"),
    ):
        with pytest.raises(TooEarly, match=says):
            do(here, "finish-lot", {"lot": code, "quantity": "10", "day": day})
    do(here, "finish-lot", {"lot": code, "quantity": "10", "day": "2026-10-08"})
    with pytest.raises(TooEarly, match="2026-10-07 is before 2026-10-08, when it was finished"):
        do(making.judge(), "judge-lot", {"lot": code, "good": "10", "day": "2026-10-07"})
