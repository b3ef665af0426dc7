"""A lot of material is recalled: every lot that holds some of it, where the goods are, who bought them."""

import pytest

import stocked
from commanded import at_home, refused, said
from jornal.facts.lots import MaterialLot


@pytest.mark.usefixtures("sqlite")
def test_a_recall_names_lots_places_and_orders(sqlite, monkeypatch, capsys):
    code = stocked.begun()
    at_home(sqlite, monkeypatch)
    stocked.moved(code)
    stocked.sold({"lot": code, "order": "web-77", "quantity": "1"})
    status, text = said(capsys, "recall", MaterialLot.objects.get().code)
    assert status == 0
    for part in ("It is in 1 lot", code, "shop 4", "store 5", "web-77"):
        assert part in text
    assert "No material MQC099A" in refused(capsys, "recall", "MQC099A")
