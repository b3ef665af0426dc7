from pathlib import Path
from typing import Any

import stocked
from exported import BALANCE, PAYMENTS, file, payment
from jornal.actions.salesin import brought, opened, sources
from jornal.actions.soldbalance import reconciled
from jornal.actions.soldrows import How


def move(name: str, gross: str, fee: str, **more: str) -> dict[str, str]:
    net = f"{float(gross) - float(fee):.2f}"
    return {
        "balance_transaction_id": name, "created_utc": "2026-10-08 10:00:00", "currency": "eur", "gross": gross,
        "fee": fee, "net": net, "reporting_category": "charge", "automatic_payout_id": "po_1",
    } | more  # fmt: skip


def test_a_balance_is_held_against_the_sales_that_are_recorded(sqlite: Any, tmp_path: Path):
    stocked.begun()
    rows = [payment("ch_1", "90.00"), payment("ch_2", "12.00")]
    brought(stocked.seller(), opened(file(tmp_path, PAYMENTS, rows), sources()), How())
    moves = [
        move("t1", "90.00", "1.55", source_id="ch_1"),
        move("t2", "13.00", "0.50", source_id="ch_2"),
        move("t3", "7.00", "0.30", source_id="ch_9"),
        move("t4", "-107.65", "0.00", reporting_category="payout"),
    ]
    found = reconciled(opened(file(tmp_path, BALANCE, moves, name="balance.csv"), sources()))
    assert [one.id for one, _ in found.known] == ["t1"]
    assert [(one.id, at.made) for one, at in found.differing] == [("t2", 1200)]
    assert [one.id for one in found.missing] == ["t3"]
    assert found.sums["EUR", "charge"] == (11000, 235, 10765)
    assert (found.payouts["po_1", "EUR"].movements, found.payouts["po_1", "EUR"].paid) == (10765, 10765)
