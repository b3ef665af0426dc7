"""docs/thread.md says of one product what the register of the demo holds."""

import re
from datetime import date
from pathlib import Path

from jornal.demo.cast import code
from jornal.demo.homes import ANSWERS, PRODUCTS
from jornal.demo.passports import MARKETS
from jornal.demo.world import place
from jornal.facts.family import TransferFee
from jornal.facts.funding import Cost, ProfitPromised
from jornal.facts.labels import Item
from jornal.facts.orders import CostSheet, OrderConfirmed, OrderLine
from jornal.facts.pay import PaymentReceived
from jornal.facts.pieces import Rejected
from jornal.facts.products import DesignCredit
from jornal.facts.sales import Sale
from jornal.reads.labels import maker
from jornal.reads.lots import lots
from jornal.reads.stock import goods

DOCS = Path(__file__).parent.parent.parent / "docs"
PAGE = (DOCS / "thread.md").read_text(encoding="utf-8")
CUSCO = place("qori/cusco")


def quoted() -> list[str]:
    """Each quotation of the page as one line."""
    found = re.findall(r"(?:^> .*\n)+", PAGE, re.MULTILINE)
    return [" ".join(line.removeprefix("> ") for line in one.splitlines()) for one in found]


def test_every_sentence_it_quotes_was_said(cusco):
    said = "".join((cusco.home / PRODUCTS / name).read_text(encoding="utf-8") for name in (ANSWERS, MARKETS))
    assert len(quoted()) == 3
    assert [one for one in quoted() if one not in said] == []


def test_its_sums_are_those_of_the_cost_sheet(register):
    sheet = CostSheet.objects.current().get(product="wave-sweater")
    sums = [line["amount"] for line in sheet.lines if line["head"] == "labour"] + [sheet.cost, sheet.price]
    assert [f"S/ {amount // 100}.{amount % 100:02d}" for amount in sums] == re.findall(r"S/ [\d.]+\d", PAGE)


def test_the_promise_is_for_the_week_and_at_the_pace_it_names(register):
    promise = OrderConfirmed.objects.current().get()
    assert (promise.day, promise.week) == (date(2026, 11, 10), date(2026, 11, 16))
    assert [one["efficiency"] for one in promise.sums.values()] == re.findall(r"measured: (\d+/\d+)", PAGE)


def test_the_lot_is_as_it_is_told(register):
    (of,) = lots("cusco", ["LQC001M"])
    assert (of.lot.quantity, of.judged.good, of.judged.rejected) == (10, 9, 1)
    assert of.judged.judged_by not in {one.worker for one in Item.objects.current()}
    assert Rejected.objects.current().filter(cause="material", heard="no").exists()


def test_each_piece_shows_its_maker_as_the_table_says(register):
    shown = {
        piece.serial: maker(piece.worker, date(2026, 11, 13))
        for piece in Item.objects.current().order_by("serial")
    }
    assert sorted(shown) == list(range(1, 10))
    assert [bool(one and one.sealed) for one in shown.values()] == [True] * 3 + [False] * 6
    assert [one is not None and one.mark is not None for one in shown.values()] == [False] * 3 + [
        True
    ] * 2 + [False] * 4


def test_six_were_sold_at_the_price_of_the_order_and_three_are_in_the_store(register):
    (sale,) = Sale.objects.current()
    line = OrderLine.objects.current().get(order="nordlys-10")
    assert (sale.quantity, sale.price, sale.day) == (6, line.price, date(2026, 11, 13))
    assert [(one.place, one.quantity) for one in goods()] == [("cusco-store", 3)]


def test_the_manager_bought_by_an_advance_and_the_promise_is_anothers(register):
    spent = Cost.objects.current().filter(paid_from="advance").order_by("day")
    heads = list(spent.values_list("head", flat=True))
    assert heads == ["materials", "tools", "machines"]
    assert not ProfitPromised.objects.current().exists()


def test_the_designer_is_credited_by_her_mark_and_families_answered_by_code(register):
    credits_ = dict(DesignCredit.objects.current().values_list("worker", "shown"))
    assert credits_ == {code(CUSCO, 2): "mark", code(CUSCO, 13): "chosen_name"}
    assert PaymentReceived.objects.filter(proof__startswith="code ").exists()
    assert set(TransferFee.objects.values_list("borne_by", flat=True)) == {"enterprise"}


def test_what_it_names_is_there(cusco):
    named = re.findall(r"`register/qori/([^`]+)`", PAGE)
    assert named
    assert [one for one in named if not (cusco.home / one).exists()] == []
    pictures = re.findall(r"pictures/[a-z-]+\.png", PAGE)
    assert len(pictures) == 4
    assert [one for one in pictures if not (DOCS / one).is_file()] == []
