from pathlib import Path

from exported import BALANCE, file
from jornal.sheets import sales, says

ROW = {
    "balance_transaction_id": "txn_1", "created_utc": "2026-10-01 09:12:00", "currency": "eur", "gross": "45.91",
    "fee": "0.94", "net": "44.97", "reporting_category": "charge", "source_id": "ch_1", "automatic_payout_id": "po_1",
}  # fmt: skip


def test_movements_with_their_sums(tmp_path: Path):
    payout = ROW | {
        "balance_transaction_id": "txn_2",
        "gross": "-44.97",
        "fee": "0.00",
        "net": "-44.97",
        "reporting_category": "payout",
    }
    wrong = ROW | {"balance_transaction_id": "txn_3", "net": "45.00"}
    read = sales.read(file(tmp_path, BALANCE, [ROW, payout, ROW, wrong]))
    assert [
        (move.what, move.currency, move.gross, move.fee, move.net, move.payment) for move in read.movements
    ] == [
        ("charge", "EUR", 4591, 94, 4497, "ch_1"),
        ("payout", "EUR", -4497, 0, -4497, "ch_1"),
    ]
    assert [row.key for row in read.repeated] == [says.ROW_TWICE]
    assert [row.key for row in read.listed] == [says.NET_DIFFERS]


SHOP = "Transaction Date,Type,Order,Payout Status,Payout Date,Amount,Fee,Net,Checkout,Currency".split(",")


def test_movements_without_a_number_of_their_own_are_each_one_and_twice_once(tmp_path: Path):
    cells = [
        "2026-10-10 15:15:52 -0400",
        "refund",
        "#7",
        "paid",
        "2026-10-12",
        "-20.00",
        "0.00",
        "-20.00",
        "#35",
        "EUR",
    ]
    one = dict(zip(SHOP, cells, strict=True))
    rows = [
        one,
        one | {"Transaction Date": "2026-10-10 16:15:52 -0400"},
        one,
        one | {"Type": "charge", "Fee": "1.00", "Net": "-21.00"},
    ]
    read = sales.read(file(tmp_path, SHOP, rows))
    assert [(move.what, move.payment, move.payout, move.net) for move in read.movements] == [
        ("refund", "#7", "2026-10-12", -2000),
        ("refund", "#7", "2026-10-12", -2000),
        ("charge", "#7", "2026-10-12", -2100),
    ]
    assert ([row.key for row in read.repeated], read.listed) == ([says.ROW_TWICE], ())
