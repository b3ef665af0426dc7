from itertools import pairwise

import pytest

from jornal.demo import making
from jornal.demo.cast import TOLD, turns
from jornal.demo.world import data
from jornal.facts.lots import LotJudged
from jornal.facts.pieces import Pieces
from jornal.reads.lots import lots

AT = ("qori/cusco", "trazo/jalisco-1", "trazo/jalisco-women", "paso/texcalli", "thimble/ashdown")


def test_the_counts_of_the_lot_are_those_that_pay(register):
    (of,) = lots("cusco", ["LQC001M"])
    assert [(step.operation, step.good) for step in of.steps] == [("jumper", 10), ("linking", 10)]


def test_three_women_made_it_and_none_of_them_judged_it(register):
    makers = set(Pieces.objects.current().filter(lot="LQC001M").values_list("worker", flat=True))
    judged = LotJudged.objects.current().get()
    assert len(makers) == 3
    assert judged.judged_by not in makers
    assert (judged.good, judged.rejected, judged.cause) == (9, 1, "material")


def test_whoever_made_a_sweater_is_not_said_to_have_made_hats_that_day(register):
    told = {one.worker for one in Pieces.objects.current().filter(lot="LQC001M", operation="linking")}
    rows = Pieces.objects.current().filter(worker__in=told, day__gte="2026-11-02", day__lte="2026-11-10")
    assert set(rows.values_list("operation", flat=True)) == {"jumper", "linking"}


def test_forty_kits_go_out_once_and_come_back_once():
    out, *back = making.kits("thimble/ashdown")
    codes = [row["code"] for row in out.rows]
    assert len(codes) == len(set(codes)) == 40
    assert sorted(row["kit"] for turn in back for row in turn.rows) == sorted(codes)
    assert sum("needles: 1" in row["tools"] for turn in back for row in turn.rows) == 1


@pytest.mark.parametrize("at", AT)
def test_nothing_is_told_after_the_day_before_the_story_ends(at):
    days = [turn.day for turn in turns(at)]
    assert all(one <= other for one, other in pairwise(days))
    assert days[-1] < data("cast")["ends"]


@pytest.mark.parametrize("name", TOLD)
def test_every_file_of_turns_tells_of_a_site_that_there_is(name):
    known = {row["at"] for row in data("world")["site"]} | {"thimble/ashdown"}
    assert {row["at"] for row in data(name)["turn"]} <= known
