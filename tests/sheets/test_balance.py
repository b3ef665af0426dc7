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
