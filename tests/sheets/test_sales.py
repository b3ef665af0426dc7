from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import exported
from exported import AOE, ITEMS, SHOPIFY, file, item, shopify, woo, written
from jornal.sheets import sales, says
from jornal.sheets.listed import SheetFault

TWO = [("SHAWL", 2, "45.00"), ("CAP", 1, "19.90")]


def test_a_shopify_order_has_what_stands_on_its_first_row_only(tmp_path: Path):
    read = exported.read(tmp_path, shopify("#1001", TWO, Shipping="6.00", Taxes="27.48"))
    (order,) = read.orders
    assert (order.number, order.day.isoformat(), order.currency, order.country) == (
        "#1001",
        "2026-10-07",
        "EUR",
        "DK",
    )
    assert [(line.goods, line.quantity, line.gross) for line in order.lines] == [
        ("CAP", 1, 1990),
        ("SHAWL", 2, 9000),
    ]
    assert (order.made, order.total, order.tax_included) == (14338, 14338, False)
    assert (read.channel, read.totals["EUR"].taken) == ("shopify", 14338)


def test_tax_that_the_prices_hold_is_not_added_again(tmp_path: Path):
    (order,) = exported.read(tmp_path, shopify("#1", TWO, Taxes="21.98", Total="109.90")).orders
    assert (order.tax_included, order.made, sum(line.tax for line in order.lines)) == (True, 10990, 2198)


def test_a_discount_of_the_order_is_shared_over_its_lines_to_the_last_cent(tmp_path: Path):
    (order,) = exported.read(tmp_path, shopify("#1", TWO, **{"Discount Amount": "10.99"})).orders
    assert [line.discount for line in order.lines] == [199, 900]


def test_a_discount_on_the_shipping_is_taken_off_the_shipping(tmp_path: Path):
    more = {"Discount Amount": "6.00", "Subtotal": "109.90", "Shipping": "6.00", "Total": "109.90"}
    (order,) = exported.read(tmp_path, shopify("#1", TWO, **more)).orders
    assert (order.shipping, order.made, sum(line.discount for line in order.lines)) == (0, 10990, 0)


def test_an_order_that_does_not_add_up_is_held_with_both_sums(tmp_path: Path):
    read = exported.read(tmp_path, [*shopify("#1", TWO, Total="99.00"), *shopify("#2", TWO)])
    assert [order.number for order in read.orders] == ["#2"]
    assert (read.held[0].order, read.held[0].rows, read.held[0].amount) == ("#1", (2, 3), 9900)
    assert dict(read.held[0].says) == {"sum": "109.90", "total": "99.00", "currency": "EUR"}
    assert (read.totals["EUR"].taken, read.totals["EUR"].held, read.totals["EUR"].file) == (
        10990,
        9900,
        20890,
    )


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("pending", says.NOT_PAID),
        ("voided", says.NEVER_SOLD),
        ("authorized", says.NOT_PAID),
        ("odd", says.UNKNOWN_STATUS),
    ],
)
def test_what_is_not_paid_is_listed_with_its_row_and_its_sum(tmp_path: Path, status: str, why: str):
    read = exported.read(tmp_path, shopify("#1", TWO, **{"Financial Status": status}))
    assert (read.orders, exported.keys(read.listed), read.totals["EUR"].listed) == (
        (),
        [("2", why), ("3", why)],
        10990,
    )


def test_a_refund_in_part_and_a_refund_of_all(tmp_path: Path):
    part = shopify("#1", TWO, **{"Financial Status": "partially_refunded", "Refunded Amount": "19.90"})
    whole = shopify("#2", TWO, **{"Financial Status": "refunded", "Refunded Amount": ""})
    read = exported.read(tmp_path, [*part, *whole])
    assert [order.refunded for order in read.orders] == [1990, 10990]
    assert read.totals["EUR"].given_back == 12980


def test_more_given_back_than_paid_is_held(tmp_path: Path):
    read = exported.read(tmp_path, shopify("#1", TWO, **{"Refunded Amount": "200.00"}))
    assert [held.key for held in read.held] == [says.REFUND_OVER]


def test_an_order_that_was_cancelled_and_kept_its_money_is_looked_at_by_a_person(tmp_path: Path):
    read = exported.read(tmp_path, shopify("#1", TWO, **{"Cancelled at": "2026-10-08 09:00:00 +0200"}))
    assert {row.key for row in read.listed} == {says.CANCELLED_NOT_REFUNDED}


def test_a_tip_that_stands_as_a_line_is_a_tip(tmp_path: Path):
    (order,) = exported.read(tmp_path, shopify("#1", [*TWO, ("TIP", 1, "5.00")])).orders
    assert (order.tip, len(order.lines), order.made) == (500, 2, 11490)


