"""Two who record at the same moment what only one of them can: one is told so, and nothing is doubled."""

import time
from dataclasses import replace
from datetime import date

import pytest

import families
import funded
import making
import stocked
from cutting import finished, started
from jornal.actions.office import Office
from jornal.actions.spending import advance_of, open_of
from jornal.facts.funding import Cost
from jornal.facts.kits import Kit
from jornal.facts.lots import LotFinished
from jornal.facts.sales import Sale
from jornal.reads.savings import balances, moves
from jornal.reads.stock import goods
from jornal.units.said import Said
from lost import own, sound
from peopled import do

SLOWLY = 0.7
"""Seconds between what somebody looked at and what is recorded: more than the other needs to look too."""


def at_once(monkeypatch, *rows) -> list[str]:
    """What became of each (office, verb, row) done by a program of its own at the same time: "done", or why not."""
    put = Office.put

    def slowly(office, facts, where="site"):
        wanted = list(facts)
        time.sleep(SLOWLY)
        return put(office, wanted, where)

    monkeypatch.setattr(Office, "put", slowly)

    def doing(office, verb, row):
        def work(say):
            try:
                do(own(office), verb, row)
                say("done")
            except Said as fault:
                say(type(fault).__name__)

        return work

    children = [started(doing(*one)) for one in rows]
    said = [finished(*child).said[0] for child in children]
    monkeypatch.setattr(Office, "put", put)
    assert sound()
    return sorted(said)


@pytest.mark.usefixtures("database")
def test_the_last_piece_is_sold_once(monkeypatch):
    code = stocked.begun()
    stocked.sold({"place": "store", "lot": code, "quantity": "9", "order": "0"})
    line = {**stocked.LINE, "place": "store", "lot": code}
    rows = [(stocked.seller(), "sell", {**line, "order": order}) for order in ("1", "2")]
    assert at_once(monkeypatch, *rows) == ["NotThatMany", "done"]
    assert (Sale.objects.count(), goods(["store"])) == (2, [])


@pytest.mark.usefixtures("database")
def test_an_advance_comes_back_no_more_than_once(monkeypatch):
    funded.began()
    advance = {
        "advance": "a-1", "staff": "S1", "at": "cusco", "amount": "1000", "currency": "PEN", "purpose": "Wool",
        "day": "2026-09-01",
    }  # fmt: skip
    funded.spent("give-advance", advance)
    finance = funded.finance()
    rows = [
        (
            finance,
            "bring-back-advance",
            {"advance": "a-1", "number": number, "amount": "700", "day": "2026-09-02"},
        )
        for number in ("1", "2")
    ]
    assert at_once(monkeypatch, *rows) == ["TooMuchBack", "done"]
    assert open_of(advance_of("a-1")) == 300


@pytest.mark.usefixtures("database")
def test_one_receipt_is_no_cost_of_two(monkeypatch):
    funded.began()
    cost = {
        "head": "tools", "label": "A loom", "supplier": "A mill", "amount": "900", "currency": "PEN",
        "day": "2026-09-01", "paper": funded.PAPER,
    }  # fmt: skip
    finance = funded.finance()
    rows = [(finance, "record-cost", {**cost, "cost": name}) for name in ("c-1", "c-2")]
    assert at_once(monkeypatch, *rows) == ["PaperTwice", "done"]
    assert Cost.objects.count() == 1


@pytest.mark.usefixtures("database")
def test_no_kit_goes_out_of_a_lot_while_it_is_finished(monkeypatch):
    here = making.begun()
    lot = making.opened(here)
    making.made(here, lot, good="5")
    kit = {"worker": "QC01", "lot": lot, "pieces": "2", "day": "2026-10-06"}
    finish = {"lot": lot, "quantity": "5", "day": "2026-10-07"}
    said = at_once(monkeypatch, (here, "issue-kit", kit), (here, "finish-lot", finish))
    assert said in (["KitsOut", "done"], ["LotFinishedAlready", "done"])
    assert Kit.objects.count() + LotFinished.objects.count() == 1


def test_savings_do_not_leave_twice(sqlite, tmp_path, monkeypatch):
    here = replace(families.issued(tmp_path), day=date(2026, 11, 20))
    pay = {"month": families.OCTOBER, "part": "instruction", "payee": "savings", "day": "2026-11-05"}
    do(here, "pay", {**pay, "way": "savings", "paper": "transfer 10"})
    has = balances(moves("cusco", here.day))["Q01"]
    out = {"worker": "Q01", "what": "paid_out", "amount": str(has - 1), "asked_on": "2026-11-05"}
    rows = [
        (here, "move-savings", {**out, "day": f"2026-11-0{day}", "paper": f"note {day}"}) for day in (6, 7)
    ]
    assert at_once(monkeypatch, *rows) == ["NotSoMuch", "done"]
    assert balances(moves("cusco", here.day))["Q01"] == 1
