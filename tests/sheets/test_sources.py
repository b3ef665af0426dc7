from pathlib import Path

import pytest

from exported import AOE, BALANCE, ITEMS, PAYMENTS, SHOPIFY, TRANSACTIONS
from jornal.sheets.sources import packaged, read, recognised
from jornal.terms.faults import TermsFaults

MINE = """
channel = "market-stall"
title = "The till of the market stall"
recognised_by = ["Ticket", "Articulo", "Importe"]
lines = "rows"
[order]
number = ["Ticket"]
day = ["Fecha"]
[line]
name = ["Articulo"]
gross = ["Importe"]
"""


@pytest.mark.parametrize(
    ("headers", "title"),
    [
        (SHOPIFY, "Shopify, orders export"),
        (AOE, "WooCommerce, orders with a row for each line"),
        (
            "order_number,status,date,order_total,item_name,item_quantity".split(","),
            "WooCommerce, orders with a row for each line",
        ),
        (ITEMS, "Square, items detail"),
        (TRANSACTIONS, "Square, transactions"),
        (PAYMENTS, "Stripe, payments"),
        (BALANCE, "Stripe, balance and payouts"),
        ("id,Type,Source,Amount,Fee,Net,Currency,Created (UTC)".split(","), "Stripe, balance and payouts"),
        (
            "Transaction Date,Type,Order,Payout Status,Payout Date,Amount,Fee,Net,Checkout,Currency".split(
                ","
            ),
            "Shopify, transactions of payouts",
        ),
        (
            "order_id,order_number,date,status,order_total,line_items,refunds".split(","),
            "WooCommerce, orders with lines in numbered columns",
        ),
        (
            "Order ID,Order Status,Order Date,Order Total,Product Name #1,SKU #1,Quantity #1,Item Cost #1".split(
                ","
            ),
            "WooCommerce, orders with lines in numbered columns",
        ),
        (
            "Fecha,Pedido #,Estado,Cliente,Producto(s),Artículos vendidos,Ventas netas".split(","),
            "WooCommerce, Analytics orders",
        ),
        ("a,b".split(","), None),
    ],
)
def test_an_export_is_known_by_its_headers(headers: list[str], title: str | None):
    found = recognised(headers, packaged())
    assert (found.title if found else None) == title


def test_a_mapping_of_ones_own(tmp_path: Path):
    path = tmp_path / "my.toml"
    path.write_text(MINE)
    assert (read(path).channel, read(path).fits(["ticket", "ARTICULO", "importe", "x"])) == (
        "market-stall",
        True,
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('channel = "market-stall"', 'channel = "Market stall"', "small letters"),
        ('number = ["Ticket"]', "", "order.number is missing"),
        ('gross = ["Importe"]', "", "line.price, line.gross or line.net is missing"),
        ('name = ["Articulo"]', 'name = "Articulo"', "square brackets"),
        ('lines = "rows"', 'lines = "rowz"', "rowz"),
        ('lines = "rows"', 'colour = "red"', "colour"),
        ('title = "The till of the market stall"', "", "title"),
        ('lines = "rows"', 'lines = "columns"', "#"),
        ("[order]", "[order", "not valid TOML"),
    ],
)
def test_a_wrong_mapping_says_what_is_wrong(tmp_path: Path, old: str, new: str, says: str):
    path = tmp_path / "my.toml"
    path.write_text(MINE.replace(old, new))
    with pytest.raises(TermsFaults) as fault:
        read(path)
    assert says in str(fault.value)
    assert "my.toml" in str(fault.value)


def test_a_mapping_that_is_not_there_says_so(tmp_path: Path):
    with pytest.raises(TermsFaults):
        read(tmp_path / "none.toml")