def test_orders_of_several_currencies_keep_to_their_own(tmp_path: Path):
    yen = shopify("#2", [("SHAWL", 1, "4500")], Currency="JPY", Subtotal="4500", Total="4500")
    yen[0] = dict(yen[0]) | {"Refunded Amount": "0", "Shipping": "0", "Taxes": "0", "Discount Amount": "0"}
    assert exported.sums(exported.read(tmp_path, [*shopify("#1", TWO), *yen])) == {"EUR": 10990, "JPY": 4500}


def test_lines_that_stand_twice_count_once_where_the_order_says_so(tmp_path: Path):
    rows = shopify("#1", TWO)
    read = exported.read(tmp_path, [*rows, rows[1]])
    assert (read.orders[0].made, exported.keys(read.repeated)) == (10990, [("4", says.ROW_TWICE)])


def test_two_lines_alike_are_two_lines_where_the_order_says_so(tmp_path: Path):
    rows = shopify("#1", [("CAP", 1, "19.90"), ("SHAWL", 1, "45.00"), ("SHAWL", 1, "45.00")])
    read = exported.read(tmp_path, rows)
    assert (read.orders[0].made, len(read.orders[0].lines), read.repeated) == (10990, 3, ())


def test_a_whole_file_pasted_twice_counts_once(tmp_path: Path):
    rows = [*shopify("#1", TWO), *shopify("#2", TWO)]
    read = exported.read(tmp_path, [*rows, *rows])
    assert (exported.sums(read), len(read.repeated)) == ({"EUR": 21980}, 4)


def test_rows_of_one_order_that_say_two_totals_are_listed(tmp_path: Path):
    rows = [dict(row) for row in woo("7", TWO)]
    rows[1]["Order Total Amount"] = "1.00"
    read = exported.read(tmp_path, rows, AOE)
    assert {row.key for row in read.listed} == {says.ORDER_DIFFERS}


def test_a_file_cut_off_in_its_last_row_is_refused_with_its_row(tmp_path: Path):
    text = written(SHOPIFY, [*shopify("#1", TWO), *shopify("#2", TWO)])
    path = tmp_path / "cut.csv"
    path.write_text(text[: text.rindex("Cap")])
    with pytest.raises(SheetFault, match="row 5"):
        sales.read(path)


def test_a_file_cut_off_in_a_quoted_cell_is_refused_with_its_row(tmp_path: Path):
    text = written(SHOPIFY, shopify("#1", TWO), quoted=True)
    path = tmp_path / "cut.csv"
    path.write_text(text[: text.rindex("ap")])
    with pytest.raises(SheetFault, match="row 3"):
        sales.read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators(tmp_path: Path, encoding: str, separator: str):
    rows = shopify("#1", [("Bufanda ñandú", 2, "45.00")])
    read = exported.read(tmp_path, rows, encoding=encoding, separator=separator)
    assert (read.orders[0].lines[0].goods, exported.sums(read)) == ("Bufanda ñandú", {"EUR": 9000})
    assert [remark.key for remark in read.remarks] == ([says.READ_AS] if encoding == "cp1252" else [])


def test_broken_letters_are_refused_with_their_row(tmp_path: Path):
    path = file(tmp_path, SHOPIFY, shopify("#1", [("Bufanda ñandú éé", 1, "9.00")]))
    path.write_bytes(path.read_bytes().replace("ñ".encode(), b"\xff", 1))
    with pytest.raises(SheetFault, match="row 2"):
        sales.read(path)


def test_letters_saved_in_a_wrong_encoding_are_told_with_their_row(tmp_path: Path):
    wrong = "Camisón".encode().decode("cp1252")
    read = exported.read(tmp_path, shopify("#1", [(wrong, 1, "9.00")]))
    assert [(remark.place[-2:], remark.key) for remark in read.remarks] == [("!2", says.WRONG_LETTERS)]


def test_notes_with_lines_commas_and_quotes_are_no_fault(tmp_path: Path):
    note = 'Gift,\n"wrap" it\n' + "please,\n" * 30
    assert exported.sums(exported.read(tmp_path, shopify("#1", TWO, Notes=note))) == {"EUR": 10990}


def test_cells_that_keep_a_spreadsheet_from_computing_are_read(tmp_path: Path):
    (order,) = exported.read(tmp_path, shopify('="1001"', [("'=CAP", 1, "19.90")])).orders
    assert (order.number, order.lines[0].goods) == ("1001", "=CAP")


def test_a_file_that_nobody_knows_says_what_it_lacks(tmp_path: Path):
    with pytest.raises(SheetFault, match="no export of sales"):
        exported.read(tmp_path, [{"a": "1", "b": "2"}], ["a", "b"])


