"""Invented exports of shops and tills, written as those write them, for the tests of the sales importer."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jornal.sheets import sales
from jornal.sheets.listed import Listed
from jornal.sheets.sold import Sales

SHOPIFY = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,"
    "Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,"
    "Lineitem discount,Shipping Name,Shipping Province,Shipping Country,Notes,Cancelled at,Refunded Amount,Id,"
    "Tax 1 Name,Tax 1 Value,Duties,Payment References"
).split(",")
AOE = (
    "Order Number,Order Status,Order Date,Country Code (Shipping),Cart Discount Amount,Order Subtotal Amount,"
    "Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,"
    "Quantity,Item Cost,Currency"
).split(",")
ITEMS = (
    "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,"
    "Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location"
).split(",")
TRANSACTIONS = (
    "Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,"
    "Total Collected,Source,Card,Cash,Fees,Net Total,Transaction ID,Payment ID,Description,Event Type,Location,"
    "Transaction Status"
).split(",")
PAYMENTS = (
    "id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,"
    "Converted Amount Refunded,Fee,Taxes On Fee,Converted Currency,Mode,Status,Customer Email,Captured,"
    "order_id (metadata)"
).split(",")
BALANCE = (
    "balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,reporting_category,source_id,"
    "description,automatic_payout_id"
).split(",")

Row = Mapping[str, str]


def written(
    headers: Sequence[str],
    rows: Sequence[Row],
    *,
    separator: str = ",",
    end: str = "\n",
    quoted: bool = False,
) -> str:
    """The rows as text of an export, each cell under its header."""
    out = io.StringIO()
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    writer = csv.DictWriter(
        out, headers, restval="", delimiter=separator, lineterminator=end, quoting=quoting
    )
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def file(
    folder: Path, headers: Sequence[str], rows: Sequence[Row], *, name: str = "export.csv", **how: object
) -> Path:
    """An export as a file, in UTF-8 unless `encoding` says otherwise."""
    encoding = str(how.pop("encoding", "utf-8"))
    path = folder / name
    path.write_bytes(written(headers, rows, **how).encode(encoding))  # type: ignore[arg-type]
    return path


def read(folder: Path, rows: Sequence[Row], headers: Sequence[str] = SHOPIFY, **how: Any) -> Sales:
    """What the importer reads of an export with these rows."""
    currency = how.pop("currency", "")
    return sales.read(file(folder, headers, rows, **how), currency=currency)


def keys(listed: Iterable[Listed]) -> list[tuple[str, str]]:
    """The row and the reason of each that is listed."""
    return [(row.place.rpartition("!")[2], row.key) for row in listed]


def sums(found: Sales) -> dict[str, int]:
    """What the orders made, by currency."""
    made: dict[str, int] = {}
    for order in found.orders:
        made[order.currency] = made.get(order.currency, 0) + order.made
    return made


def shopify(number: str, lines: Sequence[tuple[str, int, str]], **order: str) -> list[Row]:
    """The rows of one order as Shopify writes them: what belongs to the order on the first row only.

    Lines are goods, pieces, price of one. The sums are those of the lines unless they are given.
    """
    goods = sum(quantity * cents(price) for _, quantity, price in lines)
    less, ship, tax = (cents(order.get(key, "0")) for key in ("Discount Amount", "Shipping", "Taxes"))
    head = {
        "Financial Status": "paid", "Currency": "EUR", "Created at": "2026-10-07 09:50:26 +0200",
        "Subtotal": text(goods - less), "Shipping": "0.00", "Taxes": "0.00", "Discount Amount": "0.00",
        "Total": text(goods - less + ship + tax), "Shipping Country": "DK", "Refunded Amount": "0.00", "Id": "77",
    } | order  # fmt: skip
    rows = []
    for place, (name, quantity, price) in enumerate(lines):
        line = {
            "Name": number, "Lineitem quantity": str(quantity), "Lineitem name": name.title(), "Lineitem sku": name,
            "Lineitem price": price, "Lineitem discount": "0.00",
        }  # fmt: skip
        rows.append((head if place == 0 else {}) | line)
    return rows


def woo(number: str, lines: Sequence[tuple[str, int, str]], **order: str) -> list[Row]:
    """The rows of one order as WooCommerce's advanced export writes them: the order on every row."""
    goods = sum(quantity * cents(price) for _, quantity, price in lines)
    less, ship, tax = (
        cents(order.get(key, "0"))
        for key in ("Cart Discount Amount", "Order Shipping Amount", "Order Total Tax Amount")
    )
    head = {
        "Order Number": number, "Order Status": "Completed", "Order Date": "2026-10-07 12:41",
        "Country Code (Shipping)": "DK", "Order Subtotal Amount": text(goods), "Currency": "DKK",
        "Order Total Amount": text(goods - less + ship + tax),
    } | order  # fmt: skip
    return [
        head | {"SKU": name, "Item Name": name.title(), "Quantity": str(quantity), "Item Cost": price}
        for name, quantity, price in lines
    ]


def item(transaction: str, name: str, quantity: int, gross: str, **more: str) -> Row:
    """A row of Square's items detail: money with a sign, below zero in brackets on a refund."""
    taken, tax = cents(gross) - cents(more.get("less", "0")), cents(more.get("tax", "0"))
    sign = -1 if quantity < 0 else 1
    return {
        "Date": more.get("date", "10/17/2026"), "Time": "14:03:00", "Time Zone": "Eastern Time (US & Canada)",
        "Item": name, "SKU": more.get("sku", ""), "Qty": f"{quantity}.0", "Price Point Name": "Regular",
        "Gross Sales": dollars(sign * cents(gross)), "Discounts": dollars(-cents(more.get("less", "0"))),
        "Net Sales": dollars(sign * taken), "Tax": dollars(sign * tax), "Transaction ID": transaction,
        "Payment ID": more.get("payment", f"P{transaction}"), "Event Type": "Refund" if quantity < 0 else "Payment",
        "Location": "Market",
    }  # fmt: skip


def payment(name: str, amount: str, **more: str) -> Row:
    """A row of Stripe's payments."""
    currency = more.get("Currency", "eur")
    return {
        "id": name, "Description": "Alpaca shawl", "Created (UTC)": "2026-10-07 07:50:26", "Amount": amount,
        "Amount Refunded": "0.00", "Currency": currency, "Converted Amount": amount, "Fee": "0.00",
        "Converted Currency": currency, "Mode": "Live", "Status": "Paid", "Captured": "true",
    } | more  # fmt: skip


def cents(amount: str) -> int:
    """Hundredths of an amount written with two decimals or none."""
    whole, _, part = amount.partition(".")
    return int(whole) * 100 + int(part.ljust(2, "0") or 0)


def text(amount: int) -> str:
    """An amount in hundredths as text."""
    return f"{amount // 100}.{amount % 100:02d}"


def dollars(amount: int) -> str:
    """An amount as Square writes it."""
    said = f"${abs(amount) // 100:,}.{abs(amount) % 100:02d}"
    return f"({said})" if amount < 0 else said
