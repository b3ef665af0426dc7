from pathlib import Path
from typing import Any

import pytest

import stocked
from exported import ITEMS, PAYMENTS, SHOPIFY, TRANSACTIONS, file, item, payment, shopify
from jornal.actions.office import NotYourRole
from jornal.actions.salesin import Look, brought, looked, opened, sources
from jornal.actions.soldrows import How
from jornal.facts.markets import ShipmentChecked
from jornal.facts.sales import Held, Refund, Sale
from jornal.rules.sold import paid
from jornal.sheets.listed import SheetFault
from peopled import do

NAME = {"channel": "shopify", "goods": "SHAWL", "product": "sweater"}
TWO = [("SHAWL", 2, "45.00"), ("CAP", 1, "19.90")]


def bring(folder: Path, rows: Any, headers: Any = SHOPIFY, **more: Any) -> Look:
    how = How(more.pop("place", ""), more.pop("country", ""))
    return brought(
        stocked.seller(), opened(file(folder, headers, rows), sources(), more.pop("currency", "")), how
    )


def counts() -> tuple[int, int, int]:
    return tuple(kind.objects.count() for kind in (Sale, Held, Refund))


@pytest.fixture
def shop(sqlite: Any) -> None:
    begun()


def begun() -> None:
    stocked.begun()
    do(stocked.seller(), "name-goods", NAME)


def test_read_twice_nothing_changes_and_every_sum_is_explained(database: Any, tmp_path: Path):
    begun()
    rows = [
        *shopify("#1", TWO, Shipping="6.00", Taxes="5.00", **{"Discount Amount": "10.99"}),
        *shopify("#2", [("SHAWL", 3, "33.35"), ("TIP", 1, "2.00")], Total="102.05"),
        *shopify("#3", TWO, Total="1.00"),
        *shopify("#4", TWO, **{"Financial Status": "pending"}),
    ]
    once = bring(tmp_path, rows)
    after = counts()
    again = bring(tmp_path, rows)
    assert (after, counts()) == ((2, 1, 0), (2, 1, 0))
    assert [(row.order, row.product) for row in once.new] == [("#1", "sweater"), ("#2", "sweater")]
    assert (once.new_unnamed, again.new_unnamed, len(again.unnamed)) == (1, 0, 1)
    euros = once.sums["EUR"]
    assert (euros.file, euros.tips, euros.sums_differ, euros.listed) == (32286, 200, 100, 10990)
    assert [euros.difference, again.sums["EUR"].difference] == [0, 0]
    assert (again.sums["EUR"].new, again.sums["EUR"].here) == (0, euros.new)


def test_goods_are_sold_as_soon_as_a_person_names_them(shop: None, tmp_path: Path):
    bring(tmp_path, shopify("#1", TWO))
    do(stocked.seller(), "name-goods", {**NAME, "goods": "CAP"})
    assert sum(map(paid, Sale.objects.all())) == 10990


def test_what_was_sold_where_it_may_not_go_is_recorded_and_told_with_its_law(shop: None, tmp_path: Path):
    look = bring(
        tmp_path,
        shopify("#1", [("SHAWL", 1, "45.00")], **{"Shipping Country": "US", "Shipping Province": "NY"}),
    )
    (barred,) = look.barred
    assert (barred.product, barred.country, barred.orders) == ("sweater", "US-NY", ("#1",))
    assert "New York" in str(barred.why) or "United States" in str(barred.why)
    assert Sale.objects.get().country == "US-NY"
    checked = ShipmentChecked.objects.get()
    assert (checked.destination, checked.goes) == ("US-NY", False)
    assert (
        bring(
            tmp_path,
            shopify("#1", [("SHAWL", 1, "45.00")], **{"Shipping Country": "US", "Shipping Province": "NY"}),
        ).new
        == []
    )
    assert ShipmentChecked.objects.count() == 1


def test_refunds_grow_from_export_to_export(shop: None, tmp_path: Path):
    for given, standing in (("0.00", 0), ("10.00", 1000), ("10.00", 1000), ("45.00", 4500)):
        bring(tmp_path, shopify("#1", [("SHAWL", 1, "45.00")], **{"Refunded Amount": given}))
        assert sum(Refund.objects.values_list("amount", flat=True)) == standing
    assert sum(Refund.objects.values_list("quantity", flat=True)) == 1


