"""Sums decided by a person, as the rules take them."""

from datetime import date

from jornal.facts.pay import Adjustment
from jornal.journal.record import record, voided
from jornal.reads.sums import adjustments
from jornal.units.periods import month
from offices import office

SUM = {
    "number": 1,
    "site": "cusco",
    "label": "care",
    "reason": "mended ten",
    "payer": "qori",
    "approver": "F1",
}


def decided(worker: str, day: int, what: str = "bonus", amount: int = 500, **more) -> Adjustment:
    return Adjustment(worker=worker, day=date(2026, 10, day), what=what, amount=amount, **{**SUM, **more})


def test_the_sums_of_a_month_stand_by_worker_in_the_order_of_their_days(database):
    here = office()
    here.put(
        [decided("Q01", 9, "refund"), decided("Q01", 5), decided("Q02", 31), decided("Q03", 1, site="lima")]
    )
    here.put([Adjustment(worker="Q01", day=date(2026, 11, 1), what="bonus", amount=1, **SUM)])
    (gone,) = here.put([decided("Q04", 2)])
    record([voided(gone, "another's")], "cusco", here.hand)
    found = adjustments("cusco", month("2026-10"))
    assert {worker: [one.id for one in rows] for worker, rows in found.items()} == {
        "Q01": ["adjustment 2026-10-05 bonus 1", "adjustment 2026-10-09 refund 1"],
        "Q02": ["adjustment 2026-10-31 bonus 1"],
    }
    assert list(adjustments("cusco", month("2026-10"), workers=["Q02"])) == ["Q02"]
    one = found["Q01"][0]
    assert (one.kind, one.amount, one.payer, one.approver, one.agreed_on) == (
        "bonus",
        500,
        "qori",
        "F1",
        None,
    )
