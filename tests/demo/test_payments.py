from jornal.demo.payments import TYPICAL, paid

TOTALS = {"gross": 100_00, "own": 90_00, "in_hand": 60_00, "instructions": 30_00}
OVERTIME = {"part": "earning", "kind": "overtime", "amount": 10_00, "of": "", "rate": "1", "quantity": 1}


def test_without_a_mistake_the_old_sheet_paid_what_was_due():
    assert paid({"totals": TOTALS, "lines": [OVERTIME]}) == 90_00


def test_what_was_forgotten_is_missing_after_its_own_deductions():
    assert paid({"totals": TOTALS, "lines": [OVERTIME]}, "overtime") == 81_00


def test_a_rise_forgotten_keeps_the_rate_of_the_first_day():
    lines = [
        {"part": "earning", "kind": "hourly", "of": "", "rate": rate, "quantity": 600, "amount": 0}
        for rate in ("1000", "1100")
    ]
    assert paid({"totals": TOTALS, "lines": lines}, "second_rate") == 81_00


def test_a_correction_forgotten_is_missing():
    line = OVERTIME | {"of": "2026-09"}
    assert paid({"totals": TOTALS, "lines": [line]}, "correction") == 81_00


def test_who_has_no_slip_was_still_paid_something():
    assert paid({"totals": TOTALS, "lines": []}) == TYPICAL