def test_a_refund_in_a_row_of_its_own_finds_its_line_or_is_told(shop: None, tmp_path: Path):
    do(stocked.seller(), "name-goods", {"channel": "square", "goods": "S1", "product": "sweater"})
    rows = [
        item("T1", "Shawl", 2, "90.00", sku="S1", tax="9.00"),
        item("T1", "Shawl", -1, "45.00", sku="S1", tax="4.50", payment="R1"),
        item("T9", "Shawl", -1, "45.00", sku="S1", payment="R2"),
    ]
    look = bring(tmp_path, rows, ITEMS, currency="USD", country="DK")
    refund = Refund.objects.get()
    assert (refund.amount, refund.tax, refund.quantity, refund.reference) == (4950, 450, 1, "R1")
    assert [back.order for back in look.lost] == ["T9"]
    assert counts() == (1, 0, 1)
    bring(tmp_path, rows, ITEMS, currency="USD", country="DK")
    assert counts() == (1, 0, 1)


def test_a_payment_of_a_shops_order_is_no_second_sale_and_brings_its_fee(shop: None, tmp_path: Path):
    bring(tmp_path, shopify("#1001", [("SHAWL", 2, "45.00")]))
    rows = [
        payment("ch_1", "90.00", Description="Shop - Order 1001", Fee="1.55"),
        payment("ch_2", "12.00", Description="Order 1002"),
    ]
    for _ in range(2):
        look = bring(tmp_path, rows, PAYMENTS)
        assert [(one.number, one.order, one.same) for one in look.payments] == [("ch_1", "#1001", True)]
        assert look.sums["EUR"].difference == 0
    (sale,) = Sale.objects.current()
    assert (sale.fee, sale.why, Held.objects.get().order) == (
        155,
        "the fee, as Stripe, payments says it",
        "ch_2",
    )
    assert bring(tmp_path, shopify("#1001", [("SHAWL", 2, "45.00")])).new == []


def test_transactions_add_the_fee_to_what_items_told(shop: None, tmp_path: Path):
    do(stocked.seller(), "name-goods", {"channel": "square", "goods": "S1", "product": "sweater"})
    bring(
        tmp_path, [item("T1", "Mug", 1, "30.00", sku="S1", tax="2.16")], ITEMS, currency="USD", country="DK"
    )
    row = {
        "Date": "10/17/2026", "Gross Sales": "$30.00", "Net Sales": "$30.00", "Tax": "$2.16", "Tip": "$2.00",
        "Total Collected": "$34.16", "Fees": "-$0.93", "Transaction ID": "T1", "Description": "Mug",
        "Event Type": "Payment",
    }  # fmt: skip
    look = bring(tmp_path, [row], TRANSACTIONS, currency="USD", country="DK")
    assert (len(look.payments), look.payments[0].same, look.refused) == (1, True, [])
    assert [(sale.fee, sale.tip) for sale in Sale.objects.current()] == [(93, 200)]
    assert bring(tmp_path, [row], TRANSACTIONS, currency="USD", country="DK").payments[0].same
    assert Sale.objects.count() == 2


def test_the_tip_of_an_order_is_kept_beside_its_price_and_goes_back_with_all_of_it(
    shop: None, tmp_path: Path
):
    rows = shopify("#1", [("SHAWL", 2, "45.00"), ("TIP", 1, "5.00")])
    assert bring(tmp_path, rows).sums["EUR"].tips == 500
    sale = Sale.objects.get()
    assert (sale.price * sale.quantity, sale.tip, sale.total) == (9000, 500, 9000)
    whole = [dict(rows[0]) | {"Refunded Amount": "95.00"}, rows[1]]
    for _ in range(2):
        look = bring(tmp_path, whole)
        assert look.sums["EUR"].difference == 0
    assert [(one.amount, one.tip) for one in Refund.objects.all()] == [(9000, 500)]


def test_an_order_recorded_before_tips_were_read_is_no_other_order(shop: None, tmp_path: Path):
    bring(tmp_path, shopify("#1", [("SHAWL", 2, "45.00"), ("CAP", 1, "19.90")]))
    with_tip = shopify("#1", [("SHAWL", 2, "45.00"), ("CAP", 1, "19.90"), ("TIP", 1, "5.00")])
    for _ in range(2):
        look = bring(tmp_path, with_tip)
        assert (look.refused, look.new, len(look.here)) == ([], [], 1)
    assert Held.objects.current().get().row["tip"] == 500


