"""Lots as they stand, read in as many queries for a hundred as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import making
from jornal.journal.fact import kinds
from jornal.reads.lots import lots, materials, stock
from peopled import do


@pytest.mark.usefixtures("sqlite")
def test_many_lots_take_as_many_queries_as_one():
    here = making.begun()
    counts = []
    for number in (1, 12):
        for _ in range(number):
            making.made(here, making.opened(here), "1", number=str(len(lots("cusco"))))
        with CaptureQueriesContext(connection) as told:
            found = lots("cusco")
        counts.append(len(told))
        assert {one.whole for one in found} == {1}
    assert counts[0] == counts[1] <= 7


@pytest.mark.usefixtures("sqlite")
def test_they_are_read_as_the_book_stood():
    here = making.begun()
    making.opened(here)
    upto = {"cusco": kinds()["lot"].objects.get().seq, "hq": 10**6}
    making.made(here, making.opened(here))
    assert [len(lots("cusco", upto=upto)), len(lots("cusco"))] == [1, 2]


@pytest.mark.usefixtures("sqlite")
def test_a_site_that_received_nothing_has_no_stock():
    assert stock("cusco") == []


@pytest.mark.usefixtures("sqlite")
def test_lots_are_found_by_their_codes_at_every_site():
    here = making.begun()
    first, second = making.opened(here), making.opened(here)
    assert [one.lot.code for one in lots(codes=[first])] == [first]
    assert [one.lot.code for one in lots("cusco")] == [second, first]
    assert do(
        here, "count", {"worker": "QC01", "day": "2026-10-06", "operation": "knit", "good": "1", "lot": first}
    )


@pytest.mark.usefixtures("sqlite")
def test_a_material_is_known_by_its_name_and_unit_and_one_nobody_named_by_nothing():
    making.begun()
    assert {code: (one.label, one.unit) for code, one in materials(["yarn", "silk"]).items()} == {
        "yarn": ("Alpaca yarn", "g")
    }
