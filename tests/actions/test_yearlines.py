"""The lines of a year: what stands on each, and what is counted once only."""

from funded import DAY, PAPER, began, spent
from jornal.actions.yearlines import costs, not_invoiced, sales
from jornal.actions.yearstatement import year_of
from jornal.facts.family import TransferFee
from jornal.facts.funding import Cost
from jornal.facts.lots import MaterialLot
from jornal.journal.record import record
from jornal.reads.funding import currencies, money
from jornal.reads.sold import Sold
from offices import office

COST = {"head": "materials", "label": "Wool", "supplier": "A mill", "amount": "500", "currency": "PEN"}
ZERO = dict.fromkeys(("pieces", "gross", "discounts", "refunds", "taxes", "fees", "shipping", "net"), 0)


def lot(code: str, cost: int | None, paper: str = "") -> MaterialLot:
    return MaterialLot(
        code=code,
        site="cusco",
        material="wool",
        received_on=DAY,
        quantity=5,
        country="PE",
        cost=cost,
        paper=paper,
    )


def amounts() -> dict[str, int]:
    period = year_of(2026, DAY)
    return {one.code: one.amount for one in costs(money(period), period, currencies())}


def test_material_is_a_cost_once_whether_an_invoice_names_its_lot_or_carries_its_paper(sqlite):
    began()
    record([lot("L1", 500), lot("L2", 700, PAPER), lot("L3", 900), lot("L4", None)], "cusco", office().hand)
    assert amounts() == {"no_invoice": 2100}
    spent("record-cost", {"cost": "c-1", "lot": "L1", **COST}, {"cost": "c-2", "paper": PAPER, **COST})
    assert [one.code for one in not_invoiced(money(year_of(2026, DAY)))] == ["L3"]
    assert amounts() == {"materials": 1000, "no_invoice": 900}


def test_what_transfers_cost_is_a_cost_of_ours(sqlite):
    began()
    fee = TransferFee(site="cusco", day=DAY, number=1, amount=350, currency="PEN", borne_by="enterprise")
    record([fee], "cusco", office().hand)
    assert amounts() == {"transfer_fees": 350}


def test_a_channel_has_a_line_for_what_came_and_one_for_what_it_kept():
    row = {**ZERO, "place": "", "currency": "PEN", "month": "2026-05"}
    rows = [
        Sold(channel="till", **{**row, "gross": 100, "net": 100}),
        Sold(channel="shopify", **{**row, "gross": 300, "fees": 10, "net": 290}),
        Sold(channel="shopify", **{**row, "month": "2026-06", "gross": 200, "net": 200}),
    ]
    assert [(one.part, one.label, one.amount, one.rests_on) for one in sales(rows)] == [
        ("income", "shopify", 500, ("sales shopify 2026-05", "sales shopify 2026-06")),
        ("cost", "shopify", 10, ("sales shopify 2026-05", "sales shopify 2026-06")),
        ("income", "till", 100, ("sales till 2026-05",)),
    ]


def test_a_cost_of_another_year_is_none_of_this(sqlite):
    began()
    spent(
        "record-cost",
        {"cost": "c-1", "day": "2025-12-31", **COST},
        {"cost": "c-2", "day": "2026-01-01", **COST},
    )
    assert Cost.objects.count() == 2
    assert amounts() == {"materials": 500}


def test_tips_are_income_on_a_line_of_their_own_and_in_no_share_of_what_goods_made():
    row = {**ZERO, "place": "", "currency": "PEN", "month": "2026-05", "gross": 300, "net": 300}
    lines = sales([Sold(channel="till", **row, tips=25)])
    assert [(one.part, one.code, one.amount) for one in lines] == [
        ("income", "sales", 300),
        ("income", "tips", 25),
    ]