def test_two_pieces_rung_up_one_by_one_are_two_however_often_they_are_read(shop: None, tmp_path: Path):
    do(stocked.seller(), "name-goods", {"channel": "square", "goods": "S1", "product": "sweater"})
    one, other = item("T1", "Shawl", 1, "45.00", sku="S1"), item("T2", "Shawl", 1, "45.00", sku="S1")
    for rows in (
        [one, other],
        [one, one, other],
        [other, one, one],
        [one, one, other, one, one],
        [one, other],
    ):
        look = bring(tmp_path, rows, ITEMS, currency="USD", country="DK")
        assert (look.refused, look.sums["USD"].difference) == ([], 0)
    assert sorted(Sale.objects.values_list("order", "line")) == [("T1", 1), ("T1", 2), ("T2", 1)]


def test_looking_records_nothing(shop: None, tmp_path: Path):
    look = looked(stocked.seller(), opened(file(tmp_path, SHOPIFY, shopify("#1", TWO)), sources()), How())
    assert (len(look.new), len(look.unnamed), counts()) == (1, 1, (0, 0, 0))


def test_an_order_that_says_something_else_now_is_refused_and_the_others_are_taken(
    shop: None, tmp_path: Path
):
    bring(tmp_path, shopify("#1", [("SHAWL", 2, "45.00")]))
    look = bring(tmp_path, [*shopify("#1", [("SHAWL", 3, "45.00")]), *shopify("#2", [("SHAWL", 1, "45.00")])])
    assert ([order.number for order, _ in look.refused], [row.order for row in look.new]) == (["#1"], ["#2"])
    assert look.sums["EUR"].difference == 0


def test_who_does_not_sell_brings_nothing_in(shop: None, tmp_path: Path):
    with pytest.raises(NotYourRole):
        looked(
            stocked.hq("hq_finance", "H1"),
            opened(file(tmp_path, SHOPIFY, shopify("#1", TWO)), sources()),
            How(),
        )


def test_a_source_that_there_is_not():
    with pytest.raises(SheetFault, match="shopify, square"):
        sources("amazon")


def test_an_export_of_another_source_than_was_named_is_refused(tmp_path: Path):
    with pytest.raises(SheetFault, match="lacks"):
        opened(file(tmp_path, SHOPIFY, shopify("#1", TWO)), sources("square"))


def test_goods_in_two_currencies_are_never_one_sum_and_what_pays_for_an_order_is_not_counted_as_new(
    shop: None, tmp_path: Path
):
    bring(tmp_path, shopify("#7", [("SHAWL", 1, "45.00")]))
    rows = [
        payment("ch_1", "45.00", Description="", **{"order_id (metadata)": "#7"}),
        payment("ch_2", "20.00", Description=""),
        payment("ch_3", "1500", Description="", **{"Currency": "jpy", "Converted Currency": "jpy"}),
        payment("", "9.00", Status="requires_payment_method"),
    ]
    once, again = bring(tmp_path, rows, PAYMENTS), bring(tmp_path, rows, PAYMENTS)
    assert [(row.goods, row.currency) for row in once.unnamed] == [("Payment", "EUR"), ("Payment", "JPY")]
    assert (len(once.payments), once.new_unnamed, again.new_unnamed, len(once.export.listed)) == (1, 2, 0, 1)


def test_a_payment_of_several_goods_is_never_named_as_one_and_waits_for_its_lines(shop: None, tmp_path: Path):
    do(stocked.seller(), "name-goods", {"channel": "square", "goods": "S1", "product": "sweater"})
    row = {
        "Date": "10/17/2026", "Gross Sales": "$60.00", "Net Sales": "$60.00", "Total Collected": "$60.00",
        "Fees": "-$0.93", "Transaction ID": "T1", "Description": "Mug x 1, Print x 1", "Event Type": "Payment",
    }  # fmt: skip
    items = [item("T1", "Mug", 1, "30.00", sku="S1"), item("T1", "Print", 1, "30.00", sku="S1")]
    how = {"currency": "USD", "country": "DK"}
    first = bring(tmp_path, [row], TRANSACTIONS, **how)
    assert ("several goods" in str(first.refused[0][1]), counts(), first.sums["USD"].difference) == (
        True, (0, 0, 0), 0,
    )  # fmt: skip
    bring(tmp_path, items, ITEMS, **how)
    look = bring(tmp_path, [row], TRANSACTIONS, **how)
    assert (len(look.payments), look.refused) == (1, [])
    assert [(sale.line, sale.fee) for sale in Sale.objects.current().order_by("line")] == [(1, 93), (2, 0)]
