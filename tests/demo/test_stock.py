"""What became of the demo's lots: every row fits its verb, nothing is told of a lot that is not there."""

import pytest

import stocked
from jornal.actions.verbs import VERBS
from jornal.demo import stock
from jornal.demo.stage import Stage
from jornal.demo.world import data
from jornal.facts.stock import Movement, StockPlace

TOLD = data("stock")["told"]


@pytest.mark.parametrize("turn", TOLD, ids=lambda turn: f"{turn['lot']} {turn['verb']}")
def test_every_row_fits_its_verb(turn):
    verb = VERBS[turn["verb"]]
    rows = [verb.row(**{name: str(value) for name, value in row.items()}) for row in turn["rows"]]
    assert len(rows) == len(turn["rows"])
    assert turn.get("role", "hq_operations") in verb.roles


def test_every_paper_is_of_a_lot_that_is_told():
    assert {one["lot"] for one in data("stock")["paper"]} <= {one["lot"] for one in TOLD}


class Desk(Stage):
    """Headquarters of the tests, as a stage."""

    def __init__(self, home) -> None:
        self.home = home

    def office(self, role, _site=""):
        return stocked.hq(role)

    def do(self, verb, role, _site, rows):
        return stocked.do(self.office(role), verb, *rows)


@pytest.mark.usefixtures("sqlite")
def test_of_a_lot_that_is_not_judged_nothing_is_told(tmp_path):
    stock.told(Desk(tmp_path))
    assert (StockPlace.objects.count(), (tmp_path / "trade").exists()) == (0, False)


@pytest.mark.usefixtures("sqlite")
def test_a_story_is_told_of_its_lot_and_no_other(tmp_path, monkeypatch):
    code = stocked.begun()
    row = {
        "what": "moved",
        "lot": code,
        "quantity": 3,
        "from_place": "store",
        "to_place": "shop",
        "day": "2026-10-12",
    }
    gift = {
        "what": "gift",
        "lot": code,
        "quantity": 1,
        "from_place": "store",
        "country": "US",
        "movement": "MV900",
    }
    turns = [
        {"lot": code, "verb": "move-goods", "rows": [row]},
        {"lot": "LQC050A", "verb": "move-goods", "rows": [row]},
        {"lot": code, "verb": "move-goods", "rows": [gift], "refused": "NotToGoThere"},
    ]
    papers = [{"lot": code, "papers": ["refusal"], "name": "mv-mv900"}]
    monkeypatch.setattr(stock, "data", lambda _: {"told": turns, "paper": papers})
    stock.told(Desk(tmp_path))
    assert Movement.objects.filter(what="moved").count() == 1
    assert (tmp_path / "trade" / "refusal-mv-mv900.pdf").read_bytes()[:5] == b"%PDF-"
    turns[0] |= {"refused": "NotThatMany", "rows": [{**row, "quantity": 1}]}
    with pytest.raises(stock.NotRefused):
        stock.told(Desk(tmp_path))