def test_a_row_of_sums_at_the_end_is_nobodys_order(tmp_path: Path):
    rows = [item("T1", "Mug", 1, "18.00"), {"Date": "Total", "Gross Sales": "$18.00"}]
    read = exported.read(tmp_path, rows, ITEMS, currency="USD")
    assert (len(read.orders), read.listed) == (1, ())


def test_a_row_without_an_order_number_is_listed(tmp_path: Path):
    row = dict(item("", "Mug", 1, "18.00"))
    assert exported.keys(exported.read(tmp_path, [row], ITEMS, currency="USD").listed) == [
        ("2", says.NO_ORDER_NUMBER)
    ]


LINES = st.lists(
    st.tuples(st.sampled_from(["SHAWL", "CAP", "BAG"]), st.integers(1, 9), st.integers(0, 9999)),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINES, min_size=1, max_size=5), st.randoms(use_true_random=False), st.integers(0, 1000))
def test_splitting_doubling_and_sorting_rows_changes_no_sum(tmp_path: Path, orders, random, shipping):
    made = []
    for number, lines in enumerate(orders):
        text = [(name, quantity, f"{price // 100}.{price % 100:02d}") for name, quantity, price in lines]
        made.append(shopify(f"#{number}", text, Shipping=f"{shipping // 100}.{shipping % 100:02d}"))
    rows = [row for order in made for row in order]
    plain = exported.read(tmp_path, rows)
    mixed = list(rows)
    random.shuffle(mixed)
    split = []
    for row in rows:
        quantity, rest = int(row["Lineitem quantity"]), 0
        if quantity > 1:
            rest = random.randint(1, quantity - 1)
        split.append(dict(row) | {"Lineitem quantity": str(quantity - rest)})
        if rest:
            only = {key: cell for key, cell in row.items() if key.startswith("Lineitem") or key == "Name"}
            split.append(only | {"Lineitem quantity": str(rest)})
    cut = random.randint(0, len(made))
    halves = [
        exported.read(tmp_path, [row for order in part for row in order])
        for part in (made[:cut], made[cut:])
        if part
    ]
    assert exported.sums(exported.read(tmp_path, mixed)) == exported.sums(plain)
    assert [replace(order, row=0, lines=()) for order in sorted_orders(exported.read(tmp_path, mixed))] == [
        replace(order, row=0, lines=()) for order in sorted_orders(plain)
    ]
    assert exported.sums(exported.read(tmp_path, split)) == exported.sums(plain)
    assert exported.sums(exported.read(tmp_path, [*rows, *rows])) == exported.sums(plain)
    assert sum((exported.sums(half).get("EUR", 0) for half in halves), 0) == exported.sums(plain)["EUR"]


def sorted_orders(read):
    return sorted(read.orders, key=lambda order: order.number)


def test_exports_put_below_one_another_repeat_their_headers_and_no_order_is_lost(tmp_path: Path):
    text = written(SHOPIFY, shopify("#1", TWO)) + written(SHOPIFY, shopify("#2", TWO))
    path = tmp_path / "export.csv"
    path.write_text(text, encoding="utf-8")
    read = sales.read(path)
    assert ([order.number for order in read.orders], read.listed) == (["#1", "#2"], ())


def test_a_gift_card_is_no_sale_of_goods(tmp_path: Path):
    cards = [("SHAWL", 1, "45.00"), ("Gift Card - $25.00", 1, "25.00")]
    rows = [*shopify("#1", cards), *shopify("#2", cards[1:]), *shopify("#3", [("Gift card box", 1, "9.00")])]
    read = exported.read(tmp_path, rows)
    assert [(order.number, [line.name for line in order.lines], order.cards) for order in read.orders] == [
        ("#1", ["Shawl"], 2500),
        ("#3", ["Gift Card Box"], 0),
    ]
    assert (exported.keys(read.listed), read.totals["EUR"].file) == ([("4", says.NO_LINES)], 10400)


def test_a_line_below_its_order_without_the_number_belongs_to_it(tmp_path: Path):
    rows = woo("71", TWO, **{"Order Shipping Amount": "5.00"})
    rows[1] = {name: rows[1][name] for name in ("SKU", "Item Name", "Quantity", "Item Cost")}
    read = exported.read(tmp_path, [*rows, *woo("72", TWO)], AOE)
    assert [(order.number, len(order.lines), order.made) for order in read.orders] == [
        ("71", 2, 11490),
        ("72", 2, 10990),
    ]
    assert read.listed == ()


def test_a_row_of_sums_under_the_numbers_of_orders_is_nobodys_order(tmp_path: Path):
    read = exported.read(tmp_path, [*shopify("#1", TWO), {"Name": "Total", "Total": "9999.00"}])
    assert ([order.number for order in read.orders], read.listed) == (["#1"], ())
