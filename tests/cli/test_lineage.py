"""A lot told from its material to its buyers, without a person."""

import pytest

import stocked
from commanded import at_home, refused, said
from jornal.units.itemcode import Item, link, with_check_digit


@pytest.fixture
def code(sqlite, monkeypatch):
    found = stocked.begun()
    at_home(sqlite, monkeypatch)
    stocked.moved(found)
    stocked.sold({"lot": found, "quantity": "2", "country": "DK"}, {"order": "2"})
    return found


def test_a_lot_is_told_with_its_material_work_places_and_sales(code, capsys):
    status, text = said(capsys, "lineage", code)
    assert status == 0
    for part in (
        "Sweater, cusco",
        "yarn 2000  PE Arequipa",
        "knit 10",
        "store 5",
        "shop 3 at least 2",
        "sold 2  till 1 DK",
    ):
        assert part in text
    assert "(its lot was not told)" in text
    assert "QC01" not in text


def test_the_address_on_a_label_leads_to_its_lot(code, capsys):
    address = link("https://example.org", Item(with_check_digit("0290000100001"), code, "3"))
    assert said(capsys, "lineage", address, "--language", "th")[0] == 0


def test_a_lot_that_is_none_is_said(code, capsys):
    assert "There is no lot LQC099A" in refused(capsys, "lineage", "LQC099A")
