from pathlib import Path

import pytest

from jornal.sheets import notsales, sales, says
from jornal.sheets.listed import SheetFault

PAYOUTS = "Payout Date,Status,Charges,Refunds,Adjustments,Reserved Funds,Fees,Retried Amount,Total,Currency"
TRANSACTIONS = "Order,Name,Kind,Gateway,Created At,Status,Amount,Currency,Card Type"


@pytest.mark.parametrize(
    ("headers", "title"),
    [
        (PAYOUTS, "Shopify, payouts"),
        (TRANSACTIONS, "Shopify, transactions of orders"),
        ("Handle,Title,Body (HTML),Vendor,Variant SKU", "Shopify, products"),
        ("Customer ID,First Name,Last Name,Email,Total Spent,Total Orders", "Customers"),
        ("Day,Orders,Gross sales,Discounts,Returns,Net sales,Taxes,Total sales", "Shopify, a report"),
        ("Product title,SKU,Items sold,Net sales,Orders", "WooCommerce, Analytics of products or revenue"),
        ("Sales Summary,,Oct 7", "Square, a summary"),
        ("category,description,net_amount,currency", "Stripe, a summary of the balance"),
        ("Name,Phone", None),
    ],
)
def test_another_export_is_known_for_what_it_is(headers: str, title: str | None):
    found = notsales.recognised(headers.split(","))
    assert (found.title if found else None) == title


@pytest.mark.parametrize(
    ("text", "key", "tells"),
    [
        (PAYOUTS + "\n2026-10-12,paid,1,0,0,0,0,0,1,EUR\n", says.OTHER_EXPORT, "Orders > Export"),
        ("<html><body>Sign in</body></html>\n", says.NOTHING_LIKE_IT, "<html>"),
        ("Name,Financial Status,Lineitem quantity,Lineitem name\n#1,paid,1,Cap\n", says.NO_EXPORT, "Lineitem price"),
        ("\ufeff", says.EMPTY, "empty"),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_sales_says_what_to_do_next(tmp_path: Path, text: str, key: str, tells: str):
    path = tmp_path / "export.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SheetFault) as fault:
        sales.read(path)
    assert (fault.value.key, tells in str(fault.value)) == (key, True)
